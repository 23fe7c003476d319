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

/// How often the lines of one file ran.
package struct FileCoverage: Hashable, Sendable {
  /// As messages show it.
  package var file: String
  /// By 1-based line that can run, how often it did.
  package var counts: [Int: Int] = [:]

  /// How many lines ran.
  package var run: Int { counts.values.count { $0 > 0 } }
  /// The lines that did not, in order.
  package var missed: [Int] { counts.filter { $0.value == 0 }.keys.sorted() }

  /// The file's lines; none where it is there no longer.
  package var lines: [String] {
    guard let bytes = try? PluginFiles.contents(of: Path(file)) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }
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
  /// Which lines of the plugin's files ran, where that was asked for.
  package var coverage: [FileCoverage] = []
  /// Files of snapshots that were written.
  package var written: [String] = []
  /// Names of specs that the filter passed over, the first few.
  package var passedOver: [String] = []

  package var hasPassed: Bool { errors.isEmpty && cases.allSatisfy(\.hasPassed) }
}
