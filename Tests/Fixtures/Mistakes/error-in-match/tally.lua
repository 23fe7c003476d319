return {
  api = 1, name = "tally",
  match = function(article, ctx) return article.section:sub(1, 2) > 3 end,
  analyze = function(article, ctx) end,
}
