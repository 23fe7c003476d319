local words = {}
words.list.first = "may"
return words
