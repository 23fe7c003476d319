import Document

/// The layers that a report shows, numbered through all plugins, so that each has one look everywhere.
struct Legend {
  struct Entry {
    var plugin: String
    var layer: LayerDescription
    var annotations: Int
  }

  let entries: [Entry]
  private let numbers: [String: Int]

  init(_ plugins: [PluginReport]) {
    entries = plugins.flatMap { plugin in
      plugin.layers.map {
        Entry(
          plugin: plugin.description.name, layer: $0.description, annotations: $0.annotations)
      }
    }
    numbers = Dictionary(
      entries.enumerated().map { ("\($1.plugin).\($1.layer.name)", $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The place of a layer among all; nil where its plugin has not declared it.
  func number(of layer: String, plugin: String) -> Int? { numbers["\(plugin).\(layer)"] }
}
