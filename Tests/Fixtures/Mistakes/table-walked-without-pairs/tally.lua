return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    local counts = { a = 1 }
    for word, count in counts do ctx:log(word, count) end
  end,
}
