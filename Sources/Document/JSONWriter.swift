/// Writes compact JSON, keys in the order given, into a growing buffer of UTF-8.
///
/// Commas are the writer's own affair: begin, add keys and values, end.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init() {}

  public mutating func beginObject() { open("{") }
  public mutating func endObject() { close("}") }

  /// Begins an object whose first member is the range it is about, as `{"range":[lower,upper]`.
  mutating func beginObject(range: TextRange) {
    add(atMost: 2 * Pen.longestNumber + 16) { pen, needsComma in
      if needsComma { pen.put(",") }
      pen.put(word: "{\"range\":[")
      pen.put(Int64(range.lower))
      pen.put(",")
      pen.put(Int64(range.upper))
      pen.put("]")
    }
    needsComma = true
  }
  public mutating func beginArray() { open("[") }
  public mutating func endArray() { close("]") }

  /// Ends a line of JSON Lines.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Forgets what was written and starts anew in the same memory.
  public mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  public mutating func key(_ name: String) {
    quote(name.utf8, before: ":")
    needsComma = false
  }

  public mutating func value(_ string: String) {
    quote(string.utf8)
    needsComma = true
  }

  public mutating func value(_ text: Text) {
    text.utf8.withUnsafeBufferPointer { quote($0) }
    needsComma = true
  }

  /// Bytes that are known to be UTF-8.
  public mutating func value(utf8 bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { quote($0) }
    needsComma = true
  }

  public mutating func value(_ integer: Int) {
    value(Int64(integer))
  }

  private mutating func value(_ integer: Int64) {
    add(atMost: Pen.longestNumber + 1) { pen, needsComma in
      if needsComma { pen.put(",") }
      pen.put(integer)
    }
    needsComma = true
  }

  public mutating func value(_ bool: Bool) {
    literal(bool ? "true" : "false")
  }

  /// The shortest digits that read back as the same number; null where JSON has none for it.
  public mutating func value(_ number: Double) {
    var isWritten = false
    add(atMost: Pen.longestNumber + 1) { pen, needsComma in
      let start = pen
      if needsComma { pen.put(",") }
      isWritten = pen.put(short: number)
      if !isWritten { pen = start }
    }
    guard isWritten else { return literal(number.isFinite ? number.description : "null") }
    needsComma = true
  }

  public mutating func null() {
    literal("null")
  }

  public mutating func value(_ value: Value) {
    switch value {
    case .null: null()
    case .bool(let bool): self.value(bool)
    case .integer(let integer): self.value(integer)
    case .number(let number): self.value(number)
    case .string(let string): self.value(string)
    case .list(let list):
      beginArray()
      for element in list { self.value(element) }
      endArray()
    case .map(let fields): self.value(fields)
    }
  }

  /// The bytes of one value.
  public static func bytes(_ value: Value) -> [UInt8] {
    var json = JSONWriter()
    json.value(value)
    return json.bytes
  }

  /// The bytes of one value in words.
  public static func text(_ value: Value) -> String {
    String(decoding: bytes(value), as: UTF8.self)
  }

  /// A line of JSON Lines.
  public static func line(_ fields: Fields) -> [UInt8] {
    var json = JSONWriter()
    json.value(fields)
    json.endLine()
    return json.bytes
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
    add(atMost: 2 * Pen.longestNumber + 4) { pen, needsComma in
      if needsComma { pen.put(",") }
      pen.put("[")
      pen.put(Int64(range.lower))
      pen.put(",")
      pen.put(Int64(range.upper))
      pen.put("]")
    }
    needsComma = true
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
    add(atMost: 2) { pen, needsComma in
      if needsComma { pen.put(",") }
      pen.put(bracket)
    }
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

  /// Has at most so many bytes written; findings are many small pieces, and room is made once for each.
  @inline(__always)
  private mutating func add(
    atMost room: Int, _ write: (_ pen: inout Pen, _ needsComma: Bool) -> Void
  ) {
    // Array would grow to just what is asked for.
    if bytes.capacity - bytes.count < room {
      bytes.reserveCapacity(max(2 * bytes.capacity, bytes.count + room))
    }
    let needsComma = needsComma
    bytes.append(addingCapacity: room) { span in
      span.withUnsafeMutableBufferPointer { buffer, count in
        guard let start = buffer.baseAddress else { return }
        var pen = Pen(at: start)
        write(&pen, needsComma)
        count = pen.place - start
      }
    }
  }

  // MARK: Strings

  /// Writes a string, with a mark behind it if it is a key.
  private mutating func quote(_ utf8: String.UTF8View, before mark: Unicode.Scalar? = nil) {
    let isQuoted: Void? = utf8.withContiguousStorageIfAvailable { quote($0, before: mark) }
    if isQuoted == nil { Array(utf8).withUnsafeBufferPointer { quote($0, before: mark) } }
  }

  private mutating func quote(
    _ utf8: UnsafeBufferPointer<UInt8>, before mark: Unicode.Scalar? = nil
  ) {
    guard !utf8.isPlainJSON else {
      return add(atMost: utf8.count + 4) { pen, needsComma in
        if needsComma { pen.put(",") }
        pen.put("\"")
        pen.put(utf8)
        pen.put("\"")
        if let mark { pen.put(mark) }
      }
    }
    separate()
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(utf8)
    bytes.append(UInt8(ascii: "\""))
    if let mark { bytes.append(UInt8(ascii: mark)) }
  }

  /// Control characters, DEL and C1 among them, are escaped, so that no terminal obeys them.
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
