local words = require "words"
return {
  api = 1, name = "tally",
  analyze = function(article) words.count(article) end,
}
