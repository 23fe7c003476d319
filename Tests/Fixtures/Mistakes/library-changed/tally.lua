return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    string.trim = function(s) return s:match('^%s*(.-)%s*$') end
  end,
}
