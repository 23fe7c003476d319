import Document
import Reporting

/// One field of a plugin over a run: merged as declared, with the articles behind the result.
struct FieldTally {
  /// Articles whose numbers are kept one by one, so that a bin of a histogram can name some.
  private static let sampled = 2_000
  /// A histogram with more bins can be read no better.
  static let bins = 24
  private static let shownNames = 30

  let description: FieldDescription
  private var merged: Merged
  private var articles = 0
  private var histogram = Histogram()
  private var sample: [(value: Double, article: Int)] = []
  private var lowest: Extremes
  private var highest: Extremes
  private var names: NameTally
  private var trues: (count: Int, articles: [Int]) = (0, [])
  private let examples: Int

  init(_ description: FieldDescription, examples: Int) {
    self.description = description
    self.examples = examples
    merged = Merged(description.merge)
    lowest = Extremes(limit: examples) { $0 < $1 }
    highest = Extremes(limit: examples) { $0 > $1 }
    names = NameTally(examples: examples)
  }

  mutating func add(_ value: Value, of article: ArticleMention) {
    articles += 1
    merged.add(value)
    switch value {
    case .integer, .number: if let number = value.number { add(number, of: article) }
    case .bool(let bool): if bool { addTrue(article.number) }
    case .string, .list, .map: names.add(value, article: article.number)
    case .null: articles -= 1
    }
  }

  private mutating func add(_ number: Double, of article: ArticleMention) {
    guard number.isFinite else { return }
    histogram.add(number)
    if sample.count < Self.sampled { sample.append((number, article.number)) }
    lowest.add(Extreme(value: number, article: article))
    highest.add(Extreme(value: number, article: article))
  }

  private mutating func addTrue(_ article: Int) {
    trues.count += 1
    if trues.articles.count < 4 * examples { trues.articles.append(article) }
  }

  /// Merged as declared; nil where no article has a value. A histogram comes in bins that can be read.
  var value: Value? { told(.none) }

  /// What the plugin's own report is told: what counts or lists values is a list even where there are none, and names the articles
  /// behind what is counted.
  func summary(_ names: ArticleNames) -> Value? {
    switch description.merge {
    case .top, .histogram, .list: told(names) ?? .list([])
    case .sum, .mean, .min, .max, .any, .all, .none: value
    }
  }

  /// Of a field of numbers, the articles with the lowest and with the highest; nil where none has any.
  func outermost(_ names: ArticleNames) -> Value? {
    let (low, high) = (names.ids(of: lowest.numbers), names.ids(of: highest.numbers))
    guard !high.isEmpty else { return nil }
    return [
      "lowest": .list(low.map(Value.string)), "highest": .list(high.map(Value.string)),
    ]
  }

  private func told(_ names: ArticleNames) -> Value? {
    switch description.merge {
    case .histogram: told(bins, names)
    case .top: merged.value.map { names.locating($0, by: self.names) }
    default: merged.value
    }
  }

  private func told(_ bins: [Bin], _ names: ArticleNames) -> Value? {
    guard !bins.isEmpty else { return nil }
    return .list(
      bins.map { bin in
        let entry: Value = [
          "from": .number(bin.lower), "to": .number(bin.upper), "count": .integer(Int64(bin.count)),
        ]
        return names.locating(entry, in: bin.articles, of: bin.count)
      })
  }

  var report: FieldReport {
    var report = FieldReport(description: description)
    report.articles = articles
    report.value = value
    report.bins = bins
    report.lowest = lowest.extremes
    report.highest = highest.extremes
    report.examples = trues.articles
    report.trues = trues.count
    let ranking = names.ranking(limit: Self.shownNames)
    // Strings that never come twice are notes, not names; and what a map has for its keys are counts where `top` adds them.
    let isRepeated = description.type != .map && (ranking.counts.first?.count ?? 0) > 1
    let isNames = description.merge == .top || isRepeated
    if isNames, description.merge != .list { report.names = ranking }
    return report
  }

  func count(of name: String) -> Count { names.count(of: name) }

  private var bins: [Bin] {
    let fine = (histogram.value?.list ?? []).map { bin in
      Bin(
        lower: bin["from"]?.number ?? 0, upper: bin["to"]?.number ?? 0,
        count: Int(bin["count"]?.integer ?? 0))
    }
    return fine.rounded(
      to: Self.bins, isWhole: description.type == .integer, sample: sample, examples: examples)
  }
}

/// The articles with the outermost numbers, the first of those that are equal.
struct Extremes {
  private(set) var extremes: [Extreme] = []
  private let limit: Int
  /// The articles' places in the run.
  var numbers: [Int] { extremes.map(\.article.number) }
  private let precedes: @Sendable (Double, Double) -> Bool

  init(limit: Int, by precedes: @escaping @Sendable (Double, Double) -> Bool) {
    self.limit = limit
    self.precedes = precedes
  }

  mutating func add(_ extreme: Extreme) {
    if extremes.count == limit, let last = extremes.last, !precedes(extreme.value, last.value) {
      return
    }
    let index = extremes.firstIndex { precedes(extreme.value, $0.value) } ?? extremes.count
    extremes.insert(extreme, at: index)
    if extremes.count > limit { extremes.removeLast() }
  }
}
