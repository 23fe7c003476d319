-- What the plugin makes of small runs.

local function story(id, publisher, text, published)
  return { id = id, text = text, metadata = { publisher = publisher, published = published } }
end

local function run()
  local articles = {}
  for number = 1, 6 do
    articles[#articles + 1] = story("g" .. number, "Gazette", "The storm closed a harbour. Harbour traffic stopped. Storm " .. number .. ".", "2026-02-0" .. number)
    articles[#articles + 1] = story("m" .. number, "Mirror", "The keeper saved a penalty. Penalty drama came late. Keeper " .. number .. ".", "2026-03-0" .. number)
  end
  articles[#articles + 1] = { text = "Nobody knows who printed this." }
  return articles
end

return {
  {
    name = "an article is in the part of its publisher, and in none where it has none",
    text = "Ferries are late.", metadata = { publisher = "Harbour Gazette" }, fields = { part = "Harbour Gazette" },
  },
  { name = "what cannot be told apart is in no part", text = "Ferries are late.", missing = { "part" } },
  {
    name = "sections tell apart, too",
    text = "Ferries are late.", metadata = { section = "Travel" }, options = { by = "section" }, fields = { part = "Travel" },
  },
  {
    name = "times are before a day, and from it on",
    text = "Ferries are late.", metadata = { published = "2026-03-09T08:00:00Z" }, options = { date = "2026-03-09" },
    fields = { part = "from 2026-03-09" },
  },
  {
    name = "words that one side has alone mark it, with their numbers on both",
    articles = run(), options = { a = "Gazette", b = "Mirror", prior = 10 },
    summary = { a = { name = "Gazette", articles = 6, words = 60 }, b = { name = "Mirror", articles = 6, words = 66 }, lost = 0 },
    report = {
      "By publisher: **Gazette**, 6 articles with 60 words, against **Mirror**, 6 articles with 66 words; of 13 articles there are 1 in neither.",
      "What marks Gazette", "harbour", "What marks Mirror", "penalty",
    },
  },
  {
    name = "words lead to articles, whatever the order of these",
    articles = run(), options = { a = "Gazette", b = "Mirror", prior = 10 },
    summary = {
      marks_a = {
        { term = "harbour", ids_a = { "g1", "g2", "g3" }, ids_b = {} }, { term = "storm", ids_a = { "g1", "g2", "g3" }, ids_b = {} },
      },
    },
  },
  {
    name = "numbers and labels of plugins in the run are compared, too",
    articles = run(), with = { "sentiment", "topics" }, options = { a = "Gazette", b = "Mirror", prior = 10 },
    report = { "Shares by topics.topic: 6 articles of Gazette, 6 of Mirror" },
  },
  {
    name = "without sides the largest part stands against all others",
    articles = run(), summary = { a = { name = "Gazette", articles = 6 }, b = { name = "Mirror", articles = 6 } },
  },
  {
    name = "months can be compared",
    articles = run(), options = { date = "2026-03" },
    summary = { a = { name = "before 2026-03", articles = 6 }, b = { name = "from 2026-03", articles = 6 } },
  },
  {
    name = "a side that is not there is said",
    articles = run(), options = { a = "Courier" },
    report = "there are no articles of Courier. There are some of Gazette, Mirror.",
  },
  {
    name = "a run that nothing tells apart says so",
    articles = { { text = "Ferries are late." } }, report = "No article can be told apart by publisher.",
  },
}
