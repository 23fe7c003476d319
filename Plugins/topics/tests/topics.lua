return {
  {
    name = "a match report is sport, and its discipline is sure",
    title = "Striker's late goal wins the derby",
    text = "The striker scored from a free kick in stoppage time. The goalkeeper had no chance, the coach said.",
    fields = { topic = "sport" },
    marks = { term = { "Striker's", "goal", "wins", "derby", "striker", "scored", "free kick", "stoppage time", "goalkeeper", "chance", "coach" } },
  },
  {
    name = "what decides is marked with its topic",
    text = "The central bank raised interest rates because inflation would not fall.",
    fields = { topic = "economy, business and finance" },
    marks = { term = { { text = "central bank", topic = "economy" }, "interest rates", "inflation", "fall" } },
  },
  {
    name = "what the marks weigh adds up to the scores",
    title = "Striker wins", text = "The striker scored.",
    fields = { topic = "sport" },
    marks = { term = { { text = "Striker", weight = 0.5254 }, "wins", { text = "striker", weight = 0.1751 }, "scored" } },
  },
  {
    name = "a word that was learned from others speaks for a topic, too",
    text = "The soprano was acclaimed.",
    fields = { topic = "arts, culture, entertainment and media" },
    marks = { term = { "soprano", "acclaimed" } },
  },
  {
    name = "levels below are told where the story names them",
    title = "Volcanic eruption on the island", text = "The volcanic eruption began at dawn. Disaster relief workers came, and an earthquake followed.",
    fields = { topic = "disaster, accident and emergency incident" },
    marks = {
      named = { { text = "Volcanic eruption", topic = "volcanic eruption" }, "volcanic eruption" },
    },
  },
  {
    name = "an option keeps one topic alone",
    text = "Ministers in parliament argued over vaccines for hospitals, and patients and nurses wrote to parliament.",
    options = { most = 1 },
    fields = { topic = "health" },
  },
  {
    name = "a text that says nothing of a topic has none",
    text = "It was what it was, and then it was not.",
    missing = { "topic" }, marks = { term = {} },
  },
  { name = "other languages are left alone", text = "Die Bank hob den Zins an.", language = "de", skipped = "language" },
}
