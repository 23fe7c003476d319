import Document
import Testing

@testable import Scripting

/// What the pages for authors show runs, and does what they say.
@Suite struct PageTests {
  /// The code blocks of a page of the documentation.
  private static func blocks(of page: String) -> [LuaExample] {
    let path = "Sources/Scripting/Scripting.docc/\(page).md"
    let text = String(decoding: ProjectFiles.read(path) ?? [], as: UTF8.self)
    return text.split(separator: "```lua\n").dropFirst().compactMap { part in
      part.firstRange(of: "```").map { LuaExample(String(part[..<$0.lowerBound]).trimmed) }
    }
  }

  private static let recipes = blocks(of: "Cookbook")
  private static let pitfalls = blocks(of: "Pitfalls")

  @Test func `the cookbook's article is that of the examples`() throws {
    let path = "Sources/Scripting/Scripting.docc/Cookbook.md"
    let page = String(decoding: ProjectFiles.read(path) ?? [], as: UTF8.self)
    let metadata = Article.example.metadata
    let day = try #require(metadata.published?.value.prefix(10))
    let publisher = try #require(metadata.publisher?.value)
    let section = try #require(metadata.section?.value)
    #expect(
      page.contains(
        """
        ---
        title: \(APIExamples.title)
        date: \(day)
        publisher: \(publisher)
        section: \(section)
        ---

        \(APIExamples.text)
        ```
        """))
  }

  @Test func `the cookbook has its recipes`() { #expect(Self.recipes.count >= 15) }

  @Test(arguments: recipes.indices)
  func `a recipe finds what it says`(number: Int) throws {
    let recipe = Self.recipes[number]
    let name = try #require(recipe.lines.first?.firstMatch(of: /-- (\w+)\.lua/)).output.1
    // A recipe may build on one before it.
    let host = try PluginHost(Self.recipes.compactMap(\.plugin))
    let found = try #require(host.analyze(.example).first { $0.plugin == name })
    #expect(found.error == nil)
    let fields = found.fields.entries.map { "\($0.name) = \($0.value.lua)" }
    #expect(fields == recipe.expected)
    for layer in host.descriptions.first(where: { $0.name == name })?.layers ?? [] {
      #expect(found.annotations.contains { $0.name == layer.name }, "\(layer.name)")
    }
    if let part = found.aggregate { host.fold(plugin: String(name), part: part) }
    let summary: Fields = ["section": .list([["name": "Local", "value": 1]])]
    let sections = host.report(
      summaries: [String(name): summary], run: ["articles": 1], without: Self.names(but: name))
    #expect(sections.allSatisfy { $0.error == nil })
  }

  @Test(arguments: pitfalls.indices)
  func `a pitfall is as it is told`(number: Int) throws {
    let example = Self.pitfalls[number]
    let code = """
      \(LuaExample.show)
      local show = function(...) print(words(...)) end
      return {
        api = 1, name = "trial",
        analyze = function(article, ctx)
          \(example.program)
        end,
      }
      """
    let found = try PluginHost([written("trial", ["": code])]).analyze(.example)[0]
    #expect(found.error == nil)
    #expect(found.log == example.expected)
  }

  private static func names(but name: Substring) -> Set<String> {
    Set(recipes.compactMap(\.name)).subtracting([String(name)])
  }
}

extension LuaExample {
  /// The name of the plugin that it is the whole of.
  fileprivate var name: String? {
    lines.first?.firstMatch(of: /-- (\w+)\.lua/).map { String($0.output.1) }
  }

  fileprivate var plugin: PluginPackage? {
    name.map { written("\($0).lua", ["": lines.joined(separator: "\n")]) }
  }
}

extension Value {
  /// As Lua writes it.
  fileprivate var lua: String {
    switch self {
    case .null: "nil"
    case .bool(let bool): "\(bool)"
    case .integer(let integer): "\(integer)"
    case .number(let number): "\(number)"
    case .string(let string): "\"\(string)\""
    case .list(let list): "{ \(list.map(\.lua).joined(separator: ", ")) }"
    case .map(let fields):
      "{ \(fields.entries.map { "[\"\($0.name)\"] = \($0.value.lua)" }.joined(separator: ", ")) }"
    }
  }
}
