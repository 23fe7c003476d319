-- What the plugin finds in small articles.
return {
  {
    name = "praise and blame go to whom they are said of",
    text = "Critics condemned Robert Hale for the fraud. Voters praised Anna Weber as a brave and honest leader.",
    fields = { negative = { "Robert Hale" }, positive = { "Anna Weber" } },
    marks = {
      mention = { { text = "Robert Hale", tone = "negative" }, { text = "Anna Weber", tone = "positive" } },
    },
  },
  {
    name = "a pronoun counts for the person named last",
    text = "Robert Hale resigned. He was convicted of a shameful fraud.",
    marks = { mention = { { text = "Robert Hale" }, { text = "He", target = "Robert Hale", tone = "negative" } } },
  },
  {
    name = "a pronoun without a name stands for itself and is left out of the run's counts",
    text = "They said that he was a disgraced liar.",
    fields = { negative = {} },
    marks = { mention = { { text = "he", tone = "negative", target = "he" } } },
  },
  {
    name = "the agency of a dateline is no target",
    metadata = { dateline = { place = "GENEVA", agency = "Reuters", text = "GENEVA (Reuters) — " } },
    text = "GENEVA (Reuters) — Voters praised Anna Weber as a brave and honest leader.",
    fields = { positive = { "Anna Weber" }, neutral = {} },
  },
  { name = "a story that names nobody has no targets", text = "It fell all day.", fields = { targets = {} } },
  { name = "other languages are left alone", text = "Anna Weber ist da.", language = "de", skipped = "language" },
}
