import Document

/// The layers that a report shows, numbered through all plugins, so that each has one look everywhere.
struct Legend {
  struct Entry {
    var plugin: String
    var layer: LayerDescription
    var annotations: Int
    /// Whether it marks sentences rather than words, which a tint would cover the page with.
    var isWide: Bool
  }

  let entries: [Entry]
  private let numbers: [String: Int]

  init(_ report: Report) {
    entries = report.plugins.flatMap { plugin in
      plugin.layers.map {
        Entry(
          plugin: plugin.description.name, layer: $0.description, annotations: $0.annotations,
          isWide: Concordance.isLong(
            report.concordances["\(plugin.description.name).\($0.description.name)"]?.first(500)
              ?? []))
      }
    }
    numbers = Dictionary(
      entries.enumerated().map { ("\($1.plugin).\($1.layer.name)", $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The place of a layer among all; nil where its plugin has not declared it.
  func number(of layer: String, plugin: String) -> Int? { numbers["\(plugin).\(layer)"] }

  /// What a layer marks, as a title says it; empty where nobody has.
  func doc(of layer: String) -> String {
    let doc = numbers[layer].map { entries[$0].layer.doc } ?? ""
    return doc.prefix(1).uppercased() + doc.dropFirst()
  }

  /// The classes of a layer's marks.
  func look(of layer: Int) -> String {
    let isWide = entries.indices.contains(layer) && entries[layer].isWide
    return "k\(Stylesheet.look(of: layer))" + (isWide ? " w" : "")
  }
}
