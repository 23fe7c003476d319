return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    ctx:log(('100% of %s'):format(article.title))
  end,
}
