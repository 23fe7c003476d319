return {
  api = 1, name = "tally",
  fields = { rate = { type = "number", merge = "mean" } },
  analyze = function(article, ctx, state)
    return { rate = #article.text:gsub('%a+', '%2') }
  end,
}
