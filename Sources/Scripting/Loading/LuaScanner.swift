/// Splits Lua source into tokens with their lines, well enough to find where a table's keys stand.
///
/// Lua itself compiles the source and judges it; this never fails, whatever the bytes.
struct LuaScanner {
  private let source: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var line = 1

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    if source.first == UInt8(ascii: "#") { skipLine() }
  }

  mutating func next() -> LuaToken? {
    skipSpace()
    guard at < source.count else { return nil }
    let first = source[at]
    if isLetter(first) { return name() }
    if isDigit(first) { return number() }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(first)
    case UInt8(ascii: "[") where longLevel(at) != nil: return long(.string)
    case UInt8(ascii: "-") where at + 1 < source.count && source[at + 1] == first:
      return comment()
    default:
      at += 1
      return LuaToken(kind: .symbol(first), bytes: at - 1..<at, line: line, lastLine: line)
    }
  }

  private mutating func name() -> LuaToken {
    let start = at
    while at < source.count, isLetter(source[at]) || isDigit(source[at]) { at += 1 }
    let word = UnsafeBufferPointer(rebasing: source[start..<at])
    return LuaToken(
      kind: .name(LuaKeyword(word)), bytes: start..<at, line: line, lastLine: line)
  }

  private mutating func number() -> LuaToken {
    let start = at
    while at < source.count, isLetter(source[at]) || isDigit(source[at]) || source[at] == 0x2E {
      at += 1
    }
    return LuaToken(kind: .number, bytes: start..<at, line: line, lastLine: line)
  }

  private mutating func quoted(_ mark: UInt8) -> LuaToken {
    let firstLine = line
    at += 1
    let start = at
    while at < source.count, source[at] != mark, source[at] != 0x0A {
      if source[at] == UInt8(ascii: "\\") {
        at += 1
        // An escaped line break is part of the string.
        if at < source.count, source[at] == 0x0A { line += 1 }
      }
      at += 1
    }
    at = min(at, source.count)
    let end = at
    if at < source.count, source[at] == mark { at += 1 }
    return LuaToken(kind: .string, bytes: start..<end, line: firstLine, lastLine: line)
  }

  private mutating func comment() -> LuaToken {
    let start = at
    let firstLine = line
    if longLevel(at + 2) != nil {
      at += 2
      _ = long(.comment)
    } else {
      skipLine()
    }
    return LuaToken(kind: .comment, bytes: start..<at, line: firstLine, lastLine: line)
  }

  /// How many `=` are in the long bracket that opens here; nil where none does.
  private func longLevel(_ start: Int) -> Int? {
    guard start < source.count, source[start] == UInt8(ascii: "[") else { return nil }
    var end = start + 1
    while end < source.count, source[end] == UInt8(ascii: "=") { end += 1 }
    guard end < source.count, source[end] == UInt8(ascii: "[") else { return nil }
    return end - start - 1
  }

  private mutating func long(_ kind: LuaToken.Kind) -> LuaToken {
    let level = longLevel(at) ?? 0
    let firstLine = line
    at += level + 2
    let start = at
    while at < source.count, !closes(level) {
      if source[at] == 0x0A { line += 1 }
      at += 1
    }
    let end = at
    at = min(at + level + 2, source.count)
    return LuaToken(kind: kind, bytes: start..<end, line: firstLine, lastLine: line)
  }

  private func closes(_ level: Int) -> Bool {
    guard source[at] == UInt8(ascii: "]"), at + level + 1 < source.count else { return false }
    return source[at + level + 1] == UInt8(ascii: "]")
      && source[at + 1..<at + level + 1].allSatisfy { $0 == UInt8(ascii: "=") }
  }

  private mutating func skipSpace() {
    while at < source.count, source[at] <= 0x20 {
      if source[at] == 0x0A { line += 1 }
      at += 1
    }
  }

  private mutating func skipLine() {
    while at < source.count, source[at] != 0x0A { at += 1 }
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == 0x5F }
private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
