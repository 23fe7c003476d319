return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    local file = io.open('words.txt')
  end,
}
