-- What the plugin finds in small articles.
return {
  {
    name = "phrases that come again stand before words that come once",
    title = "Harbour bridge closed",
    text = "The harbour bridge was closed after a storm. Engineers will look at the harbour bridge on Monday.",
    options = { most = 2 },
    fields = { keywords = { "harbour bridge", "closed" } },
    marks = { keyword = { { text = "harbour bridge", keyword = "harbour bridge" }, "closed", "harbour bridge" } },
  },
  {
    name = "quotation marks and dashes are no words",
    text = "“Harbour”, he said – “harbour” — «harbour».",
    fields = { keywords = { "harbour" } },
  },
  {
    name = "place and agency of a dateline are none",
    metadata = { dateline = { place = "OSTHAVEN", agency = "Reuters", text = "OSTHAVEN (Reuters) — " } },
    text = "OSTHAVEN (Reuters) — Ferries were stopped.\n\nFerries will sail again on Monday.",
    fields = { keywords = { "ferries", "stopped", "sail" } },
    marks = { keyword = { "Ferries", "stopped", "Ferries", "sail" } },
  },
  { name = "common words are none", text = "It was what they said they would do.", fields = { keywords = {} } },
  { name = "an empty article has none", text = "", fields = { keywords = {} } },
  {
    name = "keywords that one publisher has alone mark it",
    articles = (function()
      local articles = {}
      for number = 1, 20 do
        articles[#articles + 1] = { title = "Harbour", text = "Harbour traffic number " .. number .. " stopped.", metadata = { publisher = "Gazette" } }
        articles[#articles + 1] = { title = "Penalty", text = "Penalty drama number " .. number .. " came.", metadata = { publisher = "Mirror" } }
      end
      return articles
    end)(),
    report = { "What marks each publisher", "Gazette", "harbour", "penalty" },
  },
}
