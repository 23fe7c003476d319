import Document
import Scripting

/// Analyses a sample of the articles once more in fresh states, to find plugins whose results depend on the articles
/// that they saw before.
///
/// A fresh state costs many times what an article does, so the sample is thin, and the supervisor chooses it.
final class Recheck {
  /// Whether the next article that is not the states' first is to be analysed again.
  var isDue = false
  private let host: PluginHost
  private var hasSeenArticles = false
  /// Plugins that were found out; one warning of each is enough.
  private var exposed: Set<String> = []

  init(_ host: PluginHost) {
    self.host = host
  }

  /// Warnings about plugins that give another result in a fresh state.
  func doubts(
    about results: [PluginFindings], on article: Article, _ bans: [Int: PluginError],
    entering: (Int) -> Void
  ) -> [Warning] {
    defer { hasSeenArticles = true }
    guard isDue, hasSeenArticles else { return [] }
    isDue = false
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

}

extension PluginFindings {
  /// Whether two runs found the same. Limits may strike once and not again, so their errors prove nothing.
  func agrees(with other: PluginFindings) -> Bool {
    let kinds = [error?.kind, other.error?.kind]
    if kinds.contains(.timeout) || kinds.contains(.memory) { return true }
    return fields == other.fields && annotations == other.annotations && skipped == other.skipped
      && aggregate == other.aggregate && error == other.error
  }
}
