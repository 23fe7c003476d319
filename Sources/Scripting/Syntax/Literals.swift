/// The value of a numeral: whole, or with a fraction.
enum LuaNumber: Equatable {
  case integer(Int64)
  case float(Double)

  /// Nil where the word is no numeral of Lua's.
  init?(_ word: String) {
    if word.hasPrefix("0x") || word.hasPrefix("0X") {
      let digits = word.dropFirst(2)
      if !digits.isEmpty, digits.allSatisfy(\.isASCIIHexDigit) {
        // Hexadecimal integers wrap around.
        self = .integer(
          digits.reduce(0) { $0 &* 16 &+ Int64($1.hexDigitValue ?? 0) })
      } else if let value = Double(
        digits.contains { $0 == "p" || $0 == "P" } ? word : word + "p0"), word.utf8.count > 2
      {
        self = .float(value)
      } else {
        return nil
      }
    } else if let value = Int64(word) {
      self = .integer(value)
    } else if let value = Double(Self.complete(word)), !word.contains(where: \.isLetterOfName) {
      self = .float(value)
    } else {
      return nil
    }
  }

  var value: Double {
    switch self {
    case .integer(let integer): Double(integer)
    case .float(let float): float
    }
  }

  /// `1.`, `.5` and `1.e3` as Swift writes them.
  private static func complete(_ word: String) -> String {
    let parts = word.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return word }
    let whole = parts[0].isEmpty ? "0" : parts[0]
    let isFractionless = parts[1].first.map { $0 == "e" || $0 == "E" } ?? true
    return "\(whole).\(isFractionless ? "0" : "")\(parts[1])"
  }
}

extension Character {
  fileprivate var isASCIIHexDigit: Bool { isASCII && isHexDigit }
  /// A letter that no decimal number has: `inf` and `nan` are names.
  fileprivate var isLetterOfName: Bool { isLetter && self != "e" && self != "E" }
}

/// The bytes that a string literal stands for.
enum LuaString {
  static func value(of literal: ArraySlice<UInt8>) -> String {
    guard let mark = literal.first else { return "" }
    return mark == UInt8(ascii: "[")
      ? long(literal) : short(literal.dropFirst().dropLastIf(mark))
  }

  private static func long(_ literal: ArraySlice<UInt8>) -> String {
    let level = literal.dropFirst().prefix { $0 == UInt8(ascii: "=") }.count
    var content = literal.dropFirst(level + 2).dropLast(level + 2)
    if content.first == 0x0D { content = content.dropFirst() }
    if content.first == 0x0A { content = content.dropFirst() }
    return String(decoding: content, as: UTF8.self)
  }

  private static func short(_ content: ArraySlice<UInt8>) -> String {
    guard content.contains(UInt8(ascii: "\\")) else {
      return String(decoding: content, as: UTF8.self)
    }
    var bytes: [UInt8] = []
    var rest = content
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\") { unescape(&rest, into: &bytes) } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let plain: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10,
    UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9, UInt8(ascii: "v"): 11,
  ]

  private static func unescape(_ rest: inout ArraySlice<UInt8>, into bytes: inout [UInt8]) {
    guard let letter = rest.popFirst() else { return }
    switch letter {
    case UInt8(ascii: "x"):
      bytes.append(UInt8(truncatingIfNeeded: digits(&rest, radix: 16, most: 2)))
    case UInt8(ascii: "u"):
      guard rest.popFirst() == UInt8(ascii: "{") else { return }
      let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: digits(&rest, radix: 16, most: 8)))
      bytes += Array(String(scalar ?? "\u{FFFD}").utf8)
      if rest.first == UInt8(ascii: "}") { rest.removeFirst() }
    case UInt8(ascii: "z"):
      rest = rest.drop { $0 <= 0x20 }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var number = Int(letter - 0x30)
      for _ in 0..<2 {
        guard let next = rest.first, next &- 0x30 < 10 else { break }
        number = number * 10 + Int(next - 0x30)
        rest.removeFirst()
      }
      bytes.append(UInt8(truncatingIfNeeded: number))
    default: bytes.append(plain[letter] ?? letter)
    }
  }

  private static func digits(
    _ rest: inout ArraySlice<UInt8>, radix: Int, most: Int
  ) -> Int {
    var number = 0
    for _ in 0..<most {
      guard let next = rest.first,
        let digit = Character(Unicode.Scalar(next)).hexDigitValue, digit < radix
      else { break }
      number = number * radix + digit
      rest.removeFirst()
    }
    return number
  }
}

extension ArraySlice<UInt8> {
  fileprivate func dropLastIf(_ byte: UInt8) -> ArraySlice<UInt8> {
    last == byte ? dropLast() : self
  }
}
