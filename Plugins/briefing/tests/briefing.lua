return {
  {
    name = "the strongest sentences and the day are kept",
    title = "Two sides of a storm",
    text = "The storm killed three people. The rescue was a wonderful success. The road is open.",
    metadata = { published = "2026-03-14T08:00:00Z" },
    fields = { date = "2026-03-14" },
  },
  {
    name = "an article without a date has none",
    text = "The road is open.", missing = { "date", "lowest", "highest" },
  },
}
