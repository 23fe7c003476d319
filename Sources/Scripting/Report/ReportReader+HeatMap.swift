internal import Document
internal import Lua

extension ReportReader {
  /// The most rows and columns of a heat map.
  private static let mostLines = 200

  func heatMap(
    _ title: String, _ cells: Value, _ options: ReportRecord
  ) throws(Fault) -> HeatMap {
    var map = HeatMap(
      title: title, measure: try options.string("measure") ?? "",
      rows: try options.strings("rows") ?? [], columns: try options.strings("columns") ?? [],
      cells: [])
    var taken: [[Int]: String] = [:]
    for (place, cell) in try self.cells(cells) {
      let row = Self.place(of: cell.row, in: &map.rows)
      let column = Self.place(of: cell.column, in: &map.columns)
      guard map.rows.count <= Self.mostLines, map.columns.count <= Self.mostLines else {
        throw fault("\(place): at most \(Self.mostLines) rows and columns")
      }
      if let other = taken[[row, column]] {
        throw fault(
          "\(place): row \"\(cell.row)\" and column \"\(cell.column)\" have \(other) already")
      }
      taken[[row, column]] = place
      guard let value = cell.value else { continue }
      map.cells.append(
        HeatMap.Cell(row: row, column: column, value: value, targets: cell.targets))
    }
    return map
  }

  private typealias Cell = (row: String, column: String, value: Double?, targets: Targets)

  private func cells(_ value: Value) throws(Fault) -> [(place: String, cell: Cell)] {
    var cells: [(place: String, cell: Cell)] = []
    guard case .map(let rows) = value else {
      for (index, item) in try list(value, named: "cells").enumerated() {
        let place = "cells[\(index + 1)]"
        cells.append((place, try cell(item, place)))
      }
      return cells
    }
    for row in rows.entries {
      guard let columns = row.value.asMap else {
        throw fault(
          "cells.\(row.name): expected a table of numbers by column, got \(row.value.shown)")
      }
      for column in columns.entries {
        let place = "cells.\(row.name).\(column.name)"
        cells.append((place, (row.name, column.name, try number(column.value, place), [])))
      }
    }
    return cells
  }

  private func cell(_ value: Value, _ place: String) throws(Fault) -> Cell {
    if let list = value.list {
      guard list.count == 3 else { throw fault("\(place): expected {row, column, value}") }
      return (try label(list[0], place), try label(list[1], place), try number(list[2], place), [])
    }
    let record = try ReportRecord(
      value, place, known: ["row", "column", "value"] + ReportRecord.targetNames, self)
    return (
      try record.label("row"), try record.label("column"), try record.number("value"),
      try record.targets()
    )
  }

  private static func place(of name: String, in names: inout [String]) -> Int {
    if let place = names.firstIndex(of: name) { return place }
    names.append(name)
    return names.count - 1
  }
}
