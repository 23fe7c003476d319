import Document
import Scripting

/// Analyses a sample of the articles once more in fresh states, to find plugins whose results depend on the articles
/// that they saw before.
///
/// A fresh state costs a hundred times what an article does, so the sample is thin: a worker's second article, which finds most
/// such plugins and costs a run of one article nothing; a later one, for what builds up; and then one of very many.
final class Recheck {
  private let host: PluginHost
  private let interval: Int
  private var count = 0
  /// Plugins that were found out; one warning of each is enough.
  private var exposed: Set<String> = []

  /// - Parameter interval: from one article that is analysed again to the next, in the long run.
  init(_ host: PluginHost, interval: Int) {
    self.host = host
    self.interval = interval
  }

  /// Warnings about plugins that give another result in a fresh state.
  func doubts(
    about results: [PluginFindings], on article: Article, _ bans: [Int: PluginError],
    entering: (Int) -> Void
  ) -> [Warning] {
    count += 1
    guard isDue else { return [] }
    let again = host.analyze(article, bans: bans, afresh: true, entering: entering)
    var doubts: [Warning] = []
    for (first, second) in zip(results, again) where !first.agrees(with: second) {
      guard exposed.insert(first.plugin).inserted else { continue }
      doubts.append(
        Warning(
          code: "state",
          message: "\(first.plugin): the result depends on the articles before; run with --fresh"))
    }
    return doubts
  }

  private var isDue: Bool {
    count > 1 && (count == 2 || count == interval / 10 || count % interval == 0)
  }
}

extension PluginFindings {
  /// Whether two runs found the same. Limits may strike once and not again, so their errors prove nothing.
  fileprivate func agrees(with other: PluginFindings) -> Bool {
    let kinds = [error?.kind, other.error?.kind]
    if kinds.contains(.timeout) || kinds.contains(.memory) { return true }
    return fields == other.fields && annotations == other.annotations && skipped == other.skipped
      && aggregate == other.aggregate && error == other.error
  }
}
