return {
  api = 1, name = "tally",
  analyze = function(article) end,
  report = function(report, summary)
    report:table("Words", "word", { { "a" } })
  end,
}
