return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    for word in article.text:gmatch('\\w+') do ctx:log(word) end
  end,
}
