return {
  {
    name = "words count by speaker, without the words between the marks",
    text = "“We lost the boats,” said Ada Fenwick, the harbour master. “We will build new ones.”",
    fields = { quotes = 1, direct = 1, words = 9, unattributed_words = 0, unattributed_share = 0 },
  },
  {
    name = "speech of nobody in particular is unattributed",
    text = "“The gate was open all night,” one official said.",
    fields = { direct = 1, words = 6, unattributed_words = 6, unattributed_share = 1 },
  },
  {
    name = "an article without speech has no shares",
    text = "The harbour is closed.",
    fields = { quotes = 0, words = 0, quoted_share = 0 }, missing = { "unattributed_share" },
    marks = { speech = {} },
  },
}
