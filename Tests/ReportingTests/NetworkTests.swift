import Document
import Testing

@testable import Reporting

@Suite struct NetworkTests {
  /// Two groups of five, each with all ties, one tie between them, and a node without any.
  private static let network: Network = {
    var ties: [Network.Tie] = []
    for group in [0, 5] {
      for a in 0..<5 {
        for b in (a + 1)..<5 { ties.append(.init(from: group + a, to: group + b, weight: 2)) }
      }
    }
    ties.append(.init(from: 0, to: 5))
    return Network(
      title: "N", nodes: (0..<11).map { .init(name: "Name \($0)") }, ties: ties)
  }()

  private func places(_ network: Network) -> (NetworkDrawing, [NetworkLayout.Place]) {
    let drawing = NetworkDrawing(network)
    let ties = drawing.ties.map { (from: $0.from, to: $0.to, strength: $0.weight / 2) }
    let radii = drawing.nodes.map { _ in 8.0 }
    return (
      drawing,
      NetworkLayout.places(radii: radii, ties: ties, width: 600, height: 400, margin: 20)
    )
  }

  private func distance(_ a: NetworkLayout.Place, _ b: NetworkLayout.Place) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  @Test func `what is tied is nearer than what is not`() {
    let (drawing, places) = places(Self.network)
    var (tied, loose): ([Double], [Double]) = ([], [])
    for a in 0..<places.count {
      for b in (a + 1)..<places.count {
        let isTied = drawing.ties.contains { $0.from == a && $0.to == b }
        let distance = distance(places[a], places[b])
        if isTied { tied.append(distance) } else { loose.append(distance) }
      }
    }
    let (near, far) = (tied.reduce(0, +) / 21, loose.reduce(0, +) / 34)
    #expect(tied.count == 21 && loose.count == 34 && near < far / 2, "\(near) and \(far)")
  }

  @Test func `circles are in the frame, don't overlap, and are where they were`() {
    let (_, places) = places(Self.network)
    for (index, place) in places.enumerated() {
      #expect((20...580).contains(place.x) && (20...380).contains(place.y))
      for other in places.dropFirst(index + 1) { #expect(distance(place, other) > 16) }
    }
    #expect(self.places(Self.network).1 == places)
  }

  @Test(arguments: [0, 1, 2])
  func `a network of next to nothing is drawn`(count: Int) {
    let nodes = (0..<count).map { Network.Node(name: "\($0)") }
    let (_, places) = places(Network(title: "", nodes: nodes, ties: []))
    #expect(places.count == count && places.allSatisfy { $0.x.isFinite && $0.y.isFinite })
  }

  @Test func `ties of two are one, and the weightiest come first`() {
    let drawing = NetworkDrawing(
      Network(
        title: "", nodes: [.init(name: "a"), .init(name: "b"), .init(name: "c", value: 9)],
        ties: [
          .init(from: 0, to: 1, targets: [Target(article: "x")]),
          .init(from: 1, to: 0, weight: 2, targets: [Target(article: "y")]),
          .init(from: 1, to: 1, weight: 5), .init(from: 2, to: 1),
        ], limit: 2))
    #expect(drawing.nodes.map(\.name) == ["c", "b", "a"])
    #expect(drawing.weights == [9, 4, 3])
    #expect(drawing.ties.map(\.weight) == [3, 1])
    #expect(drawing.ties[0].targets.map(\.article) == ["x", "y"])
    #expect(drawing.shownTies == [1])
    #expect(drawing.note == "the 2 weightiest of 3 names")
  }

  @Test func `names stand where they cross no line, and are shortened where they have no room`() {
    func mark(_ x: Double, _ y: Double, _ words: String) -> LabelPlacer.Mark {
      LabelPlacer.Mark(x: x, y: y, radius: 5, words: words)
    }
    let pair = [mark(50, 50, "Ada"), mark(150, 50, "Bo")]
    let spots = LabelPlacer.spots(pair, lines: [(from: 0, to: 1)], width: 200, height: 100)
    #expect(spots.map(\.?.anchor) == ["end", "start"])
    let alone = [mark(100, 50, "A name that is wider than all")]
    let short = LabelPlacer.spots(alone, width: 190, height: 100)
    #expect(short[0]?.words == "A name that…")
  }

  @Test func `names lie on no other name and on no circle but their own`() {
    let marks = (0..<12).map { index in
      LabelPlacer.Mark(
        x: Double(index % 4) * 60 + 40, y: Double(index / 4) * 20 + 40, radius: 5,
        words: "Name of mark \(index)")
    }
    let spots = LabelPlacer.spots(marks, width: 300, height: 120)
    var boxes: [(left: Double, right: Double, top: Double, bottom: Double)] = []
    for (mark, spot) in zip(marks, spots) {
      guard let spot else { continue }
      let width = Double(DisplayWidth.of(spot.words)) * 6
      let x = mark.x + Double(spot.dx)
      let left = spot.anchor == "start" ? x : spot.anchor == "end" ? x - width : x - width / 2
      let y = mark.y + Double(spot.dy)
      boxes.append((left, left + width, y - 9, y + 2))
    }
    #expect(boxes.count >= 3 && boxes.count < 12)
    for (index, a) in boxes.enumerated() {
      for b in boxes.dropFirst(index + 1) {
        #expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top)
      }
    }
  }
}
