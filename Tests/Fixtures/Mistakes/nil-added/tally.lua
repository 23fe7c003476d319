return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    local counts = {}
    for word in article.text:gmatch('%a+') do counts[word] = counts[word] + 1 end
  end,
}
