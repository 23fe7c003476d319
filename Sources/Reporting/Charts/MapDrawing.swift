import Document

/// A map made ready for all formats: the places with the largest values first, so that none hides a smaller one.
struct MapDrawing {
  let title: String
  let measure: String
  let places: [PlaceMap.Place]
  let view: MapView

  init(_ map: PlaceMap) {
    title = map.title
    measure = map.measure
    let order = map.places.indices.sorted {
      (map.places[$1].value ?? 0, $0) < (map.places[$0].value ?? 0, $1)
    }
    places = order.map { map.places[$0] }
    view = MapView(of: map.places)
  }

  func hover(_ index: Int) -> String {
    let place = places[index]
    guard let value = place.value else { return place.name }
    let figure = DataTable.figure(value)
    return measure.isEmpty ? "\(place.name): \(figure)" : "\(place.name): \(figure) \(measure)"
  }

  var description: String {
    let count = Figures.count(places.count, "place")
    guard let first = places.first, let value = first.value else { return "A map of \(count)." }
    return "A map of \(count); the largest value is that of \(first.name) with "
      + "\(DataTable.figure(value))."
  }

  var table: DataTable {
    let hasValues = places.contains { $0.value != nil }
    return DataTable(
      ["Place"] + (hasValues ? [DataTable.head(measure)] : []) + ["North", "East"],
      numeric: hasValues ? [1, 2, 3] : [1, 2],
      rows: places.map { place in
        .init(
          [place.name] + (hasValues ? [DataTable.figure(place.value)] : [])
            + [place.latitude, place.longitude].map { Figures.shown($0, digits: 2, minus: "−") },
          place.targets)
      })
  }
}
