return {
  api = 1, name = "tally",
  requires = { "sentences" },
  analyze = function(article, ctx, state)
    for sentence in article.sentences do ctx:log(sentence.text) end
  end,
}
