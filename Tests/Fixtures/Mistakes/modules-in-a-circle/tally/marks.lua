local words = require "words"
return { count = words.count }
