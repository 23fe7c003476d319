private import CLinear
private import Glibc

/// Tells labels of texts by weighted terms: one support vector machine a label against all others (liblinear; Fan et al., 2008), over
/// terms that weigh (1 + ln count) · idf, scaled to a length of 1. Pairs of words say again what their words say, and weigh less.
package struct LinearClassifier {
  /// What is asked of training.
  package struct Settings: Sendable {
    /// The most terms that are kept: those that weigh most.
    package var terms = 40_000
    /// The most weights that are kept, of all labels, so that a plugin has memory for them.
    package var weights = 2_000_000
    /// A term counts from so many texts on.
    package var least = 2
    /// What a pair of words weighs beside a word as rare.
    package var pairs = 0.5
    /// Parts for the cross-validation in which the labels' lines are found where texts may have several labels.
    package var innerFolds = 3
    /// A label has a line of its own from so many texts on.
    package var leastForThreshold = 50
    /// How much an error costs; more follows the texts closer.
    package var cost = 1.0
    /// Asked before each label: whether nobody waits for the classifier any more, which then is of no use.
    package var isStopped: @Sendable () -> Bool = { false }

    package init() {}
  }

  /// Numbers of terms in the texts trained on.
  private(set) var terms: [Int32] = []
  private(set) var inverseFrequencies: [Double] = []
  /// By label, the weights of all terms, and last the constant.
  private(set) var weights: [[Double]] = []
  private var places: [Int32: Int32] = [:]

  /// Trains on some rows of labelled texts.
  package init(_ texts: LabelledTexts, rows: [Int], settings: Settings = Settings()) {
    let frequencies = Self.frequencies(texts, rows).filter { $0.value >= settings.least }
    choose(terms: frequencies, rows.count, texts, pairs: settings.pairs)
    fit(texts, rows, settings)
    let most = min(settings.terms, settings.weights / max(texts.labels.count, 1))
    guard terms.count > most else { return }
    let heaviest = terms.indices.sorted { (strength($1), terms[$0]) < (strength($0), terms[$1]) }
    let kept = heaviest.prefix(most).sorted()
    (terms, inverseFrequencies) = (kept.map { terms[$0] }, kept.map { inverseFrequencies[$0] })
    indexTerms()
    fit(texts, rows, settings)
  }

  /// Of each label how much a text speaks for it; above zero it is one of its texts.
  func scores(of row: LabelledTexts.Row) -> [Double] {
    let (columns, values) = features(of: row)
    return weights.map { weights in
      zip(columns, values).reduce(weights[terms.count]) { $0 + weights[Int($1.0)] * $1.1 }
    }
  }

  /// Moves each label's line, so that it speaks for a text from zero on again.
  mutating func move(to thresholds: [Double]) {
    for label in weights.indices { weights[label][terms.count] -= thresholds[label] }
  }

  private static func frequencies(_ texts: LabelledTexts, _ rows: [Int]) -> [Int32: Int] {
    var frequencies: [Int32: Int] = [:]
    for row in rows { for term in texts.rows[row].terms { frequencies[term, default: 0] += 1 } }
    return frequencies
  }

  private mutating func choose(
    terms frequencies: [Int32: Int], _ count: Int, _ texts: LabelledTexts, pairs: Double
  ) {
    terms = frequencies.keys.sorted()
    inverseFrequencies = terms.map {
      let inverse = log(Double(1 + count) / Double(1 + (frequencies[$0] ?? 0))) + 1
      return texts.isPair[Int($0)] ? pairs * inverse : inverse
    }
    indexTerms()
  }

  private mutating func indexTerms() {
    places = [:]
    for (place, term) in terms.enumerated() { places[term] = Int32(place) }
  }

  private func strength(_ place: Int) -> Double {
    weights.reduce(0) { max($0, abs($1[place])) }
  }

  private func features(of row: LabelledTexts.Row) -> (columns: [Int32], values: [Double]) {
    var columns: [Int32] = []
    var values: [Double] = []
    var squares = 0.0
    for (term, count) in zip(row.terms, row.counts) {
      guard let place = places[term] else { continue }
      let value = (1 + log(Double(count))) * inverseFrequencies[Int(place)]
      columns.append(place)
      values.append(value)
      squares += value * value
    }
    let length = max(squares.squareRoot(), .leastNonzeroMagnitude)
    return (columns, values.map { $0 / length })
  }

  private mutating func fit(_ texts: LabelledTexts, _ chosen: [Int], _ settings: Settings) {
    var starts = [0]
    var columns: [Int32] = []
    var values: [Double] = []
    for row in chosen {
      let features = features(of: texts.rows[row])
      columns += features.columns
      values += features.values
      starts.append(columns.count)
    }
    guard
      let rows = copydesk_linear_rows_new(
        chosen.count, Int32(terms.count), starts, columns, values)
    else { preconditionFailure("no memory for \(values.count) features") }
    defer { copydesk_linear_rows_free(rows) }
    // Where texts may have several labels, each is decided alone, and the rarer ones would hardly ever be given.
    let missed = texts.isManyLabelled ? 2.0 : 1.0
    weights = texts.labels.indices.map { label in
      let truth = chosen.map { texts.rows[$0].labels.contains(label) }
      var weights = [Double](repeating: 0, count: terms.count + 1)
      if settings.isStopped() { return weights }
      if !copydesk_linear_fit(rows, truth, settings.cost, missed, &weights) {
        weights[terms.count] = truth.first == true ? 1 : -1
      }
      return weights
    }
  }
}
