package import Document
import Glibc

/// The settings of a `copydesk.toml`; what the command line says comes before them.
package struct Configuration: Sendable {
  /// Where it was read from.
  package var path: [UInt8]
  package var plugins: String?
  package var format: FindingsFormat?
  package var jobs: Int?
  package var encoding: String?
  package var limits = RunLimits()
  /// By plugin.
  package var options: [String: Fields] = [:]

  package init(path: [UInt8]) {
    self.path = path
  }

  /// The nearest `copydesk.toml` in the working folder or above it; nil if there is none.
  package static func search() throws(WorkbenchError) -> Configuration? {
    guard var folder = Path(".").resolved else { return nil }
    while true {
      let candidate = folder.appending("copydesk.toml")
      if (try? FileStatus(of: candidate))?.kind == .file { return try load(candidate.bytes) }
      guard folder.bytes.count > 1 else { return nil }
      folder = folder.folder
    }
  }

  /// A configuration file by its path.
  package static func load(_ path: [UInt8]) throws(WorkbenchError) -> Configuration {
    let bytes: [UInt8]
    do {
      let file = try Descriptor(opening: Path(path), O_RDONLY | O_NONBLOCK)
      bytes = try file.read(FileStatus(of: file.number).bytes, at: 0)
    } catch {
      throw .configuration(
        ConfigurationFault(file: Path(path).shown, line: 0, message: error.message))
    }
    var reader = ConfigurationReader(path)
    do { return try reader.read(bytes) } catch { throw .configuration(error) }
  }
}
