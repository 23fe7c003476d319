import Document

// The charts of a plugin's own report as tables.

extension MarkdownReport {
  mutating func write(_ chart: Chart, first: String, hasBars: Bool) {
    guard !chart.points.isEmpty else { return }
    md.heading(4, chart.title)
    let measure = chart.measure.isEmpty ? "Value" : chart.measure
    md.tableHead(hasBars ? [first, measure, " "] : [first, measure]) { $0 == 1 }
    let most = chart.points.compactMap(\.value).map(abs).filter(\.isFinite).max() ?? 0
    for point in chart.points.prefix(Self.shownRows) {
      md.markup("| ")
      md.link(to: anchor(of: point.targets.first), point.label)
      md.markup(" | ")
      md.text(point.value.map { Figures.shown($0, digits: 4, minus: "−") } ?? "no value")
      if hasBars {
        md.markup(" | ")
        md.text(Self.bar(point.value, of: most))
      }
      md.markup(" |\n")
    }
    md.markup("\n")
  }

  /// A bar of blocks; one below zero is drawn in another shade.
  private static func bar(_ value: Double?, of most: Double) -> String {
    guard let value, value.isFinite, most > 0 else { return "" }
    let length = Int((abs(value) / most * 20).rounded())
    return String(repeating: value < 0 ? "▒" : "█", count: length)
  }

  mutating func write(_ tables: [DataTable], _ title: String, _ note: String) {
    guard tables.contains(where: { !$0.rows.isEmpty }) else { return }
    md.heading(4, title)
    if !note.isEmpty { md.paragraph(note) }
    for table in tables where !table.rows.isEmpty { write(table) }
  }

  private mutating func write(_ table: DataTable) {
    let columns = table.hasTargets ? table.columns + ["Articles"] : table.columns
    md.tableHead(columns) { table.numeric.contains($0) }
    for row in table.rows.prefix(Self.shownRows) {
      for cell in row.cells {
        md.markup("| ")
        md.text(cell)
        md.markup(" ")
      }
      if table.hasTargets {
        md.markup("| ")
        writeLinks(
          row.targets.compactMap { citations.entry($0.article, of: report)?.mention.number },
          of: row.targets.total)
        md.markup(" ")
      }
      md.markup("|\n")
    }
    md.markup("\n")
    let more = table.rows.count - Self.shownRows
    if more > 0 { md.paragraph("And \(Figures.count(more, "more row")).") }
  }
}
