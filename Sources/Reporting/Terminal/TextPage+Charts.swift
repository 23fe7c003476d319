import Document

// Charts of a report on a terminal.

extension TextPage {
  private static let shownBars = 30
  private static let indent = "    "

  // MARK: Bars

  mutating func bars(_ chart: Chart) {
    caption(chart.title, chart.measure)
    bars(chart.points.map { ($0.label, $0.value) })
  }

  mutating func histogram(_ histogram: Histogram) {
    caption(histogram.title, histogram.measure)
    bars(zip(histogram.table.rows, histogram.bins).map { ($0.cells[0], Double($1.count)) })
  }

  mutating func network(_ drawing: NetworkDrawing) {
    caption(drawing.title, drawing.note)
    bars(
      drawing.ties.map { tie in
        ("\(drawing.nodes[tie.from].name) – \(drawing.nodes[tie.to].name)", tie.weight)
      })
  }

  mutating func map(_ drawing: MapDrawing) {
    caption(drawing.title, drawing.measure)
    guard drawing.places.contains(where: { $0.value != nil }) else {
      return rows(
        drawing.table.columns, numeric: drawing.table.numeric, drawing.table.rows.map(\.cells))
    }
    bars(drawing.places.map { ($0.name, $0.value) })
  }

  private mutating func bars(_ bars: [(name: String, value: Double?)]) {
    let shown = bars.prefix(Self.shownBars)
    let values = shown.compactMap(\.value).filter(\.isFinite)
    let scale = min(0, values.min() ?? 0)...max(values.max() ?? 0, 1e-9)
    let names = shown.map { Printable.string($0.name) }
    let width = min(style.width * 2 / 5, names.map { DisplayWidth.of($0) }.max() ?? 0)
    let figures = shown.map { $0.value.map { Figures.shown($0) } ?? "no value" }
    let figureWidth = figures.map { DisplayWidth.of($0) }.max() ?? 0
    let room = max(8, style.width - Self.indent.utf8.count - width - figureWidth - 4)
    for (index, bar) in shown.enumerated() {
      let name = DisplayWidth.padded(DisplayWidth.cut(names[index], to: width), to: width)
      let figure = DisplayWidth.paddedLeft(figures[index], to: figureWidth)
      line(
        "\(Self.indent)\(name)  \(figure)  "
          + style.bar(bar.value ?? .nan, on: scale, columns: min(room, 40)))
    }
    rest(bars.count - shown.count)
  }

  private mutating func rest(_ more: Int) {
    if more > 0 { line(Self.indent + style.painted("… \(Figures.shown(more)) more", .dim)) }
  }

  // MARK: Lines

  /// A line of eight heights for each series, to one scale; a gap is a gap.
  mutating func lines(_ chart: SeriesChart) {
    caption(chart.title, chart.measure)
    let axis = TimeAxis(chart.series.flatMap(\.points).map(\.label))
    let values = chart.series.flatMap(\.points).compactMap(\.value).filter(\.isFinite)
    guard let low = values.min(), let high = values.max(), let first = axis.labels.first,
      let last = axis.labels.last
    else { return line(Self.indent + style.painted("no values", .dim)) }
    let width = min(style.width / 4, chart.series.map { DisplayWidth.of($0.name) }.max() ?? 0)
    let columns = max(8, min(axis.labels.count, style.width - width - 26))
    for series in chart.series.prefix(Self.shownBars) {
      let name = DisplayWidth.cut(Printable.string(series.name), to: width)
      let own = series.points.compactMap(\.value).filter(\.isFinite)
      let range = [own.min(), own.max()].map { $0.map { Figures.shown($0, digits: 2) } ?? "–" }
      line(
        "\(Self.indent)\(DisplayWidth.padded(name, to: width))\(width > 0 ? "  " : "")"
          + style.painted(spark(series, axis, low...high, columns), .bar)
          + style.painted("  \(range[0]) to \(range[1])", .dim))
    }
    rest(chart.series.count - Self.shownBars)
    let ends = "\(TimeAxis.name(of: first)) to \(TimeAxis.name(of: last))"
    paragraph(ends, indent: 4, paint: .dim)
  }

  /// As many columns as there is room for, each with the mean of its points.
  private func spark(
    _ series: SeriesChart.Series, _ axis: TimeAxis, _ range: ClosedRange<Double>, _ columns: Int
  ) -> String {
    var sums = [(sum: Double, count: Int)](repeating: (0, 0), count: columns)
    for point in series.points {
      guard let value = point.value, value.isFinite else { continue }
      let column = Int((axis.place(of: point.label) * Double(columns - 1)).rounded())
      sums[column].sum += value
      sums[column].count += 1
    }
    let low = range.lowerBound > 0 && range.lowerBound < range.upperBound / 2 ? 0 : range.lowerBound
    let heights = Array("▁▂▃▄▅▆▇█")
    return String(
      sums.map { sum, count -> Character in
        guard count > 0 else { return " " }
        let share = (sum / Double(count) - low) / max(range.upperBound - low, 1e-300)
        return heights[min(max(Int(share * 8), 0), 7)]
      })
  }

  // MARK: Parts

  mutating func stack(_ chart: SeriesChart) {
    caption(chart.title, chart.measure)
    let matrix = SeriesMatrix(chart)
    let fills = ["█", "▒", "▓", "░", "▚", "▞", "▙", "▟"]
    let key = chart.series.enumerated().map { "\(fills[$0 % fills.count]) \($1.name)" }
    paragraph(Printable.string(key.joined(separator: "   ")), indent: 4, paint: .dim)
    let columns = chart.series.indices.map { matrix.values(of: $0) }
    let names = matrix.labels.map { TimeAxis.name(of: $0) }
    let width = min(style.width / 3, names.map { DisplayWidth.of($0) }.max() ?? 0)
    let sums = matrix.labels.indices.map { place in
      columns.reduce(0.0) { $0 + abs($1[place] ?? 0) }
    }
    let most = sums.max() ?? 0
    let room = Double(max(8, min(50, style.width - width - 20)))
    for (place, name) in names.prefix(Self.shownBars).enumerated() {
      let whole = chart.form == .shares ? sums[place] : most
      var bar = ""
      for (index, column) in columns.enumerated() {
        let share = whole > 0 ? abs(column[place] ?? 0) / whole : 0
        bar += String(repeating: fills[index % fills.count], count: Int((share * room).rounded()))
      }
      let figures = columns.map { $0[place].map { Figures.shown($0, digits: 2) } ?? "–" }
      line(
        "\(Self.indent)\(DisplayWidth.padded(DisplayWidth.cut(name, to: width), to: width))  "
          + style.painted(bar, .bar) + "  \(figures.joined(separator: " / "))")
    }
    rest(names.count - Self.shownBars)
  }

  // MARK: Heat maps

  /// Figures in columns where there is room for them, else shades alone.
  mutating func heatMap(_ drawing: HeatMapDrawing) {
    caption(drawing.title, drawing.note)
    let names = drawing.rows.prefix(drawing.shownRows).map { Printable.string($0) }
    let width = min(style.width / 3, names.map { DisplayWidth.of($0) }.max() ?? 0)
    let figures = drawing.cells.map {
      $0.map { $0.map { Figures.shown($0.value, digits: 2) } ?? "" }
    }
    let widest = figures.flatMap { $0 }.map { DisplayWidth.of($0) }.max() ?? 0
    let room = style.width - Self.indent.utf8.count - width - 2
    let hasFigures = (widest + 2) * drawing.columns.count <= room
    let cell = hasFigures ? max(widest + 2, min(14, room / max(1, drawing.columns.count))) : 2
    let shown = min(drawing.columns.count, room / cell)
    heads(drawing.columns.prefix(shown).map { Printable.string($0) }, cell, after: width)
    for (row, name) in names.enumerated() {
      let cells = drawing.cells[row].prefix(shown).enumerated().map { column, value in
        self.cell(value, hasFigures ? figures[row][column] : "", drawing, width: cell)
      }
      line(
        "\(Self.indent)\(DisplayWidth.padded(DisplayWidth.cut(name, to: width), to: width))  "
          + cells.joined())
    }
    let scale = drawing.scale
    line(
      Self.indent
        + style.painted("\(scale.low) \(scale.steps.map(Self.shade).joined()) \(scale.high)", .dim))
    rest(drawing.columns.count - shown)
  }

  private mutating func heads(_ columns: [String], _ cell: Int, after width: Int) {
    // Names that are wider than their column stand over as many of them as they need.
    let longest = columns.map { DisplayWidth.of($0) }.max() ?? 0
    let every = cell >= 6 || longest < cell ? 1 : (min(longest, 5) + cell) / cell
    var heads = ""
    for index in stride(from: 0, to: columns.count, by: every) {
      let room = cell * every
      heads += DisplayWidth.padded(DisplayWidth.cut(columns[index], to: room - 1), to: room)
    }
    line(Self.indent + String(repeating: " ", count: width + 2) + style.painted(heads, .dim))
  }

  private func cell(
    _ cell: HeatMap.Cell?, _ figure: String, _ drawing: HeatMapDrawing, width: Int
  ) -> String {
    guard let cell else { return DisplayWidth.padded("·", to: width) }
    let step = drawing.step(of: cell.value)
    let paint = step < 0 ? TextStyle.Paint.warning : .bar
    if figure.isEmpty {
      let first = step < 0 ? "−" : Self.shade(step)
      return style.painted(first + Self.shade(step), paint)
    }
    return style.painted(Self.shade(step), paint)
      + DisplayWidth.padded(figure, to: width - 1)
  }

  /// Darker with distance from nothing; what is below it is told by its colour and its figure.
  private static func shade(_ step: Int) -> String {
    [" ", "░", "░", "▒", "▒", "▓", "█"][min(abs(step), 6)]
  }
}
