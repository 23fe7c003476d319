package import Document

/// Runs plugins over articles: one sandboxed state for each plugin, so that none can meet another.
///
/// A host belongs to one thread.
package final class PluginHost {
  /// The plugins in the order in which they run: who is required comes first.
  package let descriptions: [PluginDescription]
  private let galley: Galley
  private let runners: [PluginRunner]
  /// What becomes of the plugins' aggregates, in the same order.
  let sums: [Summing]

  /// Loads, validates and sets up the plugins.
  /// - Parameters:
  ///   - options: values for options by plugin; plugins that are not loaded are passed over.
  ///   - fresh: whether each article gets a new state, so that none can depend on those before it.
  ///   - coverage: where the lines of the plugins that run are counted.
  ///   - scrutiny: what is written down of the plugins' work besides what they find.
  /// - Throws: all problems of all plugins.
  package init(
    _ packages: [PluginPackage], options: [String: Fields] = [:], limits: Limits = Limits(),
    fresh: Bool = false, coverage: PluginCoverage? = nil, scrutiny: Scrutiny = Scrutiny()
  ) throws(PluginLoadFailure) {
    let galley = Galley()
    galley.coverage = coverage
    var loading = Loading(galley: galley, limits: limits, scrutiny: scrutiny)
    for package in packages { loading.load(package) }
    let order = loading.link()
    let runners = loading.setUp(order, options: options, isFresh: fresh)
    if !loading.problems.isEmpty { throw PluginLoadFailure(problems: loading.problems) }
    self.galley = galley
    self.runners = runners
    sums = runners.map(Summing.init)
    descriptions = runners.map(\.plugin.description)
  }

  /// What a plugin declares, by its table alone: nothing is set up, and the plugins that it requires need not be there.
  ///
  /// Selections by category and the search for required plugins ask it of many plugins, so it must be cheap.
  package static func describe(
    _ package: PluginPackage, limits: Limits = Limits()
  ) throws(PluginLoadFailure) -> PluginDescription {
    var loading = Loading(galley: Galley(), limits: limits)
    loading.load(package)
    guard let loaded = loading.plugins.first, loading.problems.isEmpty else {
      throw PluginLoadFailure(problems: loading.problems)
    }
    return loaded.plugin.description
  }

  /// Everything that is wrong with some plugins, found by loading them and setting them up, but for those that lack an option
  /// which only users can set.
  package static func check(
    _ packages: [PluginPackage], options: [String: Fields] = [:], limits: Limits = Limits()
  ) -> [PluginError] {
    var loading = Loading(galley: Galley(), limits: limits)
    for package in packages { loading.load(package) }
    let order = loading.link().filter { index in
      let description = loading.plugins[index].plugin.description
      return description.missingOptions(options[description.name] ?? [:]).isEmpty
    }
    _ = loading.setUp(order, options: options, isFresh: false)
    return loading.problems
  }

  /// The layers that the plugins require.
  package var layers: Set<LayerKind> {
    runners.reduce(into: []) { $0.formUnion($1.plugin.layers) }
  }

  /// The layers that those plugins require that are not known, by their place.
  package func layers(without known: [Int: PluginFindings]) -> Set<LayerKind> {
    runners.enumerated().reduce(into: []) { layers, runner in
      if known[runner.offset] == nil { layers.formUnion(runner.element.plugin.layers) }
    }
  }

  /// Runs all plugins over one article.
  /// - Parameters:
  ///   - bans: plugins, by their place in the order, that must not run on it, with the reason.
  ///   - known: what is known to be found by plugins, by their place, which need not run.
  ///   - afresh: whether states that have seen no other article do it, and are closed after.
  ///   - entering: told the place of the plugin that is about to run.
  /// - Returns: one for each plugin, in their order.
  package func analyze(
    _ article: Article, bans: [Int: PluginError] = [:], known: [Int: PluginFindings] = [:],
    afresh: Bool = false,
    entering: (Int) -> Void = { _ in }
  ) -> [PluginFindings] {
    galley.lay(article)
    let seed = article.seed
    for (index, runner) in runners.enumerated() {
      if let found = known[index] {
        galley.add(found)
        continue
      }
      if let ban = bans[index] {
        galley.add(PluginFindings(plugin: runner.plugin.name, error: ban))
        continue
      }
      entering(index)
      galley.add(runner.analyze(seed: seed, afresh: afresh))
    }
    return galley.findings
  }

  /// Merges what a plugin's `aggregate` made of one article; to be called in corpus order.
  package func fold(plugin: String, part: Value) {
    sums.first { $0.plugin.name == plugin }?.fold(part)
  }

  /// Has plugins write their sections of a run's report.
  /// - Parameters:
  ///   - summaries: by plugin, its merged fields by their names, and `counts` of its articles.
  ///   - run: what plugins may know about the run.
  ///   - without: plugins whose section is not wanted.
  /// - Returns: the sections of plugins that write one, or whose aggregate failed.
  package func report(
    summaries: [String: Fields], run: Fields = [:], without: Set<String> = [],
    entering: (Int) -> Void = { _ in }
  ) -> [ReportSection] {
    let wanted = sums.enumerated().filter { !without.contains($1.plugin.name) }
    let articles = run.articlesOfRun
    var summaries = summaries
    for (index, sum) in wanted where sum.plugin.description.hasAggregate {
      entering(index)
      summaries[sum.plugin.name] = sum.finish(summaries[sum.plugin.name] ?? [:], of: articles)
    }
    return wanted.compactMap { index, sum in
      entering(index)
      return sum.report(summaries, run)
    }
  }
}

extension Article {
  /// The seed of `math.random` for this article: the same wherever and whenever it is analysed.
  fileprivate var seed: UInt64 {
    if let seed = UInt64(hash.prefix(16), radix: 16) { return seed }
    // FNV-1a over what an article without a hash is known by.
    var seed: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { seed = (seed ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in text.utf8 { seed = (seed ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return seed
  }
}

extension Fields {
  /// How many articles a run has, by what its `report` is told of it.
  package var articlesOfRun: Int { self["articles"]?.integer.map { Int($0) } ?? 0 }
}
