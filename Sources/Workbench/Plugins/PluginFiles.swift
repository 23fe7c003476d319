import Glibc

/// Finds the plugins that lie in folders: `name.lua`, a folder `name` that holds `plugin.lua`, or a list of rules, `name.tsv`
/// or `name.toml`.
package enum PluginFiles {
  /// How the names of files of specs end that lie beside a plugin of one file.
  static let specEndings = [".test.lua", ".test.toml", "_test.lua", "_test.toml"]

  /// The plugins in one folder, sorted by name; none where there is no such folder. Those that were installed there are sealed.
  static func plugins(in folder: Path) -> [CataloguedPlugin] {
    guard let listing = try? FolderListing(of: folder) else { return [] }
    let lock = PluginLock(of: folder)
    let found = (0..<listing.count).compactMap { index -> CataloguedPlugin? in
      let path = folder.appending(listing[index].name)
      guard isPlugin(path) else { return nil }
      let name = name(of: path)
      return CataloguedPlugin(name: name, path: path, seal: lock?.seal(of: name))
    }
    return found + (lock?.plugins(withNamespaceIn: folder) ?? [])
  }

  /// The plugin at a path, or all plugins of a folder that is none itself. A path without any counts as a plugin,
  /// for loading it to say what is wrong.
  static func plugins(at named: Path) -> [CataloguedPlugin] {
    if !isPlugin(named) {
      let plugins = plugins(in: named.trimmed)
      if !plugins.isEmpty { return plugins }
    }
    let path = path(named)
    let name = name(of: path)
    let seal = PluginLock(of: path.trimmed.folder)?.seal(of: name)
    return [CataloguedPlugin(name: name, path: path, seal: seal)]
  }

  /// A path as it was named; of `.` and `..` the folder that they stand for, after which a plugin is called.
  static func path(_ named: Path) -> Path {
    let isUnnamed = [Array(".".utf8), Array("..".utf8)].contains(Array(named.lastName))
    return isUnnamed ? named.resolved ?? named : named
  }

  /// What a plugin at a path is called until it is loaded.
  static func name(of path: Path) -> String {
    let name = hasExtension(path) ? path.stem : path.lastName
    return Path(Array(name)).shown
  }

  private static func isPlugin(_ path: Path) -> Bool {
    guard let kind = try? FileStatus(of: path).kind else { return false }
    switch kind {
    case .file: return hasExtension(path) && !isOther(path)
    case .folder: return (try? FileStatus(of: path.appending("plugin.lua")))?.kind == .file
    default: return false
    }
  }

  /// Whether a name ends as those of plugins that are files.
  package static func isFileName(_ name: String) -> Bool { hasExtension(Path(name)) }

  private static func hasExtension(_ path: Path) -> Bool {
    path.fileExtension == Array("lua".utf8) || isOfRules(path)
  }

  static func isOfRules(_ path: Path) -> Bool { RulePlugin.extensions.contains(path.fileExtension) }

  /// Files beside plugins that are none.
  private static func isOther(_ path: Path) -> Bool {
    path.lastName.elementsEqual(Configuration.fileName.utf8)
      || isOfSpecs(String(decoding: path.lastName, as: UTF8.self))
  }

  /// Whether a name is that of specs beside a plugin of one file.
  static func isOfSpecs(_ name: String) -> Bool { specEndings.contains(where: name.hasSuffix) }
}
