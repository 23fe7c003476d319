import Document
import Reporting

/// How often names occur over a run, and in which articles first.
struct NameTally {
  private var counter: Counter
  private var articles: [String: Articles] = [:]
  private let examples: Int
  private let pruned: Int

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

  init(examples: Int, capacity: Int = Counter.defaultCapacity) {
    self.examples = examples
    counter = Counter(capacity: capacity)
    pruned = 2 * capacity
  }

  var isEmpty: Bool { counter.isEmpty }

  /// The most frequent names, as a list of `{name, count}`.
  func value(limit: Int) -> Value { counter.value(limit: limit) }

  mutating func add(_ value: Value, article: Int) {
    counter.add(value)
    Counter.each(of: value) { name, _ in
      articles[name, default: Articles()].add(article, limit: examples)
    }
    if articles.count > pruned {
      articles = articles.filter { counter.counts[$0.key] != nil }
    }
  }

  /// - Parameter without: how many articles have none of the names.
  func ranking(limit: Int, without: Int = 0) -> Ranking {
    Ranking(
      counter.ranked.prefix(limit).map(count), names: counter.counts.count,
      isExact: counter.isExact, without: without)
  }

  /// The same for names whose case says nothing, each under one of its spellings.
  func foldedRanking(limit: Int, without: Int = 0) -> Ranking {
    var folded: [Count] = []
    var places: [String: Int] = [:]
    for (name, number) in counter.counts.sorted(by: Spelling.precedes) {
      let next = count(name, number)
      if let place = places[Spelling.folded(name)] {
        folded[place] = folded[place].adding(next, examples: examples)
      } else {
        places[Spelling.folded(name)] = folded.count
        folded.append(next)
      }
    }
    folded.sort { Counter.isBefore(($0.name, $0.count), ($1.name, $1.count)) }
    return Ranking(
      Array(folded.prefix(limit)), names: folded.count, isExact: counter.isExact, without: without)
  }

  /// All names in their own order, as of dates.
  var inOrder: [Count] {
    counter.counts.map(count).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  func count(of name: String) -> Count { count(name, counter.counts[name] ?? 0) }

  private func count(_ name: String, _ count: Double) -> Count {
    Count(name, count, articles: articles[name]?.first ?? [], of: articles[name]?.count)
  }
}

extension Count {
  /// The same thing by another name, whose articles are others.
  fileprivate func adding(_ other: Count, examples: Int) -> Count {
    Count(
      name, count + other.count,
      articles: Array((articles + other.articles).sorted().prefix(examples)),
      of: articleCount + other.articleCount)
  }
}
