import Document

/// What TOML writes without quotation marks: booleans, numbers, dates.
enum TOMLNumber {
  /// The value of a word; nil if it is none.
  static func value(_ word: String) -> Value? {
    switch word {
    case "true": return true
    case "false": return false
    case "inf", "+inf": return .number(.infinity)
    case "-inf": return .number(-.infinity)
    case "nan", "+nan", "-nan": return .number(.nan)
    default: return integer(word) ?? float(word) ?? date(word)
    }
  }

  private static func integer(_ word: String) -> Value? {
    guard let digits = withoutUnderscores(word) else { return nil }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.hasPrefix(prefix) {
      let rest = digits.dropFirst(2)
      guard rest.utf8.first.map(isLetterOrDigit) == true else { return nil }
      return Int64(rest, radix: radix).map(Value.integer)
    }
    guard !hasLeadingZero(digits) else { return nil }
    return Int64(digits).map(Value.integer)
  }

  private static func float(_ word: String) -> Value? {
    guard let digits = withoutUnderscores(word), !hasLeadingZero(digits) else { return nil }
    let allowed = digits.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
    // An integer that does not fit is a fault, not a rounded number.
    let isFloat = digits.utf8.contains { ".eE".utf8.contains($0) }
    guard allowed, isFloat, isBetweenDigits(UInt8(ascii: "."), digits) else { return nil }
    return Double(digits).map(Value.number)
  }

  /// Dates and times keep their own spelling.
  private static func date(_ word: String) -> Value? {
    let bytes = Array(word.utf8)
    let digit = UInt8(ascii: "0")
    let shape = bytes.map { (0x30...0x39).contains($0) ? digit : $0 }
    let isDate = shape.starts(with: "0000-00-00".utf8)
    let isTime = shape.starts(with: "00:00:00".utf8) || shape.starts(with: "00:00".utf8)
    let rest = shape.dropFirst(isDate ? 10 : 0)
    let isRestTime = rest.isEmpty || "Tt ".utf8.contains(rest.first ?? 0)
    guard isTime || (isDate && isRestTime), shape.allSatisfy({ "0-:.+TtZz ".utf8.contains($0) })
    else { return nil }
    return .string(word)
  }

  /// The word without the underscores between its digits; nil if one stands elsewhere.
  private static func withoutUnderscores(_ word: String) -> String? {
    guard word.utf8.contains(UInt8(ascii: "_")) else { return word }
    guard isBetweenDigits(UInt8(ascii: "_"), word) else { return nil }
    return String(word.filter { $0 != "_" })
  }

  private static func isBetweenDigits(_ mark: UInt8, _ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return bytes.indices.allSatisfy { index in
      guard bytes[index] == mark else { return true }
      guard index > 0, index + 1 < bytes.count else { return false }
      return isLetterOrDigit(bytes[index - 1]) && isLetterOrDigit(bytes[index + 1])
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func hasLeadingZero(_ digits: String) -> Bool {
    let unsigned = digits.utf8.drop { "+-".utf8.contains($0) }
    let second = unsigned.dropFirst().first
    return unsigned.first == 0x30 && second.map { (0x30...0x39).contains($0) } == true
  }
}
