-- What the method vader finds in small articles. That every sentence has the scores of the Python package is tried by
-- .ci/vader-parity on thousands of them; here is what the plugin makes of articles.
return {
  {
    name = "an article of one sentence has its scores",
    options = { method = "vader" },
    text = "The plan is not very good.",
    fields = { compound = -0.3865, positive = 0, negative = 0.344, neutral = 0.656, sentences = 1, negative_sentences = 1 },
    marks = { word = { { text = "good", valence = -1.6228 } }, sentence = { { text = "The plan is not very good.", compound = -0.3865 } } },
  },
  {
    name = "sentences count by their words",
    options = { method = "vader" },
    text = "It was a good day for all of the people. Bad.",
    fields = { compound = 0.3511, sentences = 2, positive_sentences = 1, negative_sentences = 1 },
  },
  {
    name = "the headline stands apart",
    options = { method = "vader" },
    title = "Great joy as old bridge opens again", text = "The bridge is open.",
    fields = { headline_compound = 0.836, compound = 0, neutral = 1 },
    marks = { word = { { text = "Great", valence = 3.1 }, { text = "joy", valence = 2.8 } }, sentence = {} },
  },
  {
    name = "without a headline or quotes their scores are missing",
    options = { method = "vader" },
    text = "The bridge is open.",
    fields = { unquoted_compound = 0 },
    missing = { "headline_compound", "quoted_compound" },
  },
  {
    name = "quoted words are parted from the others",
    options = { method = "vader" },
    text = "The mayor, who lost, said it was “a happy day” for the town.",
    fields = { quoted_compound = 0.5719, unquoted_compound = -0.3182, compound = 0.34 },
    marks = { word = { { text = "lost", valence = -1.3 }, { text = "happy", valence = 2.7, quoted = true } } },
  },
  {
    name = "a sentence may be all in quotation marks",
    options = { method = "vader" },
    text = "\"We won. It is wonderful,\" she said.",
    fields = { quoted_positive = 0.704, unquoted_positive = 0 },
    marks = { word = { { text = "won", quoted = true }, { text = "wonderful", quoted = true } } },
  },
  {
    name = "emoji are read as words and marked where they stand",
    options = { method = "vader" },
    text = "The match 😀 was a terrible defeat.",
    marks = { word = { { text = "😀", valence = 1.5 }, "terrible", "defeat" } },
  },
  {
    name = "other languages are left alone",
    options = { method = "vader" },
    text = "Das war ein guter Tag.", language = "de", skipped = "language",
  },
  {
    name = "an empty article has no scores",
    options = { method = "vader" },
    text = "", fields = { sentences = 0 }, missing = { "compound" },
  },
}
