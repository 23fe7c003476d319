import Document
import Scripting

/// A file of specs beside a plugin: Lua that returns a list of them, or TOML with `[[spec]]`.
struct SpecFile {
  let path: Path
  private let plugin: String
  private let bytes: [UInt8]

  /// The files of a plugin's specs, in the order of their names: all in its folder `tests`, or, of a plugin of one file,
  /// those beside it that are called like it, `name.test.lua`, `name.test.toml` or with `_test`.
  static func paths(of plugin: CataloguedPlugin) -> [Path] {
    if (try? FileStatus(of: plugin.path))?.kind == .folder {
      let folder = plugin.path.trimmed.appending("tests")
      guard let listing = try? FolderListing(of: folder) else { return [] }
      return (0..<listing.count).map { folder.appending(listing[$0].name) }.filter {
        [Array("lua".utf8), Array("toml".utf8)].contains($0.fileExtension)
      }
    }
    return PluginFiles.specEndings.map { ending in
      plugin.path.folder.appending(plugin.path.stem + Array(ending.utf8))
    }.filter { (try? FileStatus(of: $0))?.kind == .file }
  }

  /// - Parameter plugin: whose specs they are.
  init(_ path: Path, of plugin: String) throws(PluginError) {
    self.path = path
    self.plugin = plugin
    do { bytes = try PluginFiles.contents(of: path) } catch {
      throw PluginError(
        plugin: plugin, phase: "test", kind: .load, message: error.message, file: path.shown)
    }
  }

  /// The specs' tables, not yet looked into.
  func values(limits: Limits) throws(PluginError) -> [Value] {
    path.fileExtension == Array("lua".utf8) ? try scripted(limits) : try written
  }

  private func scripted(_ limits: Limits) throws(PluginError) -> [Value] {
    let value = try SpecScript.value(
      of: bytes, path: path.shown, plugin: plugin, limits: limits)
    guard let list = value.list else {
      throw fault(
        "a file of specs returns a list of them, but it returned a \(value.typeName)",
        remedy: "end it with: return { { name = \"…\", text = \"…\" } }")
    }
    return list
  }

  private var written: [Value] {
    get throws(PluginError) {
      let document: TOML
      do throws(TOML.Fault) { document = try TOML(bytes) } catch {
        let words = error.key.map { "\($0): \(error.message)" } ?? error.message
        throw fault(words, line: error.line)
      }
      if let stray = document.fields.names.first(where: { $0 != "spec" }) {
        throw fault(
          "there is no key '\(stray)' outside of the specs", line: document.lines[stray],
          remedy: "begin each spec with [[spec]]")
      }
      return document.fields["spec"]?.list ?? []
    }
  }

  /// The line on which a spec begins, counted from 0 in the file.
  func line(ofSpec number: Int) -> Int? {
    path.fileExtension == Array("lua".utf8)
      ? SpecScript.line(ofSpec: number, in: bytes)
      : (try? TOML(bytes))?.lines[TOML.element(of: "spec", number)]
  }

  func fault(_ message: String, line: Int? = nil, remedy: String? = nil) -> PluginError {
    PluginError(
      plugin: plugin, phase: "test", kind: .load, message: message, file: path.shown, line: line,
      remedy: remedy)
  }

  /// The line on which a spec's name stands, counted from 1, looked for behind another line.
  func line(of name: String, after: Int) -> Int? {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let quoted = ["\"\(name)\"", "'\(name)'"].map { Array($0.utf8) }
    let line = lines.indices.dropFirst(after).first { index in
      quoted.contains { lines[index].contains($0) }
    }
    return line.map { $0 + 1 }
  }
}
