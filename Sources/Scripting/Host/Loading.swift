internal import Document

/// Loads plugins and puts them in order, collecting everything that is wrong with any of them.
struct Loading {
  /// A plugin whose file has run.
  struct Loaded {
    let plugin: Plugin
    let sandbox: Sandbox
    /// Whether nothing is wrong with its table; others are only linked, to find more that is wrong.
    let isSound: Bool
  }

  private let galley: Galley
  private let limits: Limits
  private let scrutiny: Scrutiny
  private(set) var plugins: [Loaded] = []
  private(set) var problems: [PluginError] = []

  init(galley: Galley, limits: Limits, scrutiny: Scrutiny = Scrutiny()) {
    self.galley = galley
    self.limits = limits
    self.scrutiny = scrutiny
  }

  /// Runs a plugin's file and judges the table that it returns.
  mutating func load(_ package: PluginPackage) {
    let source = PluginSource(package)
    let sandbox = Sandbox(
      source, galley: galley, limits: limits, watch: scrutiny.watch(over: source.name))
    let table: RawTable
    do throws(PluginError) {
      table = try sandbox.run()
    } catch {
      problems.append(error)
      return
    }
    source.isSealed = true
    var validator = PluginValidator(table, source)
    validator.validate()
    problems += validator.problems.errors
    let plugin = Plugin(
      validator.description, source: source, resources: validator.resources)
    plugin.description.hash = Self.hash(plugin)
    if let other = plugins.first(where: { $0.plugin.name == plugin.name }) {
      problems.append(
        PluginError(
          "the name \"\(plugin.name)\" is taken by \(other.plugin.description.path)", at: "name",
          in: source, named: plugin.name, phase: .load, remedy: "run one of the two"))
      return
    }
    plugins.append(
      Loaded(plugin: plugin, sandbox: sandbox, isSound: validator.problems.errors.isEmpty))
  }

  private static func hash(_ plugin: Plugin) -> String {
    var digest = Digest()
    for file in plugin.source.files { digest.add(file.path, file.bytes) }
    for name in plugin.resources.keys.sorted() {
      digest.add("resource \(name)", plugin.resources[name] ?? [])
    }
    return digest.finish()
  }

  /// Sets up the plugins in their order.
  mutating func setUp(
    _ order: [Int], options: [String: Fields], isFresh: Bool
  ) -> [PluginRunner] {
    var runners: [PluginRunner] = []
    for loaded in order.map({ plugins[$0] }) where loaded.isSound {
      do throws(PluginLoadFailure) {
        let values = try OptionValues(options[loaded.plugin.name] ?? [:], for: loaded.plugin)
        do throws(PluginError) {
          runners.append(
            try PluginRunner(
              loaded.plugin, values, in: loaded.sandbox, limits: limits, isFresh: isFresh,
              scrutiny: scrutiny))
        } catch {
          problems.append(error)
        }
      } catch {
        problems += error.problems
      }
    }
    return runners
  }
}

// MARK: Order

extension Loading {
  /// The plugins' indices, each behind those that it reads, else in the order given.
  mutating func link() -> [Int] {
    let failed = Set(problems.map(\.plugin))
    for index in plugins.indices { resolve(index, failed) }
    var order: [Int] = []
    var path: [Int] = []
    for index in plugins.indices { visit(index, &order, &path) }
    return order
  }

  /// Finds the plugins that one reads.
  private mutating func resolve(_ index: Int, _ failed: Set<String>) {
    let plugin = plugins[index].plugin
    for (position, word) in plugin.description.requires.enumerated() {
      guard let name = PluginDescription.plugin(required: word), Names.isQualified(name),
        name != plugin.name
      else { continue }
      let isOptional = PluginDescription.isOptional(required: word)
      let word = isOptional ? String(word.dropLast()) : word
      if let required = plugins.first(where: { $0.plugin.name == name }) {
        for layer in required.plugin.description.layers {
          plugins[index].plugin.foreignLayers.insert("\(name).\(layer.name)")
        }
        if word != name, !plugins[index].plugin.foreignLayers.contains(word) {
          problems.append(missing(layer: word, position, of: plugin, in: required.plugin))
        }
      } else if isOptional {
        plugins[index].plugin.absentPlugins.insert(name)
      } else if !failed.contains(name) {
        problems.append(missing(name, position, of: plugin))
      }
    }
  }

  private func missing(_ name: String, _ position: Int, of plugin: Plugin) -> PluginError {
    let known = LayerKind.allCases.map(\.rawValue) + plugins.map(\.plugin.name)
    return PluginError(
      "requires[\(position + 1)]: there is no layer or plugin \"\(name)\"",
      at: "requires.\(position + 1)", in: plugin.source, named: plugin.name, phase: .load,
      remedy: Suggestions.question(Suggestions.like(name, among: known))
        ?? "install the plugin \"\(name)\" or name its file too")
  }

  private func missing(
    layer word: String, _ position: Int, of plugin: Plugin, in required: Plugin
  ) -> PluginError {
    let known = required.description.layers.map { "\(required.name).\($0.name)" }
    return PluginError(
      "requires[\(position + 1)]: there is no layer \"\(word)\"",
      at: "requires.\(position + 1)", in: plugin.source, named: plugin.name, phase: .load,
      remedy: Suggestions.question(Suggestions.like(word, among: known))
        ?? "name one of its layers, or the plugin \"\(required.name)\" alone")
  }

  private mutating func visit(_ index: Int, _ order: inout [Int], _ path: inout [Int]) {
    if order.contains(index) { return }
    if let start = path.firstIndex(of: index) {
      return report(cycle: path[start...] + [index])
    }
    path.append(index)
    let plugin = plugins[index].plugin
    for name in plugin.description.readPlugins where name != plugin.name {
      guard let required = plugins.firstIndex(where: { $0.plugin.name == name }) else { continue }
      visit(required, &order, &path)
    }
    path.removeLast()
    order.append(index)
  }

  private mutating func report(cycle: ArraySlice<Int>) {
    guard let first = cycle.first else { return }
    let plugin = plugins[first].plugin
    let names = cycle.map { plugins[$0].plugin.name }
    problems.append(
      PluginError(
        "requires: the plugins require each other in a circle: \(names.joined(separator: " → "))",
        at: "requires", in: plugin.source, named: plugin.name, phase: .load,
        remedy: "let one of them do without the other"))
  }
}
