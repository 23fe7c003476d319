-- What the plugin finds in small articles.
return {
  {
    name = "lengths of words and sentences make the formulas",
    text = "The cat sat on the mat. It was a warm day.",
    fields = { words = 11, sentence_words = 5.5, long_words = 0, lix = 5.5, word_syllables = 1, flesch = 116.7 },
  },
  {
    name = "a silent e is no syllable, a spoken one is",
    text = "Make time. Name lakes.",
    fields = { words = 4, word_syllables = 1 },
  },
  {
    name = "long sentences are marked",
    text = "One two three four five six seven. Rain fell.",
    options = { long = 6 },
    fields = { long_sentences = 0.5 },
    marks = { long = { "One two three four five six seven." } },
  },
  {
    name = "German has Amstad's formula",
    text = "Der Hund lag auf dem Weg.", language = "de",
    fields = { word_syllables = 1, flesch = 115.5 }, missing = { "grade", "fog" },
  },
  { name = "other languages have lix", text = "Het regent nu.", language = "nl", fields = { lix = 3 }, missing = { "flesch" } },
  { name = "an empty article has no figures", text = "", fields = { words = 0 }, missing = { "lix", "flesch" } },
}
