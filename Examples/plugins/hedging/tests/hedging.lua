return {
  {
    name = "sentences with a hedge are counted once",
    text = "Rates may fall, and growth might slow. The bank is closed.",
    fields = { hedged = 1, rate = 0.5 },
    marks = { hedge = { { text = "may", weight = 0.4 }, { text = "might", weight = 0.5 } } },
  },
  { name = "plain claims have none", text = "Rates fell.", fields = { hedged = 0, rate = 0 }, marks = { hedge = {} } },
}
