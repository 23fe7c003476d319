import CSQLite
import Document

/// A database of SQLite, read through a source of bytes and confined: what it holds may be made to do harm.
final class Database {
  /// A table or a view.
  struct Relation {
    var name: String
    var isView: Bool
    var columns: [String]
  }

  private var handle: OpaquePointer?
  private let source: any ByteSource
  /// Steps of SQLite's machine that are left for the next row. Memory of its own, for C keeps its address.
  private let steps = UnsafeMutablePointer<Int32>.allocate(capacity: 1)

  /// Whether an input is a database.
  static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: "SQLite format 3\0".utf8)
  }

  /// - Parameter maximumBytes: of one value.
  init(_ source: any ByteSource, maximumBytes: Int) throws(StreamFault) {
    self.source = source
    let status = copydesk_database_open(
      { context, buffer, count, offset in
        guard let context, let buffer, offset >= 0, count >= 0 else { return -1 }
        let database = Unmanaged<Database>.fromOpaque(context).takeUnretainedValue()
        let room = UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))
        let filled = try? database.source.read(into: room, at: Int(offset))
        return filled.map { Int32($0) } ?? -1
      }, Unmanaged.passUnretained(self).toOpaque(), Int64(source.count),
      Int32(min(maximumBytes, 1 << 30)), &handle)
    guard status == SQLITE_OK else { throw fault(status) }
    copydesk_database_wind(handle, steps)
  }

  deinit {
    sqlite3_close_v2(handle)
    steps.deallocate()
  }

  /// Runs a query; `each` gets the statement with each row, and says whether to go on.
  func query(_ sql: String, each: (Row) -> Bool) throws(StreamFault) {
    let statement = try prepare(sql)
    defer { sqlite3_finalize(statement) }
    while true {
      copydesk_database_wind(handle, steps)
      let status = sqlite3_step(statement)
      guard status == SQLITE_ROW else {
        if status != SQLITE_DONE { throw fault(status) }
        return
      }
      guard each(Row(statement: statement)) else { return }
    }
  }

  /// The names of a query's columns; nil where it is none.
  func columns(of sql: String) -> [String]? {
    guard let statement = try? prepare(sql) else { return nil }
    defer { sqlite3_finalize(statement) }
    return (0..<sqlite3_column_count(statement)).map { column in
      sqlite3_column_name(statement, column).map { String(cString: $0) } ?? ""
    }
  }

  private func prepare(_ sql: String) throws(StreamFault) -> OpaquePointer? {
    var statement: OpaquePointer?
    let status = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    guard status == SQLITE_OK else { throw fault(status) }
    return statement
  }

  private func fault(_ status: Int32) -> StreamFault {
    let message =
      switch status & 0xFF {
      case SQLITE_INTERRUPT: "a row that takes too long to compute"
      case SQLITE_NOMEM: "a row that takes too much memory"
      case SQLITE_TOOBIG: "a value that is too large"
      default: handle.map { String(cString: sqlite3_errmsg($0)) } ?? "cannot be opened"
      }
    return StreamFault(code: "sqlite", message: message)
  }
}

extension Database {
  /// The row that a query is at.
  struct Row {
    fileprivate let statement: OpaquePointer?

    /// A value; nil for nothing and for bytes that are no text.
    func value(_ column: Int, _ decoder: Decoder, warnings: inout [Warning]) -> Value? {
      let column = Int32(column)
      switch sqlite3_column_type(statement, column) {
      case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
      case SQLITE_FLOAT: return .number(sqlite3_column_double(statement, column))
      case SQLITE_TEXT: return text(column, decoder, &warnings)
      case SQLITE_BLOB:
        // Some keep their texts as bytes.
        let bytes = self.bytes(column)
        return String(validating: bytes, as: UTF8.self).map(Value.string)
      default: return nil
      }
    }

    func holdsBytes(_ column: Int) -> Bool {
      sqlite3_column_type(statement, Int32(column)) == SQLITE_BLOB
    }

    func string(_ column: Int) -> String {
      _ = sqlite3_column_text(statement, Int32(column))
      return String(decoding: bytes(Int32(column)), as: UTF8.self)
    }

    private func text(_ column: Int32, _ decoder: Decoder, _ warnings: inout [Warning]) -> Value {
      _ = sqlite3_column_text(statement, column)
      let decoded = decoder.decode(bytes(column)[...])
      for warning in decoded.warnings where !warnings.contains(warning) { warnings.append(warning) }
      return .string(String(decoding: decoded.utf8, as: UTF8.self))
    }

    private func bytes(_ column: Int32) -> [UInt8] {
      guard let start = sqlite3_column_blob(statement, column) else { return [] }
      let count = Int(sqlite3_column_bytes(statement, column))
      return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
  }

  /// The tables and views that people made, without those that SQLite keeps for itself.
  func relations() throws(StreamFault) -> [Relation] {
    var relations: [Relation] = []
    try query(
      "SELECT name, type = 'view', sql LIKE 'CREATE VIRTUAL%' FROM sqlite_schema "
        + "WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    ) {
      relations.append(Relation(name: $0.string(0), isView: $0.string(1) == "1", columns: []))
      return relations.count < Self.mostRelations
    }
    let heights = ViewHeights(try views())
    return relations.compactMap { relation in
      var relation = relation
      guard !relation.isView || heights.isBearable(relation.name) else { return relation }
      guard let columns = columns(of: "SELECT * FROM \(relation.name.quotedForSQL) LIMIT 0") else {
        return nil
      }
      relation.columns = columns
      return relation
    }
  }

  /// The views' names and how they are made; none where there are more than are looked at.
  private func views() throws(StreamFault) -> [(name: String, sql: String)] {
    var views: [(name: String, sql: String)] = []
    try query(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY name"
    ) {
      views.append(($0.string(0), $0.string(1)))
      return views.count <= Self.mostRelations
    }
    // One that was not looked at could name any other without end: then none is known to be bearable.
    return views.count <= Self.mostRelations ? views : []
  }

  private static let mostRelations = 1000
}

extension String {
  /// As a name in a query.
  var quotedForSQL: String {
    "\"" + reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
  }
}
