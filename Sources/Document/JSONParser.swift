/// Reads JSON by RFC 8259 from UTF-8 bytes, strictly, into values.
///
/// Our own, for three reasons: its errors give the offset and what was expected there, integers stay integers, and
/// nesting is bounded before the stack is. Of two members with one name the last wins.
public struct JSONParser {
  /// Why bytes are not JSON.
  public struct Fault: Error, Hashable, Sendable {
    /// In bytes from the start of the input.
    public var offset: Int
    /// What is wrong there: "expected ',' or '}'".
    public var message: String

    public init(offset: Int, message: String) {
      self.offset = offset
      self.message = message
    }
  }

  /// Deeper nesting is refused.
  public static let maximumDepth = 512

  private let bytes: UnsafeBufferPointer<UInt8>
  private let omitted: String?
  private var position = 0

  /// The one value that the bytes hold, white space around it apart.
  public static func parse(_ bytes: [UInt8]) throws(Fault) -> Value {
    try parse(bytes[...])
  }

  /// - Parameter omitted: members of this name are left out, without even being checked, wherever they are. Reading what nobody
  ///   asks for is most of the work of reading.
  public static func parse(
    _ bytes: ArraySlice<UInt8>, omitting omitted: String? = nil
  ) throws(Fault) -> Value {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<Value, Fault> in
      var parser = JSONParser(bytes: buffer, omitting: omitted)
      return Result { () throws(Fault) in try parser.document() }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, omitting omitted: String?) {
    self.bytes = bytes
    self.omitted = omitted
  }

  private mutating func document() throws(Fault) -> Value {
    let value = try value(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw fault("expected the end after one value") }
    return value
  }

  private mutating func value(depth: Int) throws(Fault) -> Value {
    skipSpace()
    guard position < bytes.count else { throw fault("expected a value, found the end") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return .map(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .list(try array(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw fault("expected a value")
    }
  }

  private mutating func object(depth: Int) throws(Fault) -> Fields {
    try descend(depth)
    var entries: [Fields.Entry] = []
    guard !skip("}") else { return Fields() }
    repeat {
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        if isAt("}") { throw fault("a comma too many before '}'") }
        throw fault("expected a name in double quotes")
      }
      let name = try string()
      guard skip(":") else { throw fault("expected ':'") }
      if let omitted, name == omitted {
        passOver()
        continue
      }
      let value = try value(depth: depth)
      entries.append(Fields.Entry(name, value))
    } while skip(",")
    guard skip("}") else { throw fault("expected ',' or '}'") }
    return Fields(Self.lastOfEachName(entries))
  }

  /// Goes to the end of a value by its brackets alone.
  private mutating func passOver() {
    skipSpace()
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""): passOverString()
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // The end of what the value is in, after a number or a word.
        if depth == 0 { return }
        depth -= 1
        if depth == 0 {
          position += 1
          return
        }
      case UInt8(ascii: ","): if depth == 0 { return }
      default: break
      }
      position += 1
    }
  }

  /// Goes from the opening quotation mark of a string to its closing one.
  private mutating func passOverString() {
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
  }

  private mutating func array(depth: Int) throws(Fault) -> [Value] {
    try descend(depth)
    var elements: [Value] = []
    guard !skip("]") else { return [] }
    repeat {
      if isAt("]") { throw fault("a comma too many before ']'") }
      elements.append(try value(depth: depth))
    } while skip(",")
    guard skip("]") else { throw fault("expected ',' or ']'") }
    return elements
  }

  private mutating func descend(_ depth: Int) throws(Fault) {
    guard depth <= Self.maximumDepth else {
      throw fault("nested more than \(Self.maximumDepth) levels deep")
    }
    position += 1
  }

  private mutating func string() throws(Fault) -> String {
    let opening = position
    position += 1
    var start = position
    var unescaped: [UInt8] = []
    var allBits: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        let rest = UnsafeBufferPointer(rebasing: bytes[start..<position])
        position += 1
        if unescaped.isEmpty && allBits < 0x80 { return Self.plain(rest) }
        return try decode(unescaped, rest, at: opening)
      }
      allBits |= byte
      guard byte >= 0x20 else { throw fault("a control character in a string must be escaped") }
      guard byte == UInt8(ascii: "\\") else {
        position += 1
        continue
      }
      unescaped.append(contentsOf: bytes[start..<position])
      try escape(into: &unescaped)
      start = position
    }
    position = opening
    throw fault("a string that never ends")
  }

  /// A string of ASCII, which needs no look at whether it is UTF-8.
  private static func plain(_ ascii: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: ascii.count) { buffer in
      buffer.initialize(fromContentsOf: ascii)
    }
  }

  private func decode(
    _ unescaped: [UInt8], _ rest: UnsafeBufferPointer<UInt8>, at opening: Int
  ) throws(Fault) -> String {
    let string =
      unescaped.isEmpty
      ? String(validating: rest, as: UTF8.self)
      : String(validating: unescaped + rest, as: UTF8.self)
    guard let string else { throw Fault(offset: opening, message: "invalid UTF-8 in a string") }
    return string
  }

  private mutating func escape(into unescaped: inout [UInt8]) throws(Fault) {
    guard position + 1 < bytes.count else { throw fault("an escape that never ends") }
    let letter = bytes[position + 1]
    let plain: UInt8? =
      switch letter {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
      case UInt8(ascii: "b"): 0x08
      case UInt8(ascii: "f"): 0x0C
      case UInt8(ascii: "n"): 0x0A
      case UInt8(ascii: "r"): 0x0D
      case UInt8(ascii: "t"): 0x09
      default: nil
      }
    if let plain {
      unescaped.append(plain)
      position += 2
      return
    }
    guard letter == UInt8(ascii: "u") else { throw fault("an unknown escape") }
    let scalar = try scalarEscape()
    unescaped.append(contentsOf: String(Character(scalar)).utf8)
  }

  private mutating func scalarEscape() throws(Fault) -> Unicode.Scalar {
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { throw fault("half of a surrogate pair") }
    let second = try codeUnit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault("half of a surrogate pair") }
    return scalar
  }

  /// The number in `\uXXXX`.
  private mutating func codeUnit() throws(Fault) -> UInt32 {
    guard position + 6 <= bytes.count else { throw fault("an escape that never ends") }
    var unit: UInt32 = 0
    for index in position + 2..<position + 6 {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else {
        throw fault("\\u needs four hexadecimal digits")
      }
      unit = unit << 4 + UInt32(digit)
    }
    position += 6
    return unit
  }

  private mutating func number() throws(Fault) -> Value {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let whole = digits()
    guard whole > 0 else { throw fault("expected a digit") }
    let firstDigit = bytes[position - whole]
    guard whole == 1 || firstDigit != UInt8(ascii: "0") else {
      throw fault("a number may not begin with 0")
    }
    var isInteger = true
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      guard digits() > 0 else { throw fault("expected a digit after the point") }
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      position += 1
      if position < bytes.count,
        bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      guard digits() > 0 else { throw fault("expected a digit in the exponent") }
    }
    if let number = short(start, isInteger) { return number }
    let words = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger, let integer = Int64(words) { return .integer(integer) }
    guard let number = Double(words), number.isFinite else {
      throw Fault(offset: start, message: "a number beyond the range of a double")
    }
    return .number(number)
  }

  /// The value of a number of few digits without an exponent, which most numbers are; nil for others.
  ///
  /// Exact: both the digits and the power of ten that divides them are exact as doubles (Clinger 1990, "How to read floating
  /// point numbers accurately").
  private func short(_ start: Int, _ isInteger: Bool) -> Value? {
    guard position - start <= 16 else { return nil }
    let isNegative = bytes[start] == UInt8(ascii: "-")
    var digits: Int64 = 0
    var divisor = 1.0
    var isFraction = false
    for index in (isNegative ? start + 1 : start)..<position {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") {
        isFraction = true
      } else {
        guard byte &- UInt8(ascii: "0") < 10 else { return nil }
        digits = digits &* 10 &+ Int64(byte &- UInt8(ascii: "0"))
        if isFraction { divisor *= 10 }
      }
    }
    if isInteger { return .integer(isNegative ? -digits : digits) }
    let number = Double(digits) / divisor
    return .number(isNegative ? -number : number)
  }

  private mutating func digits() -> Int {
    let start = position
    while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
    return position - start
  }

  private mutating func literal(_ word: StaticString, _ value: Value) throws(Fault) -> Value {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count,
      bytes[position..<end].elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    else { throw fault("expected a value") }
    position = end
    return value
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard isAt(character) else { return false }
    position += 1
    return true
  }

  private mutating func isAt(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    return position < bytes.count && bytes[position] == UInt8(ascii: character)
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private func fault(_ message: String) -> Fault {
    Fault(offset: position, message: message)
  }

  /// Whether two members have one name; objects are small, and comparing is cheaper than hashing.
  private static func hasTwins(_ entries: [Fields.Entry]) -> Bool {
    guard entries.count <= 12 else { return Set(entries.map(\.name)).count < entries.count }
    for index in entries.indices.dropFirst() {
      for earlier in 0..<index where entries[earlier].name == entries[index].name { return true }
    }
    return false
  }

  private static func lastOfEachName(_ entries: [Fields.Entry]) -> [Fields.Entry] {
    guard hasTwins(entries) else { return entries }
    var last: [String: Value] = [:]
    for entry in entries { last[entry.name] = entry.value }
    var seen: Set<String> = []
    return entries.compactMap { entry in
      guard seen.insert(entry.name).inserted, let value = last[entry.name] else { return nil }
      return Fields.Entry(entry.name, value)
    }
  }
}
