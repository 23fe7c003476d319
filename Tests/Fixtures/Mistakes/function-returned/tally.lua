local function analyze(article)
  return { words = article.word_count }
end
return analyze
