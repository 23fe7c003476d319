-- What the method news finds in small articles.
return {
  {
    name = "bad news sounds bad and good news good",
    text = "The mine collapsed and killed nine men. Rescuers were praised for their courage.",
    fields = { sentences = 2, positive_sentences = 1, negative_sentences = 1 },
    marks = { sentence = { "The mine collapsed and killed nine men.", "Rescuers were praised for their courage." } },
  },
  {
    name = "a negation turns what is good",
    text = "The bridge is not safe.",
    fields = { positive_sentences = 0, negative_sentences = 1 },
  },
  {
    name = "a negation reaches three words",
    text = "Not one of the many towns is safe.",
    fields = { positive_sentences = 1 },
  },
  {
    name = "what is averted is not as bad",
    text = "The accord will prevent a war.",
    fields = { negative_sentences = 0 },
  },
  {
    name = "words without a tone have none",
    text = "The council meets in the town hall at ten.",
    fields = { compound = 0, coverage = 0, confidence = 0.53 },
    marks = { word = {}, sentence = {} },
  },
  {
    name = "the headline stands apart",
    title = "Disaster at sea", text = "The ship left at noon.",
    fields = { headline_negative = 0.333 },
  },
  {
    name = "without a headline or quotes their scores are missing",
    text = "The bridge is open.",
    missing = { "headline_compound", "quoted_compound" },
  },
  {
    name = "quoted words are parted from the others",
    text = "The mayor, who was accused of fraud, said it was “a wonderful day” for the town.",
    fields = { quoted_negative = 0, unquoted_positive = 0 },
    marks = { word = { "accused", "fraud", { text = "wonderful", quoted = true } } },
  },
  {
    name = "names have no tone",
    text = "Trump and Obama met Merkel in Washington.",
    marks = { word = {} },
  },
  { name = "other languages are left alone", text = "Das war ein guter Tag.", language = "de", skipped = "language" },
  { name = "an empty article has no scores", text = "", fields = { sentences = 0 }, missing = { "compound", "confidence" } },
}
