import Document

// Tables of a report on a terminal: as wide as it is, with what doesn't fit cut.

extension TextPage {
  private static let shownRows = 30
  private static let indent = "    "

  mutating func table(_ table: Table) {
    let numeric = Set(table.columns.indices.filter(table.isNumeric))
    caption(table.title)
    var lines = table.rows.map { row in
      row.prefix(table.columns.count).enumerated().map { table.shown($1.value, column: $0) }
    }
    if lines.count > Self.shownRows { lines = Array(lines.prefix(Self.shownRows)) }
    let more = table.rows.count - lines.count
    if let totals = table.totalLine { lines.append(totals) }
    rows(table.columns, numeric: numeric, lines, more: more)
  }

  /// - Parameters:
  ///   - numeric: the columns that stand at the right.
  ///   - more: how many lines there are besides.
  mutating func rows(
    _ columns: [String], numeric: Set<Int>, _ rows: [[String]], more: Int = 0
  ) {
    let shown = rows.prefix(Self.shownRows + 1)
    let columns = columns.map { Printable.string($0) }
    let widths = widths(columns, shown.map { $0 })
    func written(_ cells: [String]) -> String {
      Self.indent
        + zip(cells, widths).enumerated().map { index, cell in
          let words = DisplayWidth.cut(Printable.string(cell.0), to: cell.1)
          return numeric.contains(index)
            ? DisplayWidth.paddedLeft(words, to: cell.1) : DisplayWidth.padded(words, to: cell.1)
        }.joined(separator: "  ")
    }
    line(style.painted(written(columns), .dim))
    for row in shown { line(written(row)) }
    let more = more + rows.count - shown.count
    if more > 0 { line(Self.indent + style.painted("… \(Figures.shown(more)) more", .dim)) }
  }

  /// Each column as wide as its widest cell; where that is too much, the widest ones give way.
  private func widths(_ columns: [String], _ rows: [[String]]) -> [Int] {
    var widths = columns.map { max(1, DisplayWidth.of($0)) }
    for row in rows {
      for (index, cell) in row.enumerated() where index < widths.count {
        widths[index] = max(widths[index], DisplayWidth.of(Printable.string(cell)))
      }
    }
    let room = style.width - Self.indent.utf8.count - 2 * max(0, widths.count - 1)
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > 3 {
      for index in widths.indices where widths[index] == widest { widths[index] -= 1 }
    }
    return widths
  }
}
