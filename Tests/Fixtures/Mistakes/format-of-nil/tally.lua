return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    local quotes = {}
    ctx:log(('%d quotes'):format(quotes.count))
  end,
}
