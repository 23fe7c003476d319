import Document

/// Values as shades of cells, with names of rows at the left and names of columns above.
struct HeatMapChart {
  /// Widths for which words are cut and left out: of pages and of phones.
  private static let wide = 620.0
  private static let narrow = 320.0
  private static let letter = 6.7
  private static let longestColumn = 16
  /// Of names that slant on phones alone.
  private static let longestOnPhone = 11
  private static let line = 15.0

  let id: String
  let drawing: HeatMapDrawing
  /// By the cells' places in the ranking.
  let links: [String?]

  private var columns: Int { drawing.shownColumns }
  private var rows: Int { drawing.shownRows }
  private var rowHeight: Double { rows > 20 ? 20 : 27 }

  /// The share of the width that names of rows take; on phones there is room for twelve letters.
  private var left: Double {
    let longest = Double(drawing.rows.prefix(rows).map { DisplayWidth.of($0) }.max() ?? 0)
    let page = (longest * Self.letter + 10) / Self.wide
    let phone = (min(longest, 12) * Self.letter + 6) / Self.narrow
    return min(max(page, phone, 0.08), 0.3)
  }

  /// How the names of columns stand: along the page or slanting, all of them or every second, third …
  private struct Head {
    var isSlanting: Bool
    var every: Int
    var height: Double
    /// Where names slant on phones, but pages have room for them in lines.
    var lines: [[String]]?
  }

  private var head: Head {
    let longest = drawing.columns.prefix(columns).map { DisplayWidth.of($0) }.max() ?? 0
    let cell = Self.narrow * (1 - left) / Double(max(1, columns))
    if cell >= 48, Double(longest) * Self.letter <= Self.wide * (1 - left) / Double(columns) {
      return Head(isSlanting: false, every: 1, height: 20)
    }
    let every = Int((Double(longest + 1) * Self.letter / cell).rounded(.up))
    if every <= 1 || longest <= 5 && every <= 4 {
      return Head(isSlanting: false, every: max(1, every), height: 20)
    }
    let lines = self.lines
    let letters = Double(min(longest, lines == nil ? Self.longestColumn : Self.longestOnPhone))
    return Head(
      isSlanting: true, every: max(1, Int((14 / cell).rounded(.up))),
      height: letters * Self.letter * 0.58 + 14, lines: lines)
  }

  /// The names of columns in at most two lines each that fit above their cells on pages; nil where one does not.
  private var lines: [[String]]? {
    let room = Int(Self.wide * (1 - left) / Double(max(1, columns)) / Self.letter)
    guard room >= 5 else { return nil }
    var all: [[String]] = []
    for name in drawing.columns.prefix(columns) {
      let lines = DisplayWidth.wrapped(Printable.string(name), to: room)
      guard lines.count <= 2, lines.allSatisfy({ DisplayWidth.of($0) <= room }) else { return nil }
      all.append(lines)
    }
    return all
  }

  func write(to html: inout HTML) {
    let head = self.head
    html.chart(
      id: id, height: Int(height), title: drawing.title,
      description: drawing.description
    ) { svg in
      for column in stride(from: 0, to: columns, by: head.every) { write(column, head, to: &svg) }
      for row in 0..<rows { writeName(of: row, top: head.height, to: &svg) }
      for (index, cell) in drawing.ranked.enumerated()
      where cell.row < rows && cell.column < columns {
        write(cell, links[index], top: head.height, to: &svg)
      }
    }
  }

  var height: Double { head.height.rounded() + rowHeight * Double(rows) + 4 }

  private func x(_ column: Double) -> Double {
    left + (1 - left) * column / Double(max(1, columns))
  }

  private func write(_ column: Int, _ head: Head, to svg: inout HTML) {
    let name = Printable.string(drawing.columns[column])
    let center = percent(x(Double(column) + 0.5))
    guard head.isSlanting else {
      let cell = (x(1) - x(0)) * Double(head.every)
      return label(
        name, "soft", x: center, y: 13, wide: cell * Self.wide, narrow: cell * Self.narrow,
        anchor: "middle", to: &svg)
    }
    let lines = head.lines?[column] ?? []
    for (index, line) in lines.enumerated() {
      let y = head.height - 7 - Self.line * Double(lines.count - 1 - index)
      svg.label(line, "soft roomy", x: center, y: y, anchor: "middle")
    }
    // What is turned is turned around a point, which a share of the width is none of.
    let longest = head.lines == nil ? Self.longestColumn : Self.longestOnPhone
    svg.element(
      "svg", .init("class", head.lines == nil ? "pin" : "pin tight"), .init("x", center),
      .init("y", Figures.plain(head.height - 4))
    ) {
      $0.element(
        "text", .init("class", "soft"), .init("text-anchor", "end"),
        .init("transform", "rotate(35)"), text: DisplayWidth.cut(name, to: longest))
    }
  }

  private func writeName(of row: Int, top: Double, to svg: inout HTML) {
    let name = Printable.string(drawing.rows[row])
    label(
      name, "", x: "0", y: top + rowHeight * (Double(row) + 0.5) + 4, wide: left * Self.wide - 8,
      narrow: left * Self.narrow - 2, anchor: "start", to: &svg)
  }

  /// Words that are cut to the room that there is on pages and on phones, in pixels.
  private func label(
    _ words: String, _ look: String, x: String, y: Double, wide: Double, narrow: Double,
    anchor: String, to svg: inout HTML
  ) {
    let page = DisplayWidth.cut(words, to: max(3, Int(wide / Self.letter)))
    let phone = DisplayWidth.cut(words, to: max(3, Int(narrow / Self.letter)))
    if page == phone { return svg.label(page, "cut \(look)", x: x, y: y, anchor: anchor) }
    svg.label(page, "cut \(look) roomy", x: x, y: y, anchor: anchor)
    svg.label(phone, "cut \(look) tight", x: x, y: y, anchor: anchor)
  }

  private func write(_ cell: HeatMap.Cell, _ link: String?, top: Double, to svg: inout HTML) {
    let step = drawing.step(of: cell.value)
    let (width, y) = ((1 - left) / Double(columns), top + rowHeight * Double(cell.row))
    svg.link(to: link) { svg in
      svg.rectangle(
        "cell \(Self.look(of: step))", x: percent(x(Double(cell.column))), y: y,
        width: percent(width), height: rowHeight, hover: drawing.hover(cell))
      let figure = Figures.shown(cell.value, digits: 2, minus: "−")
      let room = Double(figure.utf8.count) * Self.letter + 6
      guard room <= width * Self.wide else { return }
      let look = "figure \(Self.look(of: step))" + (room <= width * Self.narrow ? "" : " roomy")
      svg.label(
        figure, look, x: percent(x(Double(cell.column) + 0.5)), y: y + rowHeight / 2 + 4,
        anchor: "middle")
    }
  }

  /// The class of a step of the scale.
  static func look(of step: Int) -> String { step < 0 ? "m\(-step)" : "q\(step)" }
}
