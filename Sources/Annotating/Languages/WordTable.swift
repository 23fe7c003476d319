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
  /// Names a picture's maker before a colon: "Photo: Jane Roe".
  static let credit = WordTraits(rawValue: 1 << 13)

  static let abbreviation: WordTraits = [.leading, .closing, .reference]
}

/// Values of words, asked for by the bytes of a text in any case.
///
/// Words are known by a 64-bit hash of their lower-cased bytes, so that asking makes no string. Two of the few
/// thousand words to share one is out of the question; a text's word may be taken for a listed one once in 10¹⁵.
struct WordMap<Value: Sendable>: Sendable {
  /// Longer than any listed word, in bytes; a bound, so that asking never costs more than a little.
  private let longest = 40

  private var keys: [UInt64]
  private var values: [Value?]
  private let mask: Int

  /// - Parameter merge: makes one value of two that are given for one word.
  init(_ entries: [(word: String, value: Value)], merge: (Value, Value) -> Value) {
    var capacity = 64
    while capacity < entries.count * 2 { capacity *= 2 }
    keys = Array(repeating: 0, count: capacity)
    values = Array(repeating: nil, count: capacity)
    mask = capacity - 1
    for entry in entries {
      let slot = slot(
        of: Array(entry.word.utf8).withUnsafeBufferPointer { $0.wordHash(0..<$0.count) })
      keys[slot.index] = slot.key
      values[slot.index] = values[slot.index].map { merge($0, entry.value) } ?? entry.value
    }
  }

  private func slot(of key: UInt64) -> (index: Int, key: UInt64) {
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & mask }
    return (slot, key)
  }

  /// The value of the word at a range; nil for a word that has none.
  subscript(bytes: Bytes, range: Range<Int>) -> Value? {
    guard range.count <= longest else { return nil }
    return values[slot(of: bytes.wordHash(range)).index]
  }
}

/// Words with their traits.
struct WordTable: Sendable {
  private let map: WordMap<WordTraits>

  /// - Parameter lists: words between spaces, and what they are.
  init(_ lists: [(WordTraits, String)]) {
    let entries = lists.flatMap { traits, list in
      list.split(separator: " ").map { (word: String($0), value: traits) }
    }
    map = WordMap(entries) { $0.union($1) }
  }

  /// The traits of the word at a range; none for a word in no list.
  @inline(__always)
  func traits(of bytes: Bytes, _ range: Range<Int>) -> WordTraits { map[bytes, range] ?? [] }
}

extension Bytes {
  /// A hash of the bytes at a range lower-cased: ASCII letters, and the accented capitals of Latin-1. Never zero.
  func wordHash(_ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var previous: UInt8 = 0
    for offset in range {
      var byte = self[offset]
      let isCapital = previous == 0xC3 ? byte &- 0x80 < 0x1F && byte != 0x97 : byte &- 0x41 < 26
      if isCapital { byte |= 0x20 }
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      previous = byte
    }
    hash ^= hash >> 29
    return hash == 0 ? 1 : hash
  }
}
