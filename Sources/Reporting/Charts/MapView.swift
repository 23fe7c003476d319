import Document
import Glibc

/// The part of the world that a map shows, and how it is laid flat.
struct MapView {
  private enum Projection {
    /// Of the whole world: areas keep their proportions.
    case equalEarth
    /// Of a part of it: degrees are as wide as they are in its middle.
    case equirectangular(stretch: Double)
  }

  private let projection: Projection
  private let left: Double
  private let top: Double
  private let width: Double
  private let height: Double
  let isWorld: Bool

  /// Width by height.
  static let worldRatio = 2.26
  static let partRatio = 1.5

  var ratio: Double { isWorld ? Self.worldRatio : Self.partRatio }

  /// A view of the places: the part of the world around them or, where they lie far apart, all of it.
  init(of places: [PlaceMap.Place]) {
    let (south, north) = Self.ends(places.map(\.latitude))
    let (west, east) = Self.ends(places.map(\.longitude))
    isWorld = places.isEmpty || east - west > 85 || north - south > 55
    guard !isWorld else {
      projection = .equalEarth
      // From Tierra del Fuego to the north of Greenland.
      let (bottom, top) = (Self.equalEarth(0, -57).y, Self.equalEarth(0, 84).y)
      (left, self.top, height) = (-Self.equalEarth(180, 0).x, top, top - bottom)
      width = 2 * Self.equalEarth(180, 0).x
      return
    }
    let stretch = cos((south + north) / 2 * .pi / 180)
    projection = .equirectangular(stretch: stretch)
    // Room around the places, and enough to know the part of the world by.
    var high = max((north - south) * 1.3, 16)
    let wide = max((east - west) * 1.3 * stretch, high * Self.partRatio)
    high = wide / Self.partRatio
    left = (west + east) / 2 * stretch - wide / 2
    top = (south + north) / 2 + high / 2
    (width, height) = (wide, high)
  }

  private static func ends(_ degrees: [Double]) -> (Double, Double) {
    (degrees.min() ?? 0, degrees.max() ?? 0)
  }

  /// Where a place is, as shares of the map's width and height from its upper left; outside 0…1 where it is not on it.
  func place(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
    let point: (x: Double, y: Double)
    switch projection {
    case .equalEarth: point = Self.equalEarth(longitude, latitude)
    case .equirectangular(let stretch): point = (longitude * stretch, latitude)
    }
    return ((point.x - left) / width, (top - point.y) / height)
  }

  /// After Bojan Šavrič, Tom Patterson and Bernhard Jenny, "The Equal Earth map projection" (2018).
  private static func equalEarth(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double)
  {
    let (a1, a2, a3, a4) = (1.340264, -0.081106, 0.000893, 0.003796)
    let angle = asin(0.75.squareRoot() * sin(latitude * .pi / 180))
    let square = angle * angle
    let sixth = square * square * square
    let slope = 9 * a4 * sixth * square + 7 * a3 * sixth + 3 * a2 * square + a1
    let x = 2 * 3.0.squareRoot() * (longitude * .pi / 180) * cos(angle) / (3 * slope)
    return (x, angle * (a1 + a2 * square + sixth * (a3 + a4 * square)))
  }
}
