return {
  api = 1, name = "tally",
  fields = { words = { type = "integer", merge = "sum" } },
  analyze = function(article) return { words = article.word_count } end,
  report = function(report, summary)
    report:heading("Words")
    report:text("There are " .. summary.wrods .. " words.")
  end,
}
