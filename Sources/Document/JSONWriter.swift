/// Writes compact JSON, keys in the order given, into a growing buffer of UTF-8.
///
/// Commas are the writer's own affair: begin, add keys and values, end.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init() {}

  public mutating func beginObject() { open("{") }
  public mutating func endObject() { close("}") }
  public mutating func beginArray() { open("[") }
  public mutating func endArray() { close("]") }

  /// Ends a line of JSON Lines.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Hands over what was written and starts anew.
  public mutating func take() -> [UInt8] {
    defer {
      bytes = []
      needsComma = false
    }
    return bytes
  }

  public mutating func key(_ name: String) {
    separate()
    quote(name.utf8)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func value(_ string: String) {
    separate()
    quote(string.utf8)
    needsComma = true
  }

  public mutating func value(_ text: Text) {
    separate()
    text.utf8.withUnsafeBufferPointer { quote($0) }
    needsComma = true
  }

  public mutating func value(_ integer: Int) {
    literal(String(integer))
  }

  public mutating func value(_ bool: Bool) {
    literal(bool ? "true" : "false")
  }

  /// The shortest digits that read back as the same number; null where JSON has none for it.
  public mutating func value(_ number: Double) {
    literal(number.isFinite ? number.description : "null")
  }

  public mutating func null() {
    literal("null")
  }

  public mutating func value(_ value: Value) {
    switch value {
    case .null: null()
    case .bool(let bool): self.value(bool)
    case .integer(let integer): literal(String(integer))
    case .number(let number): self.value(number)
    case .string(let string): self.value(string)
    case .list(let list):
      beginArray()
      for element in list { self.value(element) }
      endArray()
    case .map(let fields): self.value(fields)
    }
  }

  public mutating func value(_ fields: Fields) {
    beginObject()
    for entry in fields.entries {
      key(entry.name)
      value(entry.value)
    }
    endObject()
  }

  /// A range as `[lower,upper]`.
  public mutating func value(_ range: TextRange) {
    beginArray()
    value(Int(range.lower))
    value(Int(range.upper))
    endArray()
  }

  /// Inserts bytes that are one JSON value already.
  public mutating func raw(_ json: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }

  private mutating func literal(_ words: String) {
    separate()
    bytes.append(contentsOf: words.utf8)
    needsComma = true
  }

  /// Control characters, DEL and C1 among them, are escaped, so that no terminal obeys them.
  private mutating func quote(_ utf8: some Sequence<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    let plain: Void? = utf8.withContiguousStorageIfAvailable { appendEscaped($0) }
    if plain == nil { Array(utf8).withUnsafeBufferPointer { appendEscaped($0) } }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in utf8.indices {
      let byte = utf8[index]
      let isC1 = byte == 0xC2 && index + 1 < utf8.count && utf8[index + 1] < 0xA0
      guard
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
          || isC1
      else { continue }
      bytes.append(contentsOf: utf8[start..<index])
      // A C1 control is C2 and its own number in UTF-8.
      escape(isC1 ? utf8[index + 1] : byte)
      start = index + (isC1 ? 2 : 1)
    }
    bytes.append(contentsOf: utf8[start...])
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}
