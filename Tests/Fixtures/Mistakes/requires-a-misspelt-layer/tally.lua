return {
  api = 1, name = "tally",
  requires = { "sentense" },
  analyze = function(article, ctx, state)
    ctx:log(article.title)
  end,
}
