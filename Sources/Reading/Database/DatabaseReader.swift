import Document

/// Reads the rows of one table, or view, of a database: each an article or a failure of its own.
struct DatabaseReader {
  let records: RecordReader
  let outlet: Outlet
  /// The table to read; nil: the only one that holds articles.
  let table: String?

  /// A view may compute more than the file holds, but not without end.
  private static let (greatestGrowth, leastGrowth) = (64, 4 << 20)

  func read(_ source: any ByteSource) {
    do throws(StreamFault) {
      let database = try Database(source, maximumBytes: records.maximumBytes)
      switch choose(among: try database.relations()) {
      case .failure(let failure): outlet.put(.failure(failure))
      case .success(let relation): try read(relation, of: database, bytes: source.count)
      }
    } catch { outlet.put(.failure(error.failure(of: records.source))) }
  }

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
    guard let relation = relations.first(where: { $0.name == table }) else {
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

  private func read(
    _ relation: Database.Relation, of database: Database, bytes: Int
  ) throws(StreamFault) {
    let name = relation.name.quotedForSQL
    // Its own number is a row's name for ever; what has none is counted.
    let hasNumbers =
      !relation.isView && database.columns(of: "SELECT rowid FROM \(name) LIMIT 0") != nil
    var (count, size) = (0, 0)
    var isEndless = false
    let limit = bytes * Self.greatestGrowth
    try database.query("SELECT \(hasNumbers ? "rowid, " : "")* FROM \(name)") { row in
      count += 1
      let number = hasNumbers ? row.string(0) : "\(count)"
      size += put(row, from: hasNumbers ? 1 : 0, relation.columns, number)
      isEndless = relation.isView && size > max(limit, Self.leastGrowth)
      return !isEndless
    }
    if isEndless {
      throw StreamFault(code: "too-large", message: "a view that gives more than its tables hold")
    }
    if count == 0 { throw StreamFault(code: "empty", message: "a table without rows") }
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
    }
    outlet.put(records.row(fields, "\(records.source):\(number)", warnings))
    return size
  }
}
