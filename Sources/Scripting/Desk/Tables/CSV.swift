/// Tables as text, by RFC 4180.
enum CSV {
  /// What is wrong with a text.
  struct Fault: Error {
    var line: Int
    var message: String
  }

  /// The rows of a text. Line breaks are CR LF, LF or CR; an empty line is no row.
  /// - Throws: a quoted field that does not end, or goes on behind its end.
  static func rows(
    _ text: UnsafeBufferPointer<UInt8>, separator: UInt8
  ) throws(Fault) -> [[ArraySlice<UInt8>]] {
    var reader = CSVReader(text, separator)
    var rows: [[ArraySlice<UInt8>]] = []
    while let row = try reader.row() { rows.append(row) }
    return rows
  }

  /// Adds a field, in quotation marks where it needs them.
  static func write(
    _ field: UnsafeBufferPointer<UInt8>, separator: UInt8, to text: inout [UInt8]
  ) {
    let quote = UInt8(ascii: "\"")
    let isPlain = !field.contains { $0 == quote || $0 == separator || $0 == 10 || $0 == 13 }
    guard !isPlain else {
      text += field
      return
    }
    text.append(quote)
    for byte in field {
      if byte == quote { text.append(quote) }
      text.append(byte)
    }
    text.append(quote)
  }
}

private struct CSVReader {
  private let text: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private var position = 0
  private var line = 1

  private let quote = UInt8(ascii: "\"")

  init(_ text: UnsafeBufferPointer<UInt8>, _ separator: UInt8) {
    self.text = text
    self.separator = separator
  }

  private var byte: UInt8? { position < text.count ? text[position] : nil }

  mutating func row() throws(CSV.Fault) -> [ArraySlice<UInt8>]? {
    while skipBreak() {}
    guard byte != nil else { return nil }
    var fields: [ArraySlice<UInt8>] = []
    repeat { fields.append(try field()) } while skip(separator)
    guard byte == nil || skipBreak() else {
      throw CSV.Fault(line: line, message: "text behind the closing quotation mark")
    }
    return fields
  }

  private mutating func field() throws(CSV.Fault) -> ArraySlice<UInt8> {
    if skip(quote) { return try quoted() }
    let start = position
    while let byte, byte != separator, byte != 10, byte != 13 { position += 1 }
    return Array(text[start..<position])[...]
  }

  private mutating func quoted() throws(CSV.Fault) -> ArraySlice<UInt8> {
    var field: [UInt8] = []
    let first = line
    while let byte {
      position += 1
      if byte == 10 { line += 1 }
      if byte == quote, !skip(quote) { return field[...] }
      field.append(byte)
    }
    throw CSV.Fault(line: first, message: "a quotation mark is not closed")
  }

  private mutating func skip(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    position += 1
    return true
  }

  private mutating func skipBreak() -> Bool {
    if skip(13) {
      _ = skip(10)
    } else if !skip(10) {
      return false
    }
    line += 1
    return true
  }
}
