-- What the plugin finds in small articles.
return {
  {
    name = "words are marked by their kind",
    text = "The so-called reform may fail. At the end of the day nobody was told.",
    fields = { hedges = 1, loaded = 1, cliches = 1, absolutes = 1, passives = 1, words = { "so-called", "at the end of the day" } },
    marks = {
      mark = {
        { text = "so-called", kind = "loaded" }, { text = "may", kind = "hedge" },
        { text = "At the end of the day", kind = "cliché" }, { text = "nobody", kind = "absolute" },
        { text = "was told", kind = "passive" },
      },
    },
  },
  { name = "what is quoted is the speaker's", text = "“It may never end,” she said.", fields = { hedges = 0, absolutes = 0 } },
  {
    name = "what is quoted counts where that is wanted",
    text = "“It may never end,” she said.", options = { quoted = true }, fields = { hedges = 1, absolutes = 1 },
  },
  { name = "adjectives are no passive", text = "She was tired and he was pleased.", fields = { passives = 0 } },
  {
    name = "a headline that asks, shouts or teases is told",
    title = "YOU WON'T BELIEVE what happened next!", text = "Rain fell.", fields = { headline = { "exclamation", "teaser" } },
  },
  { name = "a question is told", title = "Is the bridge safe?", text = "Rain fell.", fields = { headline = { "question" } } },
  { name = "other languages are left alone", text = "Es regnet vielleicht.", language = "de", skipped = "language" },
}
