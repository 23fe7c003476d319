return {
  api = 1, name = "other", requires = { "tally" },
  analyze = function(article, ctx) end,
}
