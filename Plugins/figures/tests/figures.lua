local function day(date) return { published = date .. "T08:00:00Z" } end

return {
  {
    name = "the words beside a figure say what it counts",
    text = "The quake killed [figure thing=dead value=18:18 people] and injured [figure thing=injured:40 others]. "
      .. "Inflation rose to [figure thing=inflation value=3.2:3.2%] in May. The fire did [figure thing=damage unit=USD:$5 million] in damage.",
    fields = {
      count = 4, counted = 2, percentages = 1, money = 1, things = { dead = 1, injured = 1, inflation = 1, damage = 1 }, attributed = 0,
    },
  },
  {
    name = "people who were not killed are no toll",
    text = "The soldiers were killed in [figure thing=attacks:three attacks].",
    fields = { things = { attacks = 1 }, claims = {} },
  },
  {
    name = "a sum or a percentage may be of the words behind it",
    text = "The board voted for a [figure:£10bn] transport plan.",
    fields = { money = 1, things = { ["transport plan"] = 1 } },
  },
  {
    name = "who says the sentence gives the figure, according to included",
    text = "At least [figure who=police:12 people] were arrested, according to police. “We lost [figure:40 boats],” said Ada Fenwick.",
    fields = { attributed = 2, who = { police = 1, ["Ada Fenwick"] = 1 }, figures = { { bound = "least", value = 12 }, { value = 40 } } },
  },
  {
    name = "letters beyond ASCII around a figure are no trouble, wherever a slice ends",
    text = "Zoë’s “ééééééééééééé” [figure:5%] ééééééééééééééééééééééééééééééééééé. Für ééééééééééé x [figure:6%] éééééééééééééééééééééééééééééééééé.",
    fields = { count = 2 },
  },
  {
    name = "measures count on request alone",
    text = "The wall is 12 metres high.", fields = { count = 0, figures = {} }, marks = { figure = {} },
  },
  {
    name = "the option measures counts them too",
    text = "The wall is 12 metres high.", options = { measures = true }, fields = { count = 1 },
  },
  {
    name = "tolls of one day and place that cannot both be right contradict each other",
    articles = {
      { id = "a", text = "The fire in Harwich killed 18 people, police said.", metadata = day("2026-03-02") },
      { id = "b", text = "In Harwich 24 people were killed by the fire.", metadata = day("2026-03-02") },
      { id = "c", text = "At least 10 people died in Harwich.", metadata = day("2026-03-02") },
      { id = "d", text = "A storm killed 30 people in Harwich.", metadata = day("2026-03-09") },
    },
    summary = {
      contradictory = 1,
      contradictions = { { thing = "dead", day = "2026-03-02", about = "Harwich",
        claims = { { article = "a", value = 18, who = "police" }, { article = "b", value = 24 } } } },
    },
    report = { "Figures that contradict each other", "18 people", "24 people", "police" },
  },
  {
    name = "at least, up to and about leave room",
    articles = {
      { text = "At least 10 people died in Harwich.", metadata = day("2026-03-02") },
      { text = "The fire in Harwich killed 12 people.", metadata = day("2026-03-02") },
      { text = "The fire in Harwich killed about 13 people.", metadata = day("2026-03-02") },
    },
    summary = { contradictory = 0 },
    report = "None: no two articles",
  },
  {
    name = "an article without figures has none",
    text = "The harbour is closed.", fields = { count = 0, figures = {}, claims = {} },
  },
}
