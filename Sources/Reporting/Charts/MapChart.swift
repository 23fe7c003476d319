import Document

/// Places on a map, with circles whose areas are their values.
struct MapChart {
  /// Widths for which names are placed: of pages and of phones.
  private static let widths = (wide: 620.0, narrow: 320.0)
  private static let longestName = 24
  /// Units of the outline's own coordinates across the map.
  private static let units = 1000.0

  let id: String
  let drawing: MapDrawing
  let links: [String?]

  func write(to html: inout HTML) {
    let view = drawing.view
    let radii = self.radii
    let places = drawing.places.map {
      view.place(longitude: $0.longitude, latitude: $0.latitude)
    }
    let spots = self.spots(places, radii)
    html.chart(
      id: id, look: view.isWorld ? "map" : "map part", title: drawing.title,
      description: drawing.description
    ) { svg in
      writeOutline(view, to: &svg)
      for index in places.indices {
        write(index, places[index], radii[index], spots[index], to: &svg)
      }
    }
  }

  /// The largest has 18 pixels; others have the area that is theirs.
  private var radii: [Double] {
    let most = drawing.places.compactMap(\.value).max() ?? 0
    return drawing.places.map { place in
      guard let value = place.value, most > 0 else { return 4 }
      return max(2.5, 18 * (value / most).squareRoot())
    }
  }

  private func spots(
    _ places: [(x: Double, y: Double)], _ radii: [Double]
  ) -> [(wide: LabelPlacer.Spot?, narrow: LabelPlacer.Spot?)] {
    func spots(_ width: Double, scale: Double) -> [LabelPlacer.Spot?] {
      let height = width / drawing.view.ratio
      let marks = places.indices.map { index in
        LabelPlacer.Mark(
          x: places[index].x * width, y: places[index].y * height, radius: radii[index] * scale,
          words: words(of: index))
      }
      return LabelPlacer.spots(marks, width: width, height: height)
    }
    return zip(
      spots(Self.widths.wide, scale: 1), spots(Self.widths.narrow, scale: Stylesheet.narrowMarks)
    ).map { ($0, $1) }
  }

  private func words(of index: Int) -> String {
    DisplayWidth.cut(Printable.string(drawing.places[index].name), to: Self.longestName)
  }

  private func write(
    _ index: Int, _ place: (x: Double, y: Double), _ radius: Double,
    _ spots: (wide: LabelPlacer.Spot?, narrow: LabelPlacer.Spot?), to svg: inout HTML
  ) {
    svg.link(to: links[index]) { svg in
      svg.element(
        "circle", .init("class", "place"), .init("cx", percent(place.x)),
        .init("cy", percent(place.y)), .init("r", Figures.plain(radius))
      ) { $0.element("title", text: drawing.hover(index)) }
      svg.label(
        x: percent(place.x), y: percent(place.y), wide: spots.wide, narrow: spots.narrow)
    }
  }

  // MARK: The world

  private func writeOutline(_ view: MapView, to svg: inout HTML) {
    let height = Figures.plain(Self.units / view.ratio)
    svg.element(
      "svg", .init("class", "world"), .init("viewBox", "0 0 \(Int(Self.units)) \(height)"),
      .init("width", "100%"), .init("height", "100%"), .init("preserveAspectRatio", "none"),
      .init("aria-hidden", "true")
    ) { world in
      world.element("path", .init("class", "sea"), .init("d", sea(view)), text: "")
      let lines = WorldOutline().lines
      for isCoast in [true, false] {
        let paths = lines.filter { $0.isCoast == isCoast }.map { path($0, view) }
        world.element(
          "path", .init("class", isCoast ? "land" : "border"),
          .init("d", paths.joined()), text: "")
      }
    }
  }

  private func sea(_ view: MapView) -> String {
    guard view.isWorld else {
      return "M0 0H\(Int(Self.units))V\(Figures.plain(Self.units / view.ratio))H0Z"
    }
    let latitudes = stride(from: -57.0, through: 84, by: 3)
    let east = latitudes.map { (longitude: 180.0, latitude: $0) }
    let west = latitudes.reversed().map { (longitude: -180.0, latitude: $0) }
    return path(WorldOutline.Line(isCoast: true, points: east + west), view)
  }

  private func path(_ line: WorldOutline.Line, _ view: MapView) -> String {
    let places = line.points.map {
      view.place(longitude: $0.longitude, latitude: $0.latitude)
    }
    guard line.isCoast else {
      return MapClip.lines(places).map { path($0, view) }.joined()
    }
    let ring = MapClip.ring(places)
    return ring.count > 2 ? path(ring, view) + "Z" : ""
  }

  /// A line in whole units: its beginning, then steps.
  private func path(_ places: [MapClip.Point], _ view: MapView) -> String {
    let points = places.map { place in
      (
        Int((place.x * Self.units).rounded()), Int((place.y * Self.units / view.ratio).rounded())
      )
    }
    var path = "M\(points[0].0) \(points[0].1)"
    var before = points[0]
    var command = "l"
    for point in points.dropFirst() where point != before {
      path += "\(command)\(point.0 - before.0) \(point.1 - before.1)"
      command = " "
      before = point
    }
    return path
  }
}
