import Document

/// Fields of CSV by RFC 4180, safe to open in a spreadsheet.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front, the way by which spreadsheets themselves
/// mark text; numbers are left alone. What a terminal would obey is made visible.
enum CSVField {
  static func append(_ value: Value, to output: inout [UInt8]) {
    switch value {
    case .null: break
    case .bool(let bool): output.append(contentsOf: bool ? "true".utf8 : "false".utf8)
    case .integer(let integer): output.append(contentsOf: String(integer).utf8)
    case .number(let number): if number.isFinite { append(number, to: &output) }
    case .string(let string): append(string, to: &output)
    case .list, .map:
      var json = JSONWriter()
      json.value(value)
      append(String(decoding: json.bytes, as: UTF8.self), to: &output)
    }
  }

  /// Appends a row and its end.
  static func append(row: [Value], to output: inout [UInt8]) {
    for (index, value) in row.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(value, to: &output)
    }
    output.append(contentsOf: "\r\n".utf8)
  }

  private static func append(_ number: Double, to output: inout [UInt8]) {
    output.append(contentsOf: number.description.utf8)
  }

  static func append(_ text: String, to output: inout [UInt8]) {
    let start = output.count
    if isFormula(text) { output.append(UInt8(ascii: "'")) }
    Printable.append(text, to: &output, spacing: .kept)
    let needsQuotes = output[start...].contains { byte in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), 0x09, 0x0A, 0x0D: true
      default: false
      }
    }
    if needsQuotes { quote(from: start, &output) }
  }

  private static func quote(from start: Int, _ output: inout [UInt8]) {
    let plain = Array(output[start...])
    output.removeSubrange(start...)
    output.append(UInt8(ascii: "\""))
    for byte in plain {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Whether a spreadsheet would calculate the text: it begins with `=`, `+`, `-` or `@`, perhaps in full width or after
  /// white space, and with `+` or `-` is not simply a number.
  private static func isFormula(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\u{A0}", "\u{3000}", "\u{FEFF}", "\u{200B}": continue
      case "=", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
      case "+", "-": return Double(text) == nil
      default: return false
      }
    }
    return false
  }
}
