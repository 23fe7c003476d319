return {
  api = 1, name = "tally",
  fields = { rate = { type = "number", merge = "mean" } },
  analyze = function(article, ctx, state)
    local found, all = 0, 0
    return { rate = found / all }
  end,
}
