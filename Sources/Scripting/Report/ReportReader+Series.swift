internal import Document
internal import Lua

extension ReportReader {
  /// The most lines or panels of a chart.
  private static let mostSeries = 60

  /// `{ {name = …, points = …}, … }`, or points by the names of their series.
  func series(_ value: Value) throws(Fault) -> [SeriesChart.Series] {
    var series: [SeriesChart.Series] = []
    if case .map(let named) = value {
      for entry in named.entries {
        let points = try points(entry.value, named: "series.\(entry.name)") { _, _ in false }
        series.append(.init(name: entry.name, points: points))
      }
    } else {
      for (index, item) in try list(value, named: "series").enumerated() {
        let place = "series[\(index + 1)]"
        let record = try ReportRecord(item, place, known: ["name", "points"], self)
        guard let points = record["points"] else { throw fault("\(place): expected 'points'") }
        series.append(
          .init(
            name: try record.label("name"),
            points: try self.points(points, named: "\(place).points") { _, _ in false }))
      }
    }
    guard series.count <= Self.mostSeries else {
      throw fault("series: at most \(Self.mostSeries), got \(series.count)")
    }
    return series
  }

  /// Whether a chart's points are those of several series.
  func isSeries(_ value: Value) -> Bool {
    switch value {
    case .list(let items): items.first?["points"] != nil
    case .map(let fields): fields.entries.first.map { $0.value.number == nil } ?? false
    default: false
    }
  }

  // MARK: Bars of parts

  /// `{ {name = …, parts = {a = 1}}, … }`, or parts by the names of their bars; a series for each part.
  func parts(_ value: Value, _ options: ReportRecord) throws(Fault) -> [SeriesChart.Series] {
    var bars: [(name: String, parts: Fields, targets: Targets, place: String)] = []
    if case .map(let named) = value {
      for entry in named.entries {
        let place = "bars.\(entry.name)"
        guard let parts = entry.value.asMap else {
          throw fault("\(place): expected a table of numbers by part, got \(entry.value.shown)")
        }
        bars.append((entry.name, parts, [], place))
      }
    } else {
      for (index, item) in try list(value, named: "bars").enumerated() {
        let place = "bars[\(index + 1)]"
        let record = try ReportRecord(
          item, place, known: ["name", "parts"] + ReportRecord.targetNames, self)
        guard let parts = record["parts"]?.asMap else {
          throw fault("\(place): expected 'parts', numbers by name")
        }
        bars.append((try record.label("name"), parts, try record.targets(), "\(place).parts"))
      }
    }
    var names = try options.strings("parts") ?? []
    for bar in bars {
      for name in bar.parts.names where !names.contains(name) { names.append(name) }
    }
    guard names.count <= Self.mostSeries else {
      throw fault("bars: at most \(Self.mostSeries) different parts, got \(names.count)")
    }
    var series: [SeriesChart.Series] = []
    for name in names {
      var points: [Point] = []
      for bar in bars {
        let (value, targets) = try part(bar.parts[name], "\(bar.place).\(name)")
        points.append(
          Point(label: bar.name, value: value, targets: targets.isEmpty ? bar.targets : targets))
      }
      series.append(.init(name: name, points: points))
    }
    return series
  }

  /// A number, or one with the articles that it stands for.
  private func part(
    _ value: Value?, _ place: String
  ) throws(Fault) -> (value: Double?, targets: Targets) {
    guard let value else { return (nil, []) }
    guard value.map != nil else { return (try number(value, place), []) }
    let record = try ReportRecord(value, place, known: ["value"] + ReportRecord.targetNames, self)
    return (try record.number("value"), try record.targets())
  }
}
