/// The least hashes of a text's shingles, from which is told how much of a text is in another one, however long that is.
///
/// A bottom-k sketch (Broder, 1997). Of two texts' hashes those below the lesser of their bounds are a fair sample of the shingles of
/// both, which tells containment as well as resemblance.
struct Sketch {
  /// In ascending order, each once.
  private(set) var hashes: [UInt32]
  /// Hashes below it are all there.
  private(set) var bound: UInt32

  /// Hashes have so many bits: a text of 5,000 shingles has two of one hash in one case of five.
  private static let bits = 26
  static let end: UInt32 = 1 << bits

  /// - Parameter size: as many hashes are kept.
  init(shingles: [UInt64], size: Int) {
    let all = shingles.map { UInt32($0 >> UInt64(64 - Self.bits)) }.sorted()
    hashes = []
    hashes.reserveCapacity(min(size, all.count))
    bound = Self.end
    for hash in all where hash != hashes.last {
      if hashes.count == size {
        bound = hashes[size - 1] + 1
        break
      }
      hashes.append(hash)
    }
  }

  /// - Parameters:
  ///   - hashes: in ascending order, each once.
  ///   - isWhole: whether they are those of all shingles.
  init(hashes: [UInt32], isWhole: Bool) {
    self.hashes = hashes
    bound = isWhole ? Self.end : (hashes.last ?? 0) + 1
  }

  /// About as many shingles the text has.
  var shingleCount: Double {
    Double(hashes.count) * Double(Self.end) / Double(max(bound, 1))
  }

  /// How much of the text with fewer shingles is in the other one.
  func overlap(with other: Sketch) -> Overlap {
    let common = min(bound, other.bound)
    var (a, b, shared) = (0, 0, 0)
    while a < hashes.count, b < other.hashes.count, hashes[a] < common, other.hashes[b] < common {
      if hashes[a] == other.hashes[b] {
        shared += 1
        a += 1
        b += 1
      } else if hashes[a] < other.hashes[b] {
        a += 1
      } else {
        b += 1
      }
    }
    while a < hashes.count, hashes[a] < common { a += 1 }
    while b < other.hashes.count, other.hashes[b] < common { b += 1 }
    return Overlap(shared: shared, counts: (a, b))
  }

  /// What two sketches have in common, among the hashes that both know all of.
  struct Overlap {
    var shared: Int
    /// As many hashes each has.
    var counts: (Int, Int)

    /// The share of the shorter text's shingles that are in the other one, 0 to 1.
    var containment: Double {
      let shorter = min(counts.0, counts.1)
      return shorter == 0 ? 0 : Double(shared) / Double(shorter)
    }
  }
}
