return {
  api = 1, name = "tally",
  requires = { "sentences" },
  analyze = function(article, ctx, state)
    ctx:log(article.sentences[0].text)
  end,
}
