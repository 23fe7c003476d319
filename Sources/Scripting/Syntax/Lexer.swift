/// Splits Lua source into tokens; what is none becomes a fault, and the rest is read all the same.
struct Lexer {
  private let source: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var line = 1
  private var faultyLine = 0
  private(set) var comments: [Comment] = []
  private(set) var faults: [SyntaxFault] = []

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    if source.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    if byte(at) == UInt8(ascii: "#") { skipLine() }
  }

  /// The next token; the last is the end, again and again.
  mutating func next() -> Token {
    skipSpace()
    let start = at
    let line = line
    guard let first = byte(at) else { return Token(kind: .end, bytes: at..<at, line: line) }
    let kind: Token.Kind
    if isLetter(first) {
      kind = word()
    } else if isDigit(first) || (first == 0x2E && byte(at + 1).map(isDigit) == true) {
      kind = number()
    } else if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      kind = shortString(first)
    } else if first == UInt8(ascii: "["), let level = longLevel(at) {
      readLong(level, "string")
      kind = .string
    } else {
      kind = symbol()
    }
    return Token(kind: kind, bytes: start..<at, line: line)
  }

  private func byte(_ index: Int) -> UInt8? { index < source.count ? source[index] : nil }

  private mutating func fail(_ message: String, from start: Int, remedy: String? = nil) {
    // What follows a fault on its line tells nothing.
    guard line != faultyLine else { return }
    faultyLine = line
    faults.append(SyntaxFault(message: message, remedy: remedy, bytes: start..<max(at, start + 1)))
  }
}

// MARK: Words and symbols

extension Lexer {
  private mutating func word() -> Token.Kind {
    let start = at
    while let next = byte(at), isLetter(next) || isDigit(next) { at += 1 }
    let word = UnsafeBufferPointer(rebasing: source[start..<at])
    return Token.Keyword(word).map(Token.Kind.keyword) ?? .name
  }

  private mutating func symbol() -> Token.Kind {
    let start = at
    let first = source[at]
    // The longest that fits; most symbols have one byte, and most of those begin no other.
    for symbol in Token.Symbol.beginning(with: first)
    where source[at...].starts(with: symbol.rawValue.utf8) {
      at += symbol.rawValue.utf8.count
      return .symbol(symbol)
    }
    return stray(from: start)
  }

  private mutating func stray(from start: Int) -> Token.Kind {
    let foreign: [(String, String)] = [
      ("!=", "Lua writes ~="), ("&&", "Lua writes and"), ("||", "Lua writes or"),
      ("!", "Lua writes not"),
    ]
    for (word, remedy) in foreign
    where source[at...].starts(with: word.utf8) {
      at += word.utf8.count
      fail("'\(word)' is no Lua", from: start, remedy: remedy)
      return .stray
    }
    at += 1
    // A character of several bytes is one fault.
    while let next = byte(at), next & 0xC0 == 0x80 { at += 1 }
    let word = String(decoding: source[start..<at], as: UTF8.self)
    fail("\(quoted(word)) is no Lua", from: start, remedy: Self.remedy(forStray: word))
    return .stray
  }

  private static func remedy(forStray word: String) -> String? {
    switch word {
    case "“", "”", "‘", "’", "„", "«", "»": "write straight quotes: \" or '"
    case "\u{A0}": "a space that does not break is no space to Lua; retype it"
    case "–", "−", "—": "write a plain minus: -"
    default: nil
    }
  }

  private mutating func number() -> Token.Kind {
    let start = at
    let isHexadecimal =
      source[at] == UInt8(ascii: "0") && (byte(at + 1) ?? 0) | 0x20 == UInt8(ascii: "x")
    let exponent = UInt8(ascii: isHexadecimal ? "p" : "e")
    while let next = byte(at), isLetter(next) || isDigit(next) || next == 0x2E {
      at += 1
      if next | 0x20 == exponent, byte(at) == UInt8(ascii: "+") || byte(at) == UInt8(ascii: "-") {
        at += 1
      }
    }
    let word = String(decoding: source[start..<at], as: UTF8.self)
    if LuaNumber(word) == nil { fail("\(quoted(word)) is no number", from: start) }
    return .number
  }
}

// MARK: Strings

extension Lexer {
  private mutating func shortString(_ mark: UInt8) -> Token.Kind {
    let start = at
    at += 1
    while let next = byte(at), next != mark {
      if next == 0x0A || next == 0x0D {
        fail("the string is not closed", from: start, remedy: "close it before the line ends")
        return .string
      }
      at += 1
      if next == UInt8(ascii: "\\") { skipEscape(from: at - 1) }
    }
    if at >= source.count {
      fail("the string is not closed", from: start, remedy: "close it before the file ends")
    } else {
      at += 1
    }
    return .string
  }

  private mutating func skipEscape(from start: Int) {
    guard let next = byte(at) else { return }
    at += 1
    switch next {
    case UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "v"), UInt8(ascii: "x"), UInt8(ascii: "u"),
      UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(
        ascii: "0")...UInt8(
        ascii: "9"):
      break
    case 0x0A, 0x0D:
      line += 1
      if let second = byte(at), second != next, second == 0x0A || second == 0x0D { at += 1 }
    case UInt8(ascii: "z"):
      while let space = byte(at), isSpace(space) {
        if space == 0x0A { line += 1 }
        at += 1
      }
    default:
      let word = String(decoding: source[start..<at], as: UTF8.self)
      fail(
        "'\(word)' is no escape in a string", from: start,
        remedy: "a backslash is written \\\\; Lua's patterns escape with %")
    }
  }

  /// How many `=` are in the long bracket that opens here; nil where none does.
  private func longLevel(_ start: Int) -> Int? {
    guard byte(start) == UInt8(ascii: "[") else { return nil }
    var end = start + 1
    while byte(end) == UInt8(ascii: "=") { end += 1 }
    return byte(end) == UInt8(ascii: "[") ? end - start - 1 : nil
  }

  private mutating func readLong(_ level: Int, _ what: String) {
    let start = at
    at += level + 2
    while at < source.count {
      if source[at] == 0x0A { line += 1 }
      if closes(level) {
        at += level + 2
        return
      }
      at += 1
    }
    let close = "]\(String(repeating: "=", count: level))]"
    at = source.count
    faults.append(
      SyntaxFault(
        message: "the long \(what) is not closed", remedy: "close it with \(close)",
        bytes: start..<min(start + level + 2, source.count)))
  }

  private func closes(_ level: Int) -> Bool {
    guard source[at] == UInt8(ascii: "]"), at + level + 1 < source.count else { return false }
    return source[at + level + 1] == UInt8(ascii: "]")
      && source[at + 1..<at + level + 1].allSatisfy { $0 == UInt8(ascii: "=") }
  }
}

// MARK: What lies between

extension Lexer {
  private mutating func skipSpace() {
    while let next = byte(at) {
      if next == 0x0A {
        line += 1
        at += 1
      } else if isSpace(next) {
        at += 1
      } else if next == UInt8(ascii: "-"), byte(at + 1) == next {
        comment()
      } else {
        return
      }
    }
  }

  private mutating func comment() {
    let start = at
    let firstLine = line
    at += 2
    if let level = longLevel(at) { readLong(level, "comment") } else { skipLine() }
    comments.append(Comment(bytes: start..<at, line: firstLine, lastLine: line))
  }

  private mutating func skipLine() {
    while let next = byte(at), next != 0x0A, next != 0x0D { at += 1 }
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == 0x5F }
private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

extension Token.Keyword {
  /// The keywords by their bytes, the first in the lowest place; none has more than eight.
  private static let known: [(bytes: UInt64, keyword: Self)] = allCases.map { keyword in
    var name = keyword.rawValue
    return (name.withUTF8(packed), keyword)
  }

  /// The letters that keywords begin with, as bits counted from `a`.
  private static let initials = allCases.reduce(into: UInt32(0)) { bits, keyword in
    bits |= 1 << UInt32((keyword.rawValue.utf8.first ?? 0) & 31)
  }

  private static func packed(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var bytes: UInt64 = 0
    for index in word.indices.reversed() { bytes = bytes << 8 | UInt64(word[index]) }
    return bytes
  }

  /// Every word of a source is tried, so those that cannot be one are told by length and first letter.
  init?(_ word: UnsafeBufferPointer<UInt8>) {
    guard word.count >= 2, word.count <= 8, word[0] >= UInt8(ascii: "a"),
      Self.initials >> UInt32(word[0] & 31) & 1 != 0
    else { return nil }
    let bytes = Self.packed(word)
    for known in Self.known where known.bytes == bytes {
      self = known.keyword
      return
    }
    return nil
  }
}

extension Token.Symbol {
  private static let byFirst: [[Token.Symbol]] = {
    var table = [[Token.Symbol]](repeating: [], count: 128)
    for symbol in allCases { table[Int(symbol.rawValue.utf8.first ?? 0)].append(symbol) }
    return table
  }()

  /// Those that begin with a byte, the longer first.
  static func beginning(with byte: UInt8) -> [Token.Symbol] { byte < 128 ? byFirst[Int(byte)] : [] }
}
