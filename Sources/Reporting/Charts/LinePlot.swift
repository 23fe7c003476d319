import Document

/// Lines in a frame: where there is no value, or a date is missing from a series' rhythm, the line is broken.
struct LinePlot {
  /// Beyond this, points hide each other and only the line is drawn.
  private static let shownDots = 80

  /// A line with its looks: of its strokes and of its points.
  struct Line {
    var series: SeriesChart.Series
    /// Where each point leads, if it leads anywhere.
    var links: [String?]
    var looks: (line: String, dot: String)
  }

  let axis: TimeAxis
  let ticks: Ticks
  let measure: String
  let height: Double
  var top = 18.0
  var bottom = 26.0
  /// The room that labels of the axis take, at the left of the plot.
  var left = 0.06
  /// Whether points have a name of their line in their hover.
  var isNamed = false
  /// Whether gaps are shown as such.
  var showsGaps = true
  var hasMiddle = true
  var dotRadius = 4.5

  /// A point as it is drawn: a share of the width, pixels from the top.
  private struct Dot {
    var x: Double
    var y: Double
    var index: Int
  }

  /// The axis includes zero unless that would flatten the lines.
  static func ticks(_ values: [Double], steps: Int = 3) -> Ticks {
    guard let low = values.min(), let high = values.max() else { return Ticks(around: 0...1) }
    let reach = max(abs(low), abs(high))
    let includesZero = low < 0 && high > 0 || high - low > reach / 4
    return Ticks(
      around: includesZero ? min(0, low)...max(0, high) : low...high, steps: steps)
  }

  func write(_ lines: [Line], to svg: inout HTML) {
    let runs = lines.map { self.runs($0.series.points) }
    if showsGaps, let first = runs.first, lines.count == 1 {
      writeGaps(between: first, lines[0].series.points, to: &svg)
    }
    writeGrid(to: &svg)
    let y = height - 6
    for mark in axis.marks(hasMiddle: hasMiddle) {
      // In small plots words at both ends need the whole width.
      let place = hasMiddle ? x(mark.place) : percent(mark.place)
      svg.label(mark.words, "soft", x: place, y: y, anchor: mark.anchor)
    }
    for (line, runs) in zip(lines, runs) {
      for run in runs { writeLine(run, line.looks.line, to: &svg) }
    }
    for (line, runs) in zip(lines, runs) {
      let count = runs.reduce(0) { $0 + $1.count }
      // A point between two gaps has no line to be seen by.
      for run in runs where count <= Self.shownDots || run.count == 1 {
        for dot in run { write(dot, line, to: &svg) }
      }
    }
  }

  private func writeGrid(to svg: inout HTML) {
    for value in ticks.values {
      let y = y(value)
      svg.stroke(value == 0 ? "axis" : "grid", from: ("0", y), to: ("100%", y))
      svg.label(ticks.label(value), "soft", x: "0", y: y - 4)
    }
  }

  // MARK: Lines

  /// Points without a gap between them.
  private func runs(_ points: [Point]) -> [[Dot]] {
    let places = points.map { axis.place(of: $0.label) }
    let order = points.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    let dates = order.compactMap { CalendarDate(points[$0].label) }
    let rhythm = dates.count == points.count ? TimeAxis.rhythm(of: dates) : nil
    var runs: [[Dot]] = [[]]
    for (place, index) in order.enumerated() {
      if let rhythm, place > 0,
        TimeAxis.number(dates[place]) - TimeAxis.number(dates[place - 1]) > rhythm * 3 / 2
      {
        runs.append([])
      }
      if let value = points[index].value, value.isFinite {
        runs[runs.count - 1].append(Dot(x: places[index], y: y(value), index: index))
      } else {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }

  private func writeGaps(between runs: [[Dot]], _ points: [Point], to svg: inout HTML) {
    for (before, after) in zip(runs, runs.dropFirst()) {
      guard let a = before.last, let b = after.first, b.x > a.x else { continue }
      let names = [a, b].map { TimeAxis.name(of: points[$0.index].label) }
      svg.rectangle(
        "gap", x: x(a.x), y: top, width: percent((b.x - a.x) * (0.985 - left)),
        height: height - top - bottom,
        hover: "no value between \(names[0]) and \(names[1])")
    }
  }

  private func writeLine(_ run: [Dot], _ look: String, to svg: inout HTML) {
    for (a, b) in zip(run, run.dropFirst()) {
      svg.stroke(look, from: (x(a.x), a.y), to: (x(b.x), b.y))
    }
  }

  private func write(_ dot: Dot, _ line: Line, to svg: inout HTML) {
    let point = line.series.points[dot.index]
    let figure = Figures.shown(point.value ?? 0, digits: 3, minus: "−")
    let name = isNamed ? "\(line.series.name), " : ""
    svg.link(to: line.links[dot.index]) { svg in
      svg.element(
        "circle", .init("class", line.looks.dot), .init("cx", x(dot.x)),
        .init("cy", Figures.plain(dot.y)), .init("r", Figures.plain(dotRadius))
      ) { $0.element("title", text: "\(name)\(TimeAxis.name(of: point.label)): \(figure)") }
    }
  }

  private func x(_ place: Double) -> String { percent(left + place * (0.985 - left)) }

  private func y(_ value: Double) -> Double {
    top + (height - top - bottom) * (1 - ticks.place(of: value))
  }
}
