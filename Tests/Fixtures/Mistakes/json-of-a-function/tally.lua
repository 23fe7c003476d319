return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    ctx:log(desk.json.encode({ f = print }))
  end,
}
