return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    local list = { 3, 'two', 1 }
    table.sort(list)
  end,
}
