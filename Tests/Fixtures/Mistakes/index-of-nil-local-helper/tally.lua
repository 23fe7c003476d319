return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    local function first(list) return list[1] end
    local name = first({})
    ctx:log(name.text)
  end,
}
