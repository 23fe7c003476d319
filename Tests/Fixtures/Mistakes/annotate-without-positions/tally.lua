return {
  api = 1, name = "tally",
  layers = { word = "a word" },
  analyze = function(article, ctx, state)
    ctx:annotate('word', { from = 1, to = 3 })
  end,
}
