return {
  api = 1, name = "tally",
  fields = { names = { type = "list", merge = "top" } },
  analyze = function(article, ctx, state)
    return { names = { ada = 1 } }
  end,
}
