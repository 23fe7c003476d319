/// Texts whose labels are known, as the numbers of their terms: words, and pairs of words that follow each other.
package struct LabelledTexts {
  /// One text.
  struct Row {
    /// Rising numbers of terms, and how often each occurs.
    var terms: [Int32]
    var counts: [Int32]
    /// Rising numbers of labels; there may be none.
    var labels: [Int]
  }

  /// How often a word of a title counts, which says more of what a text is about than one within it.
  package static let titleTimes: Int32 = 3

  private(set) var terms: [String] = []
  /// By term, whether it is two words.
  private(set) var isPair: [Bool] = []
  package private(set) var labels: [String] = []
  private(set) var rows: [Row] = []
  private var numbers: [String: Int32] = [:]
  private var labelNumbers: [String: Int] = [:]

  package init() {}

  package var count: Int { rows.count }
  /// Whether a text may have several labels, or none; else each has one.
  package private(set) var isManyLabelled = false

  /// Adds a text.
  /// - Parameter parts: the words of its parts, the title and the text behind it; pairs do not reach from one to the next.
  package mutating func add(_ parts: [[String]], labels: [String]) {
    var counts: [Int32: Int32] = [:]
    for (part, words) in parts.enumerated() {
      let times = part == 0 && parts.count > 1 ? Self.titleTimes : 1
      for (index, word) in words.enumerated() {
        counts[number(of: word), default: 0] += times
        guard index > 0 else { continue }
        counts[number(of: words[index - 1] + " " + word, isPair: true), default: 0] += times
      }
    }
    let sorted = counts.sorted { $0.key < $1.key }
    let found = Set(labels.map { labelNumber(of: $0) }).sorted()
    if found.count > 1 { isManyLabelled = true }
    rows.append(Row(terms: sorted.map(\.key), counts: sorted.map(\.value), labels: found))
  }

  /// Leaves out the labels that fewer texts have, and orders the others, the most frequent first. Where each text has one label,
  /// texts without are left out, too.
  package mutating func keepLabels(ofAtLeast least: Int) {
    let counts = labelCounts
    let kept = labels.indices.filter { counts[$0] >= least }
      .sorted { (counts[$1], labels[$0]) < (counts[$0], labels[$1]) }
    var places = [Int?](repeating: nil, count: labels.count)
    for (place, label) in kept.enumerated() { places[label] = place }
    for index in rows.indices {
      rows[index].labels = rows[index].labels.compactMap { places[$0] }.sorted()
    }
    labels = kept.map { labels[$0] }
    labelNumbers = [:]
    if !isManyLabelled { rows.removeAll { $0.labels.isEmpty } }
  }

  /// Of each label, how many texts have it.
  package var labelCounts: [Int] {
    var counts = [Int](repeating: 0, count: labels.count)
    for row in rows { for label in row.labels { counts[label] += 1 } }
    return counts
  }

  private mutating func number(of term: String, isPair: Bool = false) -> Int32 {
    if let number = numbers[term] { return number }
    let number = Int32(terms.count)
    numbers[term] = number
    terms.append(term)
    self.isPair.append(isPair)
    return number
  }

  private mutating func labelNumber(of label: String) -> Int {
    if let number = labelNumbers[label] { return number }
    labelNumbers[label] = labels.count
    labels.append(label)
    return labels.count - 1
  }
}
