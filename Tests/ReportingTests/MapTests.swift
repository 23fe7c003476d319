import Document
import Testing

@testable import Reporting

@Suite struct MapTests {
  private func place(_ latitude: Double, _ longitude: Double) -> PlaceMap.Place {
    .init(name: "", latitude: latitude, longitude: longitude)
  }

  /// Whether a place lies within a closed line (W. Randolph Franklin's test by crossings).
  private func contains(_ line: WorldOutline.Line, _ place: PlaceMap.Place) -> Bool {
    var isInside = false
    let (x, y) = (place.longitude, place.latitude)
    for (a, b) in zip(line.points, line.points.dropFirst() + line.points.prefix(1))
    where (a.latitude > y) != (b.latitude > y) {
      let crossing =
        a.longitude + (y - a.latitude) / (b.latitude - a.latitude) * (b.longitude - a.longitude)
      if x < crossing { isInside.toggle() }
    }
    return isInside
  }

  @Test(
    arguments: [
      ("Madrid", 40.4, -3.7, true), ("Nairobi", -1.3, 36.8, true), ("Denver", 39.7, -105, true),
      ("Alice Springs", -23.7, 133.9, true), ("Novosibirsk", 55, 82.9, true),
      ("Brasília", -15.8, -47.9, true), ("Reykjavík", 64.5, -19, true),
      ("the Atlantic", 30, -40, false), ("the Pacific", 0, -140, false),
      ("the Bay of Bengal", 14, 88, false), ("the Mediterranean", 34, 18, false),
      ("the Black Sea", 43, 34, false),
    ] as [(String, Double, Double, Bool)])
  func `the outline has land where there is land`(
    name: String, latitude: Double, longitude: Double, isLand: Bool
  ) {
    let coasts = WorldOutline().lines.filter(\.isCoast)
    let inside = coasts.filter { contains($0, place(latitude, longitude)) }
    #expect(inside.count % 2 == (isLand ? 1 : 0), "\(name)")
  }

  @Test func `places far apart are shown on the whole world, north up and east to the right`() {
    let view = MapView(of: [place(40, -74), place(35, 139)])
    #expect(view.isWorld)
    let origin = view.place(longitude: 0, latitude: 0)
    #expect(abs(origin.x - 0.5) < 1e-9)
    #expect(view.place(longitude: 0, latitude: 60).y < origin.y)
    #expect(view.place(longitude: 90, latitude: 0).x > origin.x)
    // The formulas' own values at the end of the equator: x = 2√3π / (3 · 1.340264).
    #expect(abs(view.place(longitude: 180, latitude: 0).x - 1) < 1e-9)
    // The frame has the proportions of the projection.
    let (width, height) = (2 * 2.7066, 2.3936)
    #expect(abs(width / height - MapView.worldRatio) < 0.01)
  }

  @Test func `places near each other are shown on their part of it`() {
    let places = [place(48.4, 10), place(48.2, 16.4), place(41.9, 12.5)]
    let view = MapView(of: places)
    #expect(!view.isWorld)
    for place in places {
      let point = view.place(longitude: place.longitude, latitude: place.latitude)
      #expect((0.05...0.95).contains(point.x) && (0.05...0.95).contains(point.y))
    }
  }

  @Test func `one place and none have a map`() {
    #expect(!MapView(of: [place(48, 10)]).isWorld)
    #expect(MapView(of: []).isWorld)
    #expect(MapView(of: [place(90, 0), place(-90, 180)]).isWorld)
  }
}

@Suite struct MapClipTests {
  @Test func `a closed line is cut along the edges`() {
    let around: [MapClip.Point] = [(-5, -5), (5, -5), (5, 5), (-5, 5)]
    let ring = MapClip.ring(around)
    #expect(ring.count == 4 && ring.allSatisfy { abs(abs($0.x - 0.5) - 0.55) < 1e-9 })
    #expect(MapClip.ring([(2, 2), (3, 2), (3, 3)]).isEmpty)
    let inside: [MapClip.Point] = [(0.1, 0.1), (0.9, 0.1), (0.5, 0.9)]
    #expect(MapClip.ring(inside).map(\.x) == inside.map(\.x))
  }

  @Test func `an open line keeps what is within, and what leads there`() {
    let line: [MapClip.Point] = [(-3, 0), (-2, 0), (0.5, 0), (2, 0), (3, 0), (2, 1), (0.5, 1)]
    #expect(MapClip.lines(line).map { $0.map(\.x) } == [[-2, 0.5, 2], [2, 0.5]])
  }
}
