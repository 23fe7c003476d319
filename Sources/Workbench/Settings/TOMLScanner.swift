import Document

/// Reads keys and values of TOML from left to right, counting lines.
struct TOMLScanner {
  private let bytes: [UInt8]
  private var position = 0
  private(set) var line = 1

  private static let maximumDepth = 100

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    take("\u{FEFF}")
  }

  var isAtEnd: Bool { position == bytes.count }
  private var current: UInt8? { isAtEnd ? nil : bytes[position] }

  func fault(_ message: String) -> TOML.Fault { TOML.Fault(line: line, message: message) }

  // MARK: White space and marks

  /// Takes a mark if it comes next.
  @discardableResult
  mutating func take(_ mark: String) -> Bool {
    guard bytes[position...].starts(with: mark.utf8) else { return false }
    position += mark.utf8.count
    return true
  }

  mutating func skipSpace() {
    while let byte = current, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
      position += 1
    }
  }

  /// Skips empty lines and comments.
  mutating func skipBlankLines() {
    repeat {
      skipSpace()
      skipComment()
    } while takeLineEnd()
  }

  /// The rest of a line must be empty.
  mutating func endLine() throws(TOML.Fault) {
    skipSpace()
    skipComment()
    guard takeLineEnd() || isAtEnd else { throw fault("expected the end of the line") }
  }

  private mutating func skipComment() {
    guard current == UInt8(ascii: "#") else { return }
    while let byte = current, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
      position += 1
    }
  }

  private mutating func takeLineEnd() -> Bool {
    guard take("\n") || take("\r\n") else { return false }
    line += 1
    return true
  }

  // MARK: Keys

  /// A key, dotted or not; white space around its parts is free.
  mutating func key() throws(TOML.Fault) -> [String] {
    var parts: [String] = []
    repeat {
      skipSpace()
      parts.append(try keyPart())
      skipSpace()
    } while take(".")
    return parts
  }

  private mutating func keyPart() throws(TOML.Fault) -> String {
    if take("\"") { return try basicString() }
    if take("'") { return try literalString() }
    let start = position
    while let byte = current, Self.isBare(byte) { position += 1 }
    guard position > start else { throw fault("expected a key") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  // MARK: Values

  mutating func value(depth: Int) throws(TOML.Fault) -> Value {
    guard depth < Self.maximumDepth else { throw fault("nested too deeply") }
    if take("\"\"\"") { return .string(try multilineString(isLiteral: false)) }
    if take("'''") { return .string(try multilineString(isLiteral: true)) }
    if take("\"") { return .string(try basicString()) }
    if take("'") { return .string(try literalString()) }
    if take("[") { return .list(try array(depth)) }
    if take("{") { return .map(try inlineTable(depth)) }
    return try plainValue()
  }

  private mutating func array(_ depth: Int) throws(TOML.Fault) -> [Value] {
    var elements: [Value] = []
    while true {
      skipBlankLines()
      if take("]") { return elements }
      elements.append(try value(depth: depth + 1))
      let end = line
      skipBlankLines()
      if take("]") { return elements }
      guard take(",") else { throw TOML.Fault(line: end, message: "expected ',' or ']'") }
    }
  }

  private mutating func inlineTable(_ depth: Int) throws(TOML.Fault) -> Fields {
    var document = Fields()
    skipSpace()
    if take("}") { return document }
    repeat {
      let path = try key()
      guard take("=") else { throw fault("expected '=' after the key") }
      skipSpace()
      let value = try value(depth: depth + 1)
      guard Self.add(value, path[...], &document) else {
        throw fault("'\(TOML.dotted(path))' is defined twice")
      }
      skipSpace()
    } while take(",")
    guard take("}") else { throw fault("expected ',' or '}'") }
    return document
  }

  private static func add(
    _ value: Value, _ path: ArraySlice<String>, _ fields: inout Fields
  ) -> Bool {
    guard let name = path.first else { return false }
    if path.count == 1 {
      guard fields[name] == nil else { return false }
      fields.append(name, value)
      return true
    }
    guard case .map(var inner)? = fields[name] ?? .map([:]), add(value, path.dropFirst(), &inner)
    else { return false }
    fields[name] = .map(inner)
    return true
  }

  /// A boolean, number or date: what stands between here and the next mark.
  private mutating func plainValue() throws(TOML.Fault) -> Value {
    let start = position
    while let byte = current, !",]}#\r\n\t ".utf8.contains(byte) { position += 1 }
    // A date and its time may stand apart.
    if position - start == 10, position + 1 < bytes.count, bytes[position] == UInt8(ascii: " "),
      bytes[start + 4] == UInt8(ascii: "-"), (0x30...0x39).contains(bytes[position + 1])
    {
      position += 1
      while let byte = current, !",]}#\r\n\t ".utf8.contains(byte) { position += 1 }
    }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    if let value = TOMLNumber.value(word) { return value }
    if word.isEmpty { throw fault("expected a value") }
    throw fault("'\(word)' is no value; words need quotation marks")
  }

  // MARK: Strings

  private mutating func literalString() throws(TOML.Fault) -> String {
    let start = position
    while let byte = current, byte != UInt8(ascii: "'") {
      guard byte != UInt8(ascii: "\n") else { break }
      position += 1
    }
    let content = bytes[start..<position]
    guard take("'") else { throw fault("a string without its end") }
    return try text(Array(content))
  }

  private mutating func basicString() throws(TOML.Fault) -> String {
    var content: [UInt8] = []
    while let byte = current, byte != UInt8(ascii: "\n") {
      position += 1
      if byte == UInt8(ascii: "\"") { return try text(content) }
      if byte == UInt8(ascii: "\\") { try escape(into: &content) } else { content.append(byte) }
    }
    throw fault("a string without its end")
  }

  private mutating func multilineString(isLiteral: Bool) throws(TOML.Fault) -> String {
    let mark = isLiteral ? "'''" : "\"\"\""
    let opening = line
    var content: [UInt8] = []
    _ = takeLineEnd()
    while let byte = current {
      if take(mark) {
        // One or two more marks belong to the string.
        for _ in 0..<2 where take(String(mark.prefix(1))) { content.append(mark.utf8.first ?? 0) }
        return try text(content)
      }
      if takeLineEnd() {
        content.append(UInt8(ascii: "\n"))
      } else if byte == UInt8(ascii: "\\"), !isLiteral {
        position += 1
        if !skipFoldedLines() { try escape(into: &content) }
      } else {
        content.append(byte)
        position += 1
      }
    }
    throw TOML.Fault(line: opening, message: "a string without its end")
  }

  /// After a backslash at the end of a line, all white space up to the next word is dropped.
  private mutating func skipFoldedLines() -> Bool {
    let before = (position, line)
    skipSpace()
    guard takeLineEnd() else {
      (position, line) = before
      return false
    }
    repeat { skipSpace() } while takeLineEnd()
    return true
  }

  private mutating func escape(into content: inout [UInt8]) throws(TOML.Fault) {
    guard let byte = current else { throw fault("a string without its end") }
    position += 1
    switch byte {
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): content.append(byte)
    case UInt8(ascii: "u"): content.append(contentsOf: try codePoint(digits: 4))
    case UInt8(ascii: "U"): content.append(contentsOf: try codePoint(digits: 8))
    default:
      throw fault("an unknown escape; write '\\\\' for a backslash, or use single quotes")
    }
  }

  private mutating func codePoint(digits: Int) throws(TOML.Fault) -> [UInt8] {
    let end = min(position + digits, bytes.count)
    let word = String(decoding: bytes[position..<end], as: UTF8.self)
    guard word.utf8.count == digits, word.utf8.first != UInt8(ascii: "+"),
      let number = UInt32(word, radix: 16), let scalar = Unicode.Scalar(number)
    else { throw fault("expected \(digits) hexadecimal digits of a character") }
    position = end
    return Array(String(scalar).utf8)
  }

  private func text(_ content: [UInt8]) throws(TOML.Fault) -> String {
    guard let text = String(validating: content, as: UTF8.self) else {
      throw fault("invalid UTF-8")
    }
    return text
  }
}
