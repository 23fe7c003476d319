return {
  api = 1, name = "tally",
  fields = { words = { type = "integer", merge = "sum" } },
  analyze = function(article, ctx, state)
    return article.word_count
  end,
}
