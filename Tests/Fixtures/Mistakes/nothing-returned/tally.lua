local plugin = {
  api = 1, name = "tally",
  analyze = function(article) end,
}
