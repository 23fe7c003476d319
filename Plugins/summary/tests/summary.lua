-- What the plugin finds in small articles.
return {
  {
    name = "the lead and what repeats its words are chosen",
    title = "Harbour bridge closed after storm",
    text = "The harbour bridge was closed on Monday after the storm damaged two of its four pillars. "
      .. "Why now? "
      .. "A baker down the road sold bread and cake to people who had come to look at it all. "
      .. "Engineers said the bridge over the harbour would stay closed until the damaged pillars are replaced.",
    options = { sentences = 2 },
    fields = { kept = 0.5 },
    marks = {
      summary = {
        "The harbour bridge was closed on Monday after the storm damaged two of its four pillars.",
        "Engineers said the bridge over the harbour would stay closed until the damaged pillars are replaced.",
      },
    },
  },
  { name = "a story of one sentence is its own summary", text = "Rain fell.", fields = { summary = "Rain fell.", kept = 1 } },
  { name = "an empty article has none", text = "", missing = { "summary" } },
}
