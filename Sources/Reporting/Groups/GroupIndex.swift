package import Document

/// The page that leads to the reports of groups, with their counts.
package struct GroupIndex {
  /// A group and where its report is.
  package struct Entry: Sendable {
    package var name: String
    package var folder: String
    package var articles: Int
    package var facts: [Fact]

    package init(name: String, folder: String, articles: Int, facts: [Fact]) {
      self.name = name
      self.folder = folder
      self.articles = articles
      self.facts = facts
    }
  }

  /// Something that is known of every group; a column of the index.
  package struct Fact: Sendable {
    package var name: String
    package var value: Value

    package init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }

    var shown: String {
      switch value {
      case .string(let date): CalendarDate.shown(date)
      case .integer(let integer): Figures.shown(Int(integer), minus: "−")
      case .number(let number): Figures.shown(number, minus: "−")
      default: "–"
      }
    }

  }

  /// What is to be said of the run as a whole.
  package struct Result: Sendable {
    package var inputs: [String]
    /// All that were read, those that were left out among them.
    package var articles: Int
    package var leftOut: Int
    package var failures: Int
    package var skips: Int
    package var settings: [Setting]

    package init(
      inputs: [String], articles: Int, leftOut: Int, failures: Int, skips: Int, settings: [Setting]
    ) {
      self.inputs = inputs
      self.articles = articles
      self.leftOut = leftOut
      self.failures = failures
      self.skips = skips
      self.settings = settings
    }
  }

  private let grouping: String
  private let result: Result
  private var entries: [Entry] = []

  package init(by grouping: String, result: Result) {
    self.grouping = grouping
    self.result = result
  }

  package mutating func add(_ entry: Entry) { entries.append(entry) }

  private var headline: String { "Reports by \(grouping)" }

  private var standfirst: String {
    var words =
      "\(Figures.count(entries.count, "report")) on \(Figures.count(result.articles - result.leftOut, "article"))"
    if result.leftOut > 0 { words += " of \(Figures.shown(result.articles)) that were read" }
    words += "; \(Figures.count(result.failures, "input")) could not be read, "
    words += "\(Figures.count(result.skips, "was", "were")) skipped."
    let listed = entries.reduce(0) { $0 + $1.articles }
    if listed > result.articles - result.leftOut {
      words += " An article that belongs to several groups counts in each."
    }
    return words
  }

  private var headings: [String] {
    [grouping, "articles"] + (entries.first?.facts.map(\.name) ?? [])
  }

  /// Rows of words below the headings.
  private func cells(_ entry: Entry) -> [String] {
    [Figures.shown(entry.articles)] + entry.facts.map(\.shown)
  }

  // MARK: Pages

  package var html: [UInt8] {
    var html = HTML()
    let css = Self.stylesheet
    html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.void(
      "meta", .init("http-equiv", "Content-Security-Policy"),
      .init("content", ContentSecurityPolicy.allowing(stylesheet: css)))
    html.markup("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
    html.element("title", text: "\(headline) · Copydesk")
    html.markup("\n<style>")
    html.verbatim(css)
    html.markup("</style>\n</head>\n<body>\n<main>\n")
    html.element("h1", text: headline)
    html.element("p", text: standfirst)
    html.markup("\n<div class=\"scroll\"><table>\n<thead><tr>")
    for heading in headings { html.element("th", .init("scope", "col"), text: heading) }
    html.markup("</tr></thead>\n<tbody>\n")
    for entry in entries { write(entry, to: &html) }
    html.markup("</tbody>\n</table></div>\n")
    writeSettings(to: &html)
    html.markup("</main>\n</body>\n</html>\n")
    return html.take()
  }

  private func write(_ entry: Entry, to html: inout HTML) {
    html.markup("<tr>")
    html.element("th", .init("scope", "row")) { html in
      html.element("a", .init("href", "\(entry.folder)/report.html")) { $0.isolated(entry.name) }
    }
    for cell in cells(entry) { html.element("td", text: cell) }
    html.markup("</tr>\n")
  }

  private func writeSettings(to html: inout HTML) {
    html.markup("<dl>")
    for setting in [Setting("inputs", result.inputs.joined(separator: ", "))] + result.settings {
      html.element("dt", text: setting.name)
      html.element("dd", text: setting.value)
    }
    html.markup("</dl>\n")
  }

  private static let stylesheet = """
    :root{color-scheme:light dark}body{font:16px/1.5 Georgia,serif;margin:0;padding:2rem 1rem;\
    color:#1b1b1b;background:#fffdf8}main{max-width:60rem;margin:auto}.scroll{overflow-x:auto}\
    table{border-collapse:collapse;width:100%}th,td{text-align:right;padding:.35rem .6rem;\
    border-bottom:1px solid #c9c4b8;white-space:nowrap}th:first-child{text-align:left;\
    white-space:normal}a{color:#0b4f8a}dt{font-weight:bold;margin-top:.6rem}dd{margin:0}\
    @media(prefers-color-scheme:dark){body{color:#eee;background:#161616}a{color:#8ec7ff}\
    th,td{border-color:#444}}
    """

  package var markdown: [UInt8] {
    var md = Markdown()
    md.heading(1, headline)
    md.paragraph(standfirst)
    md.tableHead(headings) { $0 > 0 }
    for entry in entries {
      let cells = cells(entry)
      md.row(cells.count + 1) { column, md in
        guard column == 0 else { return md.text(cells[column - 1]) }
        md.markup("[")
        md.text(entry.name)
        md.markup("](")
        md.text("\(entry.folder)/report.md")
        md.markup(")")
      }
    }
    md.markup("\n")
    for setting in [Setting("inputs", result.inputs.joined(separator: ", "))] + result.settings {
      md.markup("- ")
      md.text("\(setting.name): \(setting.value)")
      md.markup("\n")
    }
    return md.take()
  }
}
