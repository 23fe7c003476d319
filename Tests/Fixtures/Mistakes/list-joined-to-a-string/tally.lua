return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    ctx:log('by ' .. article.authors)
  end,
}
