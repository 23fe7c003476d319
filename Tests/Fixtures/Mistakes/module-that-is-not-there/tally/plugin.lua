local words = require "wrods"
return {
  api = 1, name = "tally",
  analyze = function(article) words.count(article) end,
}
