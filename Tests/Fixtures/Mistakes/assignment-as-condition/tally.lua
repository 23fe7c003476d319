return {
  api = 1, name = "tally",
  analyze = function(article)
    if article.title = "" then return end
  end,
}
