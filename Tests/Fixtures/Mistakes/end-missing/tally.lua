return {
  api = 1, name = "tally",
  analyze = function(article)
    if article.title == "" then
      return nil
    return { words = article.word_count }
  end,
}
