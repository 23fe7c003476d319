return {
  api = 1, name = "tally", layers = { word = "a word" },
  setup = function(ctx)
    ctx:annotate("word", { first = 1, last = 3 })
  end,
  analyze = function(article, ctx) end,
}
