return {
  api = 1, name = "tally",
  fields = { words = { type = "integer", merge = "sum" } },
  analyze = function(article, ctx, state)
    return { words = select(2, article.text:gsub('[a-z', '')) }
  end,
}
