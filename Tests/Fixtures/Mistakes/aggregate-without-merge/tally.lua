return {
  api = 1, name = "tally",
  analyze = function(article) end,
  aggregate = { new = function() return {} end, add = function(acc, article) end },
}
