import Document
import Testing

@testable import Scripting

/// What `check` has to say of honest code: the examples of the reference, which all run.
@Suite struct CheckedExampleTests {
  /// What the examples do without a plugin's declarations around them.
  private static let undeclared: Set<String> = [
    "undeclared-layer", "unknown-resource", "missing-requirement", "unknown-option",
  ]

  @Test(arguments: APIExamples.texts.indices)
  func `examples of the reference have no errors`(number: Int) {
    for (path, code) in APIExamples.split(APIExamples.texts[number]) {
      let example = LuaExample(code)
      let isWhole = example.lines.contains("return {")
      let source = isWhole ? example.program : Self.plugin(example.program)
      let package = PluginPackage(path: "a.lua", main: Array(source.utf8), isFolder: false) { _ in
        throw SchemaFault(path: "a.lua", expected: "a folder")
      }
      let told = PluginHost.inspect(package, errors: []).filter { diagnostic in
        diagnostic.severity == .error && !Self.undeclared.contains(diagnostic.code)
      }
      #expect(told.isEmpty, "\(path): \(told.map { "\($0.code) \($0.message)" }) \(source)")
    }
  }

  /// The lines as what a plugin does, in `analyze` or, where they write to it, in `report`.
  private static func plugin(_ lines: String) -> String {
    let head =
      lines.contains("report:") || lines.contains("summary")
      ? "report = function(report, summary, ctx, article, state)"
      : "analyze = function(article, ctx, state)"
    return """
      local function show(...) print(...) end
      return { api = 1, name = "a", \(head)
      \(lines)
      end }
      """
  }
}
