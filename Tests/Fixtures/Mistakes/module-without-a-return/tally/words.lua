local words = {}
function words.count(article) return article.word_count end
