import CModels

/// The trained tagger and its gazetteer, read where they lie in the program.
///
/// The file is little-endian: a header of eight 32-bit numbers (magic, version, pairs of rows of weights, slots for words,
/// slots for phrases, three spare), then the tables in the order in which `init` takes them.
package struct EntityModel: @unchecked Sendable {
  package static let magic: UInt32 = 0x4D45_4443
  package static let version: UInt32 = 2
  package static let headerSize = 32
  /// Tags, rounded up to the width of a vector; the last column of a row of weights holds its check byte.
  package static let width = 8

  /// Scores of moving from one tag to another, rows by the first.
  private let transitions: UnsafePointer<Int16>
  private let weights: UnsafePointer<SIMD8<Int8>>
  private let weightPairs: Int
  private let wordKeys: UnsafePointer<UInt32>
  private let wordTraits: UnsafePointer<UInt16>
  private let smallClusters: UnsafePointer<UInt16>
  private let capitalClusters: UnsafePointer<UInt16>
  private let wordCount: Int
  private let phraseKeys: UnsafePointer<UInt32>
  private let phraseTraits: UnsafePointer<UInt8>
  private let phraseCount: Int

  static let shared = EntityModel(base: copydesk_entity_model())

  init(base: UnsafeRawPointer) {
    let header = base.assumingMemoryBound(to: UInt32.self)
    precondition(header[0] == Self.magic && header[1] == Self.version)
    weightPairs = Int(header[2])
    wordCount = Int(header[3])
    phraseCount = Int(header[4])
    var next = base + Self.headerSize
    func table<T>(_ type: T.Type, _ count: Int) -> UnsafePointer<T> {
      defer { next += count * MemoryLayout<T>.stride }
      return next.assumingMemoryBound(to: T.self)
    }
    transitions = table(Int16.self, Self.width * Self.width)
    weights = table(SIMD8<Int8>.self, weightPairs * 2)
    wordKeys = table(UInt32.self, wordCount)
    phraseKeys = table(UInt32.self, phraseCount)
    wordTraits = table(UInt16.self, wordCount)
    smallClusters = table(UInt16.self, wordCount)
    capitalClusters = table(UInt16.self, wordCount)
    phraseTraits = table(UInt8.self, phraseCount)
  }

  /// Where the search for a key begins in a table of so many slots.
  @inline(__always)
  package static func slot(of key: UInt32, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* UInt64(truncatingIfNeeded: count)) >> 32)
  }

  /// The byte that tells a feature's row from others in its place.
  @inline(__always)
  package static func check(of feature: UInt32) -> Int8 { Int8(truncatingIfNeeded: feature) }

  /// What the lists say of a word, and its cluster as it is written.
  @inline(__always)
  func word(_ word: WordHash, isCapitalized: Bool) -> (traits: NameTraits, cluster: UInt16) {
    guard let slot = Self.find(word.value, wordKeys, wordCount) else { return ([], 0) }
    let cluster = isCapitalized ? capitalClusters[slot] : smallClusters[slot]
    return (NameTraits(rawValue: wordTraits[slot]), cluster)
  }

  /// What the lists say of words in order, by their joined hash.
  @inline(__always)
  func traits(ofPhrase phrase: WordHash) -> PhraseTraits {
    guard let slot = Self.find(phrase.value, phraseKeys, phraseCount) else { return [] }
    return PhraseTraits(rawValue: phraseTraits[slot])
  }

  @inline(__always)
  private static func find(_ key: UInt32, _ keys: UnsafePointer<UInt32>, _ count: Int) -> Int? {
    var slot = slot(of: key, count)
    while keys[slot] != key {
      if keys[slot] == 0 { return nil }
      slot += 1
      if slot == count { slot = 0 }
    }
    return slot
  }

  /// Adds what a feature says of each tag, nothing for a feature that training did not keep.
  @inline(__always)
  func add(_ feature: UInt32, to scores: inout SIMD8<Int16>) {
    let slot = 2 * Self.slot(of: feature, weightPairs)
    let check = Self.check(of: feature)
    var row = weights[slot]
    if row[7] != check {
      row = weights[slot + 1]
      guard row[7] == check else { return }
    }
    scores &+= SIMD8<Int16>(truncatingIfNeeded: row)
  }

  @inline(__always)
  func transition(_ from: Int, _ to: Int) -> Int32 { Int32(transitions[from * Self.width + to]) }
}
