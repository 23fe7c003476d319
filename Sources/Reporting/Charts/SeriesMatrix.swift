import Document

/// Several series as one table: a line for each date or name, a column for each series.
struct SeriesMatrix {
  let chart: SeriesChart
  /// In the order of time where all of them are dates, else as they were first named.
  let labels: [String]
  /// The place of each label.
  private let places: [String: Int]

  init(_ chart: SeriesChart) {
    self.chart = chart
    var labels: [String] = []
    var seen: Set<String> = []
    for point in chart.series.flatMap(\.points) where seen.insert(point.label).inserted {
      labels.append(point.label)
    }
    let days = labels.compactMap { CalendarDate($0)?.dayNumber }
    if days.count == labels.count {
      let order = labels.indices.sorted { (days[$0], $0) < (days[$1], $1) }
      labels = order.map { labels[$0] }
    }
    self.labels = labels
    var places: [String: Int] = [:]
    for (place, label) in labels.enumerated() { places[label] = place }
    self.places = places
  }

  func place(of label: String) -> Int { places[label] ?? 0 }

  /// The values of a series, by label; of points with one label the last.
  func values(of series: Int) -> [Double?] {
    var values = [Double?](repeating: nil, count: labels.count)
    for point in chart.series[series].points { values[place(of: point.label)] = point.value }
    return values
  }

  var table: DataTable {
    let columns = chart.series.indices.map { values(of: $0) }
    var targets = [Targets](repeating: [], count: labels.count)
    for point in chart.series.flatMap(\.points) {
      targets[place(of: point.label)].unite(with: point.targets)
    }
    return DataTable(
      [""] + chart.series.map(\.name), numeric: Set(1...max(1, columns.count)),
      rows: labels.indices.map { place in
        let label = CalendarDate(labels[place])?.shown ?? labels[place]
        return .init(
          [label] + columns.map { $0[place].map { DataTable.figure($0) } ?? "–" }, targets[place])
      })
  }
}
