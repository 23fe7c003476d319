return {
  api = 2, name = "tally",
  analyze = function(article) end,
}
