import Document

/// A text with its annotations, cut into stretches in which the same annotations hold.
///
/// HTML's elements nest and annotations need not: of two that overlap, both are cut where either begins or ends, and each
/// stretch says all that holds in it.
struct MarkedText {
  /// An annotation of one of the report's layers.
  struct Mark: Hashable {
    var range: TextRange
    /// The layer's place in the legend.
    var layer: Int
    var note: String
  }

  /// A stretch and what holds in it, the widest annotation first.
  struct Stretch: Hashable {
    var range: TextRange
    var marks: [Mark]
  }

  /// Of more annotations over one place only the widest are shown.
  private static let shownMarks = 6

  private let text: Text
  /// In the order of their ranges.
  private let marks: [Mark]

  init(_ text: Text, marks: [Mark]) {
    self.text = text
    self.marks = marks.filter { !$0.range.isEmpty && text.holds($0.range) }
      .sorted { ($0.range, $0.layer) < ($1.range, $1.layer) }
  }

  /// The stretches of the whole text, cut also at the given offsets.
  /// - Complexity: O(*m* log *m* + *s* · *d*) for *m* marks, *s* stretches and *d* marks over one place.
  func stretches(cuts: Set<UInt32>) -> [Stretch] {
    var ends = cuts
    for mark in marks { ends.formUnion([mark.range.lower, mark.range.upper]) }
    ends.insert(text.range.upper)
    var stretches: [Stretch] = []
    var lower: UInt32 = 0
    var next = 0
    var active: [Mark] = []
    for upper in ends.sorted() where lower < upper && upper <= text.range.upper {
      active.removeAll { $0.range.upper <= lower }
      while next < marks.count, marks[next].range.lower <= lower {
        active.append(marks[next])
        next += 1
      }
      let shown = Array(active.prefix(Self.shownMarks))
      stretches.append(Stretch(range: TextRange(lower, upper), marks: shown))
      lower = upper
    }
    return stretches
  }
}
