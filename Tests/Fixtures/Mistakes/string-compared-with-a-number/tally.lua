return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    if article.text:match('%d+') > 3 then ctx:log('many') end
  end,
}
