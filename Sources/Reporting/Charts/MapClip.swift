/// What of the outline is within a map, so that a map of one country does not carry the world.
enum MapClip {
  typealias Point = (x: Double, y: Double)

  /// The edges of the map with a margin, in shares of its width and height.
  private static let ends = (low: -0.05, high: 1.05)

  /// A closed line cut along the map's edges; empty where it is outside.
  ///
  /// After Ivan Sutherland and Gary Hodgman, "Reentrant Polygon Clipping" (1974).
  static func ring(_ points: [Point]) -> [Point] {
    var ring = cut(points, at: \.x, beyond: ends.low, isUpper: false)
    ring = cut(ring, at: \.x, beyond: ends.high, isUpper: true)
    ring = cut(ring, at: \.y, beyond: ends.low, isUpper: false)
    return cut(ring, at: \.y, beyond: ends.high, isUpper: true)
  }

  private static func cut(
    _ ring: [Point], at axis: KeyPath<Point, Double>, beyond end: Double, isUpper: Bool
  ) -> [Point] {
    func isInside(_ point: Point) -> Bool {
      isUpper ? point[keyPath: axis] <= end : point[keyPath: axis] >= end
    }
    var result: [Point] = []
    for (index, point) in ring.enumerated() {
      let before = ring[index == 0 ? ring.count - 1 : index - 1]
      if isInside(before) != isInside(point) {
        let way = point[keyPath: axis] - before[keyPath: axis]
        let share = (end - before[keyPath: axis]) / way
        result.append(
          (before.x + (point.x - before.x) * share, before.y + (point.y - before.y) * share))
      }
      if isInside(point) { result.append(point) }
    }
    return result
  }

  /// The stretches of an open line that are within the map, each with the points before and after it.
  static func lines(_ points: [Point]) -> [[Point]] {
    func isInside(_ point: Point) -> Bool {
      (ends.low...ends.high).contains(point.x) && (ends.low...ends.high).contains(point.y)
    }
    var lines: [[Point]] = [[]]
    for (index, point) in points.enumerated() {
      let isBeside =
        index > 0 && isInside(points[index - 1])
        || index + 1 < points.count && isInside(points[index + 1])
      if isInside(point) || isBeside {
        lines[lines.count - 1].append(point)
      } else if !lines[lines.count - 1].isEmpty {
        lines.append([])
      }
    }
    return lines.filter { $0.count > 1 }
  }
}
