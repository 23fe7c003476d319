import Agreement
import Document
import Scripting

/// What holds for every plugin, whatever it finds.
enum Law: CaseIterable {
  case bearsAnything, stateless, associative, commutative, nothing

  var isOfAggregates: Bool { self != .bearsAnything && self != .stateless }

  var name: String {
    switch self {
    case .bearsAnything: "no article is an error"
    case .stateless: "an article gives the same in a fresh state and after others, in any order"
    case .associative: "aggregate gives the same however parts are grouped"
    case .commutative: "aggregate gives the same in whatever order parts come"
    case .nothing: "aggregate makes something of a run without articles"
    }
  }
}

extension SpecBench {
  /// Articles of specs that the laws are tried on, at most.
  private static let mostArticles = 24
  /// Orders that articles and parts are shuffled to.
  private static let shuffles: [UInt64] = [1, 2]

  mutating func judge(_ law: Law, _ tested: inout TestedCase) {
    guard let host = try? host(lawful).get() else { return }
    if let error = timeouts[lawful] {
      tested.error = error
      return
    }
    switch law {
    case .bearsAnything: judgeBearing(host, &tested)
    case .stateless: judgeState(host, &tested)
    case .associative: judgeMerging(.associative, host, &tested)
    case .commutative: judgeMerging(.commutative, host, &tested)
    case .nothing:
      do throws(PluginError) {
        _ = try host.brokenLaws(of: plugin.name, parts: [], orders: [])
      } catch { tested.error = error }
    }
  }

  /// What the plugin finds in a fresh state of the articles of the specs, and of some that every plugin meets one day,
  /// which are the last.
  private mutating func sample(_ host: PluginHost) -> [(article: Article, found: PluginFindings)] {
    if let sampled { return sampled }
    var sample: [(article: Article, found: PluginFindings)] = []
    for article in articles.prefix(Self.mostArticles) + Article.strange {
      let article = annotator.annotated(article, for: host)
      guard let found = own(host.analyze(article, afresh: true)) else { continue }
      sample.append((article, found))
      if let error = found.error, error.kind == .timeout {
        timeouts[lawful] = error
        break
      }
    }
    sampled = sample
    return sample
  }

  private mutating func judgeBearing(_ host: PluginHost, _ tested: inout TestedCase) {
    let sample = sample(host)
    let strange = sample.dropFirst(min(articles.count, Self.mostArticles))
    // What ran out of time is the last, whichever it is.
    for (article, found) in timeouts[lawful] == nil ? strange : sample.suffix(1) {
      guard let error = found.error else { continue }
      tested.error = error
      tested.differences.append(
        Difference(
          place: article.source, expected: "no error", found: "\"\(error.message)\""))
      return
    }
  }

  private mutating func judgeState(_ host: PluginHost, _ tested: inout TestedCase) {
    let sample = sample(host)
    if let error = timeouts[lawful] {
      tested.error = error
      return
    }
    for order in [Array(sample.indices)] + Self.orders(of: sample.count) {
      for index in order {
        let (article, first) = sample[index]
        guard let again = own(host.analyze(article)), !first.agrees(with: again) else { continue }
        tested.differences.append(first.difference(from: again, in: article))
        return
      }
    }
  }

  private mutating func judgeMerging(
    _ law: BrokenLaw.Law, _ host: PluginHost, _ tested: inout TestedCase
  ) {
    let parts = sample(host).compactMap(\.found.aggregate)
    do throws(PluginError) {
      let broken = try host.brokenLaws(
        of: plugin.name, parts: parts, orders: Self.orders(of: parts.count))
      tested.differences += broken.filter { $0.law == law }.map {
        Difference(
          place: "aggregate", expected: $0.results[0].shown, found: $0.results[1].shown)
      }
    } catch { tested.error = error }
  }

  private func own(_ findings: [PluginFindings]) -> PluginFindings? {
    findings.first { $0.plugin == plugin.name }
  }

  private static func orders(of count: Int) -> [[Int]] {
    shuffles.map { seed in
      var random = SplitMix64(state: seed)
      return Array(0..<count).shuffled(using: &random)
    }
  }
}

extension PluginFindings {
  /// The first thing that differs from what was found of the same article in a fresh state.
  fileprivate func difference(
    from other: PluginFindings, in article: Article
  ) -> Difference {
    let place = article.text.isEmpty ? article.source : "\"\(article.text.string.prefix(40))…\""
    for name in fields.names + other.fields.names where fields[name] != other.fields[name] {
      return .init(
        place: "\(place): fields.\(name)",
        expected: (fields[name]?.shown ?? "nothing") + " in a fresh state",
        found: (other.fields[name]?.shown ?? "nothing") + " after others")
    }
    return .init(
      place: place, expected: "the same marks, error and aggregate in a fresh state",
      found: other.error.map { "\"\($0.message)\" after others" } ?? "others after other articles")
  }
}
