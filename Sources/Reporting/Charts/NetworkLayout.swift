/// Where the nodes of a network stand: what is tied attracts each other, everything else keeps its distance.
///
/// Parts that no tie connects are laid out by themselves, each in a rectangle of the frame that is as large as its number of
/// nodes asks for. It begins at fixed places, goes a fixed number of steps and uses nothing but arithmetic that IEEE 754 defines
/// to the last bit, so that the same network looks the same everywhere.
struct NetworkLayout {
  struct Place: Hashable {
    var x: Double
    var y: Double
  }

  typealias Tie = (from: Int, to: Int, strength: Double)

  private let radii: [Double]
  private var places: [Place]

  /// The places of nodes within a frame, in pixels, each at least `margin` from its edge.
  /// - Parameters:
  ///   - radii: of the circles, in pixels, which don't overlap where there is room enough.
  ///   - ties: pairs of nodes with a strength of 0…1.
  static func places(
    radii: [Double], ties: [Tie], width: Double, height: Double, margin: Double
  ) -> [Place] {
    var layout = NetworkLayout(radii)
    let frame = Rectangle(
      x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin)
    layout.fill(frame, parts(of: radii.count, ties)[...], ties)
    layout.separate(within: frame)
    return layout.places
  }

  private init(_ radii: [Double]) {
    self.radii = radii
    places = radii.map { _ in Place(x: 0, y: 0) }
  }

  // MARK: Parts

  /// A part of the frame.
  private struct Rectangle {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    /// Cuts it in two across its longer side, the first with a share of it.
    func cut(at share: Double) -> (Rectangle, Rectangle) {
      var (first, second) = (self, self)
      if width >= height {
        first.width = width * share
        second.x += first.width
        second.width -= first.width
      } else {
        first.height = height * share
        second.y += first.height
        second.height -= first.height
      }
      return (first, second)
    }

    func inset(by margin: Double) -> Rectangle {
      let (across, down) = (min(margin, width / 3), min(margin, height / 3))
      return Rectangle(
        x: x + across, y: y + down, width: width - 2 * across, height: height - 2 * down)
    }
  }

  /// Nodes that ties connect, the largest part first.
  private static func parts(of count: Int, _ ties: [Tie]) -> [[Int]] {
    var parents = Array(0..<count)
    func root(_ node: Int) -> Int {
      var node = node
      while parents[node] != node { node = parents[node] }
      return node
    }
    for tie in ties {
      let (a, b) = (root(tie.from), root(tie.to))
      parents[max(a, b)] = min(a, b)
    }
    var parts: [Int: [Int]] = [:]
    for node in 0..<count { parts[root(node), default: []].append(node) }
    return parts.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }

  private mutating func fill(_ frame: Rectangle, _ parts: ArraySlice<[Int]>, _ ties: [Tie]) {
    guard let first = parts.first else { return }
    guard parts.count > 1 else { return layOut(first, in: frame, ties) }
    // A part has room around it, which counts for small ones.
    func size(_ parts: ArraySlice<[Int]>) -> Double {
      parts.reduce(0) { $0 + Double($1.count) + 0.5 }
    }
    let half = size(parts) / 2
    var end = parts.startIndex + 1
    while end < parts.endIndex - 1, size(parts[parts.startIndex...end]) <= half { end += 1 }
    let (head, tail) = (parts[..<end], parts[end...])
    let (left, right) = frame.cut(at: size(head) / size(parts))
    fill(left.inset(by: 8), head, ties)
    fill(right.inset(by: 8), tail, ties)
  }

  private mutating func layOut(_ nodes: [Int], in frame: Rectangle, _ ties: [Tie]) {
    var numbers: [Int: Int] = [:]
    for (number, node) in nodes.enumerated() { numbers[node] = number }
    let inner = ties.compactMap { tie -> Tie? in
      guard let from = numbers[tie.from], let to = numbers[tie.to] else { return nil }
      return (from, to, tie.strength)
    }
    var forces = NetworkForces(nodes.count, width: frame.width, height: frame.height)
    forces.settle(inner)
    for (number, node) in nodes.enumerated() {
      let place = forces.places[number]
      places[node] = Place(x: frame.x + place.x, y: frame.y + place.y)
    }
  }

  // MARK: Circles

  /// Moves circles apart that overlap.
  private mutating func separate(within frame: Rectangle) {
    for _ in 0..<60 {
      for a in places.indices {
        for b in places.indices.dropFirst(a + 1) { separate(a, b, frame) }
      }
    }
  }

  private mutating func separate(_ a: Int, _ b: Int, _ frame: Rectangle) {
    let (x, y) = (places[b].x - places[a].x, places[b].y - places[a].y)
    let length = max((x * x + y * y).squareRoot(), 0.01)
    let missing = (radii[a] + radii[b] + 8 - length) / length / 2
    guard missing > 0 else { return }
    shift(a, -x * missing, -y * missing, frame)
    shift(b, x * missing, y * missing, frame)
  }

  private mutating func shift(_ node: Int, _ x: Double, _ y: Double, _ frame: Rectangle) {
    places[node].x = min(max(frame.x, places[node].x + x), frame.x + frame.width)
    places[node].y = min(max(frame.y, places[node].y + y), frame.y + frame.height)
  }
}
