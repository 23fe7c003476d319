extension APIExamples {
  static let report = #"""
    --# report.heading
    report:heading("Hedging")

    --# report.text
    report:text("Of *all* stories, by [weight](https://example.org) of hedges.")

    --# report.callout
    report:callout("Headlines were not looked at.")

    --# report.table
    report:table("Stories", { "story", "hedges" }, {
      { { value = "Port reopens", article = "ulm-1" }, 3 },
      { story = "Fees", hedges = 1 },
    })

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

    --# MapPlace
    report:map("Places", { { name = "Ulm", lat = 48.4, lon = 9.99 } })
    """#
}
