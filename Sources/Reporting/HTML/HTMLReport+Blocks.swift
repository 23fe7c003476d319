import Document

// The blocks of a plugin's own report.

extension HTMLReport {
  static let shownRows = 500
  private static let headings: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]

  /// - Parameter plugin: whose blocks they are.
  mutating func writeBlocks(_ blocks: ArraySlice<ReportBlock>, of plugin: String) {
    var outline = Outline()
    for block in blocks {
      switch block {
      case .heading(let words, let level):
        html.element(Self.headings[outline.depth(of: level) - 1], text: words)
      case .text(let words): html.element("p") { Self.write(Inline.parse(words), to: &$0) }
      case .callout(let words):
        html.element("div", .init("class", "callout")) { box in
          box.element("p") { Self.write(Inline.parse(words), to: &$0) }
        }
      case .footnote, .overview: break
      case .download(let file, let table): write(table, file: file, of: plugin)
      case .table(let table): write(table)
      case .bar(let chart): writeBar(chart)
      case .line(let chart): writeLine(chart)
      case .network(let network): write(NetworkDrawing(network))
      case .map(let map): write(MapDrawing(map))
      case .histogram(let histogram): write(histogram)
      case .heatmap(let map): write(HeatMapDrawing(map))
      case .series(let chart): write(chart)
      case .kwic(let layer, let title, let limit):
        writeKWIC(layer: layer, title: title, note: "", limit: limit)
      case .passages(let title, let passages): write(passages, title: title)
      }
    }
    writeFootnotes(blocks)
  }

  private mutating func writeFootnotes(_ blocks: ArraySlice<ReportBlock>) {
    var notes: [(mark: String, words: String)] = []
    for block in blocks {
      if case .footnote(let mark, let words) = block { notes.append((mark, words)) }
    }
    guard !notes.isEmpty else { return }
    html.markup("<ul class=\"footnotes\">")
    for note in notes {
      html.element("li") { item in
        item.text(note.mark + " ")
        Self.write(Inline.parse(note.words), to: &item)
      }
    }
    html.markup("</ul>\n")
  }

  /// The line that leads to a table's file.
  private mutating func write(_ table: Table, file: String, of plugin: String) {
    let place = "\(ReportFiles.folder)/\(ReportFiles.name(file, of: plugin))"
    html.element("p", .init("class", "download")) { line in
      line.element("a", .init("href", place), .init("download", file)) {
        $0.isolated(table.title.isEmpty ? file : table.title)
      }
      line.text(" (CSV, \(Figures.count(table.rows.count, "row")))")
    }
  }

  private static func write(_ inlines: [Inline], to html: inout HTML) {
    for inline in inlines {
      switch inline {
      case .words(let words): html.text(words)
      case .code(let words): html.element("code", text: words)
      case .emphasis(let inner): html.element("em") { write(inner, to: &$0) }
      case .strong(let inner): html.element("strong") { write(inner, to: &$0) }
      case .link(let inner, let url):
        html.element("a", .init("href", url), .init("rel", "noopener noreferrer")) {
          write(inner, to: &$0)
        }
      }
    }
  }

  // MARK: Tables

  private mutating func write(_ table: Table) {
    guard !table.rows.isEmpty else {
      let title = table.title.isEmpty ? "" : "\(table.title): "
      return html.element("p", .init("class", "links"), text: "\(title)none.")
    }
    scrolling(table.title.isEmpty ? "Table" : table.title) { page in
      page.html.markup("<table class=\"sortable\">")
      if !table.title.isEmpty { page.html.element("caption", text: table.title) }
      page.html.markup("<thead><tr>")
      for (index, column) in table.columns.enumerated() {
        page.html.element("th", .any("class", table.isNumeric(index) ? "n" : ""), text: column)
      }
      page.html.markup("</tr></thead><tbody>")
      for row in table.rows.prefix(Self.shownRows) { page.write(row, of: table) }
      page.html.markup("</tbody>")
      if let line = table.totalLine { page.write(line, of: table) }
      page.html.markup("</table>")
    }
    let more = table.rows.count - Self.shownRows
    if more > 0 {
      html.element(
        "p", .init("class", "links"), text: "And \(Figures.count(more, "more row")).")
    }
  }

  private mutating func write(_ totals: [String], of table: Table) {
    html.markup("<tfoot><tr>")
    for (index, total) in totals.enumerated() {
      html.element("td", .any("class", table.isNumeric(index) ? "n" : ""), text: total)
    }
    html.markup("</tr></tfoot>")
  }

  private mutating func write(_ row: [Cell], of table: Table) {
    html.markup("<tr>")
    for (index, cell) in row.prefix(table.columns.count).enumerated() {
      let shown = table.shown(cell.value, column: index)
      html.open(
        "td",
        [
          .any("class", table.isNumeric(index) ? "n" : ""),
          .any("data-key", table.key(cell.value, column: index)),
        ])
      let link = cell.target.flatMap { citations.link(to: $0) }
      // A link needs words to be seen by.
      let isBare = shown.isEmpty && link != nil
      let words = isBare ? cell.target.map { title(ofArticle: $0.article) } : nil
      html.link(to: link) { $0.isolated(words ?? shown) }
      html.markup("</td>")
    }
    html.markup("</tr>")
  }

  // MARK: Words of articles

  /// Key words in context, one below the other, each leading to its place.
  mutating func writeKWIC(layer: String, title: String, note: String, limit: Int) {
    let concordance = report.concordances[layer]
    let lines = concordance?.first(limit) ?? []
    let total = concordance?.total ?? 0
    let shown =
      lines.count < total
      ? "\(Figures.shown(lines.count)) of \(Figures.shown(total))" : "all \(Figures.shown(total))"
    let doc = title.isEmpty ? legend.doc(of: layer) : ""
    let title = title.isEmpty ? (doc.isEmpty ? layer : doc) : title
    let notes = [doc.isEmpty ? "" : layer, note, total == 0 ? "nothing marked" : shown]
    html.markup("<figure class=\"wide\">")
    writeCaption(title, notes.filter { !$0.isEmpty }.joined(separator: " · "))
    if Concordance.isLong(lines) {
      html.markup("<ul class=\"passages\">")
      for line in lines { writePassage(line) }
      html.markup("</ul>")
    } else if !lines.isEmpty {
      scrolling(title, "scroll kwic") { page in
        page.html.markup(
          "<table><thead hidden><tr><th>Before</th><th>Words and after</th><th>Article</th></tr></thead><tbody>"
        )
        for line in lines { page.write(line) }
        page.html.markup("</tbody></table>")
      }
    }
    html.markup("</figure>\n")
  }

  private mutating func write(_ line: Concordance.Line) {
    let passage = Citations.Passage(place: line.place, range: line.range)
    let link = citations.link(to: passage, in: line.article)
    html.markup("<tr><td class=\"before\">")
    html.element("span", .init("class", "edge"), text: line.context.before)
    html.markup("</td><td class=\"word\">")
    if let link {
      html.element("a", .init("href", link), .any("title", line.note)) {
        $0.isolated(line.context.words)
      }
    } else {
      html.isolated(line.context.words)
    }
    html.isolated(line.context.after)
    html.markup("</td><td class=\"from\">")
    writeLinks([line.article])
    html.markup("</td></tr>\n")
  }

  /// Whole sentences or quotations have no line to themselves.
  private mutating func writePassage(_ line: Concordance.Line) {
    let passage = Citations.Passage(place: line.place, range: line.range)
    let link = citations.link(to: passage, in: line.article)
    let title =
      report.entries.indices.contains(line.article - 1)
      ? report.entries[line.article - 1].mention.title : ""
    html.markup("<li>")
    html.element(
      "q", .init("dir", "auto"), text: DisplayWidth.cut(line.context.words, to: 400))
    html.element("cite") { cite in
      cite.link(to: link) { $0.isolated(title.isEmpty ? "article \(line.article)" : title) }
      if !line.note.isEmpty {
        cite.text(" · ")
        cite.isolated(line.note)
      }
    }
    html.markup("</li>\n")
  }

  private mutating func write(_ passages: [Passage], title: String) {
    guard !passages.isEmpty else { return }
    html.markup("<figure class=\"wide\">")
    writeCaption(title, "")
    html.markup("<ul class=\"passages\">")
    for passage in passages.prefix(Self.shownRows) { write(passage) }
    html.markup("</ul></figure>\n")
  }

  private mutating func write(_ passage: Passage) {
    let link = citations.link(to: passage.target)
    html.markup("<li>")
    html.element("q", .init("dir", "auto"), text: DisplayWidth.cut(passage.text, to: 1000))
    if !passage.label.isEmpty { html.element("b", text: passage.label) }
    let title = title(ofArticle: passage.target.article)
    html.element("cite") { $0.link(to: link) { $0.isolated(title) } }
    html.markup("</li>\n")
  }

  private func title(ofArticle id: String) -> String {
    guard let entry = citations.entry(id, of: report) else { return id }
    return entry.mention.title.isEmpty ? entry.mention.source : entry.mention.title
  }
}

extension Table {
  /// Whether all that stands in a column is numbers.
  func isNumeric(_ column: Int) -> Bool {
    var hasNumber = false
    for row in rows where row.indices.contains(column) {
      if row[column].value.number != nil {
        hasNumber = true
      } else if row[column].value != .null {
        return false
      }
    }
    return hasNumber
  }
}
