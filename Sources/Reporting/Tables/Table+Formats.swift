import Document

// What stands in the cells of a report's tables.

extension Table {
  /// A value as its column has it.
  func shown(_ value: Value, column: Int) -> String {
    guard formats.indices.contains(column) else { return value.inline }
    let format = formats[column]
    if format == .date { return value.string.map(CalendarDate.shown) ?? value.inline }
    guard let number = value.number, number.isFinite else { return value.inline }
    switch format {
    case .plain, .date: return value.inline
    case .integer: return Figures.shown(number.rounded(), digits: 0, minus: "−")
    case .fixed1: return Figures.fixed(number, digits: 1)
    case .fixed2: return Figures.fixed(number, digits: 2)
    case .fixed3: return Figures.fixed(number, digits: 3)
    case .percent: return Figures.fixed(number * 100, digits: 0) + " %"
    case .percent1: return Figures.fixed(number * 100, digits: 1) + " %"
    case .signed: return (number > 0 ? "+" : "") + Figures.shown(number, digits: 3, minus: "−")
    }
  }

  /// The line below the table, if it has one.
  var totalLine: [String]? {
    guard !totals.isEmpty else { return nil }
    return totals.enumerated().map { index, total in
      total == .null ? index == 0 ? "Total" : "" : shown(total, column: index)
    }
  }

  /// What the browser sorts a cell by, where it is not what stands in it.
  func key(_ value: Value, column: Int) -> String {
    formats.indices.contains(column) && formats[column] == .date ? value.string ?? "" : ""
  }

  /// Comma-separated, by RFC 4180, with the names of the columns first.
  package var csv: [UInt8] {
    var bytes: [UInt8] = []
    CSVField.append(row: columns.map(Value.string), to: &bytes)
    for row in rows { CSVField.append(row: row.map(\.value), to: &bytes) }
    return bytes
  }
}

/// Where tables lie that a report offers as files.
package enum ReportFiles {
  package static let folder = "files"

  /// Of several plugins, each has its own names.
  package static func name(_ file: String, of plugin: String) -> String { "\(plugin)-\(file)" }

  /// All files of a report with what is in them.
  package static func all(of report: Report) -> [(name: String, bytes: [UInt8])] {
    report.plugins.flatMap { plugin in
      plugin.blocks.compactMap { block in
        guard case .download(let file, let table) = block else { return nil }
        return (name(file, of: plugin.description.name), table.csv)
      }
    }
  }
}
