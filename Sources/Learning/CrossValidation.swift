/// How well labels are told of texts that were not trained on.
package struct Figures {
  /// What became of one label, or of several together.
  package struct Tally {
    package var right = 0
    package var missed = 0
    package var wrong = 0

    package var precision: Double { ratio(right, right + wrong) }
    package var recall: Double { ratio(right, right + missed) }
    package var f1: Double { ratio(2 * right, 2 * right + missed + wrong) }

    private func ratio(_ part: Int, _ whole: Int) -> Double {
      whole == 0 ? 0 : Double(part) / Double(whole)
    }
  }

  package var folds: Int
  package var texts: Int
  /// Texts whose labels were told right, all of them.
  package var exact = 0
  /// By label, in their order: the most frequent first.
  package var labels: [Tally]

  package var accuracy: Double { texts == 0 ? 0 : Double(exact) / Double(texts) }
  package var macroF1: Double {
    labels.isEmpty ? 0 : labels.reduce(0) { $0 + $1.f1 } / Double(labels.count)
  }

  /// All labels, or the most frequent of them, as one.
  package func micro(first count: Int = .max) -> Tally {
    labels.prefix(count).reduce(into: Tally()) {
      $0.right += $1.right
      $0.missed += $1.missed
      $0.wrong += $1.wrong
    }
  }

  fileprivate mutating func count(told: [Int], truth: [Int]) {
    if told == truth { exact += 1 }
    for label in told {
      if truth.contains(label) { labels[label].right += 1 } else { labels[label].wrong += 1 }
    }
    for label in truth where !told.contains(label) { labels[label].missed += 1 }
  }
}

extension LinearClassifier {
  /// Trains on all folds but one, tells the labels of that one, and so on for each.
  package static func validate(
    _ texts: LabelledTexts, folds: Int, settings: Settings = Settings()
  ) -> Figures {
    var figures = Figures(
      folds: folds, texts: texts.count, labels: .init(repeating: .init(), count: texts.labels.count)
    )
    let fold = assignment(texts, Array(texts.rows.indices), folds)
    for held in 0..<folds {
      let classifier = trained(
        texts, rows: fold.indices.filter { fold[$0] != held }, settings: settings)
      for row in fold.indices where fold[row] == held {
        let scores = classifier.scores(of: texts.rows[row])
        figures.count(
          told: told(scores, isManyLabelled: texts.isManyLabelled), truth: texts.rows[row].labels)
      }
    }
    return figures
  }

  /// The labels that scores speak for: the best, or all above zero.
  private static func told(_ scores: [Double], isManyLabelled: Bool) -> [Int] {
    if isManyLabelled { return scores.indices.filter { scores[$0] > 0 } }
    return scores.indices.max { (scores[$0], $1) < (scores[$1], $0) }.map { [$0] } ?? []
  }

  /// The fold of each of some rows: drawn by chance, the same each time, and of each label's texts as many in one as in the next.
  static func assignment(_ texts: LabelledTexts, _ rows: [Int], _ folds: Int) -> [Int] {
    var chance = Chance()
    let shuffled = rows.indices.shuffled(using: &chance)
    let first = rows.map { texts.rows[$0].labels.first ?? -1 }
    let ordered = shuffled.enumerated().sorted {
      (first[$0.element], $0.offset) < (first[$1.element], $1.offset)
    }
    var fold = [Int](repeating: 0, count: rows.count)
    for (place, row) in ordered.map(\.element).enumerated() { fold[row] = place % folds }
    return fold
  }
}

/// Numbers by SplitMix64, the same in every run.
private struct Chance: RandomNumberGenerator {
  private var state: UInt64 = 2014

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
