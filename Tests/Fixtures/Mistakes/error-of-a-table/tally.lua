return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    error({ code = 5 })
  end,
}
