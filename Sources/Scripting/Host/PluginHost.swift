package import Document

/// Runs plugins over articles: one sandboxed state for each plugin, so that none can meet another.
///
/// A host belongs to one thread.
package final class PluginHost {
  /// The plugins in the order in which they run: who is required comes first.
  package let descriptions: [PluginDescription]

  /// Loads, validates and sets up the plugins.
  /// - Parameters:
  ///   - options: values for options by plugin; plugins that are not loaded are passed over.
  ///   - fresh: whether each article gets a new state, so that none can depend on those before it.
  /// - Throws: all problems of all plugins.
  package init(
    _ packages: [PluginPackage], options: [String: Fields] = [:], limits: Limits = Limits(),
    fresh: Bool = false
  ) throws(PluginLoadFailure) {
    descriptions = []
  }

  /// What a plugin declares, by its table alone: nothing is set up, and the plugins that it requires need not be there.
  ///
  /// Selections by category and the search for required plugins ask it of many plugins, so it must be cheap.
  package static func describe(
    _ package: PluginPackage, limits: Limits = Limits()
  ) throws(PluginLoadFailure) -> PluginDescription {
    throw PluginLoadFailure(problems: [])
  }

  /// Everything that is wrong with some plugins, found by loading them and setting them up.
  package static func check(
    _ packages: [PluginPackage], options: [String: Fields] = [:], limits: Limits = Limits()
  ) -> [PluginError] {
    do {
      _ = try PluginHost(packages, options: options, limits: limits)
      return []
    } catch {
      return error.problems
    }
  }

  /// The layers that the plugins require.
  package var layers: Set<LayerKind> { [] }

  /// Whether a plugin asks for an article's language.
  package var needsLanguage: Bool { false }

  /// Runs all plugins over one article.
  /// - Parameters:
  ///   - bans: plugins, by their place in the order, that must not run on it, with the reason.
  ///   - entering: told the place of the plugin that is about to run.
  /// - Returns: one for each plugin, in their order.
  package func analyze(
    _ article: Article, bans: [Int: PluginError] = [:], entering: (Int) -> Void = { _ in }
  ) -> [PluginFindings] {
    []
  }

  /// Merges what a plugin's `aggregate` made of one article; to be called in corpus order.
  package func fold(plugin: String, part: Value) {}

  /// Has plugins write their sections of a run's report.
  /// - Parameters:
  ///   - summaries: by plugin, its merged fields and counts of articles.
  ///   - run: what plugins may know about the run.
  ///   - without: plugins whose section is not wanted.
  package func report(
    summaries: [String: Fields], run: Fields = [:], without: Set<String> = [],
    entering: (Int) -> Void = { _ in }
  ) -> [ReportSection] {
    []
  }
}
