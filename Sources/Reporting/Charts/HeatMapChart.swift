import Document

/// Values as shades of cells, with names of rows at the left and names of columns above.
struct HeatMapChart {
  /// Widths for which words are cut and left out: of pages and of phones.
  private static let wide = 620.0
  private static let narrow = 320.0
  private static let letter = 6.7
  /// Of names that slant.
  private static let longestColumn = 22
  private static let line = 15.0
  private static let lineOfRows = 13.0

  let id: String
  let drawing: HeatMapDrawing
  /// By the cells' places in the ranking.
  let links: [String?]

  private var columns: Int { drawing.shownColumns }
  private var rows: Int { drawing.shownRows }
  /// The share of the width that names of rows take.
  private let left: Double
  private var rowHeight = 27.0

  init(id: String, drawing: HeatMapDrawing, links: [String?]) {
    (self.id, self.drawing, self.links) = (id, drawing, links)
    left = Self.left(of: drawing)
    if rows > 20 { rowHeight = 20 } else if hasLongRows { rowHeight = 32 }
  }

  /// The room for names of rows on pages and on phones.
  private var roomOfRows: (page: Double, phone: Double) {
    (left * Self.wide - 8, left * Self.narrow - 2)
  }

  /// Whether some names of rows take two lines.
  private var hasLongRows: Bool {
    drawing.rows.prefix(rows).contains { name in
      [roomOfRows.page, roomOfRows.phone].contains { lines(of: name, room: $0).count > 1 }
    }
  }

  /// The name of a row in one line or two, cut where it has no room in these.
  private func lines(of name: String, room: Double) -> [String] {
    let letters = max(3, Int(room / Self.letter))
    let words = DisplayWidth.wrapped(Printable.string(name), to: letters)
    guard words.count > 1, rows <= 20 else {
      return [DisplayWidth.cut(Printable.string(name), to: letters)]
    }
    return [words[0], words[1...].joined(separator: " ")].map { DisplayWidth.cut($0, to: letters) }
  }

  /// On phones there is room for twelve letters.
  private static func left(of drawing: HeatMapDrawing) -> Double {
    let names = drawing.rows.prefix(drawing.shownRows)
    let longest = Double(names.map { DisplayWidth.of($0) }.max() ?? 0)
    let page = (longest * letter + 10) / wide
    let phone = (min(longest, 12) * letter + 6) / narrow
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
    let letters = Double(min(longest, Self.longestColumn))
    return Head(
      isSlanting: true, every: max(1, Int((14 / cell).rounded(.up))),
      height: letters * Self.letter * 0.58 + 14, lines: lines)
  }

  /// The names of columns in at most three lines each that fit above their cells on pages; nil where one does not.
  private var lines: [[String]]? {
    let room = Int(Self.wide * (1 - left) / Double(max(1, columns)) / Self.letter)
    guard room >= 5 else { return nil }
    var all: [[String]] = []
    for name in drawing.columns.prefix(columns) {
      let lines = DisplayWidth.wrapped(Printable.string(name), to: room)
      guard lines.count <= 3, lines.allSatisfy({ DisplayWidth.of($0) <= room }) else { return nil }
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
    svg.element(
      "svg", .init("class", head.lines == nil ? "pin" : "pin tight"), .init("x", center),
      .init("y", Figures.plain(head.height - 4))
    ) {
      $0.element(
        "text", .init("class", "soft"), .init("text-anchor", "end"),
        .init("transform", "rotate(35)"), text: DisplayWidth.cut(name, to: Self.longestColumn))
    }
  }

  private func writeName(of row: Int, top: Double, to svg: inout HTML) {
    let name = drawing.rows[row]
    let middle = top + rowHeight * (Double(row) + 0.5) + 4
    let page = lines(of: name, room: roomOfRows.page)
    let phone = lines(of: name, room: roomOfRows.phone)
    if page == phone { return write(page, "cut", around: middle, to: &svg) }
    write(page, "cut roomy", around: middle, to: &svg)
    write(phone, "cut tight", around: middle, to: &svg)
  }

  private func write(_ lines: [String], _ look: String, around middle: Double, to svg: inout HTML) {
    for (index, line) in lines.enumerated() {
      let y = middle + Self.lineOfRows * (Double(index) - Double(lines.count - 1) / 2)
      svg.label(line, look, x: "0", y: y)
    }
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
