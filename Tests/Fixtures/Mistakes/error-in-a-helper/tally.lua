return {
  api = 1, name = "tally",
  fields = { rate = { type = "number", merge = "mean" } },
  analyze = function(article, ctx, state)
    local function share(part, whole) return part.count / whole end
    local function rate(found) return share(found, article.word_count) end
    local r = rate(nil)
    return { rate = r }
  end,
}
