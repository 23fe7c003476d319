-- What the plugin finds in small articles.
return {
  {
    name = "lengths of words and sentences make the formulas",
    text = "The cat sat on the mat. It was a warm day.",
    fields = { words = 11, sentence_words = 5.5, long_words = 0, lix = 5.5, word_syllables = 1, flesch = 116.7 },
  },
  {
    -- No word of eleven is unfamiliar, and a sentence has 5.5: 64 - 0.69 * 5.5.
    name = "words of Dale and Chall's list are familiar",
    text = "The cat sat on the mat. It was a warm day.",
    fields = { unfamiliar_words = 0, dale_chall = 60.2, dale_chall_grade = "1" },
  },
  {
    -- "policy", "inflation": 2 of 13 words, 64 - 0.95 * 15.385 - 0.69 * 13.
    name = "forms of familiar words are familiar, too",
    text = "Three cities stopped planning a policy, and the taller children's taxes slowly inflation.",
    fields = { unfamiliar_words = 0.154, dale_chall = 40.4, dale_chall_grade = "5-6" },
  },
  {
    -- "council", "approved": 2 of 12 words in two sentences. Zelda is a name within a sentence, and so at the start of one.
    name = "names are familiar",
    text = "The council of Elmville approved it for Zelda. Zelda was very happy.",
    fields = { unfamiliar_words = 0.167, dale_chall = 44, dale_chall_grade = "5-6" },
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
    fields = { word_syllables = 1, flesch = 115.5 }, missing = { "grade", "fog", "dale_chall" },
  },
  { name = "other languages have lix", text = "Het regent nu.", language = "nl", fields = { lix = 3 }, missing = { "flesch" } },
  { name = "an empty article has no figures", text = "", fields = { words = 0 }, missing = { "lix", "flesch" } },
}
