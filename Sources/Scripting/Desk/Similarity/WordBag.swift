/// How often words occur, each known by a hash of its bytes; the same on every machine and in every version.
struct WordBag {
  private(set) var counts: [UInt64: Double] = [:]

  mutating func add(_ hash: UInt64, _ count: Double = 1) { counts[hash, default: 0] += count }

  /// The share of words in both among those in either, 0 to 1; nil of two empty ones.
  func jaccard(_ other: WordBag) -> Double? {
    let both = counts.keys.reduce(0) { $0 + (other.counts[$1] == nil ? 0 : 1) }
    let either = counts.count + other.counts.count - both
    return either == 0 ? nil : Double(both) / Double(either)
  }

  /// The cosine between the counts, 0 to 1 where none is negative; nil where one has none.
  func cosine(_ other: WordBag) -> Double? {
    guard let length, let otherLength = other.length else { return nil }
    let product = ordered.reduce(0) { $0 + $1.count * (other.counts[$1.hash] ?? 0) }
    return min(1, max(-1, product / (length * otherLength)))
  }

  private var length: Double? {
    let squares = ordered.reduce(0) { $0 + $1.count * $1.count }
    return squares > 0 ? squares.squareRoot() : nil
  }

  /// In one order, whatever the table's: sums of fractions depend on it.
  private var ordered: [(hash: UInt64, count: Double)] {
    counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// The hash of a word or a shingle: FNV-1a, mixed.
enum BagHash {
  static func of(_ bytes: UnsafePointer<UInt8>, _ count: Int, lowers: Bool = false) -> UInt64 {
    let table = lowers ? ByteTables.shared.lower : ByteTables.shared.same
    var hash = PrefixHash.seed
    for index in 0..<count { hash = PrefixHash.add(table[Int(bytes[index])], to: hash) }
    return mixed(hash)
  }

  /// The finaliser of SplitMix64.
  @inline(__always)
  static func mixed(_ hash: UInt64) -> UInt64 {
    var mixed = hash
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// The least hashes of a text's shingles under many permutations (Broder, 1997): as many as agree of two texts', so
/// alike are the texts.
struct MinHash {
  private(set) var least: [UInt32]

  init(size: Int) { least = Array(repeating: .max, count: size) }

  mutating func add(_ shingle: UInt64) {
    for index in least.indices {
      let step = UInt64(truncatingIfNeeded: index &+ 1) &* 0x9E37_79B9_7F4A_7C15
      let hash = UInt32(truncatingIfNeeded: BagHash.mixed(shingle &+ step))
      if hash < least[index] { least[index] = hash }
    }
  }

  /// Eight hexadecimal digits a number.
  var signature: [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    var signature: [UInt8] = []
    signature.reserveCapacity(8 * least.count)
    for number in least {
      for shift in stride(from: UInt32(28), through: 0, by: -4) {
        signature.append(digits[Int(number >> shift & 15)])
      }
    }
    return signature
  }

  /// The share of numbers in which two signatures agree; nil where they are none, or of different lengths.
  static func agreement(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Double? {
    guard a.count == b.count, !a.isEmpty, a.count % 8 == 0 else { return nil }
    var same = 0
    for start in stride(from: 0, to: a.count, by: 8) {
      if (start..<start + 8).allSatisfy({ a[$0] == b[$0] }) { same += 1 }
    }
    return Double(same) / Double(a.count / 8)
  }
}
