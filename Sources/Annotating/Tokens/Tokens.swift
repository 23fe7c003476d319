import Document

/// What the annotators ask of a token again and again, told once.
struct TokenTraits: OptionSet, BitwiseCopyable {
  var rawValue: UInt16

  /// White space, or the text's edge, comes before it.
  static let spaced = TokenTraits(rawValue: 1 << 0)
  /// A line break is part of that white space.
  static let broken = TokenTraits(rawValue: 1 << 1)
  /// Begins with a capital; begins with a small letter.
  static let capital = TokenTraits(rawValue: 1 << 2)
  static let small = TokenTraits(rawValue: 1 << 3)
  /// A word of two letters or more, all of them capitals.
  static let allCapitals = TokenTraits(rawValue: 1 << 4)
  static let hasDigit = TokenTraits(rawValue: 1 << 5)
  /// A word that includes the stop which shortens it: `U.S.`, `Mr.`
  static let stopped = TokenTraits(rawValue: 1 << 6)
  /// Marks that end sentences: `.`, `?!`, `…`
  static let terminator = TokenTraits(rawValue: 1 << 7)
  /// The `'s` of a possessive.
  static let possessive = TokenTraits(rawValue: 1 << 8)
  static let bullet = TokenTraits(rawValue: 1 << 9)
  /// Brackets and quotation marks.
  static let opener = TokenTraits(rawValue: 1 << 10)
  static let closer = TokenTraits(rawValue: 1 << 11)
  static let quote = TokenTraits(rawValue: 1 << 12)
  /// Three or more of a mark that only draws a line: `***`, `_____`.
  static let divider = TokenTraits(rawValue: 1 << 13)
  /// A face made of marks, `:-)`.
  static let smile = TokenTraits(rawValue: 1 << 14)
}

/// The tokens of a text, as columns; together they cover all ink.
struct Tokens {
  let ranges: [TextRange]
  let kinds: [TokenKind]
  let traits: [TokenTraits]

  var count: Int { ranges.count }

  /// Whether a token follows the one before it without white space.
  @inline(__always)
  func isAttached(_ index: Int) -> Bool { !traits[index].contains(.spaced) }
}

/// The columns of tokens while they are found.
struct TokenColumns: ~Copyable {
  private var ranges: Column<TextRange>
  private var kinds: Column<TokenKind>
  private var traits: Column<TokenTraits>

  init(capacity: Int) {
    ranges = Column(capacity: capacity)
    kinds = Column(capacity: capacity)
    traits = Column(capacity: capacity)
  }

  var tokens: Tokens { Tokens(ranges: ranges.array, kinds: kinds.array, traits: traits.array) }
  var isEmpty: Bool { ranges.count == 0 }
  var lastKind: TokenKind? { isEmpty ? nil : kinds.last }
  var lastTraits: TokenTraits? { isEmpty ? nil : traits.last }

  @inline(__always)
  mutating func append(_ range: TextRange, _ kind: TokenKind, _ traits: TokenTraits) {
    ranges.append(range)
    kinds.append(kind)
    self.traits.append(traits)
  }

  /// Moves the end of the last token, for what turns out to belong to it.
  mutating func extendLast(to end: Int) {
    ranges.last.upper = UInt32(truncatingIfNeeded: end)
  }

  /// Takes back the tokens that begin at an offset or after it.
  /// - Returns: the traits of the first of them.
  mutating func removeAll(beginningAt offset: Int) -> TokenTraits {
    var first: TokenTraits = []
    while !isEmpty, Int(ranges.last.lower) >= offset {
      first = traits.last
      ranges.removeLast()
      kinds.removeLast()
      traits.removeLast()
    }
    return first
  }

  /// Whether a token begins at an offset near the end.
  /// - Complexity: O(*k*) in the tokens after the offset.
  func begins(at offset: Int) -> Bool {
    var index = ranges.count - 1
    while index >= 0, Int(ranges[index].lower) > offset { index -= 1 }
    return index >= 0 && Int(ranges[index].lower) == offset
  }
}
