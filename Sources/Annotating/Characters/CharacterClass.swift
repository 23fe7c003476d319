/// What the scanners ask of a code point: its part in words (UAX #29), sentences and punctuation, and its case.
///
/// Every code point has exactly one class; `.ci/character-classes` says how it is told, in the order
/// of these cases.
enum CharacterClass: UInt8 {
  /// Controls, and what Unicode has not assigned or leaves to private use.
  case other
  case space, lineBreak
  /// Letters by case; `letter` has none.
  case upper, lower, letter, hebrew
  /// Scripts that write no spaces, which dictionaries cut: Katakana, Han and Hiragana; Thai, Lao, Khmer, Burmese.
  case katakana, ideograph
  case complex
  /// Decimal digits, and other numbers: ½, Ⅳ.
  case digit, numeral
  /// What belongs to the character before it: combining marks, formats, ZERO WIDTH JOINER.
  case extend, joiner
  /// `_` and its like.
  case connector
  /// `!`, `?`, `…`, `。` on the one hand, `.` on the other.
  case terminator, stop
  case opener, closer, initialQuote, finalQuote, straightQuote
  case dash, punctuation, currency, symbol, bullet
  case regional
  /// Emoji: shown as such by themselves, or only before U+FE0F.
  case pictograph, textPictograph
}

extension CharacterClass {
  /// The class of a code point.
  @inline(__always)
  static func of(_ point: UInt32) -> CharacterClass {
    let middle = digit(CharacterTables.top, Int(point >> 12)) << 6 | Int(point >> 6 & 63)
    let high = digit(CharacterTables.middle, middle << 1)
    let low = digit(CharacterTables.middle, middle << 1 | 1)
    let leaf = (high << 6 | low) << 6 | Int(point & 63)
    return unsafeBitCast(UInt8(digit(CharacterTables.leaves, leaf)), to: CharacterClass.self)
  }

  @inline(__always)
  private static func digit(_ table: StaticString, _ index: Int) -> Int {
    Int(table.utf8Start[index]) - 0x30
  }

  /// Whether it can begin a word, and go on with one: letters that run together.
  @inline(__always)
  var isLetter: Bool {
    switch self {
    case .upper, .lower, .letter, .hebrew: true
    default: false
    }
  }

  @inline(__always)
  var isQuote: Bool {
    self == .initialQuote || self == .finalQuote || self == .straightQuote
  }

  /// Whether it ends sentences, with or without a doubt.
  @inline(__always)
  var isTerminator: Bool { self == .terminator || self == .stop }

  @inline(__always)
  var isBlank: Bool { self == .space || self == .lineBreak }
}
