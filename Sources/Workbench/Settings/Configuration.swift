package import Document

/// The settings of a `copydesk.toml`.
package struct Configuration: Sendable {
  /// Where it was read from.
  package var path: [UInt8]
  package var plugins: String?
  package var format: FindingsFormat?
  package var jobs: Int?
  package var encoding: String?
  package var limits: RunLimits
  package var options: [String: Fields]

  package init(path: [UInt8]) {
    self.path = path
    limits = RunLimits()
    options = [:]
  }

  /// The nearest `copydesk.toml` in the working folder or above it; nil if there is none.
  package static func search() throws(WorkbenchError) -> Configuration? {
    nil
  }

  /// A configuration file by its path.
  package static func load(_ path: [UInt8]) throws(WorkbenchError) -> Configuration {
    Configuration(path: path)
  }
}
