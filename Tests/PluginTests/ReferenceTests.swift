import Document
import Glibc
import Testing

@testable import Scripting

/// Every example of the reference runs, and prints what stands behind it.
@Suite struct ReferenceTests {
  @Test(arguments: APIExamples.texts.indices)
  func `examples print what they say`(number: Int) throws {
    for (path, code) in APIExamples.split(APIExamples.texts[number]) {
      let example = LuaExample(code)
      let printed = try run(example, path)
      #expect(printed == example.expected, "\(path)")
      if getenv("UPDATE_GOLDEN") != nil, printed != example.expected {
        ExampleFile.update(path, example, printed)
      }
    }
  }

  @Test func `every name has an example and every example a name`() {
    let sections = PluginAPI.sections.sections
    let known = Set(sections.map(\.name) + sections.flatMap(\.entries).map(\.path))
    #expect(Set(APIExamples.all.keys).subtracting(known) == [])
    for section in sections where section.example == nil {
      for entry in section.entries where entry.name != "#" && entry.name != "[i]" {
        #expect(entry.example != nil, "\(entry.path)")
      }
    }
  }

  private func run(_ example: LuaExample, _ path: String) throws -> [String] {
    if example.lines.contains("return {") { return try load(example) }
    let isForReports =
      example.program.contains("report:")
      || ["ctx.summary", "ctx.run", "Run", "Counts"].contains(path)
    return try isForReports ? report(example, path) : analyze(example, path)
  }

  /// Loads a whole plugin and has it look at the article.
  private func load(_ example: LuaExample) throws -> [String] {
    let name = try #require(example.program.firstMatch(of: /name = "([a-z]+)"/)).output.1
    let host = try PluginHost([written("\(name).lua", ["": example.program])])
    let found = host.analyze(.example)[0]
    #expect(found.error == nil)
    if let part = found.aggregate { host.fold(plugin: String(name), part: part) }
    #expect(host.report(summaries: [:]).allSatisfy { $0.error == nil })
    return []
  }

  private func analyze(_ example: LuaExample, _ path: String) throws -> [String] {
    let code = """
      \(LuaExample.show)
      local show = function(...) if select("#", ...) > 0 then print(words(...)) end end
      return {
        api = 1, name = "trial", layers = { mark = "a mark" }, requires = { \(Self.requires) },
        options = { least = { type = "number", default = 0.5, doc = "the least weight" } },
        resources = { hedges = "hedges.tsv" },
        analyze = function(article, ctx)
          local print = show
          \(example.program)
        end,
      }
      """
    let host = try PluginHost([
      hedges, written("trial", ["plugin.lua": code, "hedges.tsv": Self.list]),
    ])
    let found = try #require(host.analyze(.example).first { $0.plugin == "trial" })
    #expect(found.error == nil, "\(path)")
    return found.log
  }

  private func report(_ example: LuaExample, _ path: String) throws -> [String] {
    let code = """
      \(LuaExample.show)
      return {
        api = 1, name = "trial", layers = { mark = "a mark" }, requires = { "hedges" },
        report = function(report, summary, ctx)
          local show = function(...) report:text(words(...)) end
          \(example.program)
        end,
      }
      """
    let host = try PluginHost([hedges, written("trial", ["plugin.lua": code])])
    let counts: Value = ["articles": 3, "skipped": 0, "failed": 0]
    let sections = host.report(
      summaries: ["trial": ["counts": counts], "hedges": ["hedging": 0.25, "counts": counts]],
      run: ["articles": 3, "words": 1412, "skipped": 0, "unreadable": 0, "since": "2025-03-01"])
    let section = try #require(sections.first { $0.plugin == "trial" })
    #expect(section.error == nil, "\(path)")
    #expect(!section.blocks.isEmpty, "\(path)")
    guard !path.hasPrefix("report.") else { return [] }
    return section.blocks.compactMap { if case .text(let words) = $0 { words } else { nil } }
  }

  /// All layers, and a plugin whose results the examples read.
  private static let requires =
    (LayerKind.allCases.map(\.rawValue) + ["hedges"]).map { "\"\($0)\"" }.joined(separator: ", ")

  private static let list = "term\tvalue\tkind\nmay\t0.5\tmodal\nmight\t0.7\tmodal\nit is said\t1\n"

  private var hedges: PluginPackage {
    let code = """
      return {
        api = 1, name = "hedges", layers = { hedge = "a word that weakens a claim" },
        fields = { hedging = { type = "number", merge = "mean" } },
        resources = { hedges = "hedges.tsv" },
        setup = function(ctx) return ctx:lexicon("hedges") end,
        analyze = function(article, ctx, hedges)
          for hit, value in hedges:hits(article) do ctx:annotate("hedge", hit, { weight = value }) end
          return { hedging = hedges:sum(article) / 5 }
        end,
      }
      """
    return written("hedges", ["plugin.lua": code, "hedges.tsv": Self.list])
  }
}

/// A plugin in a folder with its files; one of the name "" is a plugin of one file.
func written(_ name: String, _ files: [String: String]) -> PluginPackage {
  PluginPackage(
    path: name, main: Array((files["plugin.lua"] ?? files[""] ?? "").utf8),
    isFolder: files[""] == nil
  ) { path in
    guard let file = files[path] else { throw MissingFile() }
    return Array(file.utf8)
  }
}

/// The sources of the examples, which `UPDATE_GOLDEN` has written again with what was printed.
private enum ExampleFile {
  private static let folder = "Sources/Scripting/API/Examples"

  static func update(_ path: String, _ example: LuaExample, _ printed: [String]) {
    guard printed.count == example.expected.count else { return }
    for name in ProjectFiles.names(in: folder) where name.hasSuffix(".swift") {
      let file = "\(folder)/\(name)"
      guard let bytes = ProjectFiles.read(file) else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      let before = (["--# \(path)"] + example.lines).indented
      guard let place = text.firstRange(of: before) else { continue }
      let after = (["--# \(path)"] + example.printing(printed)).indented
      guard let out = fopen("\(ProjectFiles.root)/\(file)", "w") else { return }
      fputs(text[..<place.lowerBound] + after + text[place.upperBound...], out)
      fclose(out)
    }
  }
}

extension [String] {
  /// As they stand in a text of Swift.
  fileprivate var indented: String {
    map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n") + "\n"
  }
}
