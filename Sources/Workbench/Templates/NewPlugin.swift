import Document
import Scripting

/// A plugin to begin with: files that run at once, with a spec and a comment at each place to change.
package struct NewPlugin {
  /// What a plugin is to begin from.
  package enum Start {
    case template(PluginTemplate)
    /// A list of rules.
    case rules([UInt8])
  }

  /// Why there is no new plugin.
  package enum Refusal: Error {
    case name(String, rule: String)
    /// Something is there already.
    case exists(String)
  }

  /// The files by their paths in the plugin's folder.
  private let files: [(name: String, bytes: [UInt8])]
  private let folder: Path
  package let name: String

  /// - Parameter path: the folder to make, whose name is the plugin's.
  /// - Throws: `Refusal`, and `WorkbenchError` where a list of rules cannot be used.
  package init(at path: [UInt8], from start: Start) throws {
    folder = Path(path).trimmed
    name = Path(Array(folder.lastName)).shown
    guard PluginNames.isPlugin(name) else {
      throw Refusal.name(name, rule: PluginNames.rule)
    }
    switch start {
    case .template(let template): files = template.files(named: name)
    case .rules(let path): files = try Self.files(from: Path(path), named: name)
    }
  }

  /// Makes the folder and writes the files; nothing that is there is touched.
  /// - Returns: the files, as messages show them.
  package func write() throws -> [String] {
    guard (try? FileStatus(of: folder)) == nil else { throw Refusal.exists(folder.shown) }
    var made: [String] = []
    for file in files {
      let path = folder.appending(file.name)
      do { try path.folder.makeFolders() } catch {
        throw WorkbenchError.output(path: path.folder.shown, errno: error.errno)
      }
      let output = try OutputFile(path.bytes)
      try output.write(file.bytes[...])
      try output.complete(isDurable: false)
      made.append(path.shown)
    }
    return made
  }

  /// How a run names it: with a slash, so that it is a path.
  package var selection: String {
    folder.shown.contains("/") ? folder.shown : "./\(folder.shown)"
  }

  package var path: String { folder.shown }

  // MARK: Rules

  private static func files(
    from path: Path, named name: String
  ) throws(WorkbenchError) -> [(name: String, bytes: [UInt8])] {
    let bytes: [UInt8]
    do { bytes = try PluginFiles.contents(of: path) } catch {
      throw .input(path: path.shown, errno: error.errno)
    }
    let rules: RulePlugin
    do { rules = try RulePlugin(bytes, path: path, name: name) } catch {
      throw .plugins(error.problems)
    }
    return [("plugin.lua", Array(rules.program.utf8))] + rules.lists
      + [("tests/\(name).toml", Array(spec(of: rules.sheet).utf8))]
  }

  /// A spec for the first term that is plain words.
  private static func spec(of sheet: RuleSheet) -> String {
    let plain = sheet.rules.first { rule in
      rule.form == .words && rule.term.utf8.allSatisfy { !"*[]\\\"".utf8.contains($0) }
    }
    let language = sheet.languages?.first ?? "en"
    return """
      # What the plugin must find; copydesk test tries it.
      [[spec]]
      name = "a term is counted and marked"
      language = "\(language)"
      text = "\(plain.map { "[term:\($0.term)]" } ?? "")"
      fields.count = \(plain == nil ? 0 : 1)

      """
  }
}
