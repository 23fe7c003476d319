/// How numbers go together with others that they should be.
package struct NumberScores: Hashable, Sendable {
  /// Pearson's correlation; nil where either side is always the same.
  package var correlation: Double?
  /// The mean of the differences' sizes, in the numbers' own unit.
  package var absoluteError: Double
  /// The mean of the differences: above 0, the numbers are too high.
  package var bias: Double

  /// - Parameters:
  ///   - pairs: a number, and what it should be.
  ///   - weights: how much each pair counts.
  /// - Returns: nil where nothing counts.
  package init?(_ pairs: [(found: Double, right: Double)], weights: [Double]) {
    let total = weights.reduce(0, +)
    guard total > 0 else { return nil }
    var (found, right, size, difference) = (0.0, 0.0, 0.0, 0.0)
    for (pair, weight) in zip(pairs, weights) {
      found += weight * pair.found
      right += weight * pair.right
      size += weight * abs(pair.found - pair.right)
      difference += weight * (pair.found - pair.right)
    }
    let (meanFound, meanRight) = (found / total, right / total)
    var (together, ofFound, ofRight) = (0.0, 0.0, 0.0)
    for (pair, weight) in zip(pairs, weights) {
      let (a, b) = (pair.found - meanFound, pair.right - meanRight)
      together += weight * a * b
      ofFound += weight * a * a
      ofRight += weight * b * b
    }
    let spread = (ofFound * ofRight).squareRoot()
    correlation = spread > 0 ? together / spread : nil
    absoluteError = size / total
    bias = difference / total
  }
}
