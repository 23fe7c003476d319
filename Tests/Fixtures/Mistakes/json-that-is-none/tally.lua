return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    ctx:log(desk.json.decode("{'words': 3}"))
  end,
}
