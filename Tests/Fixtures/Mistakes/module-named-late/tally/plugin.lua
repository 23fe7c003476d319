return {
  api = 1, name = "tally",
  analyze = function(article, ctx, state)
    local words = require('words_' .. (article.language or 'en'))
    ctx:log(words)
  end,
}
