extension [Bin] {
  /// The same numbers in fewer bins of one width, a power of two, without gaps between them; few enough to be drawn.
  /// - Parameters:
  ///   - limit: how many there may be.
  ///   - isWhole: whether the numbers are integers, of which no bin holds less than one.
  ///   - sample: some of the numbers with their articles, to name articles in each bin.
  package func rounded(
    to limit: Int, isWhole: Bool, sample: [(value: Double, article: Int)] = [], examples: Int = 5
  ) -> [Bin] {
    guard let first, let last, first.lower.isFinite, last.upper.isFinite else { return [] }
    var width = isWhole ? 1.0 : Double(sign: .plus, exponent: -20, significand: 1)
    while width < first.upper - first.lower { width *= 2 }
    // The end of the last bin is not in it.
    let top = last.upper > last.lower ? last.upper - width / 4 : last.lower
    func number(_ value: Double) -> Double { (value / width).rounded(.down) }
    while number(top) - number(first.lower) >= Double(limit) { width *= 2 }
    let start = number(first.lower)
    var bins = (0...Int(number(last.lower) - start)).map { index in
      Bin(
        lower: (start + Double(index)) * width, upper: (start + Double(index + 1)) * width, count: 0
      )
    }
    for bin in self { bins[Int(number(bin.lower) - start)].count += bin.count }
    for (value, article) in sample {
      let index = Int(number(value) - start)
      guard bins.indices.contains(index), bins[index].articles.count < examples else { continue }
      bins[index].articles.append(article)
    }
    return bins
  }
}
