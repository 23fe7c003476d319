/// How a run is kept in a folder, so that it can be gone on with, checked and compared.
package struct RunKeeping: Sendable {
  package enum Mode: Hashable, Sendable {
    /// Anew; a run that is there already is left alone.
    case begin
    /// Where it was stopped; what is done is taken over, as far as nothing that it depends on has changed.
    case resume
    /// The same, but what failed is tried again.
    case retryFailed
  }

  /// A folder, or the name of one among the user's runs.
  package var name: [UInt8]
  package var mode: Mode
  /// The command line, for the manifest.
  package var arguments: [[UInt8]]
  /// The version of the program, for the manifest.
  package var version: String

  package init(name: [UInt8], mode: Mode, arguments: [[UInt8]], version: String) {
    self.name = name
    self.mode = mode
    self.arguments = arguments
    self.version = version
  }
}
