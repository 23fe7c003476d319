return {
  api = 1, name = "tally",
  fields = { firsts = { type = "list", merge = "top" } },
  analyze = function(article, ctx, state)
    return { firsts = { article.headline } }
  end,
}
