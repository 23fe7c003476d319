import Testing

/// `copydesk doc` and `copydesk types`.
@Suite struct ReferenceTests {
  private let folder = Scratch()

  @Test(arguments: [
    ("article.quotes", "article.quotes: copydesk.Quote[]\n"),
    ("ctx:annotate", "ctx:annotate(layer: string, "),
    ("CTX.Annotate(", "ctx:annotate(layer: string, "),
    ("sentence.text", "span.text: string\n"),
    ("copydesk.Sentence", "Sentence\n"),
    ("round", "desk.round(number: number, "),
    ("plugin.fields", "fields?: table<string, copydesk.Field>\n"),
    ("half goes to the even", "desk.round("),
  ])
  func `doc shows what a name stands for`(words: String, beginning: String) {
    let output = Program.run("doc", words, in: folder)
    #expect(output.text.hasPrefix(beginning))
    #expect(output.status == 0)
  }

  @Test func `doc shows an example with what it prints`() {
    let output = Program.run("doc", "desk.round", in: folder)
    #expect(output.text.contains("\n  desk.round(2.5)  --> 2\n"))
  }

  @Test func `doc without a name lists everything`() {
    let output = Program.run("doc", in: folder)
    #expect(
      output.lines.contains {
        $0.hasPrefix("  desk.json ") && $0.hasSuffix(" Reads and writes JSON.")
      })
    #expect(output.text.contains("\n  Lexicon "))
  }

  @Test func `doc asks what was meant`() {
    let output = Program.run("doc", "article.quots", in: folder)
    #expect(output.errors.contains("did you mean 'article.quotes'"))
    #expect(output.status == 2)
  }

  @Test(arguments: [
    ("io.open", "scripts reach no files"), ("os.clock", "scripts have no clock"),
  ])
  func `doc says why there is no such name`(name: String, reason: String) {
    let output = Program.run("doc", name, in: folder)
    #expect(output.errors.hasPrefix("error: plugins have no '\(name)': \(reason)"))
    #expect(output.status == 2)
  }

  @Test(arguments: ["html", "markdown"])
  func `doc writes pages`(format: String) {
    let output = Program.run("doc", "--format", format, "-o", "api", in: folder)
    #expect(output.errors == "")
    #expect(output.status == 0)
    let ending = format == "html" ? "html" : "md"
    #expect(folder.read("api/index.\(ending)")?.contains("desk.json.\(ending)") == true)
    #expect(folder.read("api/sentence.\(ending)")?.contains("copydesk.Sentence") == true)
  }

  @Test func `types are written with settings, but not over somebody's own`() {
    #expect(Program.run("types", in: folder).text.hasPrefix("---@meta\n"))
    #expect(Program.run("types", "-o", "plugins", in: folder).status == 0)
    #expect(folder.read("plugins/.copydesk/types/copydesk.lua")?.hasPrefix("---@meta\n") == true)
    #expect(folder.read("plugins/.luarc.json")?.contains(".copydesk/types") == true)
    folder.write("plugins/.luarc.json", "{}")
    let again = Program.run("types", "-o", "plugins", in: folder)
    #expect(again.errors.contains("left as it is"))
    #expect(folder.read("plugins/.luarc.json") == "{}")
  }
}
