return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    article.title = article.title:upper()
  end,
}
