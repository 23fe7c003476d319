return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    local counts = {}
    counts.said.times = 1
  end,
}
