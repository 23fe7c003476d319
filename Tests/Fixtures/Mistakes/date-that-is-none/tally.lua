return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    ctx:log(desk.date('March 2026').year)
  end,
}
