import Document

/// The report as one HTML file that needs nothing else: no font, no network, and no script to be read.
package struct HTMLReport: ReportWriter {
  let report: Report
  let legend: Legend
  var citations: Citations
  let frame: PageFrame
  var html = HTML()
  /// Charts so far; each has an id of its own.
  private var charts = 0

  package init(_ report: Report) {
    self.report = report
    legend = Legend(report)
    frame = PageFrame(report.house, hasScript: true)
    citations = Citations(
      report, lines: min(Self.rows, report.entries.count), hasSheets: report.hasSheets)
  }

  package mutating func begin(to output: inout [UInt8]) {
    frame.begin(report.title, in: &html)
    writePart()
    html.element("h1", text: report.title)
    html.element("p", .init("class", "standfirst"), text: report.introduction)
    writeContents()
    frame.beginContent(in: &html)
    writeJudgement()
    writeOverview()
    for index in report.plugins.indices { writePlugin(index) }
    writeIndex()
    if report.hasSheets { writeSheetList() } else { writePagesHeading() }
    output += html.take()
  }

  package mutating func write(_ page: ArticlePage, to output: inout [UInt8]) {
    writeArticle(page)
    output += html.take()
  }

  package mutating func end(to output: inout [UInt8]) {
    html.markup("</section>\n</main>\n<footer>Made by Copydesk from the inputs named above. ")
    html.markup("The same inputs and plugins give the same report, to the byte; ")
    html.markup("<code>findings.jsonl</code> and <code>findings.csv</code> beside it ")
    html.markup("hold every result.</footer>\n")
    frame.end(in: &html)
    output += html.take()
  }

  /// A new id for a chart.
  mutating func nextChart() -> String {
    charts += 1
    return "chart-\(charts)"
  }

  /// What the report is a part of.
  private mutating func writePart() {
    guard let part = report.part else { return }
    html.element("p", .init("class", "over")) {
      $0.link(to: part.index, "Reports by \(part.grouping)")
      $0.text(" · \(part.grouping) ")
      $0.isolated(part.name)
    }
    html.markup("\n")
  }

  private mutating func writeContents() {
    html.markup("<nav class=\"contents\" aria-label=\"Contents\"><ul>")
    if let judgement = report.judgement {
      writeContentsItem("#judgement", judgement.title)
    }
    writeContentsItem("#overview", "Overview")
    for (index, plugin) in report.plugins.enumerated() {
      writeContentsItem("#plugin-\(index + 1)", plugin.heading)
    }
    writeContentsItem("#index", "Index of articles")
    if report.pages > 0 { writeContentsItem("#articles", "Articles") }
    html.markup("</ul></nav>\n")
  }

  private mutating func writeContentsItem(_ place: String, _ words: String) {
    html.element("li") { $0.link(to: place, words) }
  }

  // MARK: Parts that sections share

  /// Links to articles by their numbers: `1, 4, 7 and 12 more`.
  mutating func writeLinks(_ articles: [Int], of total: Int? = nil) {
    html.writeLinks(articles.map(reference), of: total)
  }

  func reference(to number: Int) -> Reference {
    let entry = number <= report.entries.count ? report.entries[number - 1] : nil
    return Reference(
      number: number, place: citations.link(to: number), title: entry?.mention.title ?? "")
  }

  /// An article's title, leading to it where it can.
  /// - Parameter limit: columns that the title may take.
  mutating func writeMention(_ mention: ArticleMention, limit: Int? = nil) {
    let title = mention.title.isEmpty ? mention.source : mention.title
    let short = limit.map { DisplayWidth.cut(title, to: $0) } ?? title
    guard let link = citations.link(to: mention.number) else { return html.isolated(short) }
    html.element(
      "a", .init("href", link), .any("title", short == title ? "" : title)
    ) { $0.isolated(short) }
  }

  /// A table that scrolls by itself where it is too wide.
  mutating func scrolling(_ name: String, _ look: String = "scroll", body: (inout Self) -> Void) {
    html.open(
      "div",
      [
        .init("class", look), .init("role", "group"), .init("aria-label", name),
        .init("tabindex", "0"),
      ])
    body(&self)
    html.markup("</div>\n")
  }
}

extension PluginReport {
  /// The plugin's name as a heading.
  var title: String {
    let name = description.name.split(separator: "_").joined(separator: " ")
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}
