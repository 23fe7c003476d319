/// Finds room for the names of marks, so that no name lies on another or on a mark that is not its own.
///
/// Names are placed one after the other, the most important first, beside, above or below their mark; one for which there is
/// no room is left to the mark's hover and the table.
struct LabelPlacer {
  private struct Box {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// Where a name stands, in pixels from the middle of its mark.
  struct Spot: Hashable {
    var dx: Int
    var dy: Int
    /// `start`, `middle` or `end`.
    var anchor: String
  }

  /// A mark with its name, in pixels of the frame.
  struct Mark {
    var x: Double
    var y: Double
    var radius: Double
    var words: String
  }

  /// The widest that letters of this size are on average, and the height of a line.
  private static let letter = 6.7
  private static let line = 14.0

  /// The spots of marks, in their order of importance; nil where a name has no room.
  static func spots(_ marks: [Mark], width: Double, height: Double) -> [Spot?] {
    let circles = marks.map { mark in
      Box(
        left: mark.x - mark.radius - 1, top: mark.y - mark.radius - 1,
        right: mark.x + mark.radius + 1, bottom: mark.y + mark.radius + 1)
    }
    let frame = Box(left: 0, top: 0, right: width, bottom: height)
    var taken: [Box] = []
    var spots: [Spot?] = []
    for (index, mark) in marks.enumerated() {
      var found: Spot?
      for spot in candidates(mark) where found == nil {
        let box = box(mark, spot)
        guard box.left >= frame.left, box.right <= frame.right, box.top >= frame.top,
          box.bottom <= frame.bottom, !taken.contains(where: box.overlaps),
          !circles.indices.contains(where: { $0 != index && box.overlaps(circles[$0]) })
        else { continue }
        found = spot
        taken.append(box)
      }
      spots.append(found)
    }
    return spots
  }

  private static func candidates(_ mark: Mark) -> [Spot] {
    let reach = Int((mark.radius + 4).rounded(.up))
    let diagonal = Int((mark.radius * 0.7 + 3).rounded(.up))
    return [
      Spot(dx: reach, dy: 4, anchor: "start"), Spot(dx: -reach, dy: 4, anchor: "end"),
      Spot(dx: 0, dy: -reach, anchor: "middle"), Spot(dx: 0, dy: reach + 9, anchor: "middle"),
      Spot(dx: diagonal, dy: -diagonal, anchor: "start"),
      Spot(dx: diagonal, dy: diagonal + 9, anchor: "start"),
      Spot(dx: -diagonal, dy: -diagonal, anchor: "end"),
      Spot(dx: -diagonal, dy: diagonal + 9, anchor: "end"),
    ]
  }

  private static func box(_ mark: Mark, _ spot: Spot) -> Box {
    let width = Double(DisplayWidth.of(mark.words)) * letter
    let x = mark.x + Double(spot.dx)
    let left = spot.anchor == "start" ? x : spot.anchor == "end" ? x - width : x - width / 2
    let bottom = mark.y + Double(spot.dy) + 3
    return Box(left: left, top: bottom - line, right: left + width, bottom: bottom)
  }
}

extension HTML {
  /// The name of a mark where there is room for it: on wide pages, on narrow ones, or on both.
  mutating func label(
    _ words: String, x: String, y: String, wide: LabelPlacer.Spot?, narrow: LabelPlacer.Spot?
  ) {
    if let wide, wide == narrow { return name(words, "name", x, y, wide) }
    if let wide { name(words, "name roomy", x, y, wide) }
    if let narrow { name(words, "name tight", x, y, narrow) }
  }

  private mutating func name(
    _ words: String, _ look: String, _ x: String, _ y: String, _ spot: LabelPlacer.Spot
  ) {
    element(
      "text", .init("class", look), .init("x", x), .init("y", y), .init("dx", spot.dx),
      .init("dy", spot.dy), .init("text-anchor", spot.anchor), text: words)
  }
}
