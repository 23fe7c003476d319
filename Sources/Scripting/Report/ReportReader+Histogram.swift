internal import Document
internal import Lua

extension ReportReader {
  /// Bins as they come, or numbers put into some.
  func histogram(
    _ title: String, _ values: Value, _ options: ReportRecord
  ) throws(Fault) -> Histogram {
    var histogram = Histogram(
      title: title, measure: try options.string("measure") ?? "",
      unit: try options.string("unit") ?? "", bins: [])
    let items = try list(values, named: "values")
    if items.first?["from"] != nil {
      for (index, item) in items.enumerated() {
        let bin = try bin(item, "values[\(index + 1)]")
        if let last = histogram.bins.last, bin.lower < last.upper {
          throw fault("values[\(index + 1)]: begins before the bin in front of it ends")
        }
        histogram.bins.append(bin)
      }
      return histogram
    }
    var numbers: [(number: Double, targets: Targets)] = []
    for (index, item) in items.enumerated() {
      numbers.append(try number(item, at: "values[\(index + 1)]"))
    }
    histogram.bins = NumberBins(
      numbers.map(\.number), wanted: try options.integer("bins", 1...100)
    ).bins(numbers.map(\.targets))
    return histogram
  }

  private func bin(_ value: Value, _ place: String) throws(Fault) -> Histogram.Bin {
    let record = try ReportRecord(
      value, place, known: ["from", "to", "count"] + ReportRecord.targetNames, self)
    guard let lower = try record.number("from"), let upper = try record.number("to"), upper >= lower
    else { throw fault("\(place): expected numbers 'from' and 'to', the larger last") }
    guard let count = try record.integer("count", 0...1 << 40) else {
      throw fault("\(place): expected 'count', how many there are")
    }
    return .init(lower: lower, upper: upper, count: count, targets: try record.targets())
  }

  private func number(
    _ value: Value, at place: String
  ) throws(Fault) -> (number: Double, targets: Targets) {
    if let number = value.number { return (number, []) }
    let record = try ReportRecord(value, place, known: ["value"] + ReportRecord.targetNames, self)
    guard let number = try record.number("value") else {
      throw fault("\(place): expected 'value', a number")
    }
    return (number, try record.targets())
  }
}

/// Bins of one round width for some numbers.
struct NumberBins {
  private let numbers: [Double]
  private let width: Double
  private let first: Double
  private let count: Int

  /// - Parameter wanted: about how many bins; unless told, the square root of how many numbers there are, 5 to 30.
  init(_ numbers: [Double], wanted: Int?) {
    self.numbers = numbers
    guard let low = numbers.min(), let high = numbers.max() else {
      (width, first, count) = (1, 0, 0)
      return
    }
    let most = wanted ?? min(30, max(5, Int(Double(numbers.count).squareRoot())))
    let isWhole = numbers.allSatisfy { $0 == $0.rounded() }
    let width = Self.round((high - low) / Double(most), isWhole: isWhole)
    self.width = width
    first = (low / width).rounded(.down)
    count = Int((high / width).rounded(.down) - first) + 1
  }

  /// The next of 1, 2 or 5 times a power of ten.
  private static func round(_ width: Double, isWhole: Bool) -> Double {
    guard width > 0, width.isFinite else { return 1 }
    var power = 1.0
    while power > width { power /= 10 }
    while power * 10 <= width { power *= 10 }
    let factor = width / power
    let rounded = power * (factor <= 1.0001 ? 1 : factor <= 2.0001 ? 2 : factor <= 5.0001 ? 5 : 10)
    return isWhole ? max(1, rounded) : rounded
  }

  func bins(_ targets: [Targets]) -> [Histogram.Bin] {
    var bins = (0..<count).map { index in
      Histogram.Bin(
        lower: (first + Double(index)) * width, upper: (first + Double(index + 1)) * width, count: 0
      )
    }
    for (number, targets) in zip(numbers, targets) {
      let index = min(max(0, Int((number / width).rounded(.down) - first)), bins.count - 1)
      bins[index].count += 1
      bins[index].targets += targets
    }
    return bins
  }
}
