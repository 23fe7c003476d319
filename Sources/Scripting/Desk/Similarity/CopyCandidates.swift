/// Which of many sketches may be of like texts: those that have some hashes in common.
///
/// Sketches that share a hash stand in one run of a sorted index. From each sketch a few steps go back in the runs of its hashes,
/// and to their beginnings, where what was copied first stands; so the work grows as the sketches do, however many copies there are.
struct CopyCandidates {
  /// As many neighbours in a run are looked at: the nearest before, and the first of all.
  private static let (near, first) = (8, 4)
  /// Texts with fewer hashes in common are no candidates.
  private static let least = 2

  /// A hash and the number of its sketch, in this order.
  private let index: [UInt64]
  /// Where in the index the hashes of each sketch stand, sketch by sketch.
  private let places: [UInt32]
  private let starts: [Int]

  init(_ sketches: [Sketch]) {
    var index: [UInt64] = []
    index.reserveCapacity(sketches.reduce(0) { $0 + $1.hashes.count })
    var starts = [0]
    starts.reserveCapacity(sketches.count + 1)
    for (number, sketch) in sketches.enumerated() {
      for hash in sketch.hashes { index.append(UInt64(hash) << 32 | UInt64(number)) }
      starts.append(index.count)
    }
    index.sort()
    // The hashes of a sketch ascend, and so do they in the index.
    var next = starts
    var places = [UInt32](repeating: 0, count: index.count)
    for (place, entry) in index.enumerated() {
      let number = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF)
      places[next[number]] = UInt32(truncatingIfNeeded: place)
      next[number] += 1
    }
    self.index = index
    self.places = places
    self.starts = starts
  }

  /// The sketches before one that may be like it, in ascending order.
  func before(_ number: Int) -> [Int] {
    var found: [Int] = []
    for slot in starts[number]..<starts[number + 1] { add(before: Int(places[slot]), to: &found) }
    guard found.count >= Self.least else { return [] }
    found.sort()
    var candidates: [Int] = []
    var start = 0
    while start < found.count {
      var end = start + 1
      while end < found.count, found[end] == found[start] { end += 1 }
      if end - start >= Self.least { candidates.append(found[start]) }
      start = end
    }
    return candidates
  }

  private func add(before place: Int, to found: inout [Int]) {
    let hash = index[place] >> 32
    var steps = 0
    var other = place - 1
    while other >= 0, steps < Self.near, index[other] >> 32 == hash {
      found.append(Int(truncatingIfNeeded: index[other] & 0xFFFF_FFFF))
      other -= 1
      steps += 1
    }
    guard steps == Self.near, other >= 0, index[other] >> 32 == hash else { return }
    var first = start(of: hash, below: other)
    for _ in 0..<Self.first where first <= other {
      found.append(Int(truncatingIfNeeded: index[first] & 0xFFFF_FFFF))
      first += 1
    }
  }

  /// Where the run of a hash begins.
  private func start(of hash: UInt64, below end: Int) -> Int {
    var (low, high) = (0, end)
    while low < high {
      let middle = (low + high) / 2
      if index[middle] >> 32 < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
