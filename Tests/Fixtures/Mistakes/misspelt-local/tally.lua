return {
  api = 1, name = "tally",
  fields = { words = { type = "integer", merge = "sum" } },
  analyze = function(article, ctx, state)
    local words = 0
    for word in article.text:gmatch('%a+') do wrods = words + #word end
    return { words = words }
  end,
}
