return {
  api = 1, name = "tally",
  requires = { "sentences" },
  analyze = function(article, ctx, state)
    for _, sentence in ipairs(article.sentences) do
      ctx:log(sentence.txt)
    end
  end,
}
