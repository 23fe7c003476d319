import Document
import Reporting

/// How often names occur over a run, and in which articles first.
struct NameTally {
  private var counter = Counter()
  private var articles: [String: Articles] = [:]
  private let examples: Int
  private static let pruned = 40_000

  /// Articles with a name: how many, and the first of them.
  private struct Articles {
    var count = 0
    var last = 0
    var first: [Int] = []

    mutating func add(_ article: Int, limit: Int) {
      guard last != article else { return }
      count += 1
      last = article
      if first.count < limit { first.append(article) }
    }
  }

  init(examples: Int) {
    self.examples = examples
  }

  mutating func add(_ value: Value, article: Int) {
    counter.add(value)
    Counter.each(of: value) { name, _ in
      articles[name, default: Articles()].add(article, limit: examples)
    }
    if articles.count > Self.pruned {
      articles = articles.filter { counter.counts[$0.key] != nil }
    }
  }

  /// - Parameter without: how many articles have none of the names.
  func ranking(limit: Int, without: Int = 0) -> Ranking {
    Ranking(
      counter.ranked.prefix(limit).map(count), names: counter.counts.count,
      isExact: counter.isExact, without: without)
  }

  /// All names in their own order, as of dates.
  var inOrder: [Count] {
    counter.counts.map(count).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private func count(_ name: String, _ count: Double) -> Count {
    Count(name, count, articles: articles[name]?.first ?? [], of: articles[name]?.count)
  }
}
