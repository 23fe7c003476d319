return {
  api = 1, name = "tally",
  fields = { words = { type = "integer", merge = "sum" } },
  analyze = function(ctx, article)
    ctx:log(article.title)
    return { words = article.word_count }
  end,
}
