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

    var isNumeric: Bool { value.number != nil || value == .null }

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

  let grouping: String
  let result: Result
  private let house: House
  let judgement: Judgement?
  private(set) var entries: [Entry] = []

  /// - Parameter judgement: on the run as a whole.
  package init(by grouping: String, result: Result, house: House, judgement: Judgement?) {
    self.grouping = grouping
    self.result = result
    self.house = house
    self.judgement = judgement
  }

  package mutating func add(_ entry: Entry) { entries.append(entry) }

  private var headline: String { "Reports by \(grouping)" }
  var title: String { house.title ?? headline }

  var standfirst: String {
    var words = house.title == nil ? "" : "\(headline): "
    words +=
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

  var headings: [String] {
    [grouping, "articles"] + (entries.first?.facts.map(\.name) ?? [])
  }

  /// Rows of words below the headings.
  func cells(_ entry: Entry) -> [String] {
    [Figures.shown(entry.articles)] + entry.facts.map(\.shown)
  }

  // MARK: Pages

  package var html: [UInt8] {
    var html = HTML()
    let frame = PageFrame(house, hasScript: true)
    frame.begin(title, in: &html)
    html.element("h1", text: title)
    html.element("p", .init("class", "standfirst"), text: standfirst)
    frame.beginContent(in: &html)
    writeJudgement(to: &html)
    html.markup("<section aria-labelledby=\"index-title\">\n<p class=\"kicker\">Reports</p>\n")
    html.element("h2", .init("id", "index-title"), text: "Index of reports")
    writeTable(to: &html)
    html.markup("</section>\n")
    writeSettings(to: &html)
    html.markup("</main>\n<footer>Made by Copydesk. <code>findings.jsonl</code> beside this page ")
    html.markup("holds every result.</footer>\n")
    frame.end(in: &html)
    return html.take()
  }

  private func writeJudgement(to html: inout HTML) {
    guard let judgement else { return }
    html.markup(
      "<section aria-labelledby=\"judgement-title\">\n<p class=\"kicker\">To be noticed</p>\n")
    html.element("h2", .init("id", "judgement-title"), text: judgement.title)
    html.write(judgement.gates, alarm: judgement.alarm)
    if let changes = judgement.changes {
      html.element("p", text: changes.introduction)
      html.writeFigures(of: changes) { _ in nil }
      for names in changes.names where !names.isEmpty { html.write(names) }
    }
    html.markup("</section>\n")
  }

  private func writeTable(to html: inout HTML) {
    html.markup("<div class=\"scroll index\" role=\"group\" aria-label=\"Index of reports\" ")
    html.markup("tabindex=\"0\" data-things=\"reports\"><table>\n<thead><tr>")
    html.element("th", text: grouping)
    html.markup("<th class=\"n\">articles</th>")
    for fact in entries.first?.facts ?? [] {
      html.element("th", .any("class", fact.isNumeric ? "n" : ""), text: fact.name)
    }
    html.markup("</tr></thead>\n<tbody>\n")
    for entry in entries { write(entry, to: &html) }
    html.markup("</tbody>\n</table></div>\n")
  }

  private func write(_ entry: Entry, to html: inout HTML) {
    html.markup("<tr>")
    html.element("th", .init("scope", "row")) { html in
      html.element("a", .init("href", "\(entry.folder)/report.html")) { $0.isolated(entry.name) }
    }
    html.element("td", .init("class", "n"), text: Figures.shown(entry.articles))
    for fact in entry.facts { write(fact, to: &html) }
    html.markup("</tr>\n")
  }

  private func write(_ fact: Fact, to html: inout HTML) {
    guard let date = fact.value.string else {
      return html.element("td", .any("class", fact.isNumeric ? "n" : ""), text: fact.shown)
    }
    html.element("td", .init("class", "date")) { cell in
      cell.element("time", .init("datetime", date), text: fact.shown)
    }
  }

  private func writeSettings(to html: inout HTML) {
    html.markup(
      "<details><summary>Inputs and settings</summary><div class=\"scroll\"><table><tbody>")
    for setting in settings {
      html.element("tr") { row in
        row.element("th", .init("scope", "row"), text: setting.name)
        row.element("td") { $0.element("code", text: setting.value) }
      }
    }
    html.markup("</tbody></table></div></details>\n")
  }

  private var settings: [Setting] {
    [Setting("inputs", result.inputs.joined(separator: ", "))] + result.settings
  }

  package var markdown: [UInt8] {
    var md = Markdown()
    md.heading(1, title)
    md.paragraph(standfirst)
    if let judgement {
      md.heading(2, judgement.title)
      md.write(judgement.gates, alarm: judgement.alarm)
      if let changes = judgement.changes {
        md.paragraph(changes.introduction)
        md.write(changes.figures)
      }
    }
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
    for setting in settings {
      md.markup("- ")
      md.text("\(setting.name): \(setting.value)")
      md.markup("\n")
    }
    return md.take()
  }
}
