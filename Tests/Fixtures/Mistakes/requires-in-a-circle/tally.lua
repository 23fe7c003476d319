return {
  api = 1, name = "tally", requires = { "other" },
  analyze = function(article, ctx) end,
}
