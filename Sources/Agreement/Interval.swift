/// The two ends between which a figure of the whole lies, as a sample tells with 95 % confidence.
package struct Interval: Hashable, Sendable {
  package enum Method: String, Sendable {
    /// Wilson's score interval for shares of independent units.
    case wilson
    /// Percentiles of the figure over resamples of the articles.
    case bootstrap
  }

  package var low: Double
  package var high: Double
  package var method: Method

  package init(_ low: Double, _ high: Double, _ method: Method) {
    self.low = low
    self.high = high
    self.method = method
  }

  /// Wilson's score interval without continuity correction (E. B. Wilson, JASA 22, 1927); nil where there is nothing to count.
  /// - Parameters:
  ///   - hits: how many of the units have it.
  ///   - count: how many units there are, each independent of the others.
  package static func wilson(_ hits: Double, of count: Double) -> Interval? {
    guard count > 0, hits >= 0, hits <= count else { return nil }
    let z = 1.959_963_984_540_054  // the normal distribution's 0.975 quantile
    let share = hits / count
    let scale = 1 + z * z / count
    let middle = (share + z * z / (2 * count)) / scale
    let half =
      z / scale * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    return Interval(max(0, middle - half), min(1, middle + half), .wilson)
  }
}

/// A figure of a sample, with its interval where there is one.
package struct Estimate: Hashable, Sendable {
  package var value: Double
  package var interval: Interval?

  package init(_ value: Double, _ interval: Interval? = nil) {
    self.value = value
    self.interval = interval
  }
}
