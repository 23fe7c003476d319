// Charts are SVG without a viewBox: places along the page are percentages, sizes are pixels. So a chart is as wide as its
// column, on a phone as in print, and its words keep their size.

/// A percentage of the chart's width.
func percent(_ share: Double) -> String { "\(Figures.plain(share * 100))%" }

extension Figures {
  /// For coordinates: at most two digits after the point and no thousands.
  static func plain(_ number: Double) -> String {
    guard number.isFinite else { return "0" }
    let hundredths = Int((min(max(number, -1e9), 1e9) * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0
      ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension HTML {
  /// A chart with its name and what it shows, for those who do not see it.
  /// - Parameters:
  ///   - look: the class that says how high it is, where the stylesheet does.
  ///   - height: in pixels.
  mutating func chart(
    id: String, look: String = "", height: Int? = nil, title: String, description: String,
    body: (inout HTML) -> Void
  ) {
    element(
      "svg", .any("class", look), .init("width", "100%"),
      .any("height", height.map(String.init) ?? ""), .init("role", "group"),
      .init("aria-labelledby", "\(id)-title \(id)-desc")
    ) { svg in
      svg.element("title", .init("id", "\(id)-title"), text: title)
      svg.element("desc", .init("id", "\(id)-desc"), text: description)
      body(&svg)
    }
  }

  mutating func rectangle(
    _ look: String, x: String, y: Double, width: String, height: Double, hover: String? = nil
  ) {
    element(
      "rect", .init("class", look), .init("x", x), .init("y", Figures.plain(y)),
      .init("width", width), .init("height", Figures.plain(height))
    ) { if let hover { $0.element("title", text: hover) } }
  }

  mutating func stroke(_ look: String, from a: (String, Double), to b: (String, Double)) {
    element(
      "line", .init("class", look), .init("x1", a.0), .init("y1", Figures.plain(a.1)),
      .init("x2", b.0), .init("y2", Figures.plain(b.1)), text: "")
  }

  /// - Parameter anchor: `start`, `middle` or `end`.
  mutating func label(
    _ words: String, _ look: String = "", x: String, y: Double, dx: Int = 0,
    anchor: String = "start"
  ) {
    element(
      "text", .init("class", look), .init("x", x), .init("y", Figures.plain(y)), .init("dx", dx),
      .init("text-anchor", anchor), text: words)
  }
}
