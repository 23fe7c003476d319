internal import Document
internal import Lua

extension ReportReader {
  private static let sums = ["sum", "mean", "min", "max"]

  /// A table with what its options make of it.
  func table(
    _ title: String, _ columns: [String], _ rows: Value, _ options: ReportRecord
  ) throws(Fault) -> Table {
    var table = Table(title: title, columns: columns, rows: try self.rows(rows, columns))
    if let sort = try options.string("sort") { try order(&table, by: sort) }
    try readFormats(options, of: &table)
    try readTotals(options["totals"], of: &table)
    return table
  }

  private func column(_ name: String, _ place: String, of table: Table) throws(Fault) -> Int {
    if let column = table.columns.firstIndex(of: name) { return column }
    let question = Suggestions.question(Suggestions.like(name, among: table.columns))
    throw fault(
      "\(place): there is no column \"\(name)\"; "
        + (question ?? "there are \(table.columns.joined(separator: ", "))"))
  }

  // MARK: Order

  /// - Parameter sort: the name of a column, with `-` in front for the largest first.
  private func order(_ table: inout Table, by sort: String) throws(Fault) {
    let isDown = sort.hasPrefix("-") && !table.columns.contains(sort)
    let column = try column(isDown ? String(sort.dropFirst()) : sort, "options.sort", of: table)
    let rows = table.rows
    let order = rows.indices.sorted { a, b in
      let (first, second) = (rows[a][column].value, rows[b][column].value)
      // What has no value comes last, whatever the direction.
      if first == .null || second == .null { return second == .null && first != .null }
      let isBefore = Self.precedes(first, second)
      let isAfter = Self.precedes(second, first)
      return isBefore == isAfter ? a < b : isDown ? isAfter : isBefore
    }
    table.rows = order.map { rows[$0] }
  }

  /// Numbers come before words.
  private static func precedes(_ a: Value, _ b: Value) -> Bool {
    switch (a.number, b.number) {
    case (let a?, let b?): a < b
    case (nil, nil):
      (a.string ?? a.shown).utf8.lexicographicallyPrecedes((b.string ?? b.shown).utf8)
    case (let a, _): a != nil
    }
  }

  // MARK: Formats and totals

  private func readFormats(_ options: ReportRecord, of table: inout Table) throws(Fault) {
    guard let value = options["formats"] else { return }
    let words = Table.Format.allCases.map(\.rawValue)
    let record = try ReportRecord(value, "options.formats", known: table.columns, self)
    var formats = [Table.Format](repeating: .plain, count: table.columns.count)
    for (index, name) in table.columns.enumerated() where record[name] != nil {
      formats[index] = Table.Format(rawValue: try record.choice(name, words)) ?? .plain
    }
    table.formats = formats
  }

  private func readTotals(_ value: Value?, of table: inout Table) throws(Fault) {
    guard let value, value != .bool(false) else { return }
    var totals = [Value](repeating: .null, count: table.columns.count)
    if value == .bool(true) {
      for index in totals.indices { totals[index] = Self.total("sum", of: index, table) }
    } else {
      let record = try ReportRecord(value, "options.totals", known: table.columns, self)
      for (index, name) in table.columns.enumerated() where record[name] != nil {
        totals[index] = Self.total(try record.choice(name, Self.sums), of: index, table)
      }
    }
    table.totals = totals
  }

  /// What the numbers of a column come to; null where it has none.
  private static func total(_ kind: String, of column: Int, _ table: Table) -> Value {
    let cells = table.rows.map { $0[column].value }.filter { $0 != .null }
    let numbers = cells.compactMap(\.number)
    guard !numbers.isEmpty, numbers.count == cells.count else { return .null }
    let result =
      switch kind {
      case "mean": numbers.reduce(0, +) / Double(numbers.count)
      case "min": numbers.min() ?? 0
      case "max": numbers.max() ?? 0
      default: numbers.reduce(0, +)
      }
    let isWhole = kind != "mean" && cells.allSatisfy { $0.integer != nil }
    return isWhole ? Int64(exactly: result).map(Value.integer) ?? .number(result) : .number(result)
  }
}
