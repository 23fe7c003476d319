local function on(day) return { published = day } end

return {
  {
    name = "dates are marked with what they say and how precise they are",
    text = 'The bridge fell on [date iso=2021-08-14 precision=day:14 August 2021]. It was built in [date iso="1962" precision=year:1962].',
    metadata = on("2026-03-04"),
    fields = { mentions = 2, relative = 0, days = { ["2021-08-14"] = 1 }, years = { ["1962"] = 1 }, months = {}, day = "2026-03-04", undated = false },
  },
  {
    name = "relative dates are told from the article's own",
    text = "The council met on [date iso=2026-03-03 relative=true:Tuesday].", metadata = on("2026-03-04"),
    fields = { mentions = 1, relative = 1, days = { ["2026-03-03"] = 1 } },
  },
  {
    name = "the day may be the dateline's, and an article may have none",
    articles = {
      { id = "a", text = "It rained.", metadata = { dateline = { place = "Alder", date = "2026-03-02" } } },
      { id = "b", text = "It rained." }, { id = "c", text = "It rained.", metadata = on("2026-03-04T09:30:00Z") },
    },
    summary = {
      period = "day", first = "2026-03-02", last = "2026-03-04", without_day = 1,
      periods = { { start = "2026-03-02", articles = 1 }, { start = "2026-03-03", articles = 0 }, { start = "2026-03-04", articles = 1 } },
    },
    report = {
      "**2** articles were published on known days from 2026-03-02 to 2026-03-04", "**1** article without a date counts in no period",
      "no article of 1 of these 3 days",
    },
  },
  {
    name = "the tone has its number of articles beside it", with = "sentiment",
    articles = {
      { id = "a", text = "A wonderful success delighted everyone.", metadata = on("2026-03-02") },
      { id = "b", text = "A terrible disaster killed many people.", metadata = on("2026-03-02") },
      { id = "c", text = "A wonderful success delighted everyone.", metadata = on("2026-03-03") },
    },
    summary = { periods = {
      { start = "2026-03-02", articles = 2, toned = 2, tone = { least = -0.5, most = 0.5 } },
      { start = "2026-03-03", articles = 1, toned = 1, tone = { least = 0.3 } },
    } },
    report = { "Tone over time", "of articles" },
  },
  {
    name = "where no article copies another one line says it", with = "stories",
    articles = {
      { id = "a", text = "The ferry sails again from the old harbour.", metadata = on("2026-03-02") },
      { id = "b", text = "A fox was seen on the roof of the town hall.", metadata = on("2026-03-03") },
    },
    report = "articles by day, each a story of its own",
  },
  {
    name = "with stories in the run unique ones are counted", with = "stories",
    articles = {
      { id = "a", text = "The harbour board approved another ferry terminal after months of dispute.", metadata = on("2026-03-02") },
      { id = "b", text = "The harbour board approved another ferry terminal after months of dispute.", metadata = on("2026-03-02") },
      { id = "c", text = "Heavy snow closed the mountain road for the third day.", metadata = on("2026-03-03") },
    },
    report = "unique stories",
  },
  {
    name = "days that articles mention lead to their sentences, and those to come stand apart",
    articles = {
      { id = "a", text = "The bridge fell on 14 August 2021. Voters will decide on 9 May 2027.", metadata = on("2026-03-02") },
      { id = "b", text = "Forty people died on 14 August 2021.", metadata = on("2026-03-03") },
    },
    summary = {
      mentioned = { day = { { iso = "2021-08-14", articles = 2, mentions = 2,
        sentences = { { article = "a", first = 1, last = 34 }, { article = "b" } } }, { iso = "2027-05-09" } } },
      ahead = { { iso = "2027-05-09", articles = 1 } }, all_ahead = 1,
    },
    report = { "2021-08-14", "Forty people died", "Ahead", "Voters will decide" },
  },
  {
    name = "longer runs are put into weeks and months",
    articles = { { id = "a", text = "It rained.", metadata = on("2026-01-01") }, { id = "b", text = "It rained.", metadata = on("2026-06-01") } },
    summary = { period = "week", periods = { includes = { { start = "2025-12-29", articles = 1 }, { start = "2026-06-01", articles = 1 } } } },
  },
  {
    name = "the option period says what articles are put together by", options = { period = "month" },
    articles = { { id = "a", text = "It rained.", metadata = on("2026-01-01") }, { id = "b", text = "It rained.", metadata = on("2026-03-01") } },
    summary = { period = "month", periods = { { start = "2026-01", articles = 1 }, { start = "2026-02", articles = 0 }, { start = "2026-03" } } },
  },
  {
    name = "an article without dates mentions none",
    text = "The harbour is closed.", fields = { mentions = 0, days = {} }, marks = { date = {} },
  },
}
