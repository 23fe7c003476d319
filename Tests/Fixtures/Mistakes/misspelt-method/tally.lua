return {
  api = 1, name = "tally",
  layers = { word = "a word" },
  analyze = function(article, ctx, state)
    ctx:anotate('word', article.headline)
  end,
}
