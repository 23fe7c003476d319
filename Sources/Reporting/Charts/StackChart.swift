import Document

/// Bars of parts for named things: what is above zero to the right, what is below it to the left.
struct StackChart {
  private static let row = 38.0
  private static let shownBars = 40

  let id: String
  let matrix: SeriesMatrix
  /// By series and label.
  let links: [[String?]]
  private let columns: [[Double?]]

  init(id: String, matrix: SeriesMatrix, links: [[String?]]) {
    self.id = id
    self.matrix = matrix
    self.links = links
    columns = matrix.chart.series.indices.map { matrix.values(of: $0) }
  }

  private var chart: SeriesChart { matrix.chart }
  private var isShares: Bool { chart.form == .shares }
  private var shown: Int { min(matrix.labels.count, Self.shownBars) }

  var height: Double { Double(shown) * Self.row + 4 }

  /// The parts of one bar, and their sums on both sides.
  private struct Bar {
    var parts: [Double]
    var less: Double
    var more: Double
  }

  func write(to html: inout HTML) {
    let bars = self.bars
    let (less, more) = (bars.map(\.less).max() ?? 0, bars.map(\.more).max() ?? 0)
    let (left, right) = (less > 0 ? 0.1 : 0, 0.88)
    let unit = less + more > 0 ? (right - left) / (less + more) : 0
    let zero = left + less * unit
    html.chart(
      id: id, height: Int(height), title: chart.title,
      description: description
    ) { svg in
      for (index, bar) in bars.enumerated() {
        write(bar, index, zero, unit, to: &svg)
        guard less > 0 else { continue }
        let top = Double(index) * Self.row
        svg.stroke("axis", from: (percent(zero), top + 17), to: (percent(zero), top + 34))
      }
    }
  }

  private var bars: [Bar] {
    (0..<shown).map { place in
      let values = columns.map { $0[place] ?? 0 }.map { $0.isFinite ? $0 : 0 }
      let total = values.reduce(0) { $0 + abs($1) }
      let parts = isShares && total > 0 ? values.map { $0 / total } : values
      return Bar(
        parts: parts, less: -parts.filter { $0 < 0 }.reduce(0, +),
        more: parts.filter { $0 > 0 }.reduce(0, +))
    }
  }

  private func write(
    _ bar: Bar, _ index: Int, _ zero: Double, _ unit: Double, to svg: inout HTML
  ) {
    let top = Double(index) * Self.row
    let label = matrix.labels[index]
    let name = CalendarDate(label)?.shown ?? label
    svg.label(DisplayWidth.cut(Printable.string(name), to: 46), x: "0", y: top + 13)
    var (left, right) = (zero, zero)
    for (series, part) in bar.parts.enumerated() where part != 0 {
      let length = abs(part) * unit
      if part < 0 { left -= length }
      svg.link(to: links[series][index]) { svg in
        svg.rectangle(
          "part g\(matrix.color(of: series))", x: percent(part < 0 ? left : right), y: top + 19,
          width: percent(length), height: 13, hover: hover(name, series, index, part))
      }
      if part > 0 { right += length }
    }
    writeTotals(bar, index, left, right, top, to: &svg)
  }

  private func writeTotals(
    _ bar: Bar, _ index: Int, _ left: Double, _ right: Double, _ top: Double, to svg: inout HTML
  ) {
    let sum = columns.reduce(0.0) { $0 + abs($1[index] ?? 0) }
    let more = isShares ? sum : bar.more
    if more > 0 || bar.less == 0 {
      svg.label(
        Figures.shown(more, digits: 3, minus: "−"), "soft", x: percent(right), y: top + 30, dx: 6)
    }
    if bar.less > 0, !isShares {
      svg.label(
        Figures.shown(-bar.less, digits: 3, minus: "−"), "soft", x: percent(left), y: top + 30,
        dx: -6, anchor: "end")
    }
  }

  private func hover(_ name: String, _ series: Int, _ index: Int, _ part: Double) -> String {
    let figure = DataTable.figure(columns[series][index])
    let share = isShares ? " (\(Figures.shown(abs(part) * 100, digits: 1)) %)" : ""
    return "\(name), \(chart.series[series].name): \(figure)\(share)"
  }

  private var description: String {
    "A chart of \(Figures.count(matrix.labels.count, "bar")), each in "
      + "\(Figures.count(chart.series.count, "part")): \(chart.series.map(\.name).listed)."
  }
}
