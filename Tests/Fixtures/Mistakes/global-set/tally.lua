return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    count = 0
    for _ in article.text:gmatch('%a+') do count = count + 1 end
  end,
}
