import Document
import Reporting

/// What one plugin found by publisher, for its own report: means of numbers, and what occurs most.
struct PublisherTally {
  /// Publishers that are told apart; of further ones nothing is kept.
  private static let most = 1_000
  private static let shown = 50
  private static let shownNames = 10

  private let numbers: [String]
  private let names: [String]
  private let examples: Int
  private var publishers: [String: Publisher] = [:]

  private struct Publisher {
    var articles = 0
    /// The first of them, by their numbers.
    var first: [Int] = []
    /// Sums with how many articles are in them, and counts, of the fields in their order.
    var sums: [(sum: Sum, count: Int)]
    var counters: [NameTally]
  }

  init(_ plugin: PluginDescription, examples: Int) {
    self.examples = examples
    numbers = plugin.fields.filter { $0.merge == .mean }.map(\.name)
    names = plugin.fields.filter { $0.merge == .top }.map(\.name)
  }

  mutating func add(_ fields: Fields, of publisher: String, article: Int) {
    guard publishers[publisher] != nil || publishers.count < Self.most else { return }
    var one =
      publishers.removeValue(forKey: publisher)
      ?? Publisher(
        sums: numbers.map { _ in (Sum(), 0) },
        counters: names.map { _ in NameTally(examples: examples, capacity: 500) })
    one.articles += 1
    if one.first.count < examples { one.first.append(article) }
    for (place, name) in numbers.enumerated() {
      guard let value = fields[name], value.number != nil else { continue }
      one.sums[place].sum.add(value)
      one.sums[place].count += 1
    }
    for (place, name) in names.enumerated() {
      if let value = fields[name] { one.counters[place].add(value, article: article) }
    }
    publishers[publisher] = one
  }

  /// A list of `{name, articles, examples, means, names}`, those with most articles first.
  func value(_ names: ArticleNames) -> Value {
    let ranked = publishers.sorted { a, b in
      Counter.isBefore((a.key, Double(a.value.articles)), (b.key, Double(b.value.articles)))
    }
    return .list(ranked.prefix(Self.shown).map { .map(data(of: $0.value, named: $0.key, names)) })
  }

  private func data(
    of publisher: Publisher, named name: String, _ articles: ArticleNames
  ) -> Fields {
    var means = Fields()
    for (field, (sum, count)) in zip(numbers, publisher.sums) where count > 0 {
      means.append(
        field, ["value": .number(sum.number / Double(count)), "articles": .integer(Int64(count))])
    }
    var tops = Fields()
    for (field, counter) in zip(names, publisher.counters) where !counter.isEmpty {
      tops.append(field, articles.locating(counter.value(limit: Self.shownNames), by: counter))
    }
    return [
      "name": .string(name), "articles": .integer(Int64(publisher.articles)),
      "examples": .list(articles.ids(of: publisher.first).map(Value.string)),
      "means": .map(means), "names": .map(tops),
    ]
  }
}
