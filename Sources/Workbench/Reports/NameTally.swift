import Document
import Reporting

/// How often names occur over a run, and in which articles first.
struct NameTally {
  private var counter = Counter()
  private var articles: [String: [Int]] = [:]
  private let examples: Int
  private static let pruned = 40_000

  init(examples: Int) {
    self.examples = examples
  }

  mutating func add(_ value: Value, article: Int) {
    counter.add(value)
    Counter.each(of: value) { name, _ in
      let known = articles[name]?.count ?? 0
      if known < examples, articles[name]?.last != article {
        articles[name, default: []].append(article)
      }
    }
    if articles.count > Self.pruned {
      articles = articles.filter { counter.counts[$0.key] != nil }
    }
  }

  /// - Parameter without: how many articles have none of the names.
  func ranking(limit: Int, without: Int = 0) -> Ranking {
    let counts = counter.ranked.prefix(limit).map {
      Count($0.key, $0.value, articles: articles[$0.key] ?? [])
    }
    return Ranking(
      counts, names: counter.counts.count, isExact: counter.isExact, without: without)
  }

  /// All names in their own order, as of dates.
  var inOrder: [Count] {
    counter.counts.map { Count($0.key, $0.value, articles: articles[$0.key] ?? []) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
