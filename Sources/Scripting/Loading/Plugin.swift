internal import Document

/// A plugin as it was loaded: what it declares, and the files that it may read.
final class Plugin {
  var description: PluginDescription
  let source: PluginSource
  /// The resources' bytes by their names.
  var resources: [String: [UInt8]] = [:]
  /// The layers of the article that it may read.
  var layers: Set<LayerKind> = []
  /// The plugins whose results it may read.
  var plugins: Set<String> = []
  /// Those of them that need not be there.
  var optionalPlugins: Set<String> = []
  /// Those of them that are not.
  var absentPlugins: Set<String> = []
  /// The layers of those plugins, as `plugin.layer`.
  var foreignLayers: Set<String> = []

  init(_ description: PluginDescription, source: PluginSource, resources: [String: [UInt8]] = [:]) {
    self.description = description
    self.source = source
    self.resources = resources
    layers = Set(description.requires.compactMap(LayerKind.init))
    plugins = Set(description.readPlugins)
    optionalPlugins = Set(description.optionalPlugins)
  }

  var name: String { description.name }
}
