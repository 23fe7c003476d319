package import Document
import Glibc

/// The settings of a `copydesk.toml`; what the command line says comes before them.
package struct Configuration: Sendable {
  /// Where it was read from.
  package var path: [UInt8]
  /// From the working folder, where it was searched for.
  package var found: [UInt8]?
  package var plugins: String?
  package var format: FindingsFormat?
  package var jobs: Int?
  package var encoding: String?
  /// As in a request.
  package var map: [String: [String]] = [:]
  package var limits = RunLimits()
  package var cache = CacheSettings()
  /// The folder for what samples coded by hand tell of plugins, as it is to be opened; nil: beside each plugin.
  package var validationFolder: [UInt8]?
  var report = ReportSettings()
  /// By plugin.
  package var options: [String: Fields] = [:]
  /// By plugin and option: the name of the file whose text the option is set to.
  package var optionFiles: [String: [String: String]] = [:]
  /// By dotted key, where it stands.
  var lines: [String: Int] = [:]

  package init(path: [UInt8]) {
    self.path = path
  }

  package static let fileName = "copydesk.toml"

  /// What is said of the cache, where something is.
  package struct CacheSettings: Sendable {
    /// As it is to be opened: from the folder of the configuration file, where it is no absolute path.
    package var folder: [UInt8]?
    package var size: Int?
    package var isOff: Bool?
  }

  /// The nearest `copydesk.toml` in the working folder or above it; nil if there is none.
  package static func search() throws(WorkbenchError) -> Configuration? {
    guard var folder = Path(".").resolved else { return nil }
    var name = Path(Self.fileName)
    while true {
      let candidate = folder.appending(Self.fileName)
      if (try? FileStatus(of: candidate))?.kind == .file {
        var configuration = try load(candidate.bytes)
        configuration.found = name.bytes
        return configuration
      }
      guard folder.bytes.count > 1 else { return nil }
      folder = folder.folder
      name = Path("..").appending(name.bytes)
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

extension Configuration {
  /// The same error as a fault of this file, where a setting of it and not of the command line is to blame.
  /// - Parameters:
  ///   - selects: whether the plugins were chosen here.
  ///   - isSetElsewhere: whether an option of a plugin, by its name, was set on the command line.
  package func located(
    _ error: WorkbenchError, selects: Bool,
    isSetElsewhere: (_ plugin: String, _ option: String) -> Bool
  ) -> WorkbenchError {
    switch error {
    case .unknownPlugin(let name, let suggestions) where selects:
      return .configuration(
        fault(
          "plugins", "no plugin or category '\(name)'",
          remedy: Suggestions.question(suggestions) ?? "copydesk plugins lists them"))
    case .selection(let text, _, let message) where selects:
      return .configuration(fault("plugins", "\(message) in '\(text)'"))
    case .unknownOptionPlugin(let name, let suggestions) where options[name] != nil:
      return .configuration(
        fault(
          "options.\(name)", "no plugin '\(name)'",
          remedy: Suggestions.question(suggestions) ?? "copydesk plugins lists them"))
    case .plugins(let errors):
      guard let error = errors.first, let option = error.option,
        options[error.plugin]?[option] != nil, !isSetElsewhere(error.plugin, option)
      else { break }
      return .configuration(
        fault("options.\(error.plugin).\(option)", error.message, remedy: error.remedy))
    default: break
    }
    return error
  }

  func fault(_ key: String, _ message: String, remedy: String? = nil) -> ConfigurationFault {
    ConfigurationFault(
      file: Path(path).shown, line: lines[key] ?? 0, key: key, message: message, remedy: remedy)
  }
}
