import Document
import Reading
import Scripting

/// What an installed plugin's files must be, by their SHA-256.
enum PluginSeal: Hashable, Sendable {
  /// By path in the plugin's folder; of a plugin of one file, by its name.
  case files([String: String])
  /// The lock cannot be read, so that nothing can be trusted that it speaks of.
  case broken(String)
}

extension PluginSeal {
  var value: Value {
    switch self {
    case .files(let files):
      .map(Fields(files.map { Fields.Entry($0.key, .string($0.value)) }).sorted)
    case .broken(let message): .string(message)
    }
  }

  init(_ value: Value) {
    if let message = value.string {
      self = .broken(message)
    } else {
      let files = value.map?.entries.compactMap { entry in
        entry.value.string.map { (entry.name, $0) }
      }
      self = .files(Dictionary(files ?? []) { $1 })
    }
  }

  /// A plugin's files if they are what was installed, and only those.
  func checked(
    _ package: PluginPackage, _ plugin: CataloguedPlugin
  ) throws(PluginLoadFailure) -> PluginPackage {
    guard case .files(let files) = self else {
      guard case .broken(let message) = self else { return package }
      throw failure(
        plugin, message, remedy: "mend the file, or remove it to trust all plugins here")
    }
    let remedy = "install it again, or copydesk remove \(plugin.name)"
    let main =
      package.isFolder ? "plugin.lua" : String(decoding: plugin.path.lastName, as: UTF8.self)
    for (file, hash) in files.sorted(by: { $0.key < $1.key }) where !file.hasPrefix("tests/") {
      let bytes = file == main ? package.main : package.isFolder ? try? package.read(file) : nil
      // Specs beside a plugin of one file are no part of it.
      guard bytes != nil || package.isFolder else { continue }
      guard let bytes else {
        throw failure(plugin, "\(file) is missing, which was installed", remedy: remedy)
      }
      guard Self.hash(bytes) == hash else {
        throw failure(plugin, "\(file) was changed after it was installed", remedy: remedy)
      }
    }
    guard files[main] != nil else {
      throw failure(plugin, "\(main) was not installed with it", remedy: remedy)
    }
    var sealed = package
    let read = package.read
    sealed.read = { name in
      guard files[name] != nil else {
        throw MissingFile(message: "\(name): was not installed with the plugin")
      }
      return try read(name)
    }
    return sealed
  }

  private func failure(
    _ plugin: CataloguedPlugin, _ message: String, remedy: String
  ) -> PluginLoadFailure {
    PluginLoadFailure(problems: [
      PluginError(
        plugin: plugin.name, phase: "load", kind: .denied, message: message,
        file: plugin.path.shown, remedy: remedy)
    ])
  }

  static func hash(_ bytes: [UInt8]) -> String { ContentDigest(of: bytes[...]).hexadecimal }
}

/// The file in a folder of plugins that says which of them were installed, from where, and what their files are.
struct PluginLock: Sendable {
  static let fileName = "copydesk.lock"

  /// One plugin that was installed.
  struct Entry: Hashable, Sendable {
    var name: String
    var version: String
    /// The file or folder that it was installed from, as it was named, from the root.
    var source: String
    /// SHA-256 by path.
    var files: [String: String]

    var isFolder: Bool { files["plugin.lua"] != nil }

    /// The name of its file or folder, below the folder of plugins.
    var place: String {
      if isFolder { return name }
      let file = files.keys.filter { !PluginFiles.isOfSpecs($0) }.min() ?? name
      let namespace = name.split(separator: "/").dropLast().map { "\($0)/" }.joined()
      return namespace + file
    }
  }

  private(set) var entries: [Entry] = []
  /// Why the file cannot be read.
  private(set) var fault: String?

  init() {}

  /// Reads the lock of a folder; nil where there is none.
  init?(of folder: Path) {
    let path = folder.appending(Self.fileName)
    let bytes: [UInt8]
    do { bytes = try PluginFiles.contents(of: path) } catch {
      if error.isAbsence { return nil }
      fault = "\(path.shown): \(error.message)"
      return
    }
    do throws(TOML.Fault) {
      let document = try TOML(bytes)
      for value in document.fields["plugin"]?.list ?? [] { try add(value) }
    } catch { fault = "\(path.shown):\(error.line): \(error.message)" }
  }

  private mutating func add(_ value: Value) throws(TOML.Fault) {
    guard let name = value["name"]?.string, PluginNames.isQualified(name),
      let files = value["files"]?.map
    else { throw TOML.Fault(line: 1, message: "a plugin without a name or files") }
    entries.append(
      Entry(
        name: name, version: value["version"]?.string ?? PluginDescription.unversioned,
        source: value["source"]?.string ?? "",
        files: Dictionary(
          files.entries.compactMap { entry in entry.value.string.map { (entry.name, $0) } }
        ) { $1 }))
  }

  subscript(name: String) -> Entry? { entries.first { $0.name == name } }

  /// What a plugin's files must be; nil for one that somebody else has put there.
  func seal(of name: String) -> PluginSeal? {
    if let fault { return .broken(fault) }
    return self[name].map { .files($0.files) }
  }

  /// The installed plugins whose names have a namespace, which lie one folder deeper.
  func plugins(withNamespaceIn folder: Path) -> [CataloguedPlugin] {
    entries.filter { $0.name.contains("/") }.map {
      CataloguedPlugin(
        name: $0.name, path: folder.appending($0.place), seal: .files($0.files))
    }
  }

  mutating func put(_ entry: Entry) {
    entries.removeAll { $0.name == entry.name }
    entries.append(entry)
    entries.sort { $0.name < $1.name }
  }

  mutating func remove(_ name: String) { entries.removeAll { $0.name == name } }

  var text: String {
    var text =
      "# What copydesk install has put here. A plugin whose files are others does not load.\n"
    for entry in entries {
      text += "\n[[plugin]]\nname = \(entry.name.quotedForTOML)\n"
      text += "version = \(entry.version.quotedForTOML)\nsource = \(entry.source.quotedForTOML)\n"
      text += "\n[plugin.files]\n"
      for (file, hash) in entry.files.sorted(by: { $0.key < $1.key }) {
        text += "\(file.quotedForTOML) = \"\(hash)\"\n"
      }
    }
    return text
  }
}

extension String {
  /// As a basic string of TOML, which is one of JSON.
  var quotedForTOML: String { Value.string(self).shown }
}
