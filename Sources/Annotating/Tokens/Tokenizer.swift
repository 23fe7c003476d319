import Document

/// Cuts a text into tokens in one pass over its bytes.
///
/// The rules are those of UAX #29 for words, with what news needs besides: web addresses, abbreviations and initials
/// with their stops, possessives and elided articles apart, runs of one mark together. Each kind of token is scanned
/// in a file of its own; this one holds the loop that chooses among them.
struct Tokenizer: ~Copyable {
  let bytes: Bytes
  let language: Language
  private(set) var tokens: TokenColumns
  var offset = 0
  /// What lies between the last token and the next.
  private var gap: TokenTraits = .spaced

  init(_ bytes: Bytes, _ language: Language) {
    self.bytes = bytes
    self.language = language
    tokens = TokenColumns(capacity: bytes.count / 5 + 16)
  }

  /// The tokens of a text.
  static func tokens(of bytes: Bytes, in language: Language) -> Tokens {
    var tokenizer = Tokenizer(bytes, language)
    while tokenizer.offset < bytes.count { tokenizer.scan() }
    return tokenizer.tokens.tokens
  }

  /// Scans one token or one character of white space.
  @inline(__always)
  private mutating func scan() {
    let byte = bytes[offset]
    guard byte < 0x80 else { return scanBeyondASCII() }
    switch ASCIITable.role(byte) {
    case UInt8(ascii: "s"):
      offset += 1
      gap.insert(.spaced)
    case UInt8(ascii: "w"), UInt8(ascii: "c"), UInt8(ascii: "_"): scanWord()
    case UInt8(ascii: "d"): scanNumber()
    case UInt8(ascii: "n"):
      offset += 1
      gap = [.spaced, .broken]
    default: scanMark(byte)
    }
  }

  private mutating func scanBeyondASCII() {
    let scalar = bytes.scalar(at: offset)
    let kind = scalar.characterClass
    switch kind {
    case .space:
      offset += scalar.length
      gap.insert(.spaced)
    case .lineBreak:
      offset += scalar.length
      gap = [.spaced, .broken]
    case .upper, .lower, .letter, .hebrew, .connector: scanWord()
    case .digit: scanNumber()
    case .katakana, .complex, .ideograph: scanUnspaced()
    case .numeral: scanNumerals(scalar.length)
    case .regional, .pictograph, .textPictograph: scanEmoji(kind, scalar.length)
    case .extend, .joiner: scanLooseExtender(scalar.length)
    default: scanMark(kind, scalar)
    }
  }

  /// Adds a token that begins at `offset`, and moves on to its end.
  @inline(__always)
  mutating func emit(_ kind: TokenKind, to end: Int, _ traits: TokenTraits = []) {
    tokens.append(TextRange(offset, end), kind, traits.union(gap))
    let hasSpace = end < bytes.count && bytes[end] == UInt8(ascii: " ")
    gap = hasSpace ? .spaced : []
    offset = hasSpace ? end + 1 : end
  }

  /// Takes back the tokens that begin at an offset or after it, as what follows shows them to be parts of one.
  mutating func retract(to start: Int) {
    gap = tokens.removeAll(beginningAt: start).intersection([.spaced, .broken])
    offset = start
  }

  /// Whether the character before `offset` belongs to a token that touches it.
  var isAttached: Bool { gap.isEmpty && !tokens.isEmpty }

  /// Whether white space, or nothing at all, comes before `offset`.
  var gapPrecedes: Bool { !gap.isEmpty }

  /// Whether a line break comes before `offset`.
  var gapBreaks: Bool { gap.contains(.broken) }

  /// A combining mark joins whatever stands before it (UAX #29, WB4); after white space it stands alone.
  private mutating func scanLooseExtender(_ length: Int) {
    let end = endOfExtenders(from: offset + length)
    if isAttached {
      tokens.extendLast(to: end)
      offset = end
    } else {
      emit(.symbol, to: end)
    }
  }

  /// The end of the combining marks that begin at an offset.
  func endOfExtenders(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] >= 0x80 {
      let scalar = bytes.scalar(at: end)
      guard scalar.characterClass == .extend || scalar.characterClass == .joiner else { break }
      end += scalar.length
    }
    return end
  }
}
