return {
  api = 1, name = "tally",
  fields = {
    words = { type = "int", merge = "sum" },
    rate = { type = "number", merge = "average" },
    kind = { type = "string", merge = "mean" },
  },
  analyze = function(article) end,
}
