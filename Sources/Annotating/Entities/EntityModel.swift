import CModels

/// The trained tagger and its gazetteer, read where they lie in the program.
///
/// The file is little-endian: a header of eight 32-bit numbers (magic, version, pairs of rows of weights, slots for words,
/// slots for phrases, three spare), then the tables in the order in which `init` takes them.
package struct EntityModel: @unchecked Sendable {
  package static let magic: UInt32 = 0x4D45_4443
  package static let version: UInt32 = 3
  package static let headerSize = 32
  /// Tags, rounded up to the width of a vector. A row of weights has those of all tags but `outside`, to which they are relative,
  /// and its check in the last two bytes.
  package static let width = 8

  /// Scores of moving from one tag to another, rows by the first.
  private let transitions: UnsafePointer<Int16>
  private let weights: UnsafePointer<SIMD8<Int8>>
  private let weightPairs: Int
  private let wordKeys: UnsafePointer<UInt32>
  private let wordTraits: UnsafePointer<UInt16>
  private let smallClusters: UnsafePointer<UInt16>
  private let capitalClusters: UnsafePointer<UInt16>
  private let vectorClusters: UnsafePointer<UInt16>
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
    vectorClusters = table(UInt16.self, wordCount)
    phraseTraits = table(UInt8.self, phraseCount)
  }

  /// Where the search for a key begins in a table of so many slots.
  @inline(__always)
  package static func slot(of key: UInt32, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* UInt64(truncatingIfNeeded: count)) >> 32)
  }

  /// What tells a feature's row from others in its place.
  @inline(__always)
  package static func check(of feature: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: feature) }

  /// What is known of a word: what the lists say, its Brown cluster as it is written, and the cluster of its vector.
  struct Word {
    var traits: NameTraits = []
    var cluster: UInt16 = 0
    var vectorCluster: UInt16 = 0
  }

  @inline(__always)
  func word(_ word: WordHash, isCapitalized: Bool) -> Word {
    guard let slot = Self.find(word.value, wordKeys, wordCount) else { return Word() }
    return Word(
      traits: NameTraits(rawValue: wordTraits[slot]),
      cluster: isCapitalized ? capitalClusters[slot] : smallClusters[slot],
      vectorCluster: vectorClusters[slot])
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

  /// Adds what a feature says for each tag against `outside`, the tag that is left out; nothing for a feature that training did
  /// not keep.
  @inline(__always)
  func add(_ feature: UInt32, to scores: inout SIMD8<Int16>) {
    var slot = 2 * Self.slot(of: feature, weightPairs)
    let check = Self.check(of: feature)
    if self.check(at: slot) != check {
      slot += 1
      guard self.check(at: slot) == check else { return }
    }
    scores &+= SIMD8<Int16>(truncatingIfNeeded: weights[slot])
  }

  @inline(__always)
  private func check(at slot: Int) -> UInt16 {
    UnsafeRawPointer(weights + slot).load(fromByteOffset: Self.width - 2, as: UInt16.self)
  }

  @inline(__always)
  func transition(_ from: Int, _ to: Int) -> Int32 { Int32(transitions[from * Self.width + to]) }
}
