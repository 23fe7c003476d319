/// What a language's lists say of a word; a word may stand in several.
struct WordTraits: OptionSet {
  var rawValue: UInt16

  /// An abbreviation that what follows completes (Mr., vs.): its stop ends no sentence.
  static let leading = WordTraits(rawValue: 1 << 0)
  /// An abbreviation that may end a sentence (Inc., p.m.): what follows tells.
  static let closing = WordTraits(rawValue: 1 << 1)
  /// An abbreviation only before a number (No., p., Fig.).
  static let reference = WordTraits(rawValue: 1 << 2)
  /// A word that, written with a capital, begins a sentence rather than a name.
  static let starter = WordTraits(rawValue: 1 << 3)
  static let preposition = WordTraits(rawValue: 1 << 4)
  /// A month, in full or abbreviated, or a weekday.
  static let month = WordTraits(rawValue: 1 << 5)
  static let weekday = WordTraits(rawValue: 1 << 6)
  /// A verb that attributes words to somebody.
  static let cue = WordTraits(rawValue: 1 << 7)
  /// A word whose `'s` shortens "is" or "has".
  static let contracting = WordTraits(rawValue: 1 << 8)
  /// An article or particle that loses its vowel before another: `l'`, `dell'`.
  static let eliding = WordTraits(rawValue: 1 << 9)

  /// An abbreviation only where it is written with a capital: "Miss." the state, not "a near miss."
  static let capitalised = WordTraits(rawValue: 1 << 10)
  /// An abbreviation only where it is written small: German "max." but not the name.
  static let uncapitalised = WordTraits(rawValue: 1 << 11)
  /// Closes what it stands in (etc.): with any capital behind it a sentence begins.
  static let final = WordTraits(rawValue: 1 << 12)

  static let abbreviation: WordTraits = [.leading, .closing, .reference]
}

/// A set of words with their traits, asked for by the bytes of a text in any case.
///
/// Words are known by a 64-bit hash of their lower-cased bytes, so that asking makes no string. Two of the few
/// thousand words to share one is out of the question; a text's word may be taken for a listed one once in 10¹⁵.
struct WordTable: Sendable {
  /// Longer than any listed word, in bytes; a bound, so that asking never costs more than a little.
  private static let longest = 40

  private var keys: [UInt64]
  private var values: [UInt16]
  private var mask: Int

  /// - Parameter lists: words between spaces, and what they are; upper bound on their number doubles as capacity.
  init(_ lists: [(WordTraits, String)]) {
    let words = lists.flatMap { traits, list in list.split(separator: " ").map { (traits, $0) } }
    var capacity = 64
    while capacity < words.count * 2 { capacity *= 2 }
    keys = Array(repeating: 0, count: capacity)
    values = Array(repeating: 0, count: capacity)
    mask = capacity - 1
    for (traits, word) in words { insert(Array(word.utf8), traits) }
  }

  private mutating func insert(_ word: [UInt8], _ traits: WordTraits) {
    let key = word.withUnsafeBufferPointer { Self.hash($0, 0..<$0.count) }
    let slot = slot(of: key)
    keys[slot] = key
    values[slot] |= traits.rawValue
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  /// The traits of the word at a range; none for a word in no list.
  func traits(of bytes: Bytes, _ range: Range<Int>) -> WordTraits {
    guard range.count <= Self.longest else { return [] }
    let key = Self.hash(bytes, range)
    let slot = slot(of: key)
    return WordTraits(rawValue: values[slot])
  }

  /// Of the bytes lower-cased: ASCII letters, and the accented capitals of Latin-1.
  static func hash(_ bytes: Bytes, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var previous: UInt8 = 0
    for offset in range {
      var byte = bytes[offset]
      let isCapital =
        previous == 0xC3 ? byte &- 0x80 < 0x1F && byte != 0x97 : byte &- 0x41 < 26
      if isCapital { byte |= 0x20 }
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      previous = byte
    }
    hash ^= hash >> 29
    return hash == 0 ? 1 : hash
  }
}
