return {
  api = 1, name = "tally",
  requires = { "sentences" },
  analyze = function(article, ctx, state)
    for i = 1, article.sentences do ctx:log(i) end
  end,
}
