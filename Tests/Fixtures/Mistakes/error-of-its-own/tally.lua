return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    if article.word_count < 1000 then error('too short: ' .. article.word_count) end
  end,
}
