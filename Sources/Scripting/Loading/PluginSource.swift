internal import Document
internal import Lua

/// The code of a plugin: its main file and the modules that it requires.
final class PluginSource {
  let package: PluginPackage
  /// What the plugin is to be called, by its file or folder.
  let name: String
  /// The main file's chunk.
  let mainChunk: String
  let outline: Outline
  let lexicons = LexiconCache()
  private var modules: [String: Module] = [:]
  /// Modules that the code names but that are not there.
  private var missing: Set<String> = []
  /// Whether only the modules known by now may be required: the plugin's hash covers them and no others.
  var isSealed = false

  init(_ package: PluginPackage) {
    self.package = package
    let last = package.path.split(separator: "/").last.map(String.init) ?? package.path
    let isFile = last.hasSuffix(".lua") && !package.isFolder
    name = package.name ?? (isFile ? String(last.dropLast(4)) : last)
    mainChunk = package.isFolder ? "\(name)/plugin.lua" : "\(name).lua"
    outline = Outline(Chunk(package.main))
    findModules(RequiredModules.names(in: package.main))
  }

  /// A module for `require`.
  func module(_ name: String) throws(Fault) -> Module {
    if let module = modules[name] { return module }
    if !package.isFolder || missing.contains(name),
      let remedy = ForeignNames.remedy(forModule: name)
    {
      throw Fault("module '\(name)' not found: \(remedy)")
    }
    guard package.isFolder else {
      throw Fault(
        "module '\(name)' not found: a plugin of one file has no modules; "
          + "make it a folder, \(self.name)/plugin.lua")
    }
    guard let path = Self.path(ofModule: name) else {
      throw Fault("'\(name)' is no module's name; write 'words' or 'words.english'")
    }
    guard !isSealed || missing.contains(name) else {
      throw Fault(
        "module '\(name)' is required too late; require it at the top of the plugin, "
          + "or name it literally: require \"\(name)\"")
    }
    guard !missing.contains(name), let bytes = try? package.read(path) else {
      throw Fault("module '\(name)' not found: no file \(self.name)/\(path)")
    }
    return add(name, path, bytes)
  }

  private func add(_ name: String, _ path: String, _ bytes: [UInt8]) -> Module {
    let module = Module(source: bytes, chunkName: "\(self.name)/\(path)")
    modules[name] = module
    return module
  }

  /// Modules that are named literally are known from the start, wherever the code requires them.
  private func findModules(_ names: [String]) {
    guard package.isFolder else { return }
    for name in names where modules[name] == nil {
      guard let path = Self.path(ofModule: name), let bytes = try? package.read(path) else {
        missing.insert(name)
        continue
      }
      _ = add(name, path, bytes)
      findModules(RequiredModules.names(in: bytes))
    }
  }

  /// `words.english` is `words/english.lua`.
  private static func path(ofModule name: String) -> String? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || $0 == 0x5F }
    }
    return isName && name.utf8.count <= 100 ? parts.joined(separator: "/") + ".lua" : nil
  }
}

// MARK: What errors show

extension PluginSource {
  /// The chunks of all its files.
  private func bytes(of chunk: String) -> [UInt8]? {
    if chunk == mainChunk { return package.main }
    return modules.values.first { $0.chunkName == chunk }?.source
  }

  func has(_ chunk: String) -> Bool { bytes(of: chunk) != nil }

  /// What keeps a file from being Lua, with its line: Lua's own words say less.
  func syntaxFault(of chunk: String) -> (fault: SyntaxFault, line: Int)? {
    guard let bytes = bytes(of: chunk) else { return nil }
    let tree = Chunk(bytes)
    return tree.faults.first.map { ($0, tree.line(of: $0.bytes.lowerBound)) }
  }

  /// A chunk's file as messages show it.
  func path(of chunk: String) -> String {
    guard package.isFolder, package.name == nil else { return package.path }
    return package.path + chunk.dropFirst(name.count)
  }

  /// The words of a line, without white space around them.
  func line(_ number: Int, of chunk: String) -> String? {
    guard let bytes = bytes(of: chunk), number > 0 else { return nil }
    let lines = bytes.split(
      separator: 0x0A, maxSplits: number, omittingEmptySubsequences: false)
    guard number <= lines.count else { return nil }
    let words = String(decoding: lines[number - 1].prefix(200), as: UTF8.self).trimmed
    return words.isEmpty ? nil : words
  }

  /// The files of code with their paths as messages show them, the main one first, and the names of modules.
  var codeFiles: [(path: String, module: String, bytes: [UInt8])] {
    [(path(of: mainChunk), "", package.main)]
      + modules.keys.sorted().compactMap { name in
        modules[name].map { (path(of: $0.chunkName), name, $0.source) }
      }
  }

  /// All files of code by their paths, in order.
  var files: [(path: String, bytes: [UInt8])] {
    let all = modules.values.map { (path: $0.chunkName, bytes: $0.source) }
    return [(mainChunk, package.main)]
      + all.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
