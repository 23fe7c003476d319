import Document
import Glibc
import Scripting

extension PluginFiles {
  /// The largest file of a plugin that is read; word lists are large, but not that large.
  private static let largestFile = 64 << 20

  /// Reads a plugin's main file; its other files are read when they are asked for.
  /// - Throws: everything that is wrong with a list of rules.
  static func package(of plugin: CataloguedPlugin) throws(PluginLoadFailure) -> PluginPackage {
    var package: PluginPackage
    do throws(SystemFault) {
      package = try self.package(at: plugin.path)
    } catch {
      let remedy = "name a file that ends in .lua, .tsv or .toml, or a folder with plugin.lua"
      throw PluginLoadFailure(problems: [
        PluginError(
          plugin: plugin.name, phase: "load", kind: .load, message: error.message,
          file: plugin.path.shown, remedy: error.isAbsence ? remedy : nil)
      ])
    }
    if let seal = plugin.seal { package = try seal.checked(package, plugin) }
    guard isOfRules(plugin.path), !package.isFolder else { return package }
    return try RulePlugin(package.main, path: plugin.path).package(path: plugin.path.shown)
  }

  /// What looks wrong in a list of rules that loads.
  static func doubts(of plugin: CataloguedPlugin) -> [Diagnostic] {
    guard plugin.path.fileExtension == RulePlugin.tableExtension,
      let bytes = try? contents(of: plugin.path)
    else { return [] }
    return PluginHost.inspect(rules: bytes, path: plugin.path.shown)
  }

  private static func package(at path: Path) throws(SystemFault) -> PluginPackage {
    let isFolder = try FileStatus(of: path).kind == .folder
    let main = isFolder ? path.appending("plugin.lua") : path
    return PluginPackage(
      path: path.shown, main: try contents(of: main), isFolder: isFolder
    ) { name in
      guard isFolder else {
        throw MissingFile(message: "a plugin of one file has no other files")
      }
      return try file(name, in: path)
    }
  }

  /// A file of a plugin's own folder. Nothing outside of it is reached, not even through a link.
  static func file(_ name: String, in folder: Path) throws -> [UInt8] {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard !parts.contains(where: { $0.isEmpty || $0.elementsEqual("..".utf8) }) else {
      throw MissingFile(message: "'\(name)' is not a path inside the plugin's folder")
    }
    do {
      let path = folder.appending(name)
      guard let root = folder.resolved, let target = path.resolved else { throw SystemFault() }
      guard target.bytes.starts(with: root.appending("").bytes) else {
        throw MissingFile(message: "'\(name)' leads out of the plugin's folder")
      }
      return try contents(of: target)
    } catch let fault as SystemFault {
      throw MissingFile(message: "\(name): \(fault.message)")
    }
  }

  static func contents(of path: Path) throws(SystemFault) -> [UInt8] {
    let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
    let status = try FileStatus(of: file.number)
    guard status.kind != .folder else { throw SystemFault(errno: EISDIR) }
    guard status.kind == .file else { throw SystemFault(errno: EINVAL) }
    guard status.bytes <= largestFile else { throw SystemFault(errno: EFBIG) }
    return try file.read(status.bytes, at: 0)
  }
}

/// A file that a plugin asked for and cannot have.
struct MissingFile: Error, CustomStringConvertible {
  var message: String
  var description: String { message }
}
