return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    desk.regex('a', 'g')
  end,
}
