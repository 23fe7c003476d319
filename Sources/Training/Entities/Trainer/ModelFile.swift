import Annotating

/// A model while it is put together: the gazetteer's tables, weights and transitions, in the layout that `EntityModel` reads.
struct ModelFile {
  /// Traits and clusters of single words.
  private(set) var words: [UInt32: (traits: UInt16, clusters: SIMD3<UInt16>)] = [:]
  private(set) var phrases: [UInt32: UInt8] = [:]
  var transitions = [Int16](repeating: 0, count: EntityModel.width * EntityModel.width)
  var rows: [[Int8]] = []
  /// The features that have rows, by their numbers in training.
  var features: Set<Int32> = []

  /// Takes a line of the gazetteer.
  mutating func add(phrase: String, kinds: [Substring], clusters: SIMD3<UInt16>) {
    let keys = EntityExamples.keys(of: phrase)
    guard let last = keys.last, keys.count <= 6 else { return }
    if keys.count == 1 {
      let bits = kinds.reduce(0) { $0 | GazetteerKind.word($1) }
      guard bits != 0 || clusters != .zero else { return }
      words[last, default: (0, .zero)].traits |= bits
      words[last]?.clusters |= clusters
    } else {
      let bits = kinds.reduce(0) { $0 | GazetteerKind.phrase($1) }
      guard bits != 0 else { return }
      phrases[last, default: 0] |= bits
      for key in keys[1..<keys.count - 1] { phrases[key, default: 0] |= GazetteerKind.prefix }
    }
  }

  func encoded() -> [UInt8] {
    let wordCount = words.count + words.count / 4
    let phraseCount = phrases.count + phrases.count / 4
    var bytes: [UInt8] = []
    func put(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    let pairs = max(rows.count / 2, 8)
    for value in [
      EntityModel.magic, EntityModel.version, UInt32(pairs), UInt32(wordCount), UInt32(phraseCount),
      0, 0, 0,
    ] {
      put(value)
    }
    transitions.forEach(put)
    let empty = [Int8](repeating: 0, count: EntityModel.width)
    for slot in 0..<pairs * 2 { (rows.isEmpty ? empty : rows[slot]).forEach(put) }
    let wordSlots = Self.slots(words.keys, wordCount)
    let phraseSlots = Self.slots(phrases.keys, phraseCount)
    wordSlots.forEach(put)
    phraseSlots.forEach(put)
    for key in wordSlots { put(words[key]?.traits ?? 0) }
    for key in wordSlots { put(words[key]?.clusters.x ?? 0) }
    for key in wordSlots { put(words[key]?.clusters.y ?? 0) }
    for key in wordSlots { put(words[key]?.clusters.z ?? 0) }
    for key in phraseSlots { put(phrases[key] ?? 0) }
    return bytes
  }

  /// An open-addressing table, filled in the order of the keys so that it is the same every time.
  private static func slots(_ keys: some Sequence<UInt32>, _ count: Int) -> [UInt32] {
    var slots = [UInt32](repeating: 0, count: count)
    for key in keys.sorted() where key != 0 {
      var slot = EntityModel.slot(of: key, count)
      while slots[slot] != 0 { slot = slot + 1 == count ? 0 : slot + 1 }
      slots[slot] = key
    }
    return slots
  }
}
