import Document

// What was read and with what, what failed and why: the denominators of every other number.

extension HTMLReport {
  private static let shownNames = 10

  mutating func writeOverview() {
    html.markup("<section id=\"overview\" aria-labelledby=\"overview-title\">\n")
    html.markup("<p class=\"kicker\">Overview</p>\n<h2 id=\"overview-title\">What was read</h2>\n")
    writeFigures()
    writeTimeline()
    html.markup("<div class=\"columns\">")
    writeRanking("Publishers", overview.publishers, name: { $0 })
    writeRanking("Languages", overview.languages, name: Language.name)
    writeRanking("Sections", overview.sections, name: { $0 })
    html.markup("</div>\n")
    writePlugins()
    writeProblems()
    writeMethod()
    html.markup("</section>\n")
  }

  private var overview: Overview { report.overview }

  // MARK: Counts

  private mutating func writeFigures() {
    html.markup("<dl class=\"figures\">")
    writeFigure(overview.articles, "articles read")
    for figure in report.figures {
      writeFigure(figure.count, figure.words, link: "#plugin-\(figure.plugin + 1)")
    }
    writeFigure(overview.words, "words")
    if overview.failures.total > 0 {
      writeFigure(overview.failures.total, "inputs that could not be read", isAlert: true)
    }
    if overview.skips.total > 0 { writeFigure(overview.skips.total, "inputs skipped") }
    if overview.errors.total > 0 {
      writeFigure(overview.errors.total, "results missing, as a plugin failed", isAlert: true)
    }
    let warnings = overview.warnings.counts.reduce(0) { $0 + Int($1.count) }
    if warnings > 0 { writeFigure(warnings, "doubts noted while reading") }
    html.markup("</dl>\n")
  }

  private mutating func writeFigure(
    _ count: Int, _ words: String, isAlert: Bool = false, link: String? = nil
  ) {
    html.element("div", .any("class", isAlert ? "alert" : "")) {
      $0.element("dt") { $0.link(to: link, words) }
      $0.element("dd", text: Figures.shown(count))
    }
  }

  // MARK: When, who, which languages

  private mutating func writeTimeline() {
    guard let timeline = Timeline(overview.days) else { return }
    let id = nextChart()
    let chart = HistogramChart(
      id: id, title: "Articles by \(timeline.period.rawValue)", bins: timeline.bins,
      links: links(of: timeline.bins, "\(id)-data"),
      binNames: timeline.names, isNamed: true)
    let dated = overview.days.reduce(0) { $0 + Int($1.count) }
    html.markup("<figure class=\"wide\"><figcaption>")
    html.text("Articles by \(timeline.period.rawValue)")
    html.element(
      "span",
      text: note(
        "\(Figures.count(dated, "article")) with a date", overview.articles - dated, "without"))
    html.markup("</figcaption>")
    chart.write(to: &html)
    writeBinsTable(timeline.bins, names: timeline.names, first: "Date", id: "\(id)-data")
    html.markup("</figure>\n")
  }

  private func note(_ words: String, _ missing: Int, _ verb: String) -> String {
    missing > 0 ? "\(words), \(Figures.shown(missing)) \(verb)" : words
  }

  private mutating func writeRanking(_ title: String, _ ranking: Ranking, name: (String) -> String)
  {
    guard !ranking.counts.isEmpty else { return }
    let shown = ranking.counts.prefix(Self.shownNames)
    let points = shown.map { Point(label: name($0.name), value: $0.count) }
    let id = nextChart()
    html.markup("<figure><figcaption>")
    html.text(title)
    html.element("span", text: note("articles", ranking.without, "without"))
    html.markup("</figcaption>")
    BarChart(
      id: id, chart: Chart(title: title, measure: "articles", points: points),
      links: links(of: shown, "\(id)-data")
    )
    .write(to: &html)
    writeCountsTable(ranking, first: title, id: "\(id)-data", name: name)
    html.markup("</figure>\n")
  }

  // MARK: Plugins

  private mutating func writePlugins() {
    guard !report.plugins.isEmpty else { return }
    html.markup("<h3>Plugins</h3>\n")
    scrolling("Plugins") { page in
      page.html.markup(
        "<table class=\"plugins\"><thead><tr><th>Plugin</th><th>Version</th>")
      page.html.markup("<th class=\"n\">Results</th>")
      page.html.markup("<th class=\"n\">Skipped</th><th class=\"n\">Failed</th>")
      page.html.markup("<th>Options</th><th>SHA-256</th></tr></thead><tbody>")
      for (index, plugin) in page.report.plugins.enumerated() { page.writePluginRow(plugin, index) }
      page.html.markup("</tbody></table>")
    }
  }

  private mutating func writePluginRow(_ plugin: PluginReport, _ index: Int) {
    let description = plugin.description
    html.element("tr") { row in
      row.element("th", .init("scope", "row")) {
        $0.link(to: "#plugin-\(index + 1)", description.name)
        $0.element("small", text: description.summary)
      }
      row.element("td", text: description.version)
      for count in [plugin.articles, plugin.skipped, plugin.errors] {
        row.element("td", .init("class", "n"), text: Figures.shown(count))
      }
      row.element("td", text: plugin.settings.isEmpty ? "–" : plugin.settings)
      row.element("td") {
        $0.element(
          "code", .init("title", description.hash), text: String(description.hash.prefix(12)))
      }
    }
  }

  // MARK: What failed

  private mutating func writeProblems() {
    writeFailures("Inputs that could not be read", overview.failures)
    writeErrors()
    writeFailures("Inputs that were skipped", overview.skips)
    writeWarnings()
  }

  private mutating func writeFailures(_ title: String, _ listing: Listing<ReadFailure>) {
    guard listing.total > 0 else { return }
    html.element("h3", text: title)
    scrolling(title) { page in
      page.html.markup(
        "<table><thead><tr><th>Input</th><th>Reason</th><th>What to do</th></tr></thead><tbody>")
      for failure in listing.shown {
        page.html.element("tr") { row in
          row.element("th", .init("scope", "row")) { $0.isolated(failure.source) }
          row.element("td", text: failure.message)
          row.element("td", text: failure.remedy ?? "–")
        }
      }
      page.html.markup("</tbody></table>")
    }
    writeRest(listing.total - listing.shown.count)
  }

  private mutating func writeErrors() {
    guard overview.errors.total > 0 else { return }
    html.markup("<h3>Results that are missing</h3>\n")
    scrolling("Results that are missing") { page in
      page.html.markup(
        "<table><thead><tr><th>Article</th><th>Plugin</th><th>Reason</th></tr></thead><tbody>")
      for failure in page.overview.errors.shown {
        page.html.markup("<tr><th scope=\"row\">")
        page.writeMention(failure.article)
        page.html.element("small") { $0.isolated(failure.article.source) }
        page.html.markup("</th>")
        page.html.element("td", text: failure.error.plugin)
        page.html.element("td", text: failure.error.sentence)
        page.html.markup("</tr>")
      }
      page.html.markup("</tbody></table>")
    }
    writeRest(overview.errors.total - overview.errors.shown.count)
  }

  private mutating func writeRest(_ more: Int) {
    guard more > 0 else { return }
    html.element(
      "p", .init("class", "links"),
      text: "And \(Figures.count(more, "more", "more")), all of them in findings.jsonl.")
  }

  private mutating func writeWarnings() {
    guard !overview.warnings.counts.isEmpty else { return }
    html.markup("<h3>Doubts noted while reading</h3>\n")
    html.markup("<p>What was repaired or guessed; each article says what exactly.</p>")
    writeCounts(overview.warnings, first: "Doubt", id: "doubt", name: { $0 })
  }

  // MARK: How it was made

  private mutating func writeMethod() {
    html.markup("<h3>How this report was made</h3>\n<p>Copydesk read ")
    let inputs = overview.inputs
    for (index, input) in inputs.prefix(10).enumerated() {
      if index > 0 { html.text(index == min(inputs.count, 10) - 1 ? " and " : ", ") }
      html.element("code", text: Printable.string(input))
    }
    if inputs.count > 10 { html.text(" and \(Figures.count(inputs.count - 10, "more input"))") }
    html.text(
      ", \(Figures.count(overview.bytes, "byte")), and ran the plugins above on every article, each alone. "
    )
    html.text(
      "A result counts only where its plugin ran to its end; what was skipped or failed is in no mean and no total."
    )
    html.markup("</p>\n")
    writeCapsule()
    writeSettings()
  }

  /// What whoever cites the report or wants to repeat it needs.
  private mutating func writeCapsule() {
    html.markup("<details><summary>For a methods section</summary>")
    html.element("blockquote", .init("class", "methods"), text: report.methods)
    html.markup("</details>\n")
    guard !overview.command.isEmpty else { return }
    html.markup("<details><summary>To do it again</summary><pre><code>")
    html.text(Printable.string(overview.command))
    html.markup("</code></pre></details>\n")
  }

  private mutating func writeSettings() {
    html.markup("<details><summary>Limits and hashes</summary><div class=\"scroll\"><table><tbody>")
    for limit in overview.limits { writeSetting(limit.name, limit.value) }
    if !overview.hash.isEmpty { writeSetting("all articles", overview.hash) }
    for plugin in report.plugins {
      writeSetting(
        "\(plugin.description.name) \(plugin.description.version)", plugin.description.hash)
    }
    html.markup("</tbody></table></div></details>\n")
  }

  private mutating func writeSetting(_ name: String, _ value: String) {
    html.element("tr") { row in
      row.element("th", .init("scope", "row"), text: name)
      row.element("td") { $0.element("code", text: value) }
    }
  }
}
