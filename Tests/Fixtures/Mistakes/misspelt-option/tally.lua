return {
  api = 1, name = "tally",
  fields = { words = { type = "integer", merge = "sum" } },
  options = { least = { type = "integer", default = 3 } },
  analyze = function(article, ctx, state)
    return { words = ctx.options.lest }
  end,
}
