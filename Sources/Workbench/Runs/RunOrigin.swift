/// With which words, and where, a run that is kept began.
package struct RunOrigin: Sendable {
  package var command: String
  /// The command line, after the program's name.
  package var arguments: [[UInt8]]
  package var folder: [UInt8]

  /// - Parameter name: a folder, or the name of one among the user's runs; nil where no run is kept there.
  package init?(of name: [UInt8]) throws(WorkbenchError) {
    guard let manifest = try Manifest.load(try RunFolder.path(of: name)) else { return nil }
    command = manifest.command
    arguments = manifest.arguments
    folder = manifest.folder.bytes
  }
}
