internal import Document
internal import Lua

extension ReportReader {
  func places(_ value: Value) throws(Fault) -> [PlaceMap.Place] {
    var places: [PlaceMap.Place] = []
    for (index, item) in try list(value, named: "places").enumerated() {
      let record = try ReportRecord(
        item, "places[\(index + 1)]",
        known: ["name", "lat", "lon", "value"] + ReportRecord.targetNames, self)
      places.append(
        PlaceMap.Place(
          name: try record.label("name"),
          latitude: try record.requiredNumber("lat", -90...90),
          longitude: try record.requiredNumber("lon", -180...180),
          value: try amount(record, "value"), targets: try record.targets()))
    }
    return places
  }
}
