import Document

// The articles of a large run in files of their own, so that the report and each of them open fast.

extension HTMLReport {
  static let reportFromSheet = "../report.html"

  /// The part of the report that leads to the files.
  mutating func writeSheetList() {
    html.markup("<section id=\"articles\" aria-labelledby=\"articles-title\">\n")
    html.markup("<p class=\"kicker\">Texts</p>\n")
    html.markup("<h2 id=\"articles-title\">The articles and what was found in them</h2>\n")
    writeWhatIsLeftOut()
    html.markup("<ul class=\"sheets\">")
    for sheet in 1...max(1, Sheets.count(of: report.pages)) {
      let numbers = Self.numbers(articles(of: sheet))
      html.element("li") {
        $0.link(to: "\(Sheets.folder)/\(Sheets.name(sheet))", numbers)
      }
    }
    html.markup("</ul>\n")
  }

  /// Writes all that stands before the articles of a file.
  package mutating func beginSheet(_ sheet: Int, to output: inout [UInt8]) {
    let title = "Articles \(Self.numbers(articles(of: sheet)))"
    frame.begin("\(title) · \(report.title)", in: &html)
    html.element("h1", text: title)
    html.element("p", .init("class", "standfirst"), text: report.title)
    writeWays(from: sheet)
    frame.beginContent(in: &html)
    html.markup("<section aria-labelledby=\"titles\"><p class=\"kicker\">Contents</p>\n")
    html.markup("<h2 id=\"titles\">The articles and what was found in them</h2>\n")
    html.open("ol", [.init("class", "titles"), .init("start", articles(of: sheet).lowerBound)])
    for number in articles(of: sheet) where number <= report.entries.count {
      let mention = report.entries[number - 1].mention
      html.element("li") {
        $0.link(to: "#article-\(number)", mention.title.isEmpty ? mention.source : mention.title)
      }
    }
    html.markup("</ol>\n")
    writeLegend()
    output += html.take()
  }

  package mutating func endSheet(_ sheet: Int, to output: inout [UInt8]) {
    html.markup("</section>\n</main>\n<footer>")
    writeWays(from: sheet, label: "Files of articles, at the end")
    html.markup("</footer>\n")
    frame.end(in: &html)
    output += html.take()
  }

  private func articles(of sheet: Int) -> ClosedRange<Int> {
    Sheets.articles(of: sheet, among: report.pages)
  }

  private static func numbers(_ articles: ClosedRange<Int>) -> String {
    articles.count == 1
      ? Figures.shown(articles.lowerBound)
      : "\(Figures.shown(articles.lowerBound))–\(Figures.shown(articles.upperBound))"
  }

  private mutating func writeWays(from sheet: Int, label: String = "Files of articles") {
    html.open("nav", [.init("class", "contents"), .init("aria-label", label)])
    html.markup("<ul>")
    html.element("li") { $0.link(to: "\(Self.reportFromSheet)#index", "Index of articles") }
    if sheet > 1 { html.element("li") { $0.link(to: Sheets.name(sheet - 1), "Before") } }
    if sheet < Sheets.count(of: report.pages) {
      html.element("li") { $0.link(to: Sheets.name(sheet + 1), "After") }
    }
    html.markup("</ul></nav>\n")
  }
}
