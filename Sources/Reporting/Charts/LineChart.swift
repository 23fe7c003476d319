import Document

/// A quantity over dates. Dates stand as far apart as they are; where there is no value the line is broken.
struct LineChart {
  private static let height = 220.0
  private static let top = 18.0
  private static let bottom = 26.0
  /// Beyond this, points hide each other and only the line is drawn.
  private static let shownDots = 80

  let id: String
  let chart: Chart
  let links: [String?]

  /// A point as it is drawn: a share of the width, pixels from the top.
  private struct Dot {
    var x: Double
    var y: Double
    var index: Int
  }

  func write(to html: inout HTML) {
    let values = chart.points.compactMap(\.value).filter(\.isFinite)
    let ticks = Self.ticks(values)
    let (places, dates) = Self.places(of: chart.points)
    html.chart(
      id: id, height: Int(Self.height), title: chart.title, description: description(values, ticks)
    ) { svg in
      writeGrid(ticks, to: &svg)
      writeDates(dates, places, to: &svg)
      let runs = runs(places, ticks)
      for run in runs { writeLine(run, to: &svg) }
      let dots = runs.flatMap { $0 }
      // A point between two gaps has no line to be seen by.
      for run in runs where dots.count <= Self.shownDots || run.count == 1 {
        for dot in run { writeDot(dot, to: &svg) }
      }
    }
  }

  /// The axis includes zero unless that would flatten the line.
  private static func ticks(_ values: [Double]) -> Ticks {
    guard let low = values.min(), let high = values.max() else { return Ticks(around: 0...1) }
    let reach = max(abs(low), abs(high))
    let includesZero = low < 0 && high > 0 || high - low > reach / 4
    return Ticks(around: includesZero ? min(0, low)...max(0, high) : low...high, steps: 3)
  }

  /// Where points stand, 0…1, and the words for both ends: by date if all labels are dates, else one after the other.
  private static func places(of points: [Point]) -> (places: [Double], dates: [CalendarDate]?) {
    let dates = points.compactMap { CalendarDate($0.label) }
    guard dates.count == points.count, let first = dates.map(\.dayNumber).min(),
      let last = dates.map(\.dayNumber).max(), last > first
    else {
      let steps = Double(max(1, points.count - 1))
      let only = points.count == 1 ? 0.5 : 0
      return (points.indices.map { only + Double($0) / steps }, nil)
    }
    return (dates.map { Double($0.dayNumber - first) / Double(last - first) }, dates)
  }

  private func writeGrid(_ ticks: Ticks, to svg: inout HTML) {
    for value in ticks.values {
      let y = y(value, ticks)
      svg.stroke(value == 0 ? "axis" : "grid", from: ("0", y), to: ("100%", y))
      svg.label(ticks.label(value), "soft", x: "0", y: y - 4)
    }
  }

  private func writeDates(_ dates: [CalendarDate]?, _ places: [Double], to svg: inout HTML) {
    let labels =
      dates.map { $0.map(\.shortened) } ?? chart.points.map { Printable.string($0.label) }
    guard let first = places.indices.min(by: { places[$0] < places[$1] }),
      let last = places.indices.max(by: { places[$0] < places[$1] })
    else { return }
    let y = Self.height - 6
    func write(_ index: Int, _ anchor: String) {
      svg.label(
        DisplayWidth.cut(labels[index], to: 24), "soft", x: x(places[index]), y: y, anchor: anchor)
    }
    if first == last { return write(first, "middle") }
    write(first, "start")
    let middle = places.indices.filter { places[$0] > 0.38 && places[$0] < 0.62 }
      .min { abs(places[$0] - 0.5) < abs(places[$1] - 0.5) }
    if let middle { write(middle, "middle") }
    write(last, "end")
  }

  /// Points without a gap between them.
  private func runs(_ places: [Double], _ ticks: Ticks) -> [[Dot]] {
    let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    var runs: [[Dot]] = [[]]
    for index in order {
      if let value = chart.points[index].value, value.isFinite {
        runs[runs.count - 1].append(Dot(x: places[index], y: y(value, ticks), index: index))
      } else {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }

  private func writeLine(_ run: [Dot], to svg: inout HTML) {
    for (a, b) in zip(run, run.dropFirst()) {
      svg.stroke("line", from: (x(a.x), a.y), to: (x(b.x), b.y))
    }
  }

  private func writeDot(_ dot: Dot, to svg: inout HTML) {
    let point = chart.points[dot.index]
    let figure = Figures.shown(point.value ?? 0, digits: 3, minus: "−")
    let label = CalendarDate(point.label)?.shown ?? Printable.string(point.label)
    svg.link(to: links[dot.index]) { svg in
      svg.element(
        "circle", .init("class", "dot"), .init("cx", x(dot.x)),
        .init("cy", Figures.plain(dot.y)), .init("r", "4.5")
      ) { $0.element("title", text: "\(label): \(figure)") }
    }
  }

  /// The labels of the axis stand inside the plot, at its left.
  private func x(_ place: Double) -> String { percent(0.06 + place * 0.925) }

  private func y(_ value: Double, _ ticks: Ticks) -> Double {
    let plot = Self.height - Self.top - Self.bottom
    return Self.top + plot * (1 - ticks.place(of: value))
  }

  private func description(_ values: [Double], _ ticks: Ticks) -> String {
    let measure = chart.measure.isEmpty ? "values" : chart.measure
    let gaps = chart.points.count - values.count
    let missing = gaps > 0 ? "; \(Figures.count(gaps, "date")) without a value" : ""
    guard let low = values.min(), let high = values.max() else {
      return "A line chart of \(measure), without any value."
    }
    return "A line chart of \(measure) at \(Figures.count(values.count, "date")), from "
      + "\(Figures.shown(low, digits: 3, minus: "−")) to "
      + "\(Figures.shown(high, digits: 3, minus: "−"))\(missing)."
  }
}
