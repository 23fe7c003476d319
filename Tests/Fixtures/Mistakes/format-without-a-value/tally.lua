return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    ctx:log(('%s of %s'):format(article.title))
  end,
}
