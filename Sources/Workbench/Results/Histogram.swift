import Document

/// How many numbers fall into each bin, where the width of the bins is the smallest power of two that leaves at most
/// sixty-four of them occupied.
///
/// The width depends on the values alone and a bin of one width lies within a bin of the next, so merging is associative
/// and commutative.
struct Histogram: Hashable, Sendable {
  private static let maximumBins = 64
  private static let finest = -20

  /// The width of bins is 2 to the power of this.
  private var exponent = finest
  /// By the number of the bin: the lower end divided by the width.
  private var counts: [Int: Int] = [:]

  mutating func add(_ number: Double) {
    guard number.isFinite else { return }
    // Beyond this the number of the bin would not be exact.
    if number != 0 { coarsen(to: Int(number.exponent) - 50) }
    counts[Int((number / width).rounded(.down)), default: 0] += 1
    fit()
  }

  mutating func merge(_ other: Histogram) {
    var other = other
    coarsen(to: other.exponent)
    other.coarsen(to: exponent)
    for (bin, count) in other.counts { counts[bin, default: 0] += count }
    fit()
  }

  /// The occupied bins in order, as a list of `{from, to, count}`; nil without any.
  var value: Value? {
    guard !counts.isEmpty else { return nil }
    return .list(
      counts.sorted { $0.key < $1.key }.map { bin, count in
        [
          "from": .number(Double(bin) * width), "to": .number(Double(bin + 1) * width),
          "count": .integer(Int64(count)),
        ]
      })
  }

  private var width: Double { Double(sign: .plus, exponent: exponent, significand: 1) }

  private mutating func fit() {
    while counts.count > Self.maximumBins { coarsen(to: exponent + 1) }
  }

  private mutating func coarsen(to exponent: Int) {
    guard exponent > self.exponent else { return }
    let shift = exponent - self.exponent
    self.exponent = exponent
    counts = Dictionary(
      counts.map { ($0.key >> shift, $0.value) }, uniquingKeysWith: { $0 + $1 })
  }
}
