import Document

/// Bars of one quantity for named things, each name above its bar so that long names have room on a phone too.
struct BarChart {
  private static let row = 38.0
  /// What is drawn; the table beside the chart has the rest.
  private static let shownBars = 40
  /// The narrowest page, and what a letter of a figure takes of it.
  private static let narrow = 320.0
  private static let letter = 6.7

  let id: String
  let chart: Chart
  /// Where each point leads, if it leads anywhere.
  let links: [String?]

  var hasMore: Bool { chart.points.count > Self.shownBars }

  var height: Double { Double(min(chart.points.count, Self.shownBars)) * Self.row + 4 }

  func write(to html: inout HTML) {
    let points = chart.points.prefix(Self.shownBars)
    let values = points.compactMap(\.value).filter(\.isFinite)
    let lower = min(0, values.min() ?? 0)
    let upper = max(0, values.max() ?? 0)
    let (left, right) = (
      lower < 0 ? max(0.12, Self.room(for: values.filter { $0 < 0 })) : 0,
      upper > 0 ? min(0.86, 1 - Self.room(for: values.filter { $0 >= 0 })) : 0.98
    )
    let unit = upper > lower ? (right - left) / (upper - lower) : 0
    let zero = left - lower * unit
    html.chart(
      id: id, height: Int(height), title: chart.title,
      description: description
    ) { svg in
      for (index, point) in points.enumerated() {
        let top = Double(index) * Self.row
        write(point, links[index], top: top, zero, unit, to: &svg)
        guard lower < 0 else { continue }
        svg.stroke("axis", from: (percent(zero), top + 16), to: (percent(zero), top + 33))
      }
    }
  }

  /// The share of the width that figures beside the bars take on a phone.
  private static func room(for values: [Double]) -> Double {
    let longest = values.map { DisplayWidth.of(shown($0)) }.max() ?? 0
    return (Double(longest) * letter + 8) / narrow
  }

  private static func shown(_ value: Double) -> String {
    Figures.shown(value, digits: 3, minus: "−")
  }

  private func write(
    _ point: Point, _ link: String?, top: Double, _ zero: Double, _ unit: Double,
    to svg: inout HTML
  ) {
    let words = Self.cut(point.label)
    svg.link(to: link) { svg in
      svg.label(words, x: "0", y: top + 13)
      guard let value = point.value, value.isFinite else {
        return svg.label("no value", "soft", x: "0", y: top + 29)
      }
      let figure = Self.shown(value)
      let length = abs(value) * unit
      let start = value < 0 ? zero - length : zero
      svg.rectangle(
        value < 0 ? "less" : "bar", x: percent(start), y: top + 19, width: percent(length),
        height: 11, hover: "\(point.label): \(figure)")
      svg.label(
        figure, "soft", x: percent(value < 0 ? start : start + length), y: top + 29,
        dx: value < 0 ? -6 : 6, anchor: value < 0 ? "end" : "start")
    }
  }

  private var description: String {
    let measure = chart.measure.isEmpty ? "values" : chart.measure
    guard let first = chart.points.first, let value = first.value else {
      return "A bar chart of \(measure)."
    }
    return "A bar chart of \(measure) for \(Figures.count(chart.points.count, "name")); "
      + "the first is \(first.label) with \(Self.shown(value))."
  }

  /// Names that would run out of the page on a phone; the table has them whole.
  private static func cut(_ label: String) -> String {
    DisplayWidth.cut(Printable.string(label), to: 46)
  }
}
