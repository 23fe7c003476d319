/// What distances between codes mean.
package enum Level: String, CaseIterable, Sendable {
  /// Codes are the same or not.
  case nominal
  /// Codes have an order; they are as far apart as there are codes between them.
  case ordinal
  /// Codes are numbers, whose differences count.
  case interval
}

/// Krippendorff's alpha: how much of the disagreement that chance would bring coders have avoided; 1 is perfect agreement, 0 is chance.
///
/// Any number of coders, of whom each may have left out units. Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability",
/// 2011; the metrics are those of his Content Analysis, 4th edition, 2018, chapter 12.
package struct Alpha: Sendable {
  /// By unit, the codes it got; of labels their numbers, in their order.
  private let units: [[Double]]
  private let level: Level

  package init(_ units: [[Double]], _ level: Level) {
    self.units = units
    self.level = level
  }

  /// Units with two codes or more, which alone tell something.
  package var pairableUnits: Int { units.count { $0.count > 1 } }

  /// Nil where there is no unit with two codes, or all codes are one, so that nothing could have been told apart.
  package var value: Double? { value(of: nil) }

  /// The same of a resample.
  /// - Parameter times: how often each unit is in it.
  package func value(_ times: [Int]) -> Double? { value(of: times) }

  private func value(of times: [Int]?) -> Double? {
    switch level {
    case .nominal, .ordinal: valueOfLabels(times)
    case .interval: valueOfNumbers(times)
    }
  }

  /// The sums of squared differences need no table of pairs.
  private func valueOfNumbers(_ times: [Int]?) -> Double? {
    var (count, sum, squares, observed) = (0.0, 0.0, 0.0, 0.0)
    for (index, codes) in units.enumerated() where codes.count > 1 {
      let weight = Double(times?[index] ?? 1)
      let own = codes.reduce(0, +)
      let ownSquares = codes.reduce(0) { $0 + $1 * $1 }
      let size = Double(codes.count)
      count += weight * size
      sum += weight * own
      squares += weight * ownSquares
      observed += weight * 2 * (size * ownSquares - own * own) / (size - 1)
    }
    let expected = 2 * (count * squares - sum * sum) / (count - 1)
    guard count > 1, expected > 1e-12 * max(1, squares) else { return nil }
    return 1 - observed / expected
  }

  private func valueOfLabels(_ times: [Int]?) -> Double? {
    let size = (units.lazy.flatMap(\.self).max().map { Int($0) } ?? -1) + 1
    var coincidences = [Double](repeating: 0, count: size * size)
    for (index, codes) in units.enumerated() where codes.count > 1 {
      let weight = Double(times?[index] ?? 1) / Double(codes.count - 1)
      guard weight > 0 else { continue }
      for (a, first) in codes.enumerated() {
        for (b, second) in codes.enumerated() where a != b {
          coincidences[Int(first) * size + Int(second)] += weight
        }
      }
    }
    let totals = (0..<size).map { row in
      coincidences[(row * size)..<((row + 1) * size)].reduce(0, +)
    }
    let count = totals.reduce(0, +)
    var (observed, expected) = (0.0, 0.0)
    for first in 0..<size {
      var between = 0.0
      for second in (first + 1)..<max(first + 1, size) {
        let steps = between + (totals[first] + totals[second]) / 2
        let distance = level == .nominal ? 1 : steps * steps
        observed += 2 * distance * coincidences[first * size + second]
        expected += 2 * distance * totals[first] * totals[second] / (count - 1)
        between += totals[second]
      }
    }
    guard count > 1, expected > 0 else { return nil }
    return 1 - observed / expected
  }
}
