/// The last words of a text that is gone through: each run of so many of them is a shingle, known by a hash.
struct ShingleWindow {
  private let run: Int
  private var words: [UInt64] = []

  init(_ run: Int) { self.run = run }

  /// The shingle that a word, known by its hash, ends; nil before there are words enough.
  mutating func add(_ word: UInt64) -> UInt64? {
    if words.count == run { words.removeFirst() }
    words.append(word)
    return words.count == run ? shingle : nil
  }

  /// At the end of a text that is shorter than a run: all of it; else nil.
  var rest: UInt64? { words.isEmpty || words.count == run ? nil : shingle }

  private var shingle: UInt64 { words.reduce(0) { BagHash.mixed($0 &* 31 &+ $1) } }
}
