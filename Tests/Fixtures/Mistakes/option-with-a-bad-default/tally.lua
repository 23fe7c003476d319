return {
  api = 1, name = "tally",
  options = {
    least = { type = "integer", default = 0, min = 1 },
    most = { type = "integer" },
  },
  analyze = function(article) end,
}
