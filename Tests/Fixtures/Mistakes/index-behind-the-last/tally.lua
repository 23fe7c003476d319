return {
  api = 1, name = "tally",
  requires = { "sentences" },
  analyze = function(article, ctx, state)
    local sentences = article.sentences
    for i = 1, #sentences do
      if sentences[i].text == sentences[i + 1].text then ctx:log('twice') end
    end
  end,
}
