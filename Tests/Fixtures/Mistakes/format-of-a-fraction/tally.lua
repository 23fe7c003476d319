return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    ctx:log(('%d words'):format(article.word_count / 7))
  end,
}
