// Where texts may have several labels, each label is told from some score on. Zero, where the machine draws its line, is seldom where F1
// is highest; so the line is moved to where it was on texts that were held out (SCut; Yang, 2001).

extension LinearClassifier {
  /// Trains on some rows, and moves each label's line where texts may have several.
  package static func trained(
    _ texts: LabelledTexts, rows: [Int], settings: Settings = Settings()
  ) -> LinearClassifier {
    var classifier = LinearClassifier(texts, rows: rows, settings: settings)
    guard texts.isManyLabelled, settings.innerFolds > 1 else { return classifier }
    classifier.move(to: thresholds(texts, rows, settings))
    return classifier
  }

  /// Of each label the score from which on it should be told, found in cross-validation within some rows.
  private static func thresholds(
    _ texts: LabelledTexts, _ rows: [Int], _ settings: Settings
  ) -> [Double] {
    let fold = assignment(texts, rows, settings.innerFolds)
    var scored = [ScoredTexts](repeating: .init(), count: texts.labels.count)
    for held in 0..<settings.innerFolds {
      let classifier = LinearClassifier(
        texts, rows: rows.indices.filter { fold[$0] != held }.map { rows[$0] }, settings: settings)
      for place in rows.indices where fold[place] == held {
        let row = texts.rows[rows[place]]
        for (label, score) in classifier.scores(of: row).enumerated() {
          scored[label].add(score, isOne: row.labels.contains(label))
        }
      }
    }
    // What few texts say is chance; rare labels share one line.
    let rare = scored.filter { $0.ones < settings.leastForThreshold }
    let shared = rare.reduce(into: ScoredTexts()) { $0.add($1) }.threshold
    return scored.map { $0.ones < settings.leastForThreshold ? shared : $0.threshold }
  }
}

/// How many texts that have a label, and that have it not, got which score.
struct ScoredTexts {
  /// Lines from -0.6 to 0.6.
  private static let lines = 121
  private static let reach = 60
  /// F1 is taken as the mean of so many lines on either side, for it rises and falls by chance.
  private static let neighbours = 7

  /// By how many of the lines a score is above.
  private var having = [Int](repeating: 0, count: lines + 1)
  private var lacking = [Int](repeating: 0, count: lines + 1)

  var ones: Int { having.reduce(0, +) }

  mutating func add(_ score: Double, isOne: Bool) {
    let place = (score * 100).rounded(.up) + Double(Self.reach)
    let above = Int(min(max(place, 0), Double(Self.lines)))
    if isOne { having[above] += 1 } else { lacking[above] += 1 }
  }

  mutating func add(_ other: ScoredTexts) {
    for above in having.indices {
      having[above] += other.having[above]
      lacking[above] += other.lacking[above]
    }
  }

  /// The line with the highest F1 around it; of several the one nearest to zero.
  var threshold: Double {
    let f1 = f1
    let smooth = f1.indices.map { line in
      let around = (line - Self.neighbours)...(line + Self.neighbours)
      return around.reduce(0) { $0 + f1[min(max($1, 0), Self.lines - 1)] }
    }
    let best = smooth.indices.max {
      (smooth[$0], -abs($0 - Self.reach)) < (smooth[$1], -abs($1 - Self.reach))
    }
    return Double((best ?? Self.reach) - Self.reach) / 100
  }

  /// By line.
  private var f1: [Double] {
    let all = ones
    var (right, told) = (0, 0)
    var f1 = [Double](repeating: 0, count: Self.lines)
    for line in f1.indices.reversed() {
      right += having[line + 1]
      told += having[line + 1] + lacking[line + 1]
      if right > 0 { f1[line] = Double(2 * right) / Double(told + all) }
    }
    return f1
  }
}
