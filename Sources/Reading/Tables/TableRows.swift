/// Goes through the rows of a table as RFC 4180 has them, and as they are: a quotation mark that is not doubled stands for
/// itself, one that opens and never closes spoils its own line alone.
struct TableRows {
  /// A field's bytes, within its quotation marks if it has any.
  struct Field {
    var range: Range<Int>
    /// Whether quotation marks in it are written twice, or with a backslash.
    var hasEscapes = false
  }

  /// A longer row is one whose quotation mark never closes.
  static let longestRow = 4 << 20

  private let bytes: UnsafeBufferPointer<UInt8>
  private let dialect: TableDialect
  private(set) var position = 0
  /// Of the row last read.
  private(set) var fields: [Field] = []
  /// Where the row last read began.
  private(set) var start = 0
  /// Before here no field reaches past its line: a mark that never closes was found, and others may follow.
  private var confinedEnd: Int

  /// - Parameter isConfined: whether no field reaches past its line.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ dialect: TableDialect, isConfined: Bool = false) {
    self.bytes = bytes
    self.dialect = dialect
    confinedEnd = isConfined ? bytes.count : 0
  }

  /// How a row came to its end.
  enum Row {
    case whole
    /// A quotation mark in it never closes. The row is its first line.
    case unclosed
  }

  /// Reads the next row; nil at the end.
  mutating func next() -> Row? {
    guard position < bytes.count else { return nil }
    start = position
    fields.removeAll(keepingCapacity: true)
    while true {
      guard readField() else { return giveUp() }
      guard position < bytes.count, bytes[position] == dialect.delimiter else { break }
      position += 1
    }
    if position < bytes.count { position += 1 }
    return .whole
  }

  /// The bytes of the row last read, without its line end.
  var row: Range<Int> {
    var end = position
    if end > start, bytes[end - 1] == dialect.lineEnd { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// Whether the row last read ends with its line, not with the bytes.
  var hasLineEnd: Bool { position > start && bytes[position - 1] == dialect.lineEnd }

  /// How many lines the row last read has ended.
  var lineCount: Int {
    bytes[start..<position].count { $0 == dialect.lineEnd }
  }

  /// Whether there is nothing in the row last read.
  var isBlank: Bool {
    fields.allSatisfy { $0.range.isEmpty }
  }

  // MARK: Fields

  /// Reads a field up to the byte behind it; false if its quotation mark never closes.
  private mutating func readField() -> Bool {
    var begin = position
    if dialect.skipsSpaces {
      while begin < bytes.count, bytes[begin] == UInt8(ascii: " ") { begin += 1 }
    }
    if begin < bytes.count, bytes[begin] == UInt8(ascii: "\"") { return readQuoted(begin + 1) }
    let end = index(of: dialect.delimiter, or: dialect.lineEnd, from: begin, to: bytes.count)
    fields.append(Field(range: begin..<withoutReturn(end, from: begin)))
    position = end
    return true
  }

  /// Where one of two bytes comes next, or where to stop looking.
  @inline(__always)
  private func index(of first: UInt8, or second: UInt8, from index: Int, to limit: Int) -> Int {
    UnsafeBufferPointer(rebasing: bytes[..<limit]).firstIndex(from: index) {
      $0.equals(first) | $0.equals(second)
    } isSuch: {
      $0 == first || $0 == second
    }
  }

  private func endOfLine(from index: Int) -> Int {
    self.index(of: dialect.lineEnd, or: dialect.lineEnd, from: index, to: bytes.count)
  }

  /// A `\r` before the line's end is no part of a field.
  private func withoutReturn(_ end: Int, from begin: Int) -> Int {
    let isLineEnd = end == bytes.count || bytes[end] == dialect.lineEnd
    return isLineEnd && end > begin && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
  }

  private mutating func readQuoted(_ begin: Int) -> Bool {
    var index = begin
    var hasEscapes = false
    let limit = quotedLimit(from: begin)
    let escape = UInt8(ascii: dialect.hasBackslashes ? "\\" : "\"")
    while true {
      index = self.index(of: UInt8(ascii: "\""), or: escape, from: index, to: limit)
      guard index < limit else {
        position = limit
        return false
      }
      if bytes[index] == UInt8(ascii: "\\") {
        hasEscapes = true
        index += 2
      } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
        hasEscapes = true
        index += 2
      } else if let end = close(at: index) {
        fields.append(Field(range: begin..<index, hasEscapes: hasEscapes))
        position = end
        return true
      } else {
        index += 1
      }
    }
  }

  /// How far a field with quotation marks may reach.
  private func quotedLimit(from begin: Int) -> Int {
    if begin < confinedEnd { return endOfLine(from: begin) }
    return max(begin, min(bytes.count, start + Self.longestRow))
  }

  /// Where a field ends that a quotation mark may close: at the byte that parts it from the next, spaces apart. Nil where
  /// something else follows.
  private func close(at mark: Int) -> Int? {
    var index = mark + 1
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    guard index < bytes.count else { return index }
    if bytes[index] == dialect.delimiter || bytes[index] == dialect.lineEnd { return index }
    guard bytes[index] == UInt8(ascii: "\r") else { return nil }
    return index + 1 == bytes.count || bytes[index + 1] == dialect.lineEnd ? index + 1 : nil
  }

  /// Leaves the row after its first line.
  private mutating func giveUp() -> Row {
    confinedEnd = max(confinedEnd, position)
    position = endOfLine(from: start)
    if position < bytes.count { position += 1 }
    return .unclosed
  }
}

extension TableRows {
  /// The text of a field of the row last read.
  func text(_ field: Field) -> String {
    guard field.hasEscapes else { return String(decoding: bytes[field.range], as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(field.range.count)
    var index = field.range.lowerBound
    while index < field.range.upperBound {
      let byte = bytes[index]
      let isEscape =
        byte == UInt8(ascii: "\"") || (byte == UInt8(ascii: "\\") && dialect.hasBackslashes)
      if isEscape, index + 1 < field.range.upperBound,
        bytes[index + 1] == UInt8(ascii: "\"") || bytes[index + 1] == byte
      {
        index += 1
      }
      text.append(bytes[index])
      index += 1
    }
    return String(decoding: text, as: UTF8.self)
  }
}
