return {
  api = 1, name = "tally",
  layers = { word = "a word" },
  analyze = function(article, ctx, state)
    local from, to = article.text:find('harbour')
    ctx:annotate('word', { first = to, last = from })
  end,
}
