internal import Document
internal import Lua

/// Turns the tables that plugins give to `report` into blocks.
struct ReportReader {
  private let caller: String

  init(_ caller: String) {
    self.caller = caller
  }

  func strings(_ value: Value, named name: String) throws(Fault) -> [String] {
    let words = (value.list ?? []).compactMap(\.string)
    guard let list = value.list, words.count == list.count else {
      throw fault("\(name): expected a list of strings")
    }
    return words
  }

  func list(_ value: Value, named name: String) throws(Fault) -> [Value] {
    guard let list = value.list else {
      throw fault("\(name): expected a list, got a table with names")
    }
    guard list.count <= ReportDraft.maximumItems else {
      throw fault("\(name): at most \(ReportDraft.maximumItems), got \(list.count)")
    }
    return list
  }

  func fault(_ words: String) -> Fault { Fault("\(caller): \(words)") }
}

// MARK: Tables

extension ReportReader {
  func rows(_ value: Value, _ columns: [String]) throws(Fault) -> [[Cell]] {
    var rows: [[Cell]] = []
    for (index, row) in try list(value, named: "rows").enumerated() {
      let place = "rows[\(index + 1)]"
      switch row {
      case .list(let cells): rows.append(try self.cells(cells, columns, place))
      case .map(let fields): rows.append(try self.cells(fields, columns, place))
      default: throw fault("\(place): expected a list of cells, got \(row.shown)")
      }
    }
    return rows
  }

  private func cells(
    _ cells: [Value], _ columns: [String], _ place: String
  ) throws(Fault) -> [Cell] {
    guard cells.count == columns.count else {
      throw fault(
        "\(place): expected \(columns.count) cells, one for each column, got \(cells.count)")
    }
    var row: [Cell] = []
    for (index, cell) in cells.enumerated() {
      row.append(try self.cell(cell, "\(place)[\(index + 1)]"))
    }
    return row
  }

  private func cells(_ fields: Fields, _ columns: [String], _ place: String) throws(Fault) -> [Cell]
  {
    guard columns.contains(where: { fields[$0] != nil }) else {
      throw fault(
        "\(place): none of its names is a column; it has \(fields.names.joined(separator: ", "))")
    }
    let target = try target(.map(fields), place)
    var row: [Cell] = []
    for (index, column) in columns.enumerated() {
      var cell = try self.cell(fields[column] ?? .null, "\(place).\(column)")
      if index == 0, cell.target == nil { cell.target = target }
      row.append(cell)
    }
    return row
  }

  private func cell(_ value: Value, _ place: String) throws(Fault) -> Cell {
    switch value {
    case .map(let fields):
      guard let inner = fields["value"], inner.map == nil, inner.list == nil else {
        throw fault("\(place): a cell's table needs a plain 'value'")
      }
      return Cell(inner, target: try target(value, place))
    case .list: throw fault("\(place): a cell is a value, not a list")
    default: return Cell(value)
    }
  }

  /// Where a table's `article`, `first` and `last` lead; nil where it names no article.
  func target(_ value: Value, _ place: String) throws(Fault) -> Target? {
    guard let named = value["article"] else { return nil }
    guard let article = named.string else {
      throw fault("\(place).article: expected an article's id, got \(named.shown)")
    }
    guard let first = value["first"] else { return Target(article: article) }
    guard let first = first.integer, let last = value["last"]?.integer, first >= 1,
      last >= first - 1, last < 1 << 32
    else { throw fault("\(place): expected integers 'first' and 'last'") }
    return Target(article: article, range: TextRange(Int(first) - 1, Int(last)))
  }
}

// MARK: Charts

extension ReportReader {
  /// Points in their order or, where they come by name, in that of `precedes`.
  /// - Parameter name: what messages call them.
  func points(
    _ value: Value, named name: String = "points", by precedes: (Point, Point) -> Bool
  ) throws(Fault) -> [Point] {
    if case .map(let fields) = value { return try points(fields, named: name, by: precedes) }
    var points: [Point] = []
    for (index, point) in try list(value, named: name).enumerated() {
      points.append(try self.point(point, "\(name)[\(index + 1)]"))
    }
    return points
  }

  private func points(
    _ fields: Fields, named name: String, by precedes: (Point, Point) -> Bool
  ) throws(Fault) -> [Point] {
    var points: [Point] = []
    for entry in fields.entries {
      guard let number = entry.value.number else {
        throw fault("\(name).\(entry.name): expected a number, got \(entry.value.shown)")
      }
      points.append(Point(label: entry.name, value: number))
    }
    // The names come in order, and the sort is stable.
    return Array(points.sorted(by: precedes).prefix(ReportDraft.maximumItems))
  }

  private func point(_ value: Value, _ place: String) throws(Fault) -> Point {
    if let pair = value.list {
      guard pair.count == 2 else { throw fault("\(place): expected a pair {name, value}") }
      return Point(label: try label(pair[0], place), value: try number(pair[1], place))
    }
    let record = try ReportRecord(
      value, place,
      known: ["name", "label", "date", "value", "count", "from", "to"] + ReportRecord.targetNames,
      self)
    guard let name = value["name"] ?? value["label"] ?? value["date"] ?? bin(value) else {
      throw fault("\(place): expected a table with 'name' or 'date', and 'value'")
    }
    let number = try (value["value"] ?? value["count"]).flatMap { (number) throws(Fault) in
      try self.number(number, place)
    }
    return Point(label: try label(name, place), value: number, targets: try record.targets())
  }

  /// The name of a bin of a histogram.
  private func bin(_ value: Value) -> Value? {
    guard let from = value["from"], let to = value["to"] else { return nil }
    return .string("\(from.shown) – \(to.shown)")
  }

  func label(_ value: Value, _ place: String) throws(Fault) -> String {
    switch value {
    case .string(let string): return string
    case .integer, .number: return value.shown
    default: throw fault("\(place): expected a name, got \(value.shown)")
    }
  }

  func number(_ value: Value, _ place: String) throws(Fault) -> Double? {
    if let number = value.number { return number }
    throw fault("\(place): expected a number, got \(value.shown)")
  }
}

// MARK: Passages

extension ReportReader {
  func passages(_ value: Value) throws(Fault) -> [Passage] {
    var passages: [Passage] = []
    for (index, item) in try list(value, named: "passages").enumerated() {
      let place = "passages[\(index + 1)]"
      guard let text = item["text"]?.string else { throw fault("\(place): expected a 'text'") }
      guard let target = try target(item, place) else {
        throw fault("\(place): expected an 'article', the id of the article it is from")
      }
      let label = try item["label"].map { (label) throws(Fault) in try self.label(label, place) }
      passages.append(Passage(text: text, target: target, label: label ?? ""))
    }
    return passages
  }
}
