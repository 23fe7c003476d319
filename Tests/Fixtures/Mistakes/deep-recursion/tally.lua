return {
  api = 1, name = "tally",
  fields = { words = { type = "integer", merge = "sum" } },
  analyze = function(article, ctx, state)
    local function count(n) return 1 + count(n + 1) end
    return { words = count(1) }
  end,
}
