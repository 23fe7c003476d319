import Document

/// All that a sample for coding by hand is asked to be.
package struct SampleRequest {
  /// The articles and the plugins that look at them.
  package var run: RunRequest
  /// What coders code.
  package var target: SampleTarget
  /// Units to draw, of all parts together.
  package var size = 200
  /// What decides which units are drawn; the same seed draws the same.
  package var seed: UInt64 = 1
  /// From each part of the corpus as many units; nil: from all of it alike.
  package var strata: Grouping?
  /// What coders may answer, in order; empty: what the plugin has found anywhere in the corpus.
  package var labels: [String] = []
  package var isOrdered = false
  /// Numbers that part the plugin's own into as many labels and one more; of these each begins at its number.
  package var cuts: [Double] = []
  /// What coders are asked, in place of what the plugin says of its field.
  package var question: String?
  /// The folder for the sheets, which coders get, and the file for the key, which they do not.
  package var folder: [UInt8]
  package var key: [UInt8]
  /// A run that is kept, of whose articles and plugins this is a sample.
  package var kept: KeptRun?

  package init(run: RunRequest, target: SampleTarget, folder: [UInt8], key: [UInt8]) {
    self.run = run
    self.target = target
    self.folder = folder
    self.key = key
  }

  /// Where the key lies if nobody says where: beside the folder of the sheets and not in it.
  package static func key(beside folder: [UInt8]) -> [UInt8] {
    Path(folder).trimmed.bytes + Array(".key.jsonl".utf8)
  }
}

/// What was drawn.
package struct Sample: Sendable {
  /// Units that were drawn, and those that there are.
  package var units = 0
  package var population = 0
  package var strata: [Stratum] = []
  /// As they are shown.
  package var sheets: [String] = []
  package var key = ""

  /// A part of the corpus that units were drawn from.
  package struct Stratum: Hashable, Sendable {
    package var name: String
    package var population: Int
    package var units: Int
  }
}

/// What of a plugin's findings coders code.
package struct SampleTarget: Hashable, Sendable {
  package enum Unit: String, Sendable {
    /// A field of articles.
    case field
    /// Marks of a layer: is each right?
    case marks
    /// An attribute of a layer's marks.
    case attribute
  }

  package var plugin: String
  package var unit: Unit
  /// Of the field or the layer.
  package var name: String
  package var attribute: String?

  /// `plugin.field`; nil where a part is missing.
  package init?(field: String) {
    guard let path = FieldPath(field) else { return nil }
    (plugin, unit, name) = (path.plugin, .field, path.field)
  }

  /// `plugin.layer` or `plugin.layer.attribute`; nil where a part is missing.
  package init?(marks: String) {
    let parts = marks.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(parts.count), !parts.contains("") else { return nil }
    (plugin, name) = (parts[0], parts[1])
    attribute = parts.count > 2 ? parts[2] : nil
    unit = attribute == nil ? .marks : .attribute
  }

  init(plugin: String, unit: Unit, name: String, attribute: String?) {
    self.plugin = plugin
    self.unit = unit
    self.name = name
    self.attribute = attribute
  }

  /// As users name it.
  package var path: String {
    [plugin, name, attribute].compactMap(\.self).joined(separator: ".")
  }

  /// The option that it is named with.
  var option: String { unit == .field ? "--field" : "--marks" }
}
