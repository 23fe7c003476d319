import Document
import Scripting

/// Finds the plugins that a selection chooses among those of a catalogue, and those that these require.
struct PluginShelf {
  private let selection: String
  private let catalogue: [CataloguedPlugin]
  private let options: [String: Fields]
  private let limits: Limits
  /// What the plugins that were asked declare; nil for those that do not load.
  private var described: [Path: PluginDescription?] = [:]

  /// - Parameter options: what the user set, by plugin.
  init(_ choice: PluginChoice, options: [String: Fields] = [:], limits: Limits) {
    selection = choice.selection
    self.options = options
    self.limits = limits
    var names: Set<String> = []
    // Of two with one name the nearer, which comes first.
    catalogue = choice.catalogue.filter { names.insert($0.name).inserted }
  }

  /// The packages to load: in the order of the words that choose them, then as catalogued, then what they require.
  mutating func packages() throws(Refusal) -> [PluginPackage] {
    var packages: [PluginPackage] = []
    var faults: [PluginError] = []
    let chosen = try chosen()
    for plugin in withRequired(chosen) {
      do { packages.append(try PluginFiles.package(of: plugin)) } catch {
        faults += error.problems
      }
    }
    guard faults.isEmpty else { throw .plugins(faults) }
    return packages
  }

  /// The packages of some plugins and of those that they require, as far as they can be read.
  mutating func packages(for plugins: [CataloguedPlugin]) -> [PluginPackage] {
    withRequired(plugins).compactMap { try? PluginFiles.package(of: $0) }
  }

  // MARK: The selection

  private mutating func chosen() throws(Refusal) -> [CataloguedPlugin] {
    let selection: Selection
    do { selection = try Selection(self.selection) } catch {
      throw .selection(self.selection, offset: error.offset, message: error.message)
    }
    var holders: [String: Set<CataloguedPlugin>] = [:]
    for word in selection.words { holders[word] = try self.holders(of: word) }
    let chosen = catalogue.filter { plugin in
      selection.selects { holders[$0]?.contains(plugin) ?? false }
    }
    let inOrder = selection.words.flatMap { word in
      chosen.filter { holders[word]?.contains($0) ?? false }
    }
    var seen: Set<CataloguedPlugin> = []
    return (inOrder + chosen).filter { seen.insert($0).inserted }
  }

  /// The plugins that one word of a selection stands for.
  private mutating func holders(of word: String) throws(Refusal) -> Set<CataloguedPlugin> {
    if word == Selection.everything { return Set(catalogue.filter { canRun($0) }) }
    if let plugin = catalogue.first(where: { $0.name == word }) { return [plugin] }
    if Selection.isPath(word) {
      let path = Path(word)
      return Set(
        catalogue.filter {
          $0.path == PluginFiles.path(path) || $0.path.folder == path.trimmed
        })
    }
    return try holders(ofCategory: word)
  }

  /// Whether a plugin that nobody named has all the options that it cannot do without.
  private mutating func canRun(_ plugin: CataloguedPlugin) -> Bool {
    // To load each plugin twice for this would take a run of few articles longer.
    guard package(of: plugin)?.main.holds("required") == true else { return true }
    guard let description = description(of: plugin) else { return true }
    return description.missingOptions(options[description.name] ?? [:]).isEmpty
  }

  private mutating func holders(ofCategory word: String) throws(Refusal) -> Set<CataloguedPlugin> {
    var holders: Set<CataloguedPlugin> = []
    var known = catalogue.map(\.name)
    for plugin in catalogue {
      let categories = description(of: plugin)?.categories ?? []
      if categories.contains(word), canRun(plugin) { holders.insert(plugin) }
      known += categories
    }
    guard holders.isEmpty else { return holders }
    let ofTeams = known.filter { $0.hasSuffix("/\(word)") }
    throw .unknownPlugin(
      word,
      suggestions: ofTeams.isEmpty ? Suggestions.like(word, among: Set(known).sorted()) : ofTeams)
  }

  // MARK: What plugins require

  /// Adds the plugins that others require; what is not catalogued is left for the host to complain of. Of a plugin that
  /// does not load nobody knows what it requires: then it is all those that it names, so that the host can tell more.
  private mutating func withRequired(_ chosen: [CataloguedPlugin]) -> [CataloguedPlugin] {
    var plugins = chosen
    var next = 0
    while next < plugins.count {
      let others = catalogue.filter { !plugins.contains($0) }
      // Loading a plugin a second time costs milliseconds; looking whether it names another, little.
      if let main = package(of: plugins[next])?.main,
        others.contains(where: { main.quotes($0.name) })
      {
        let required = description(of: plugins[next])?.requiredPlugins
        plugins += others.filter { required?.contains($0.name) ?? main.quotes($0.name) }
      }
      next += 1
    }
    return plugins
  }

  private mutating func description(of plugin: CataloguedPlugin) -> PluginDescription? {
    if let known = described[plugin.path] { return known }
    let description = package(of: plugin).flatMap { try? PluginHost.describe($0, limits: limits) }
    described[plugin.path] = .some(description)
    return description
  }

  private func package(of plugin: CataloguedPlugin) -> PluginPackage? {
    try? PluginFiles.package(of: plugin)
  }
}

extension [UInt8] {
  /// Whether a word stands anywhere in the bytes as a string of Lua or, before a layer's name, in one: `summary = ` names no plugin.
  fileprivate func quotes(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first else { return true }
    return withUnsafeBufferPointer { bytes in
      var rest = bytes.dropFirst()
      while let start = rest.firstIndex(of: first) {
        let end = start + word.count
        if end < bytes.count, Self.isQuotationMark(bytes[start - 1]),
          Self.isQuotationMark(bytes[end]) || bytes[end] == UInt8(ascii: "."),
          bytes[start...].starts(with: word)
        {
          return true
        }
        rest = bytes[(start + 1)...]
      }
      return false
    }
  }

  /// Whether a word stands anywhere in the bytes.
  fileprivate func holds(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first else { return true }
    var rest = self[...]
    while let start = rest.firstIndex(of: first) {
      if self[start...].starts(with: word) { return true }
      rest = self[(start + 1)...]
    }
    return false
  }

  private static func isQuotationMark(_ byte: UInt8) -> Bool { "\"'[]".utf8.contains(byte) }
}
