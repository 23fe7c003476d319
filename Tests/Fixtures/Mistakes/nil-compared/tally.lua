return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    local longest
    for word in article.text:gmatch('%a+') do
      if #word > longest then longest = #word end
    end
  end,
}
