/// How numbers are distributed: a column for each bin.
struct HistogramChart {
  static let height = 150.0
  private static let top = 16.0
  private static let bottom = 24.0

  let id: String
  let title: String
  let bins: [Bin]
  let links: [String?]
  /// What is counted: `article`, `articles`.
  var unit = ("article", "articles")
  /// What to call each bin.
  let binNames: [String]
  /// Whether the names stand at both ends instead of numbers.
  var isNamed = false

  func write(to html: inout HTML) {
    let most = bins.map(\.count).max() ?? 0
    html.chart(
      id: id, height: Int(Self.height), title: title,
      description:
        "A histogram in \(Figures.count(bins.count, "column")), the highest of "
        + "\(Figures.count(most, unit.0, unit.1))."
    ) { svg in
      for index in bins.indices { write(index, most, to: &svg) }
      let y = Self.height - Self.bottom
      svg.stroke("axis", from: ("0", y), to: ("100%", y))
      writeEnds(to: &svg)
    }
  }

  private func write(_ index: Int, _ most: Int, to svg: inout HTML) {
    let bin = bins[index]
    guard bin.count > 0 else { return }
    let plot = Self.height - Self.top - Self.bottom
    let length = plot * Double(bin.count) / Double(most)
    let (width, y) = (1 / Double(bins.count), Self.height - Self.bottom - length)
    let center = (Double(index) + 0.5) * width
    svg.link(to: links[index]) { svg in
      svg.rectangle(
        "bar", x: percent((Double(index) + 0.04) * width), y: y, width: percent(width * 0.92),
        height: length,
        hover: "\(binNames[index]): \(Figures.count(bin.count, unit.0, unit.1))")
      if bins.count <= 24 {
        svg.label(Figures.shown(bin.count), "soft", x: percent(center), y: y - 4, anchor: "middle")
      }
    }
  }

  private func writeEnds(to svg: inout HTML) {
    let y = Self.height - 7
    guard let last = bins.last else { return }
    if isNamed {
      svg.label(binNames[0], "soft", x: "0", y: y)
      svg.label(binNames[bins.count - 1], "soft", x: "100%", y: y, anchor: "end")
      return
    }
    // Edges of some of the columns, in equal steps from the first.
    let step = max(1, (bins.count + 5) / 6)
    for index in stride(from: 0, to: bins.count, by: step) {
      // The last edge has its place.
      guard index == 0 || Double(bins.count - index) / Double(bins.count) > 0.12 else { continue }
      svg.label(
        Self.shown(bins[index].lower), "soft", x: percent(Double(index) / Double(bins.count)), y: y,
        anchor: index == 0 ? "start" : "middle")
    }
    svg.label(Self.shown(last.upper), "soft", x: "100%", y: y, anchor: "end")
  }

  static func name(of bin: Bin) -> String { name(from: bin.lower, to: bin.upper) }

  static func name(from lower: Double, to upper: Double) -> String {
    "\(shown(lower)) to \(shown(upper))"
  }

  private static func shown(_ number: Double) -> String {
    Figures.shown(number, digits: 3, minus: "−")
  }
}

/// A histogram small enough for a line of a table.
struct Sparkline {
  private static let width = 108.0
  private static let height = 22.0

  let bins: [Bin]
  let names: [String]

  func write(to html: inout HTML) {
    let most = Double(bins.map(\.count).max() ?? 0)
    guard most > 0 else { return }
    let step = Self.width / Double(bins.count)
    html.element(
      "svg", .init("width", Int(Self.width)), .init("height", Int(Self.height) + 2),
      .init("role", "img"), .init("aria-label", label)
    ) { svg in
      for (index, bin) in bins.enumerated() where bin.count > 0 {
        let height = max(1.5, Self.height * Double(bin.count) / most)
        svg.rectangle(
          "bar", x: Figures.plain(Double(index) * step), y: Self.height - height,
          width: Figures.plain(max(1, step - 1)), height: height)
      }
      svg.stroke(
        "grid", from: ("0", Self.height + 0.5), to: (Figures.plain(Self.width), Self.height + 0.5))
    }
  }

  private var label: String {
    guard let first = bins.first, let last = bins.last,
      let peak = bins.indices.max(by: { bins[$0].count < bins[$1].count })
    else { return "" }
    let ends = HistogramChart.name(of: Bin(lower: first.lower, upper: last.upper, count: 0))
    return "distribution from \(ends), most in \(names[peak])"
  }
}
