package import Document
internal import Lua

/// A house's own writer of reports: one Lua file that makes a text of what a report holds.
///
/// It runs in a sandbox of its own and has the library `desk`, but no article and no plugin.
package final class TemplateHost {
  /// What the file that it writes is to be called.
  package let file: String
  private let sandbox: Sandbox
  private let write: Reference

  private static let keys = ["api", "file", "summary", "write"]
  /// Bytes of a file's name.
  private static let longestName = 100

  /// Runs the template's file, and looks at the table that it returns.
  package init(_ package: PluginPackage, limits: Limits = Limits()) throws(PluginError) {
    let source = PluginSource(package)
    let sandbox = Sandbox(source, galley: Galley(), limits: limits)
    let table = try sandbox.run()
    for (name, _) in table.items where !Self.keys.contains(name) {
      throw Self.fault(
        "\(name): a template has no such key", at: name, source,
        remedy: Suggestions.question(Suggestions.like(name, among: Self.keys))
          ?? "it has \(Self.keys.joined(separator: ", "))")
    }
    guard case .value(let version)? = table["api"], version == 1 else {
      throw Self.fault("api: expected 1", at: "api", source, remedy: "write: api = 1")
    }
    guard case .value(.string(let name))? = table["file"], Self.isFileName(name) else {
      throw Self.fault(
        "file: expected the name of a file, of letters, digits, dots and hyphens", at: "file",
        source, remedy: "write: file = \"note.txt\"")
    }
    guard let write = table.function("write") else {
      throw Self.fault(
        "write: expected a function", at: "write", source,
        remedy: "write: write = function(report) return \"…\" end")
    }
    (file, self.sandbox, self.write) = (name, sandbox, write)
  }

  /// What the template makes of a report.
  package func text(of report: Value) throws(PluginError) -> String {
    sandbox.session.phase = .write
    let data = try sandbox.value(report)
    let text: String?
    let type: String
    do throws(ScriptError) {
      (text, type) = try sandbox.interpreter.call(
        write, arguments: { $0.push(data) },
        read: { ($0[1].type == .string ? $0[1].string : nil, $0[1].typeName) })
    } catch {
      throw PluginError(error, in: sandbox.source, named: sandbox.source.name, phase: .write)
    }
    guard let text else {
      throw PluginError(
        type == "string" ? "write: the text is not UTF-8" : "write: expected a string, got \(type)",
        at: "write", in: sandbox.source, named: sandbox.source.name, phase: .write, kind: .result,
        remedy: type == "table" ? "return table.concat(lines, \"\\n\")" : nil)
    }
    return text
  }

  private static func isFileName(_ name: String) -> Bool {
    (1...longestName).contains(name.utf8.count) && !name.hasPrefix(".")
      && name.utf8.allSatisfy {
        $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || ".-_".utf8.contains($0)
      }
  }

  private static func fault(
    _ message: String, at path: String, _ source: PluginSource, remedy: String
  ) -> PluginError {
    PluginError(
      message, at: path, in: source, named: source.name, phase: .load, remedy: remedy)
  }
}
