/// Finds what was meant by a misspelt word.
package enum Suggestions {
  /// The candidates most like a word, the best first; none where nothing is near.
  package static func like(_ word: String, among candidates: some Sequence<String>) -> [String] {
    // The words may come from anywhere; what is longer than any name is like none.
    guard word.utf8.count <= 100 else { return [] }
    let limit = max(1, word.utf8.count / 3)
    return
      candidates
      .map { (name: $0, distance: distance(Array(word.utf8), Array($0.utf8))) }
      .filter { $0.distance <= limit }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .prefix(3)
      .map(\.name)
  }

  /// "did you mean 'a' or 'b'?"; nil without candidates.
  package static func question(_ suggestions: [String]) -> String? {
    guard let last = suggestions.last else { return nil }
    let others = suggestions.dropLast().map { "'\($0)'" }.joined(separator: ", ")
    return "did you mean \(others.isEmpty ? "" : others + " or ")'\(last)'?"
  }

  /// How many insertions, deletions, replacements and swaps of neighbours turn one word into the other.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
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
