/// Draws samples from a sample, as that was drawn from the whole, to see how much figures vary: percentile intervals (B. Efron and
/// R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).
///
/// Units of one article are drawn together, and each stratum is drawn from by itself (A. C. Davison and D. V. Hinkley, Bootstrap
/// Methods, 1997, section 3.8). Chance begins with the same number each time, so the same sample gives the same interval.
package struct Bootstrap: Sendable {
  package static let resamples = 2000
  private static let seed: UInt64 = 1951

  /// By stratum, the clusters of units, by their numbers.
  private let strata: [[[Int]]]
  private let count: Int

  /// - Parameters:
  ///   - clusters: what each unit is a part of, such as its article.
  ///   - strata: what part of the whole each unit was drawn from.
  package init(clusters: [String], strata: [String]) {
    count = clusters.count
    var places: [String: Int] = [:]
    var found: [[[Int]]] = []
    var inner: [[String: Int]] = []
    for (unit, (cluster, stratum)) in zip(clusters, strata).enumerated() {
      let place = places[stratum] ?? found.count
      if place == found.count {
        places[stratum] = place
        found.append([])
        inner.append([:])
      }
      if let known = inner[place][cluster] {
        found[place][known].append(unit)
      } else {
        inner[place][cluster] = found[place].count
        found[place].append([unit])
      }
    }
    self.strata = found
  }

  /// Intervals of several figures, from the same resamples.
  /// - Parameter figures: of a resample, which is how often each unit is in it; a figure that it does not have is nil.
  /// - Returns: nil for a figure that most resamples do not have.
  package func intervals(_ figures: ([Int]) -> [Double?]) -> [Interval?] {
    var chance = SplitMix64(state: Self.seed)
    var values: [[Double]] = []
    for _ in 0..<Self.resamples {
      let drawn = figures(draw(&chance))
      if values.isEmpty { values = drawn.map { _ in [] } }
      for (place, value) in drawn.enumerated() {
        if let value { values[place].append(value) }
      }
    }
    return values.map(Self.percentiles)
  }

  private func draw(_ chance: inout SplitMix64) -> [Int] {
    var times = [Int](repeating: 0, count: count)
    for clusters in strata {
      for _ in clusters.indices {
        for unit in clusters[Int.random(in: 0..<clusters.count, using: &chance)] {
          times[unit] += 1
        }
      }
    }
    return times
  }

  /// The 2.5th and the 97.5th percentile, between values in proportion.
  private static func percentiles(_ values: [Double]) -> Interval? {
    guard values.count > resamples / 2 else { return nil }
    let sorted = values.sorted()
    func percentile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
    return Interval(percentile(0.025), percentile(0.975), .bootstrap)
  }
}
