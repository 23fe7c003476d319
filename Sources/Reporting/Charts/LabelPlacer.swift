/// Finds room for the names of marks, so that no name lies on another or on a mark that is not its own.
///
/// Names are placed one after the other, the most important first, beside, above or below their mark, where they cross fewest
/// lines. One for which there is no room is shortened and, if that does not help, left to the mark's hover and the table.
struct LabelPlacer {
  private struct Box {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// Whether a line between the middles of two marks runs through it: cut to the box, some of it is left.
    func isCrossed(from a: Mark, to b: Mark) -> Bool {
      var (start, end) = (0.0, 1.0)
      for (from, to, low, high) in [(a.x, b.x, left, right), (a.y, b.y, top, bottom)] {
        let length = to - from
        guard length != 0 else {
          if from <= low || from >= high { return false }
          continue
        }
        let cuts = [(low - from) / length, (high - from) / length]
        start = max(start, min(cuts[0], cuts[1]))
        end = min(end, max(cuts[0], cuts[1]))
      }
      return start < end
    }
  }

  /// Where a name stands, in pixels from the middle of its mark, and as much of it as has room.
  struct Spot: Hashable {
    var words: String
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
  /// Letters that names are shortened to where they have no room.
  private static let fewest = 12

  /// The spots of marks, in their order of importance; nil where a name has no room.
  /// - Parameter lines: between which marks lines are drawn, by their places.
  static func spots(
    _ marks: [Mark], lines: [(from: Int, to: Int)] = [], width: Double, height: Double
  ) -> [Spot?] {
    let circles = marks.map { mark in
      Box(
        left: mark.x - mark.radius - 1, top: mark.y - mark.radius - 1,
        right: mark.x + mark.radius + 1, bottom: mark.y + mark.radius + 1)
    }
    let frame = Box(left: 0, top: 0, right: width, bottom: height)
    var taken: [Box] = []
    var spots: [Spot?] = []
    func hasRoom(_ box: Box, of mark: Int) -> Bool {
      box.left >= frame.left && box.right <= frame.right && box.top >= frame.top
        && box.bottom <= frame.bottom && !taken.contains(where: box.overlaps)
        && !circles.indices.contains { $0 != mark && box.overlaps(circles[$0]) }
    }
    func crossings(_ box: Box) -> Int {
      lines.count { box.isCrossed(from: marks[$0.from], to: marks[$0.to]) }
    }
    for (index, mark) in marks.enumerated() {
      let free = [mark.words, DisplayWidth.cut(mark.words, to: fewest)].lazy
        .map { candidates(mark, $0).filter { hasRoom(box(mark, $0), of: index) } }
        .first { !$0.isEmpty }
      let found = free?.min { crossings(box(mark, $0)) < crossings(box(mark, $1)) }
      if let found { taken.append(box(mark, found)) }
      spots.append(found)
    }
    return spots
  }

  private static func candidates(_ mark: Mark, _ words: String) -> [Spot] {
    let reach = Int((mark.radius + 4).rounded(.up))
    let diagonal = Int((mark.radius * 0.7 + 3).rounded(.up))
    return [
      Spot(words: words, dx: reach, dy: 4, anchor: "start"),
      Spot(words: words, dx: -reach, dy: 4, anchor: "end"),
      Spot(words: words, dx: 0, dy: -reach, anchor: "middle"),
      Spot(words: words, dx: 0, dy: reach + 9, anchor: "middle"),
      Spot(words: words, dx: diagonal, dy: -diagonal, anchor: "start"),
      Spot(words: words, dx: diagonal, dy: diagonal + 9, anchor: "start"),
      Spot(words: words, dx: -diagonal, dy: -diagonal, anchor: "end"),
      Spot(words: words, dx: -diagonal, dy: diagonal + 9, anchor: "end"),
    ]
  }

  private static func box(_ mark: Mark, _ spot: Spot) -> Box {
    let width = Double(DisplayWidth.of(spot.words)) * letter
    let x = mark.x + Double(spot.dx)
    let left = spot.anchor == "start" ? x : spot.anchor == "end" ? x - width : x - width / 2
    let bottom = mark.y + Double(spot.dy) + 3
    return Box(left: left, top: bottom - line, right: left + width, bottom: bottom)
  }
}

extension HTML {
  /// The name of a mark where there is room for it: on wide pages, on narrow ones, or on both.
  mutating func label(
    x: String, y: String, wide: LabelPlacer.Spot?, narrow: LabelPlacer.Spot?
  ) {
    if let wide, wide == narrow { return name("name", x, y, wide) }
    if let wide { name("name roomy", x, y, wide) }
    if let narrow { name("name tight", x, y, narrow) }
  }

  private mutating func name(
    _ look: String, _ x: String, _ y: String, _ spot: LabelPlacer.Spot
  ) {
    element(
      "text", .init("class", look), .init("x", x), .init("y", y), .init("dx", spot.dx),
      .init("dy", spot.dy), .init("text-anchor", spot.anchor), text: spot.words)
  }
}
