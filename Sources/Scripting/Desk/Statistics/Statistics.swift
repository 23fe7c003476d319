internal import Glibc

/// Statistics of some numbers, in the order in which they were given: sums are the same on every machine.
struct Statistics {
  let numbers: [Double]

  init(_ numbers: [Double]) { self.numbers = numbers }

  /// The sum, its error kept aside and added at the end (Neumaier, 1974).
  var sum: Double {
    var sum = 0.0
    var error = 0.0
    for number in numbers {
      let next = sum + number
      error += abs(sum) >= abs(number) ? (sum - next) + number : (number - next) + sum
      sum = next
    }
    return sum + error
  }

  /// Nil of no numbers.
  var mean: Double? { numbers.isEmpty ? nil : sum / Double(numbers.count) }

  /// The variance of which the numbers are a sample: divided by *n* − 1. Nil of fewer than two.
  var variance: Double? {
    guard numbers.count > 1, let mean else { return nil }
    return Statistics(numbers.map { ($0 - mean) * ($0 - mean) }).sum / Double(numbers.count - 1)
  }

  var deviation: Double? { variance.map { $0.squareRoot() } }

  /// Quantiles between which is interpolated, as R's type 7 does; nil of no numbers.
  /// - Parameter shares: 0…1.
  func quantiles(_ shares: [Double]) -> [Double]? {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    return shares.map { share in
      let place = share * Double(sorted.count - 1)
      let below = Int(place)
      guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
      return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
    }
  }

  /// The interval that the mean lies in with a confidence, by Student's distribution. Nil of fewer than two.
  func interval(confidence: Double) -> (low: Double, high: Double)? {
    guard let mean, let deviation else { return nil }
    let count = Double(numbers.count)
    let quantile = StudentDistribution(freedom: count - 1).quantile(0.5 + confidence / 2)
    let half = quantile * deviation / count.squareRoot()
    return (mean - half, mean + half)
  }

  /// Pearson's correlation with as many other numbers; nil where either do not vary.
  func correlation(with others: [Double]) -> Double? {
    guard numbers.count > 1, numbers.count == others.count, let mean,
      let otherMean = Statistics(others).mean
    else { return nil }
    let products = zip(numbers, others).map { ($0 - mean) * ($1 - otherMean) }
    let squares = Statistics(numbers.map { ($0 - mean) * ($0 - mean) }).sum
    let otherSquares = Statistics(others.map { ($0 - otherMean) * ($0 - otherMean) }).sum
    guard squares > 0, otherSquares > 0 else { return nil }
    let correlation = Statistics(products).sum / (squares * otherSquares).squareRoot()
    return min(1, max(-1, correlation))
  }

  /// The rank of each number, from 1; of equal ones the mean of their ranks.
  var ranks: [Double] {
    let order = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    var ranks = [Double](repeating: 0, count: numbers.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, numbers[order[end]] == numbers[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }
}

/// Shares of counts.
enum Proportion {
  /// Wilson's score interval of a share (1927), which holds for few trials and shares near 0 and 1.
  static func interval(
    _ successes: Double, of trials: Double, confidence: Double
  ) -> (low: Double, high: Double) {
    let share = successes / trials
    let z = NormalDistribution.quantile(0.5 + confidence / 2)
    let weight = z * z / trials
    let centre = (share + weight / 2) / (1 + weight)
    let half =
      z * (share * (1 - share) / trials + weight / (4 * trials)).squareRoot() / (1 + weight)
    return (max(0, centre - half), min(1, centre + half))
  }
}

// MARK: Distributions

enum NormalDistribution {
  /// The share of the distribution below a value.
  static func share(below value: Double) -> Double { 0.5 * erfc(-value / 2.0.squareRoot()) }

  /// The value below which a share lies.
  /// - Parameter share: above 0 and below 1.
  static func quantile(_ share: Double) -> Double {
    bisect(share, below: 40) { NormalDistribution.share(below: $0) }
  }
}

/// Student's distribution.
struct StudentDistribution {
  /// Degrees of freedom.
  let freedom: Double

  func share(below value: Double) -> Double {
    let beyond = 0.5 * incompleteBeta(freedom / (freedom + value * value), freedom / 2, 0.5)
    return value > 0 ? 1 - beyond : beyond
  }

  func quantile(_ share: Double) -> Double { bisect(share, below: 1e6) { self.share(below: $0) } }
}

/// Where an increasing function that is symmetric around 0 reaches a share.
private func bisect(
  _ share: Double, below limit: Double, _ function: (Double) -> Double
) -> Double {
  if share < 0.5 { return -bisect(1 - share, below: limit, function) }
  var low = 0.0
  var high = 1.0
  while high < limit, function(high) < share { (low, high) = (high, high * 2) }
  while case let middle = (low + high) / 2, middle > low, middle < high {
    if function(middle) < share { low = middle } else { high = middle }
  }
  return (low + high) / 2
}

/// The regularised incomplete beta function, by its continued fraction (DLMF 8.17.22).
private func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  guard x > 0, x < 1 else { return x <= 0 ? 0 : 1 }
  // The fraction converges fast below the mean; above it the symmetry helps.
  if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(1 - x, b, a) }
  let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(1 - x)) / a
  return front * betaFraction(x, a, b)
}

/// By the method of Lentz.
private func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
  let tiny = 1e-300
  var c = 1.0
  var d = 1 - (a + b) * x / (a + 1)
  d = 1 / (abs(d) < tiny ? tiny : d)
  var fraction = d
  for step in 1...300 {
    let m = Double(step)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    for term in [even, odd] {
      d = 1 + term * d
      d = 1 / (abs(d) < tiny ? tiny : d)
      c = 1 + term / c
      if abs(c) < tiny { c = tiny }
      fraction *= c * d
    }
    if abs(c * d - 1) < 1e-15 { break }
  }
  return fraction
}

private func logGamma(_ x: Double) -> Double { lgamma(x) }
