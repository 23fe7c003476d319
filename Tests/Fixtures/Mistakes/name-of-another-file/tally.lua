return {
  api = 1, name = "hedging",
  analyze = function(article) end,
}
