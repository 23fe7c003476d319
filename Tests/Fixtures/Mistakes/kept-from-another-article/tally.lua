return {
  api = 1, name = "tally",
  setup = function() return {} end,
  analyze = function(article, ctx, state)
    if state.last then ctx:log(state.last.text) end
    state.last = article.headline
  end,
}
