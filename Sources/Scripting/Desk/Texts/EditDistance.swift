/// How many characters must be put in, left out, replaced or swapped with a neighbour to turn one text into the other
/// (optimal string alignment).
enum EditDistance {
  /// The longest texts that are compared, in characters.
  static let maximum = 10_000

  /// Nil where time is up first.
  /// - Complexity: O(*n* × *m*).
  static func between(
    _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], isExpired: () -> Bool
  ) -> Int? {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      if i % 64 == 0, isExpired() { return nil }
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
