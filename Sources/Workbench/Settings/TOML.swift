import Document

/// A document of TOML 1.0: its values, and the line on which each key stands.
///
/// Dates and times are kept as strings; everything else has its counterpart among values.
struct TOML: Sendable {
  /// Why a document is not TOML.
  struct Fault: Error, Hashable {
    /// 1-based.
    var line: Int
    var key: String?
    var message: String
  }

  private(set) var fields = Fields()
  /// By dotted key, `options.sentiment.method`; in a list of tables with their numbers too, `rule[0].weight`.
  private(set) var lines: [String: Int] = [:]

  // What may no longer be added to, by path.
  private var headers: Set<[String]> = []
  private var closed: Set<[String]> = []
  /// The element of a list of tables that is being read, `rule[0]`.
  private var element: String?
  private var elementCounts: [String: Int] = [:]

  init(_ bytes: [UInt8]) throws(Fault) {
    var scanner = TOMLScanner(bytes)
    var table: [String] = []
    while true {
      scanner.skipBlankLines()
      if scanner.isAtEnd { break }
      if scanner.take("[[") {
        table = try startElement(&scanner)
      } else if scanner.take("[") {
        table = try startTable(&scanner)
      } else {
        try addMember(to: table, &scanner)
      }
      try scanner.endLine()
    }
  }

  private mutating func startTable(_ scanner: inout TOMLScanner) throws(Fault) -> [String] {
    let line = scanner.line
    let path = try scanner.key()
    element = nil
    guard scanner.take("]") else { throw scanner.fault("expected ']'") }
    guard headers.insert(path).inserted, !isTaken(path) else {
      throw Fault(line: line, key: Self.dotted(path), message: "defined twice")
    }
    try insert(nil, at: path, line)
    return path
  }

  private mutating func startElement(_ scanner: inout TOMLScanner) throws(Fault) -> [String] {
    let line = scanner.line
    let path = try scanner.key()
    guard scanner.take("]]") else { throw scanner.fault("expected ']]'") }
    guard !headers.contains(path), !closed.contains(path) else {
      throw Fault(line: line, key: Self.dotted(path), message: "defined twice")
    }
    // What stood below the element before may be defined anew in this one.
    headers = headers.filter { !$0.starts(with: path) }
    closed = closed.filter { !$0.starts(with: path) }
    lines[Self.dotted(path)] = line
    let name = Self.element(of: Self.dotted(path), elementCounts[Self.dotted(path), default: 0])
    elementCounts[Self.dotted(path), default: 0] += 1
    element = name
    lines[name] = line
    guard Self.append([:], at: path[...], to: &fields) else {
      throw Fault(line: line, key: Self.dotted(path), message: "is not a list of tables")
    }
    return path
  }

  private mutating func addMember(
    to table: [String], _ scanner: inout TOMLScanner
  ) throws(Fault) {
    let line = scanner.line
    let key = try scanner.key()
    let path = table + key
    guard scanner.take("=") else { throw scanner.fault("expected '=' after the key") }
    scanner.skipSpace()
    let value: Value
    do { value = try scanner.value(depth: 0) } catch {
      throw Fault(line: error.line, key: Self.dotted(path), message: error.message)
    }
    for length in (table.count + 1)..<max(path.count, table.count + 1) {
      let parent = Array(path[..<length])
      guard !headers.contains(parent) else {
        throw Fault(line: line, key: Self.dotted(path), message: "its table is defined elsewhere")
      }
    }
    try insert(value, at: path, line)
    if let element { lines["\(element).\(Self.dotted(key))"] = line }
    closed.insert(path)
    note(value, at: path, line)
  }

  private func isTaken(_ path: [String]) -> Bool { closed.contains(path) }

  private mutating func insert(_ value: Value?, at path: [String], _ line: Int) throws(Fault) {
    for length in 1..<path.count where closed.contains(Array(path[..<length])) {
      throw Fault(line: line, key: Self.dotted(path), message: "adds to a value that is complete")
    }
    guard Self.set(value, at: path[...], in: &fields) else {
      throw Fault(line: line, key: Self.dotted(path), message: "defined twice")
    }
    if lines[Self.dotted(path)] == nil { lines[Self.dotted(path)] = line }
  }

  /// Members of inline tables stand on the line of their key.
  private mutating func note(_ value: Value, at path: [String], _ line: Int) {
    for entry in value.map?.entries ?? [] {
      lines[Self.dotted(path + [entry.name])] = line
      note(entry.value, at: path + [entry.name], line)
    }
  }

  static func element(of list: String, _ number: Int) -> String { "\(list)[\(number)]" }

  static func dotted(_ path: [String]) -> String { path.joined(separator: ".") }

  /// Sets a value, or makes sure of a table where it is nil; false if something else is there.
  private static func set(
    _ value: Value?, at path: ArraySlice<String>, in fields: inout Fields
  ) -> Bool {
    guard let name = path.first else { return true }
    if path.count == 1, let value {
      guard fields[name] == nil else { return false }
      fields.append(name, value)
      return true
    }
    return descend(name, in: &fields) { set(value, at: path.dropFirst(), in: &$0) }
  }

  private static func append(
    _ element: Fields, at path: ArraySlice<String>, to fields: inout Fields
  ) -> Bool {
    guard let name = path.first else { return false }
    if path.count > 1 {
      return descend(name, in: &fields) { append(element, at: path.dropFirst(), to: &$0) }
    }
    guard case .list(let list)? = fields[name] ?? .list([]) else { return false }
    fields[name] = .list(list + [.map(element)])
    return true
  }

  /// Changes the table under a name, or the last of a list of tables; false if neither is there.
  private static func descend(
    _ name: String, in fields: inout Fields, _ change: (inout Fields) -> Bool
  ) -> Bool {
    switch fields[name] ?? .map([:]) {
    case .map(var table):
      guard change(&table) else { return false }
      fields[name] = .map(table)
    case .list(var list):
      guard case .map(var table)? = list.last, change(&table) else { return false }
      list[list.count - 1] = .map(table)
      fields[name] = .list(list)
    default: return false
    }
    return true
  }
}
