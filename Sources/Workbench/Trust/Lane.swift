import Document

/// Plugins that share workers. Lanes go through the same corpus side by side, each in workers of its own, and what they find
/// of an article is merged. Whoever takes over a worker reaches nothing of another lane's.
struct Lane: Sendable {
  var configuration: WorkerConfiguration
  /// What its workers load, in the order in which it runs.
  var loaded: [PluginDescription]
  /// Those of them whose results are taken from here, by name; the others are here because these read them.
  var names: Set<String>
}

/// The plugins of a run, in the order in which they run, and how they are shared out.
struct LanePlan: Sendable {
  var plugins: [PluginDescription]
  var lanes: [Lane]
}

extension Lane {
  /// Shares out plugins to lanes.
  ///
  /// The first lane has the trusted ones, maybe none, and is the only one that is believed in what it says of the articles
  /// themselves. A trusted plugin that reads another one is trusted no more than that.
  /// - Parameters:
  ///   - plugins: in the order in which they run.
  ///   - isTrusted: of a plugin by itself.
  static func lanes(
    for plugins: [PluginDescription], _ configuration: WorkerConfiguration,
    isTrusted: (PluginDescription) -> Bool
  ) -> [Lane] {
    var trusted: Set<String> = []
    // Who is read comes first, so one pass is enough.
    for plugin in plugins where isTrusted(plugin) {
      let read = plugins.filter { plugin.readPlugins.contains($0.name) }
      if read.allSatisfy({ trusted.contains($0.name) }) { trusted.insert(plugin.name) }
    }
    let first = lane(of: trusted, among: plugins, configuration)
    let others = plugins.filter { !trusted.contains($0.name) }.map {
      var lane = lane(of: [$0.name], among: plugins, configuration)
      lane.configuration.wishes.remove(.article)
      return lane
    }
    return [first] + others
  }

  private static func lane(
    of names: Set<String>, among plugins: [PluginDescription],
    _ configuration: WorkerConfiguration
  ) -> Lane {
    var needed = names
    for plugin in plugins.reversed() where needed.contains(plugin.name) {
      needed.formUnion(plugin.readPlugins)
    }
    let loaded = plugins.filter { needed.contains($0.name) }
    var configuration = configuration
    configuration.plugins = PluginChoice(
      selection: loaded.isEmpty ? "" : Selection.everything,
      catalogue: loaded.compactMap { plugin in
        configuration.plugins.catalogue.first { $0.path.shown == plugin.path }
      })
    return Lane(configuration: configuration, loaded: loaded, names: names)
  }
}

extension Trust {
  /// Shares out the plugins that a configuration chooses, which a worker has to load to know them; nil where all share workers.
  func lanes(
    for configuration: WorkerConfiguration, _ library: PluginLibrary, _ executable: Path
  ) throws(WorkbenchError) -> LanePlan? {
    let bundled = Set(
      library.places.filter { $0.origin == .bundled }.compactMap { Path($0.folder).resolved })
    func isTrusted(_ path: Path) -> Bool {
      self == .bundled && path.resolved.map { bundled.contains($0.folder) } == true
    }
    let catalogue = configuration.plugins.catalogue
    if self == .all || catalogue.allSatisfy({ isTrusted($0.path) }) { return nil }
    let plugins = try Respondent(executable).plugins(of: configuration)
    guard !plugins.isEmpty else { return nil }
    let trusted = Set(catalogue.map(\.path).filter(isTrusted).map(\.shown))
    return LanePlan(
      plugins: plugins,
      lanes: Lane.lanes(for: plugins, configuration) { trusted.contains($0.path) })
  }
}

extension Respondent {
  /// The plugins that a configuration chooses, in their order, from a worker that does nothing else.
  fileprivate func plugins(
    of configuration: WorkerConfiguration
  ) throws(WorkbenchError) -> [PluginDescription] {
    // To set up each plugin may take its limit.
    let patience = configuration.limits.seconds * Double(configuration.plugins.catalogue.count + 1)
    let plugins = try ask(.configure(configuration), within: patience * 3 + 10) {
      (reply) throws(WorkbenchError) -> [PluginDescription]? in
      switch reply {
      case .ready(let plugins): return plugins
      case .refused(let refusal): throw refusal.error
      default: throw .worker("breaks the protocol: an answer to no question")
      }
    }
    guard let plugins else { throw .worker("did not get ready") }
    return plugins
  }
}
