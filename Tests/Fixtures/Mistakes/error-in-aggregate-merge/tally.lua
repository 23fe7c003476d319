return {
  api = 1, name = "tally",
  fields = { words = { type = "integer", merge = "sum" } },
  analyze = function(article) return { words = article.word_count } end,
  aggregate = {
    new = function() return { total = 0 } end,
    add = function(acc, article, fields) acc.total = acc.total + fields.words end,
    merge = function(a, b) return { total = a.totl + b.total } end,
  },
  report = function(report, summary) report:text(summary.total .. " words") end,
}
