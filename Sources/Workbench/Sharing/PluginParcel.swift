package import Document
import Glibc
import Reading
import Scripting

/// A plugin's files as they are to be installed, and what they say of themselves.
package struct PluginParcel: Sendable {
  /// The name by which it is installed: the one that it declares.
  package var name: String
  package var files: [File]
  /// Nil where it does not load.
  package var description: PluginDescription?
  package var errors: [PluginError]

  package struct File: Hashable, Sendable {
    /// The path in the plugin's folder, or the name of the only file.
    package var name: String
    package var bytes: [UInt8]
  }

  /// All bytes.
  package var size: Int { files.reduce(0) { $0 + $1.bytes.count } }

  /// Bytes that the files of a plugin may have together, and how many they may be.
  static let mostBytes = 32 << 20
  static let mostFiles = 2_000

  var entryFiles: [String: String] {
    Dictionary(files.map { ($0.name, PluginSeal.hash($0.bytes)) }) { $1 }
  }
}

/// Why a plugin cannot be installed.
package enum SharingFault: Error, Sendable {
  /// The source holds no plugin.
  case noPlugin(String)
  case unreadable(String, String)
  /// Something of the name is there that was not installed.
  case taken(String)
  case notInstalled(String, suggestions: [String])
  /// The lock of the folder cannot be read.
  case lock(String)
  case homeless
}

extension SharingFault {
  /// What a worker says of a source: its name, and the fault where it can be read at all.
  var words: [String] {
    switch self {
    case .unreadable(let source, let message): [source, message]
    case .noPlugin(let source): [source]
    default: []
    }
  }

  init(words: [String]) {
    self =
      words.count == 2 ? .unreadable(words[0], words[1]) : .noPlugin(words.first ?? "")
  }
}

extension PluginParcel {
  /// Packs the plugin at a path: a folder, a file with the specs beside it, or a ZIP archive of either. For workers.
  init(packing path: Path) throws(SharingFault) {
    let files = try Self.files(at: path)
    let stem = String(decoding: path.trimmed.stem, as: UTF8.self)
    guard let root = Self.root(of: files) else { throw .noPlugin(path.shown) }
    self.files = files.compactMap { file in
      guard file.name.hasPrefix(root.folder) else { return nil }
      return File(name: String(file.name.dropFirst(root.folder.count)), bytes: file.bytes)
    }
    let isFolder = root.main == "plugin.lua"
    let main = self.files.first { $0.name == root.main }?.bytes ?? []
    let folderName = root.folder.split(separator: "/").last.map(String.init) ?? stem
    let fileName = PluginFiles.name(of: Path(root.main))
    let own = isFolder ? folderName : fileName
    name = isFolder || root.main.hasSuffix(".lua") ? Self.declaredName(in: main) ?? own : own
    description = nil
    errors = []
    describe(main: main, named: root.main, isFolder: isFolder)
  }

  private mutating func describe(main: [UInt8], named file: String, isFolder: Bool) {
    let files = files
    do throws(PluginLoadFailure) {
      let package: PluginPackage
      if PluginFiles.isOfRules(Path(file)) {
        package = try RulePlugin(main, path: Path(file)).package(path: file)
      } else {
        let path = isFolder ? PluginNames.last(name) : file
        package = PluginPackage(path: path, main: main, isFolder: isFolder) { wanted in
          guard let file = files.first(where: { $0.name == wanted }) else {
            throw MissingFile(message: "\(wanted): is not in the plugin")
          }
          return file.bytes
        }
      }
      let described = try PluginHost.describe(package)
      name = described.name
      description = described
    } catch { errors = error.problems }
  }

  // MARK: Files

  private static func files(at path: Path) throws(SharingFault) -> [File] {
    do throws(SystemFault) {
      if try FileStatus(of: path).kind == .folder {
        var files: [File] = []
        try walk(path.trimmed, "", &files)
        return files
      }
      let bytes = try PluginFiles.contents(of: path)
      if path.fileExtension == Array("zip".utf8) { return try unpacked(bytes, path) }
      let name = String(decoding: path.lastName, as: UTF8.self)
      return [File(name: name, bytes: bytes)]
        + SpecFile.paths(of: CataloguedPlugin(name: name, path: path)).compactMap { spec in
          (try? PluginFiles.contents(of: spec)).map {
            File(name: String(decoding: spec.lastName, as: UTF8.self), bytes: $0)
          }
        }
    } catch {
      let isNoArchive = error.errno == EBADMSG
      throw .unreadable(
        path.shown, isNoArchive ? "is no ZIP archive, or a damaged one" : error.message)
    }
  }

  /// All files of a folder but the hidden ones; links are not followed.
  private static func walk(
    _ folder: Path, _ prefix: String, _ files: inout [File]
  ) throws(SystemFault) {
    let listing = try FolderListing(of: folder)
    for index in 0..<listing.count {
      let path = folder.appending(listing[index].name)
      let name = prefix + String(decoding: listing[index].name, as: UTF8.self)
      switch try FileStatus(of: path, followingLinks: false).kind {
      case .folder: try walk(path, "\(name)/", &files)
      case .file: files.append(File(name: name, bytes: try PluginFiles.contents(of: path)))
      default: continue
      }
      guard files.count <= mostFiles, files.reduce(0, { $0 + $1.bytes.count }) <= mostBytes else {
        throw SystemFault(errno: EFBIG)
      }
    }
  }

  private static func unpacked(_ bytes: [UInt8], _ path: Path) throws(SystemFault) -> [File] {
    let files: [(name: String, bytes: [UInt8])]
    do throws(ReadFailure) {
      files = try ZipFiles.files(
        of: BytesInMemory(bytes), named: path.shown, limit: mostBytes)
    } catch { throw SystemFault(errno: error.code == "too-large" ? EFBIG : EBADMSG) }
    // A name that leads elsewhere is no file of a plugin.
    return files.prefix(mostFiles).filter { file in
      let parts = file.name.split(separator: "/", omittingEmptySubsequences: false)
      return !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." || $0.contains("\\") }
    }.map { File(name: $0.name, bytes: $0.bytes) }
  }

  /// Where the plugin lies among the files: the outermost folder with `plugin.lua`, else the only file of Lua or rules.
  private static func root(of files: [File]) -> (folder: String, main: String)? {
    let mains = files.map(\.name).filter { $0 == "plugin.lua" || $0.hasSuffix("/plugin.lua") }
    if let main = mains.min(by: { $0.utf8.count < $1.utf8.count }) {
      return (String(main.dropLast("plugin.lua".count)), "plugin.lua")
    }
    let singles = files.map(\.name).filter {
      PluginFiles.isFileName($0) && !PluginFiles.isOfSpecs($0)
    }
    guard singles.count == 1, let file = singles.first else { return nil }
    let folder = file.split(separator: "/").dropLast().map { "\($0)/" }.joined()
    return (folder, String(file.dropFirst(folder.count)))
  }

  /// The first `name = "…"` of a file, which nearly always is the plugin's; what it says of itself in the end counts.
  private static func declaredName(in main: [UInt8]) -> String? {
    let text = String(decoding: main, as: UTF8.self)
    for line in text.split(separator: "\n") {
      guard let range = line.firstRange(of: "name") else { continue }
      let rest = line[range.upperBound...].drop { $0 == " " }
      guard rest.first == "=" else { continue }
      let quoted = rest.dropFirst().drop { $0 == " " }
      guard let mark = quoted.first, mark == "\"" || mark == "'",
        let end = quoted.dropFirst().firstIndex(of: mark)
      else { continue }
      let name = String(quoted.dropFirst()[..<end])
      return PluginNames.isQualified(name) ? name : nil
    }
    return nil
  }
}

// MARK: Over the pipe

extension PluginParcel {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("name")
    json.value(name)
    json.key("files")
    json.list(files) { file, json in
      json.beginObject()
      json.key("name")
      json.value(file.name)
      json.key("bytes")
      Path(file.bytes).write(to: &json)
      json.endObject()
    }
    if let description {
      json.key("plugin")
      description.write(to: &json)
    }
    json.key("errors")
    json.list(errors) { $0.write(to: &$1) }
    json.endObject()
  }

  init(json: Value) throws {
    name = try json.string("name")
    files = try json.elements("files") { file in
      File(name: try file.string("name"), bytes: try Path(json: file.member("bytes")).bytes)
    }
    description = try json["plugin"].map(PluginDescription.init)
    errors = try json.elements("errors") { try PluginError(json: $0) }
  }
}
