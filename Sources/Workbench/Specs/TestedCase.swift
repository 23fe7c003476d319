package import Document

/// What became of one spec or law.
package struct TestedCase: Sendable {
  /// The file of the spec, as messages show it; nil for laws that hold for every plugin.
  package var file: String?
  /// 1-based.
  package var line: Int?
  package var name: String
  package var seconds: Double = 0
  /// How what was found differs from what was expected.
  package var differences: [Difference] = []
  /// Why the spec could not be tried, or what ended it.
  package var error: PluginError?
  /// What was found, as the snapshot of the file keeps it.
  var snapshot: String?

  package var hasPassed: Bool { differences.isEmpty && error == nil }
}

/// How what was found differs from what was expected.
package struct Difference: Hashable, Sendable {
  /// What differs: `fields.hedged`, or a layer.
  package var place: String
  package var expected: String
  package var found: String
}

/// All that came of trying one plugin.
package struct TestedPlugin: Sendable {
  package var name: String
  package var path: String
  package var cases: [TestedCase] = []
  /// Why the plugin does not load; there are no cases then.
  package var errors: [PluginError] = []
  /// Files of snapshots that were written.
  package var written: [String] = []

  package var hasPassed: Bool { errors.isEmpty && cases.allSatisfy(\.hasPassed) }
}
