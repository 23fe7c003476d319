return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    local list = {}
    while true do list[#list + 1] = article.text:rep(100) .. #list end
  end,
}
