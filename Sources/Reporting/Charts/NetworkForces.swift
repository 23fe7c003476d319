/// The forces between nodes that ties connect, until they have settled.
///
/// After Thomas Fruchterman and Edward Reingold, "Graph Drawing by Force-directed Placement" (1991), with a weak pull to the middle;
/// what comes out is turned so that it is as wide as it can be, as names are, and widened to the whole frame.
struct NetworkForces {
  private static let steps = 500

  private(set) var places: [NetworkLayout.Place]
  private let width: Double
  private let height: Double
  /// How far apart nodes like to be.
  private let distance: Double

  init(_ count: Int, width: Double, height: Double) {
    self.width = width
    self.height = height
    distance = 0.8 * (width * height / Double(max(1, count))).squareRoot()
    places = (0..<count).map {
      .init(x: Self.halton($0 + 1, 2) * width, y: Self.halton($0 + 1, 3) * height)
    }
  }

  /// The sequence of Halton, whose members are spread evenly over 0…1.
  private static func halton(_ index: Int, _ base: Int) -> Double {
    var (index, fraction, result) = (index, 1.0, 0.0)
    while index > 0 {
      fraction /= Double(base)
      result += fraction * Double(index % base)
      index /= base
    }
    return result
  }

  mutating func settle(_ ties: [NetworkLayout.Tie]) {
    for step in 0..<Self.steps where places.count > 1 {
      var forces = repulsion()
      for tie in ties { pull(tie, &forces) }
      let heat = 0.12 * width * (1 - Double(step) / Double(Self.steps))
      for index in places.indices { move(index, forces[index], heat) }
    }
    turn()
    fill()
  }

  private func repulsion() -> [NetworkLayout.Place] {
    var forces = places.map { _ in NetworkLayout.Place(x: 0, y: 0) }
    for a in places.indices {
      for b in places.indices.dropFirst(a + 1) {
        let (x, y) = (places[b].x - places[a].x, places[b].y - places[a].y)
        let push = distance * distance / max(x * x + y * y, 0.0001)
        forces[a].x -= x * push
        forces[a].y -= y * push
        forces[b].x += x * push
        forces[b].y += y * push
      }
    }
    return forces
  }

  private func pull(_ tie: NetworkLayout.Tie, _ forces: inout [NetworkLayout.Place]) {
    let (from, to) = (places[tie.from], places[tie.to])
    let (x, y) = (to.x - from.x, to.y - from.y)
    let pull = (0.25 + 0.75 * tie.strength) * (x * x + y * y).squareRoot() / distance
    forces[tie.from].x += x * pull
    forces[tie.from].y += y * pull
    forces[tie.to].x -= x * pull
    forces[tie.to].y -= y * pull
  }

  private mutating func move(_ index: Int, _ force: NetworkLayout.Place, _ heat: Double) {
    let pull = 0.3 * distance / max(width, height)
    let x = force.x + (width / 2 - places[index].x) * pull
    let y = force.y + (height / 2 - places[index].y) * pull
    let length = (x * x + y * y).squareRoot()
    guard length > 0 else { return }
    let step = min(length, heat) / length
    places[index].x += x * step
    places[index].y += y * step
  }

  // MARK: The frame

  /// Turns the axis along which the nodes differ most into the frame's longer side.
  private mutating func turn() {
    let count = Double(places.count)
    let middle = (
      x: places.reduce(0) { $0 + $1.x } / count, y: places.reduce(0) { $0 + $1.y } / count
    )
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for place in places {
      let (x, y) = (place.x - middle.x, place.y - middle.y)
      (xx, xy, yy) = (xx + x * x, xy + x * y, yy + y * y)
    }
    // The axis is an eigenvector of the matrix of covariances.
    let root = ((xx - yy) * (xx - yy) + 4 * xy * xy).squareRoot()
    guard root > 0 else { return }
    var axis = (x: xx - yy + root, y: 2 * xy)
    if axis.x == 0, axis.y == 0 { axis = (0, 1) }
    let length = (axis.x * axis.x + axis.y * axis.y).squareRoot()
    axis = (axis.x / length, axis.y / length)
    for index in places.indices {
      let (x, y) = (places[index].x - middle.x, places[index].y - middle.y)
      let (along, across) = (x * axis.x + y * axis.y, y * axis.x - x * axis.y)
      places[index] =
        width >= height ? .init(x: along, y: across) : .init(x: across, y: along)
    }
  }

  /// Widens what was found to the frame; what lies on a line stays one.
  private mutating func fill() {
    let (left, right) = (places.map(\.x).min() ?? 0, places.map(\.x).max() ?? 0)
    let (top, bottom) = (places.map(\.y).min() ?? 0, places.map(\.y).max() ?? 0)
    let across = right - left > 0.01 ? width / (right - left) : 0
    let down = bottom - top > 0.01 ? height / (bottom - top) : 0
    // Where one way has far more room than the other, the drawing is not torn apart.
    let x = down > 0 ? min(across, 3 * down) : across
    let y = across > 0 ? min(down, 2 * across) : down
    for index in places.indices {
      places[index].x = width / 2 + (places[index].x - (left + right) / 2) * x
      places[index].y = height / 2 + (places[index].y - (top + bottom) / 2) * y
    }
  }
}
