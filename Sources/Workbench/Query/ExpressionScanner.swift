import Document

/// The words of an expression, from left to right.
enum ExpressionToken: Hashable {
  case name([String])
  case number(Value)
  case text(String)
  case date(String)
  case comparison(Expression.Comparison)
  case operation(Character)
  case open, close, and, or, not, end
}

struct ExpressionScanner {
  private let text: [UInt8]
  private var at = 0
  private var tokens: [(token: ExpressionToken, offset: Int)] = []

  static func tokens(
    of text: String
  ) throws(Expression.Fault) -> [(token: ExpressionToken, offset: Int)] {
    var scanner = ExpressionScanner(text: Array(text.utf8))
    while try scanner.scanOne() {}
    return scanner.tokens
  }

  private init(text: [UInt8]) {
    self.text = text
  }

  private mutating func scanOne() throws(Expression.Fault) -> Bool {
    while at < text.count, text[at] <= 0x20 { at += 1 }
    guard at < text.count else {
      tokens.append((.end, at))
      return false
    }
    let start = at
    tokens.append((try token(), start))
    return true
  }

  private mutating func token() throws(Expression.Fault) -> ExpressionToken {
    let byte = text[at]
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      at += 1
      return byte == UInt8(ascii: "(") ? .open : .close
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return try quoted()
    case 0x30...0x39: return try figure()
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"):
      at += 1
      return .operation(Character(Unicode.Scalar(byte)))
    default: break
    }
    if let comparison = symbol() { return .comparison(comparison) }
    guard Self.beginsName(byte) else {
      throw Expression.Fault(at, "unexpected '\(character)'")
    }
    return word()
  }

  /// The character here, for messages.
  private var character: String {
    String(decoding: text[at...], as: UTF8.self).first.map(String.init) ?? ""
  }

  /// `==` is `=`, as people are used to.
  private mutating func symbol() -> Expression.Comparison? {
    let rest = text[at...]
    if rest.starts(with: "==".utf8) {
      at += 2
      return .equal
    }
    let symbols: [Expression.Comparison] = [.notEqual, .atMost, .atLeast, .equal, .less, .more]
    guard let symbol = symbols.first(where: { rest.starts(with: $0.rawValue.utf8) }) else {
      return nil
    }
    at += symbol.rawValue.utf8.count
    return symbol
  }

  /// Between quotation marks of either kind; a mark is doubled to stand for itself.
  private mutating func quoted() throws(Expression.Fault) -> ExpressionToken {
    let (start, mark) = (at, text[at])
    var content: [UInt8] = []
    at += 1
    while at < text.count {
      if text[at] != mark {
        content.append(text[at])
        at += 1
      } else if at + 1 < text.count, text[at + 1] == mark {
        content.append(mark)
        at += 2
      } else {
        at += 1
        return .text(String(decoding: content, as: UTF8.self))
      }
    }
    throw Expression.Fault(start, "a quotation mark without its pair")
  }

  /// A number, or a date such as `2026-03-09`.
  private mutating func figure() throws(Expression.Fault) -> ExpressionToken {
    let start = at
    let end =
      text[at...].firstIndex { !(Self.continuesName($0) || $0 == UInt8(ascii: ".")) } ?? text.count
    at = end
    if end - start == 4, isDate { return .date(try date(from: start)) }
    // An exponent's sign is no operation.
    if let last = text[start..<end].last, last | 0x20 == UInt8(ascii: "e"), at < text.count,
      text[at] == UInt8(ascii: "-") || text[at] == UInt8(ascii: "+")
    {
      at += 1
      while at < text.count, (0x30...0x39).contains(text[at]) { at += 1 }
    }
    let digits = String(decoding: text[start..<at], as: UTF8.self)
    if let integer = Int64(digits) { return .number(.integer(integer)) }
    if let number = Double(digits), number.isFinite, !digits.contains("x") {
      return .number(.number(number))
    }
    throw Expression.Fault(
      start, "'\(digits)' is no number", remedy: "put texts in quotation marks")
  }

  /// Whether a hyphen and a figure go on what may be a year: a minus has a space behind it.
  private var isDate: Bool {
    at + 1 < text.count && text[at] == UInt8(ascii: "-")
      && (0x30...0x39).contains(text[at + 1])
  }

  /// Of a date, the year was passed.
  private mutating func date(from start: Int) throws(Expression.Fault) -> String {
    at = text[at...].firstIndex { $0 <= 0x20 || "()<>=!".utf8.contains($0) } ?? text.count
    let date = String(decoding: text[start..<at], as: UTF8.self)
    guard WrittenDate(zoned: date) != nil else {
      throw Expression.Fault(
        start, "'\(date)' is no date", remedy: WrittenDate.remedy)
    }
    return date
  }

  /// A word; a hyphen inside of it is part of a plugin's name, and a minus has a space behind it.
  private mutating func word() -> ExpressionToken {
    let start = at
    while at < text.count {
      let isHyphen =
        text[at] == UInt8(ascii: "-") && at + 1 < text.count && Self.continuesName(text[at + 1])
      guard isHyphen || Self.continuesName(text[at]) || text[at] == UInt8(ascii: ".") else { break }
      at += 1
    }
    let word = String(decoding: text[start..<at], as: UTF8.self)
    switch word {
    case "and": return .and
    case "or": return .or
    case "not": return .not
    case "contains": return .comparison(.contains)
    case "matches": return .comparison(.matches)
    case "true": return .number(.bool(true))
    case "false": return .number(.bool(false))
    default:
      return .name(word.split(separator: ".", omittingEmptySubsequences: false).map(String.init))
    }
  }

  private static func beginsName(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func continuesName(_ byte: UInt8) -> Bool {
    beginsName(byte) || (0x30...0x39).contains(byte)
  }
}
