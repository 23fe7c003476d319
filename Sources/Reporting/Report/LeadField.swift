package import Document

extension Report {
  /// The fields that the index shows of each article: of the first plugins the first field each.
  package var leads: [LeadField] { Self.leads(of: plugins.map(\.description)) }

  package static func leads(of plugins: [PluginDescription]) -> [LeadField] {
    plugins.compactMap { plugin in
      let field = plugin.fields.first { $0.type != .map && $0.type != .boolean }
      return field.map {
        LeadField(
          plugin: plugin.name, field: $0.name, isNumeric: $0.type == .number || $0.type == .integer)
      }
    }.prefix(3).map { $0 }
  }
}

/// A field that the index of articles shows.
package struct LeadField: Sendable {
  package var plugin: String
  package var field: String
  package var isNumeric: Bool

  var name: String { plugin == field ? plugin : "\(plugin) \(field)" }
}
