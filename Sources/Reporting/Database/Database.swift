import CSQLite

/// Why a database could not be written, in SQLite's words.
package struct DatabaseFault: Error, Hashable, Sendable {
  package var message: String
  /// The system's number, where it was the system; 0 where not.
  package var errno: Int32
}

/// A database of SQLite that is written once, from an empty file, in one transaction.
///
/// There is no journal: what is not complete is thrown away by whoever asked for it, never mended.
final class Database {
  private var handle: OpaquePointer?

  /// - Parameter path: of a file that is empty or not there.
  init(at path: [UInt8]) throws(DatabaseFault) {
    let status = (path + [0]).withUnsafeBytes {
      sqlite3_open_v2(
        $0.assumingMemoryBound(to: CChar.self).baseAddress, &handle,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_PRIVATECACHE
          | SQLITE_OPEN_NOMUTEX, nil)
    }
    guard status == SQLITE_OK else { throw fault(status) }
    try run(
      """
      PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536; BEGIN
      """)
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  /// Runs statements that give no rows.
  func run(_ sql: String) throws(DatabaseFault) {
    let status = sqlite3_exec(handle, sql, nil, nil, nil)
    guard status == SQLITE_OK else { throw fault(status) }
  }

  /// A statement that adds rows of so many columns to a table.
  func inserter(into table: String, columns: Int) throws(DatabaseFault) -> Inserter {
    let places = Array(repeating: "?", count: columns).joined(separator: ",")
    var statement: OpaquePointer?
    let status = sqlite3_prepare_v3(
      handle, "INSERT INTO \(table) VALUES (\(places))", -1,
      UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard status == SQLITE_OK, let statement else { throw fault(status) }
    return Inserter(statement, of: self)
  }

  fileprivate func fault(_ status: Int32) -> DatabaseFault {
    let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
    return DatabaseFault(message: message, errno: handle.map { sqlite3_system_errno($0) } ?? 0)
  }
}

/// Adds rows to one table.
final class Inserter {
  private let statement: OpaquePointer
  private let database: Database
  private var column: Int32 = 0

  fileprivate init(_ statement: OpaquePointer, of database: Database) {
    self.statement = statement
    self.database = database
  }

  deinit {
    sqlite3_finalize(statement)
  }

  // What stands behind is kept by the caller until the row is added; SQLite copies what it must.

  func put(_ integer: Int) {
    column += 1
    sqlite3_bind_int64(statement, column, Int64(integer))
  }

  func put(_ number: Double) {
    column += 1
    sqlite3_bind_double(statement, column, number)
  }

  func put(_ string: String?) {
    guard var string else { return putNull() }
    column += 1
    string.withUTF8 { bind($0) }
  }

  func put(utf8 bytes: [UInt8]) {
    column += 1
    bytes.withUnsafeBufferPointer { bind($0) }
  }

  func putNull() {
    column += 1
    sqlite3_bind_null(statement, column)
  }

  private func bind(_ utf8: UnsafeBufferPointer<UInt8>) {
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    let start = UnsafeRawPointer(utf8.baseAddress)?.assumingMemoryBound(to: CChar.self)
    // Nothing would be null, where an empty text is meant.
    guard let start, !utf8.isEmpty else {
      sqlite3_bind_text(statement, column, "", 0, nil)
      return
    }
    sqlite3_bind_text64(statement, column, start, UInt64(utf8.count), copied, UInt8(SQLITE_UTF8))
  }

  /// Adds the row of what was put.
  func add() throws(DatabaseFault) {
    column = 0
    let status = sqlite3_step(statement)
    guard status == SQLITE_DONE else { throw database.fault(status) }
    sqlite3_reset(statement)
  }
}

extension String {
  /// As a name in a statement.
  var quotedForSQL: String { quoted(by: "\"") }

  /// As a text in a statement.
  var literalForSQL: String { quoted(by: "'") }

  private func quoted(by mark: Character) -> String {
    String(mark) + reduce(into: "") { $0 += $1 == mark ? "\(mark)\(mark)" : String($1) }
      + String(mark)
  }
}
