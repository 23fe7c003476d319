return {
  api = 1, name = "tally",
  layers = { word = "a word" },
  analyze = function(article, ctx, state)
    ctx:annotate('word', { first = 1, last = 5000 })
  end,
}
