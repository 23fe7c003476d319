import Testing

/// The project's plugins do what the specs beside them say; `TestingPlugins` in the documentation says how to write them.
@Suite struct PluginTests {
  /// The project's folder.
  private static let root = "\(#filePath.dropLast("Tests/CommandTests/PluginTests.swift".count))"

  @Test(arguments: [
    "Plugins/briefing", "Plugins/classify", "Plugins/compare", "Plugins/entities",
    "Plugins/figures", "Plugins/gdelt", "Plugins/keywords", "Plugins/sentiment", "Plugins/sources",
    "Plugins/stories", "Plugins/timeline", "Plugins/topics",
    "Examples/plugins/hedging", "Examples/plugins/anonymous.lua", "Examples/plugins/ledes.lua",
  ])
  func `a plugin does what its specs say`(name: String) {
    let output = Program.run("test", "--no-config", Self.root + name, in: Scratch())
    #expect(output.errors == "")
    #expect(output.text.hasPrefix("\(Self.root)\(name): ok, "), "\(output.text)")
    if !name.hasSuffix(".lua") { #expect(!output.text.contains(" 0 specs ")) }
  }

  @Test func `the tutorial's plugin does what its specs say`() throws {
    let page = try #require(
      Scratch.bytes("\(Self.root)Sources/Scripting/Scripting.docc/WritingAPlugin.md"))
    let folder = Scratch()
    var file: (name: String, text: String)?
    for line in String(decoding: page, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("-- hedges/") {
        file = (String(line.dropFirst(3)), "")
      } else if line == "```" {
        if let file { folder.write(file.name, file.text) }
        file = nil
      } else {
        file?.text += "\(line)\n"
      }
    }
    let output = Program.run("test", "hedges", in: folder)
    #expect(output.text.hasPrefix("hedges: ok, 3 specs and 2 laws"), "\(output.text)")
  }
}
