return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    local i = 1
    while i <= 10 do i = math.min(i + 1, 10) end
  end,
}
