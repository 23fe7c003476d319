import Glibc

/// Finds the plugins that lie in folders: `name.lua`, or a folder `name` that holds `plugin.lua`.
enum PluginFiles {
  /// How the names of files of specs end that lie beside a plugin of one file.
  static let specEndings = [".test.lua", ".test.toml", "_test.lua", "_test.toml"]

  /// The plugins in one folder, sorted by name; none where there is no such folder.
  static func plugins(in folder: Path) -> [CataloguedPlugin] {
    guard let listing = try? FolderListing(of: folder) else { return [] }
    return (0..<listing.count).compactMap { index in
      let path = folder.appending(listing[index].name)
      return isPlugin(path) ? CataloguedPlugin(name: name(of: path), path: path) : nil
    }
  }

  /// The plugin at a path, or all plugins of a folder that is none itself. A path without any counts as a plugin,
  /// for loading it to say what is wrong.
  static func plugins(at path: Path) -> [CataloguedPlugin] {
    if !isPlugin(path) {
      let plugins = plugins(in: path.trimmed)
      if !plugins.isEmpty { return plugins }
    }
    return [CataloguedPlugin(name: name(of: path), path: path)]
  }

  /// What a plugin at a path is called until it is loaded.
  static func name(of path: Path) -> String {
    let isFile = path.fileExtension == Array("lua".utf8)
    let name = isFile ? path.stem : path.lastName
    return Path(Array(name)).shown
  }

  private static func isPlugin(_ path: Path) -> Bool {
    guard let kind = try? FileStatus(of: path).kind else { return false }
    switch kind {
    case .file: return path.fileExtension == Array("lua".utf8) && !isOfSpecs(path)
    case .folder: return (try? FileStatus(of: path.appending("plugin.lua")))?.kind == .file
    default: return false
    }
  }

  private static func isOfSpecs(_ path: Path) -> Bool {
    specEndings.contains { path.lastName.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }
}
