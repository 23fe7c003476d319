import Document
import Scripting

/// Analyses a sample of the articles once more in fresh states, to find plugins whose results depend on the articles
/// that they saw before.
///
/// The sample begins with a worker's second article, so that a run of one article pays nothing.
final class Recheck {
  private let packages: [PluginPackage]
  private let configuration: WorkerConfiguration
  private var count = 0
  private var host: PluginHost?
  /// Plugins that were found out; one warning of each is enough.
  private var exposed: Set<String> = []

  init(_ packages: [PluginPackage], _ configuration: WorkerConfiguration) {
    self.packages = packages
    self.configuration = configuration
  }

  /// Warnings about plugins that give another result in a fresh state.
  func doubts(
    about results: [PluginFindings], on article: Article, _ bans: [Int: PluginError],
    entering: (Int) -> Void
  ) -> [Warning] {
    count += 1
    guard count % configuration.recheckInterval == 2 % configuration.recheckInterval, count > 1,
      let host = freshHost()
    else { return [] }
    let again = host.analyze(article, bans: bans, entering: entering)
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

  private func freshHost() -> PluginHost? {
    if host == nil {
      host = try? PluginHost(
        packages, options: configuration.options, limits: configuration.limits.ofScripts,
        fresh: true)
    }
    return host
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
