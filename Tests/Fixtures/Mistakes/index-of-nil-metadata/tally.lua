return {
  api = 1, name = "tally",
  fields = { place = { type = "string", merge = "top" } },
  analyze = function(article, ctx, state)
    return { place = article.dateline.place }
  end,
}
