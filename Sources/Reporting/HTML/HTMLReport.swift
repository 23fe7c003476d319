import Document

/// The report as one HTML file that needs nothing else: no font, no picture, no network, and no script to
/// be read.
package struct HTMLReport: ReportWriter {
  let report: Report
  let legend: Legend
  var citations: Citations
  var html = HTML()
  /// Charts so far; each has an id of its own.
  private var charts = 0

  package init(_ report: Report) {
    self.report = report
    legend = Legend(report)
    citations = Citations(
      report, lines: min(Self.rows, report.entries.count), sheets: report.sheets)
  }

  package mutating func begin(to output: inout [UInt8]) {
    writeHead(report.headline)
    html.element("h1", text: report.headline)
    html.element("p", .init("class", "standfirst"), text: report.standfirst)
    writeContents()
    html.markup("</header>\n<main id=\"report\">\n")
    writeOverview()
    for index in report.plugins.indices { writePlugin(index) }
    writeIndex()
    if report.sheets == nil { writePagesHeading() } else { writeSheetList() }
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
    writeTail()
    output += html.take()
  }

  /// A new id for a chart.
  mutating func nextChart() -> String {
    charts += 1
    return "chart-\(charts)"
  }

  /// All that stands before a document's heading.
  mutating func writeHead(_ title: String) {
    let css = Stylesheet.css
    html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.void(
      "meta", .init("http-equiv", "Content-Security-Policy"),
      .init("content", ContentSecurityPolicy.allowing(stylesheet: css, script: Script.js)))
    html.markup("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
    html.markup("<meta name=\"referrer\" content=\"no-referrer\">\n")
    html.element("title", text: "\(title) · Copydesk")
    html.markup("\n<style>")
    html.verbatim(css)
    html.markup("</style>\n</head>\n")
    html.markup("<body>\n<a class=\"skip\" href=\"#report\">Skip to the report</a>\n")
    html.markup("<div class=\"page\">\n<header>\n")
    html.markup("<p class=\"nameplate\"><b>Copydesk</b><span>News analysis</span></p>\n")
  }

  mutating func writeTail() {
    html.markup("</div>\n<script>")
    html.verbatim(Script.js)
    html.markup("</script>\n</body>\n</html>\n")
  }

  private mutating func writeContents() {
    html.markup("<nav class=\"contents\" aria-label=\"Contents\"><ul>")
    writeContentsItem("#overview", "Overview")
    for (index, plugin) in report.plugins.enumerated() {
      writeContentsItem("#plugin-\(index + 1)", plugin.title)
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
    for (place, number) in articles.enumerated() {
      if place > 0 { html.markup(", ") }
      let entry = number <= report.entries.count ? report.entries[number - 1] : nil
      if let link = citations.link(to: number) {
        html.element(
          "a", .init("href", link), .any("title", entry?.mention.title ?? ""),
          text: "\(number)")
      } else {
        html.text("\(number)")
      }
    }
    let more = (total ?? articles.count) - articles.count
    if more > 0 { html.text(articles.isEmpty ? "" : " and \(Figures.count(more, "more", "more"))") }
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
