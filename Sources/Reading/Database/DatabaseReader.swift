import Document

/// Reads the rows of one table, or view, of a database: each an article or a failure of its own.
struct DatabaseReader {
  let records: RecordReader
  let outlet: Outlet
  /// The table to read; nil: the only one that holds articles.
  let table: String?
  /// Of the file's bytes: as large a share of the rows' numbers is read; nil: all rows are.
  var part: Range<Int>?

  /// A view may compute more than the file holds, but not without end.
  private static let (greatestGrowth, leastGrowth) = (64, 4 << 20)

  func read(_ source: any ByteSource) {
    let rows: (Database, Database.Relation, Query)
    do throws(StreamFault) {
      let database = try Database(source, maximumBytes: records.maximumBytes)
      switch choose(among: try database.relations()) {
      case .failure(let failure): return say(failure)
      case .success(let relation):
        guard let query = try query(of: relation, database, source.count) else { return }
        rows = (database, relation, query)
      }
    } catch { return say(error.failure(of: records.source)) }
    do throws(StreamFault) { try read(rows.2, rows.1, of: rows.0, bytes: source.count) } catch {
      outlet.put(.failure(error.failure(of: records.source)))
    }
  }

  /// Says what is true of all parts once.
  private func say(_ failure: ReadFailure) {
    if isFirst { outlet.put(.failure(failure)) }
  }

  private var isFirst: Bool { part.map { $0.lowerBound == 0 } ?? true }

  // MARK: Which table

  private func choose(
    among relations: [Database.Relation]
  ) -> Result<Database.Relation, ReadFailure> {
    if let table { return named(table, relations) }
    let articles = relations.filter { records.map.makeArticles(of: $0.columns) }
    // One with texts is meant rather than one with titles alone, and a table rather than a view of it.
    let texts = articles.filter { relation in records.map.holdTexts(relation.columns) }
    for candidates in [texts, texts.filter { !$0.isView }, articles] where candidates.count == 1 {
      return .success(candidates[0])
    }
    let names = (articles.isEmpty ? relations : articles).map(\.name)
    let message =
      articles.isEmpty ? "no table with a title or a text" : "more than one table holds articles"
    let remedy =
      names.isEmpty
      ? nil : "name one, \(records.source)?table=\(names[0]); there are \(Self.list(names))"
    return failure(message, articles.isEmpty ? "no-article" : "table", remedy)
  }

  private func named(
    _ table: String, _ relations: [Database.Relation]
  ) -> Result<Database.Relation, ReadFailure> {
    let decoded = table.withoutPercentSigns
    let named = relations.first { $0.name == table } ?? relations.first { $0.name == decoded }
    guard let relation = named else {
      let names = relations.map(\.name)
      let question = Suggestions.question(Suggestions.like(table, among: names))
      return failure(
        "no table '\(table)'", "table",
        question ?? (names.isEmpty ? nil : "there are \(Self.list(names))"))
    }
    let layout = TableLayout(dialect: TableDialect(delimiter: 0), columns: relation.columns)
    let fault = layout.fault(source: records.source, map: records.map)
    return fault.map { .failure($0) } ?? .success(relation)
  }

  private func failure<Found>(
    _ message: String, _ code: String, _ remedy: String?
  ) -> Result<Found, ReadFailure> {
    .failure(
      ReadFailure(source: records.source, code: code, message: message, remedy: remedy))
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }

  // MARK: Rows

  /// What asks for the rows.
  private struct Query {
    var text: String
    /// Whether the first column is the row's own number.
    var hasNumbers: Bool
  }

  private static let noRows = StreamFault(code: "empty", message: "a table without rows")

  /// The query for a relation's rows, or for those of the part; nil where there are none in it.
  private func query(
    of relation: Database.Relation, _ database: Database, _ bytes: Int
  ) throws(StreamFault) -> Query? {
    let name = relation.name.quotedForSQL
    // Its own number is a row's name for ever; what has none is counted, and read with the first part.
    guard let number = number(of: relation, database) else {
      return isFirst ? Query(text: "SELECT * FROM \(name)", hasNumbers: false) : nil
    }
    let rows = "SELECT \(number), * FROM \(name)"
    guard let part else { return Query(text: rows, hasNumbers: true) }
    guard let range = try numbers(in: part, number, of: name, database, bytes) else { return nil }
    let ends = "BETWEEN \(range.lowerBound) AND \(range.upperBound)"
    return Query(text: "\(rows) WHERE \(number) \(ends) ORDER BY \(number)", hasNumbers: true)
  }

  /// What a row's own number is called, where no column hides it.
  private func number(of relation: Database.Relation, _ database: Database) -> String? {
    guard !relation.isView else { return nil }
    let columns = relation.columns.map { $0.lowercased() }
    return ["rowid", "_rowid_", "oid"].first { !columns.contains($0) }.flatMap { number in
      let probe = "SELECT \(number) FROM \(relation.name.quotedForSQL) LIMIT 0"
      return database.columns(of: probe) == nil ? nil : number
    }
  }

  /// The numbers that belong to a part: where it lies in the file, there among all of them; nil for none.
  private func numbers(
    in part: Range<Int>, _ number: String, of name: String, _ database: Database, _ bytes: Int
  ) throws(StreamFault) -> ClosedRange<Int>? {
    var ends: [Int] = []
    for end in ["min", "max"] {
      try database.query("SELECT \(end)(\(number)) FROM \(name)") { row in
        if let number = Int(row.string(0)) { ends.append(number) }
        return false
      }
    }
    guard ends.count == 2 else { throw Self.noRows }
    return Self.share(part, of: bytes, among: ends[0]...ends[1])
  }

  /// Each number is in the part that first reaches it; the first number in the first part.
  private static func share(
    _ part: Range<Int>, of bytes: Int, among numbers: ClosedRange<Int>
  ) -> ClosedRange<Int>? {
    let start = UInt(bitPattern: numbers.lowerBound)
    let span = UInt(bitPattern: numbers.upperBound) &- start
    func reached(at place: Int) -> UInt {
      guard place < bytes else { return span }
      let product = span.multipliedFullWidth(by: UInt(place))
      return UInt(bytes).dividingFullWidth(product).quotient
    }
    let first = part.lowerBound == 0 ? 0 : reached(at: part.lowerBound) + 1
    let last = reached(at: part.upperBound)
    guard first <= last else { return nil }
    return Int(bitPattern: start &+ first)...Int(bitPattern: start &+ last)
  }

  private func read(
    _ query: Query, _ relation: Database.Relation, of database: Database, bytes: Int
  ) throws(StreamFault) {
    var (count, size) = (0, 0)
    var isEndless = false
    let limit = bytes * Self.greatestGrowth
    try database.query(query.text) { row in
      count += 1
      let number = query.hasNumbers ? row.string(0) : "\(count)"
      size += put(row, from: query.hasNumbers ? 1 : 0, relation.columns, number)
      isEndless = relation.isView && size > max(limit, Self.leastGrowth)
      return !isEndless
    }
    if isEndless {
      throw StreamFault(code: "too-large", message: "a view that gives more than its tables hold")
    }
    if count == 0, part == nil || !query.hasNumbers { throw Self.noRows }
  }

  /// - Returns: how many bytes the row took.
  private func put(
    _ row: Database.Row, from first: Int, _ columns: [String], _ number: String
  ) -> Int {
    var fields = Fields()
    var warnings: [Warning] = []
    var size = 64
    for (index, column) in columns.enumerated() {
      let value = row.value(first + index, records.decoder, warnings: &warnings)
      size += value?.string?.utf8.count ?? 8
      if let value, !column.isEmpty { fields.append(column, value) }
      if value == nil, records.map.knows(column), row.holdsBytes(first + index) {
        let message = "\(column): expected text, got bytes that are none"
        warnings.append(Warning(code: "type", message: message))
      }
    }
    outlet.put(records.row(fields, "\(records.source):\(number)", warnings))
    return size
  }
}

extension String {
  /// With the characters that stand in it as in an address, `%20`; nil where those are no text.
  fileprivate var withoutPercentSigns: String? {
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
