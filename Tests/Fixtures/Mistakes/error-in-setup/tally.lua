return {
  api = 1, name = "tally",
  setup = function(ctx)
    local words = ctx.words
    return { count = #words }
  end,
  analyze = function(article, ctx, state) end,
}
