extension APIExamples {
  static let report = #"""
    --# report.heading
    report:heading("Hedging")

    --# report.text
    report:text("Of *all* stories, by [weight](https://example.org) of hedges.")

    --# report.callout
    report:callout("Headlines were not looked at.")

    --# report.overview
    report:overview("unique stories", 12)

    --# report.table
    report:table("Stories", { "story", "hedges" }, {
      { { value = "Port reopens", article = "ulm-1" }, 3 },
      { story = "Fees", hedges = 1 },
    })

    report:table("Desks", { "desk", "stories", "share" }, { { "Local", 12, 0.6 }, { "Sport", 8, 0.4 } }, {
      sort = "-stories", formats = { share = "percent" }, totals = { stories = "sum" },
    })

    --# report.download
    report:download("desks.csv", { "desk", "stories" }, { { "Local", 12 }, { "Sport", 8 } }, { title = "Desks" })

    --# report.footnote
    local note = report:footnote("Reprints of one story count **once**.")
    report:text("There are 12 stories" .. note .. ".")

    --# report.bar
    report:bar("Speakers", { ["Ada Brandt"] = 4, Council = 2 }, { measure = "quotes", limit = 10 })

    --# report.line
    report:line("Stories a day", {
      { date = "2025-03-04", value = 3 }, { date = "2025-03-05" }, { date = "2025-03-06", value = 5 },
    })

    --# report.kwic
    report:kwic("mark", { title = "Marked words", limit = 20 })

    --# report.passages
    report:passages("Look at these", { { text = "Fees may fall", article = "ulm-1", first = 157, last = 169 } })

    --# report.network
    report:network("Who is named with whom", {
      { from = "Ada Brandt", to = "City council", weight = 3, articles = { "ulm-1", "ulm-2" } },
      { "Ada Brandt", "dpa" },
    }, { measure = "articles", nodes = { { name = "Ada Brandt", group = "people" } } })

    --# report.histogram
    report:histogram("Length of stories", { 120, 340, 90, { value = 410, article = "ulm-1" } }, {
      measure = "words", unit = "stories", bins = 5,
    })

    --# report.heatmap
    report:heatmap("Topics by day", {
      { row = "Weather", column = "Mon", value = 3, article = "ulm-1" }, { "Weather", "Tue", 1 },
      { "Sport", "Mon", 2 },
    }, { measure = "stories", columns = { "Mon", "Tue", "Wed" } })

    --# report.multiples
    report:multiples("Stories a day", {
      Weather = { ["2025-03-03"] = 1, ["2025-03-04"] = 4 },
      Sport = { ["2025-03-03"] = 2, ["2025-03-04"] = 2 },
    }, { measure = "stories" })

    --# report.stack
    report:stack("Tone by desk", {
      { name = "Local", parts = { positive = 5, negative = -2 } },
      { name = "Sport", parts = { positive = 3, negative = { value = -1, article = "ulm-1" } } },
    }, { measure = "sentences", parts = { "negative", "positive" } })

    --# report.map
    report:map("Where stories are from", {
      { name = "Ulm", lat = 48.4, lon = 9.99, value = 12, article = "ulm-1" },
      { name = "Vienna", lat = 48.21, lon = 16.37, value = 3 },
    }, { measure = "stories" })
    """#

  /// The marks of charts.
  static let marks = #"""
    --# Node
    report:network("People", { { "Ada Brandt", "Ben Okri" } }, {
      nodes = { { name = "Ada Brandt", value = 5, group = "officials", article = "ulm-1" } },
    })

    --# Tie
    report:network("People", { { from = "Ada Brandt", to = "Ben Okri", weight = 2, article = "ulm-1" } })

    --# Quantity
    report:histogram("Length of stories", { { value = 410, article = "ulm-1" } }, { measure = "words" })

    --# Bin
    report:histogram("Length of stories", { { from = 0, to = 200, count = 3 }, { from = 200, to = 400, count = 1 } })

    --# Cell
    report:heatmap("Topics by day", { { row = "Weather", column = "Mon", value = 3, article = "ulm-1" } })

    --# Series
    report:line("Stories a day", {
      { name = "Weather", points = { { date = "2025-03-03", value = 1 }, { date = "2025-03-04", value = 4 } } },
      { name = "Sport", points = { ["2025-03-03"] = 2, ["2025-03-04"] = 2 } },
    })

    --# Stack
    report:stack("Quoted", { { name = "Local", parts = { women = 5, men = 7 }, articles = { "ulm-1" } } }, { share = true })

    --# MapPlace
    report:map("Places", { { name = "Ulm", lat = 48.4, lon = 9.99 } })
    """#
}
