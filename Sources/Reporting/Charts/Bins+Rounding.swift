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
    // What lies on the very end of a scale, such as 1 of 0…1, belongs to the bin before it.
    let isEnd = !isWhole && bins.count > 1 && last.lower == bins[bins.count - 1].lower
    if isEnd { bins.removeLast() }
    func index(_ value: Double) -> Int { Swift.min(Int(number(value) - start), bins.count - 1) }
    for bin in self { bins[index(bin.lower)].count += bin.count }
    for (value, article) in sample {
      let index = index(value)
      guard bins.indices.contains(index), bins[index].articles.count < examples else { continue }
      bins[index].articles.append(article)
    }
    return bins
  }
}
