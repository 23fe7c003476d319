import Document

// Punctuation, symbols and emoji.

extension Tokenizer {
  /// Scans what an ASCII character that begins no word does.
  mutating func scanMark(_ byte: UInt8) {
    switch ASCIITable.role(byte) {
    case UInt8(ascii: "."):
      if gapPrecedes, offset + 1 < bytes.count, bytes[offset + 1] &- 0x30 < 10 {
        scanNumber()
      } else {
        scanTerminators()
      }
    case UInt8(ascii: "!"): scanTerminators()
    case UInt8(ascii: "("): emit(.punctuation, to: offset + 1, .opener)
    case UInt8(ascii: ")"): emit(.punctuation, to: offset + 1, .closer)
    case UInt8(ascii: "q"): scanQuote(byte)
    case UInt8(ascii: "#"): if !scanTag(.hashtag) { emitRun(.symbol) }
    case UInt8(ascii: "@"): if !scanTag(.handle) { emitRun(.symbol) }
    case UInt8(ascii: "+"): if !scanEmoticon() { emitRun(.symbol) }
    case UInt8(ascii: "%"): emit(.symbol, to: offset + 1)
    case UInt8(ascii: "x"): emit(.symbol, to: offset + 1)
    case UInt8(ascii: ","):
      if isStopOfScript(byte) { return emit(.punctuation, to: offset + 1, .terminator) }
      if byte == UInt8(ascii: ",") || !scanEmoticon() { emitRun(.punctuation) }
    default: emitRun(.punctuation)
    }
  }

  /// Whether a mark ends sentences in the script that it is written in: Greek asks with a semicolon, and Armenian typists
  /// put a colon for their own stop.
  private func isStopOfScript(_ byte: UInt8) -> Bool {
    guard byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":"), offset > 0,
      bytes[offset - 1] >= 0x80
    else { return false }
    let before = bytes.scalar(before: offset).point
    return byte == UInt8(ascii: ";")
      ? 0x370...0x3FF ~= before || 0x1F00...0x1FFF ~= before : 0x530...0x58F ~= before
  }

  /// Scans a mark from beyond ASCII.
  mutating func scanMark(_ kind: CharacterClass, _ scalar: Scalar) {
    let end = offset + scalar.length
    switch kind {
    case .terminator, .stop: scanTerminators()
    case .opener: emit(.punctuation, to: end, .opener)
    case .closer: emit(.punctuation, to: end, .closer)
    case .initialQuote, .finalQuote, .straightQuote: emit(.punctuation, to: end, .quote)
    case .dash, .punctuation: emit(.punctuation, to: end)
    case .bullet: emit(.symbol, to: end, .bullet)
    default: emit(.symbol, to: end)
    }
  }

  /// Adds the run of marks that end sentences: `.`, `...`, `?!`, `…`
  private mutating func scanTerminators() {
    var end = offset
    while end < bytes.count {
      let scalar = bytes.scalar(at: end)
      guard scalar.characterClass.isTerminator else { break }
      end += scalar.length
    }
    emit(.punctuation, to: end, .terminator)
  }

  /// Adds a run of one mark: `--`, `***`, `$$$`
  private mutating func emitRun(_ kind: TokenKind) {
    var end = offset + 1
    while end < bytes.count, bytes[end] == bytes[offset] { end += 1 }
    let draws = end - offset >= (bytes[offset] == UInt8(ascii: "-") ? 5 : 3)
    emit(kind, to: end, draws && "*=~-".utf8.contains(bytes[offset]) ? .divider : [])
  }

  /// Adds a quotation mark; the typewriter's doubled `` and '' are one.
  private mutating func scanQuote(_ byte: UInt8) {
    let isDoubled =
      byte != UInt8(ascii: "\"") && offset + 1 < bytes.count && bytes[offset + 1] == byte
    emit(.punctuation, to: offset + (isDoubled ? 2 : 1), .quote)
  }

  /// Adds an emoji with its modifiers and what ZERO WIDTH JOINER adds to it, or a flag's two letters.
  mutating func scanEmoji(_ kind: CharacterClass, _ length: Int) {
    var end = endOfExtenders(from: offset + length)
    if kind == .regional {
      let isPair = bytes.characterClass(at: end) == .regional
      if isPair { end = endOfExtenders(from: end + bytes.scalar(at: end).length) }
      return emit(isPair ? .emoji : .symbol, to: end)
    }
    let isEmoji = kind == .pictograph || bytes.has("\u{FE0F}", at: offset + length)
    while end < bytes.count, bytes[end] >= 0x80, bytes.scalar(before: end).point == 0x200D {
      let scalar = bytes.scalar(at: end)
      guard scalar.characterClass == .pictograph || scalar.characterClass == .textPictograph
      else { break }
      end = endOfExtenders(from: end + scalar.length)
    }
    emit(isEmoji ? .emoji : .symbol, to: end)
  }

  /// Adds a face made of marks, `:-)`, that stands alone.
  private mutating func scanEmoticon() -> Bool {
    guard gapPrecedes || tokens.lastKind == .punctuation else { return false }
    var end = offset + 1
    guard ":;=<".utf8.contains(bytes[offset]), end < bytes.count else { return false }
    if bytes[offset] == UInt8(ascii: "<") {
      guard bytes[end] == UInt8(ascii: "3") else { return false }
      end += 1
    } else {
      if "-'o^".utf8.contains(bytes[end]) { end += 1 }
      let mouth = end
      while end < bytes.count, ")(]D[Pp|/\\".utf8.contains(bytes[end]) { end += 1 }
      guard end > mouth, end - mouth == 1 || bytes[mouth] == bytes[end - 1] else { return false }
    }
    guard !continues(at: end) else { return false }
    emit(.emoji, to: end, .smile)
    return true
  }
}
