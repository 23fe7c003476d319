import Document

extension Tokenizer {
  /// Scans a word: letters, digits and connectors, with apostrophes inside, and what a stop or an `@` behind it
  /// makes of it.
  mutating func scanWord() {
    let start = offset
    var end = start
    var seen: UInt8 = 0
    while true {
      while end + 8 <= bytes.count {
        let letters = EightBytes(bytes, at: end).leadingLetters
        seen |= letters.seen
        end += letters.count
        if letters.count < 8 { break }
      }
      while end < bytes.count {
        let bits = ASCIITable.wordBits(bytes[end])
        if bits == 0 { break }
        seen |= bits
        end += 1
      }
      guard end < bytes.count else { break }
      let byte = bytes[end]
      if byte >= 0x80 {
        let scalar = bytes.scalar(at: end)
        let bits = Self.wordBits(scalar.characterClass)
        if bits != 0 {
          seen |= bits
          end += scalar.length
          continue
        }
        if scalar.point == 0xB0, end == start + 1, bytes[start] | 0x20 == UInt8(ascii: "n") {
          end += scalar.length  // N° for "number", with the degree sign
          break
        }
        guard scalar.point == 0x2019 || scalar.point == 0xB7 else { break }
        switch joining(start, end, scalar) {
        case .joins: end += scalar.length
        case .ends: return finishWord(to: end, seen)
        case .elides: return finishWord(to: end + scalar.length, seen)
        case .possesses: return finishPossessive(at: end, scalar.length + 1, seen)
        }
      } else if byte == UInt8(ascii: "'") {
        switch joining(start, end, Scalar(point: 0x27, length: 1)) {
        case .joins: end += 1
        case .ends: return finishWord(to: end, seen)
        case .elides: return finishWord(to: end + 1, seen)
        case .possesses: return finishPossessive(at: end, 2, seen)
        }
      } else {
        break
      }
    }
    if end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "."):
        if finishStopped(end, seen) { return }
      case UInt8(ascii: "@"):
        if finishEmail(at: end) { return }
      case UInt8(ascii: ":"):
        if bytes.has("://", at: end) { return finishURL(from: end + 3) }
      default: break
      }
    }
    finishWord(to: end, seen)
  }

  /// Adds the word that ends here, with what its letters show.
  @inline(__always)
  func traits(to end: Int, _ seen: UInt8) -> TokenTraits {
    var traits: TokenTraits = []
    let first = bytes[offset]
    let bits =
      first < 0x80
      ? ASCIITable.wordBits(first) : Self.wordBits(bytes.scalar(at: offset).characterClass)
    if bits & 2 != 0 {
      traits.insert(.capital)
      if seen & 1 == 0, end - offset > 1 { traits.insert(.allCapitals) }
    } else if bits & 1 != 0 {
      traits.insert(.small)
    }
    if seen & 4 != 0 { traits.insert(.hasDigit) }
    return traits
  }

  @inline(__always)
  mutating func finishWord(to end: Int, _ seen: UInt8) {
    if seen == 8 { return emit(.symbol, to: end, end - offset >= 3 ? .divider : []) }
    emit(.word, to: end, traits(to: end, seen))
  }

  private mutating func finishPossessive(at end: Int, _ length: Int, _ seen: UInt8) {
    finishWord(to: end, seen)
    emit(.punctuation, to: end + length, .possessive)
  }

  /// What a character outside ASCII does in a word, in the bits of `ASCIITable.wordBits`; 16 for what has neither
  /// case nor value.
  static func wordBits(_ kind: CharacterClass) -> UInt8 {
    switch kind {
    case .lower: 1
    case .upper: 2
    case .digit: 4
    case .connector: 8
    case .letter, .hebrew, .extend, .joiner: 16
    default: 0
    }
  }

  private enum Joining { case joins, ends, elides, possesses }

  /// What an apostrophe (or the middle dot of Catalan) after a word does.
  private func joining(_ start: Int, _ end: Int, _ mark: Scalar) -> Joining {
    let next = end + mark.length
    guard bytes.characterClass(at: next).isLetter else { return .ends }
    if mark.point == 0xB7 { return .joins }
    let word = language.words.traits(of: bytes, start..<end)
    if word.contains(.eliding) { return .elides }
    let isS = bytes[next] | 0x20 == UInt8(ascii: "s")
    guard language.hasPossessives, isS, !continues(at: next + 1) else { return .joins }
    return word.contains(.contracting) ? .joins : .possesses
  }

  /// Whether a word goes on at an offset.
  func continues(at offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    let byte = bytes[offset]
    if byte < 0x80 { return ASCIITable.wordBits(byte) != 0 }
    return Self.wordBits(bytes.scalar(at: offset).characterClass) != 0
  }
}
