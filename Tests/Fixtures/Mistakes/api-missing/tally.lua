return {
  name = "tally",
  analyze = function(article) end,
}
