import Document

/// What the annotators ask of a token again and again, told once.
struct TokenTraits: OptionSet {
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
}

/// The tokens of a text, as columns; together they cover all ink.
struct Tokens {
  private(set) var ranges: [TextRange] = []
  private(set) var kinds: [TokenKind] = []
  private(set) var traits: [TokenTraits] = []

  var count: Int { ranges.count }

  mutating func reserveCapacity(_ count: Int) {
    ranges.reserveCapacity(count)
    kinds.reserveCapacity(count)
    traits.reserveCapacity(count)
  }

  @inline(__always)
  mutating func append(_ range: TextRange, _ kind: TokenKind, _ traits: TokenTraits) {
    ranges.append(range)
    kinds.append(kind)
    self.traits.append(traits)
  }

  /// Moves the end of the last token, for what turns out to belong to it.
  mutating func extendLast(to end: Int) {
    ranges[ranges.count - 1].upper = UInt32(truncatingIfNeeded: end)
  }

  /// Takes back the tokens that begin at an offset or after it.
  /// - Returns: the traits of the first of them.
  mutating func removeAll(beginningAt offset: Int) -> TokenTraits {
    var first: TokenTraits = []
    while let last = ranges.last, Int(last.lower) >= offset {
      first = traits.removeLast()
      ranges.removeLast()
      kinds.removeLast()
    }
    return first
  }

  /// Whether an offset is a given one, or a late token begins there.
  /// - Complexity: O(*k*) in the tokens after the offset.
  func beginsOrIs(_ end: Int, at offset: Int) -> Bool {
    if offset == end { return true }
    var index = count - 1
    while index >= 0, Int(ranges[index].lower) > offset { index -= 1 }
    return index >= 0 && Int(ranges[index].lower) == offset
  }

  /// Whether a token follows the one before it without white space.
  @inline(__always)
  func isAttached(_ index: Int) -> Bool { !traits[index].contains(.spaced) }
}
