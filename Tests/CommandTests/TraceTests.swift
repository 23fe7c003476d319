import Testing

/// `run --trace`: every call of a plugin into the host.
@Suite struct TraceTests {
  let folder = Scratch(["a.txt": "Storm\n\nRain fell on the harbour. Nobody came.\n"])

  init() {
    plugin(
      "tone", #"layers = { word = "a word" }, requires = { "sentences" },"#,
      """
      for _, sentence in ipairs(article.sentences) do
        ctx:annotate("word", sentence, { weight = 2, note = "a\\nb" })
      end
      print("seen", #article.sentences)
      return { n = desk.round(2.26, 1) // 1 }
      """)
    plugin("quiet", "", "return { n = article.word_count }")
  }

  private func plugin(_ name: String, _ declarations: String, _ analyze: String) {
    folder.write(
      "plugins/\(name).lua",
      """
      --- Counts for tests.
      return {
        api = 1, name = "\(name)", \(declarations)
        fields = { n = { type = "number", merge = "sum", doc = "how many" } },
        analyze = function(article, ctx)
      \(analyze)
        end,
      }
      """)
  }

  private func run(_ arguments: String...) -> Program.Output {
    Program.run(["run", "--plugin-path", "plugins"] + arguments, in: folder)
  }

  @Test func `each call is told with its line, arguments and results`() {
    let output = run("-p", "tone,quiet", "--trace", "tone", "a.txt")
    #expect(output.status == 0)
    #expect(
      output.errors == #"""
        trace: a.txt: tone: tone.lua:6: article.sentences → 2 sentences
        trace: a.txt: tone: tone.lua:7: ctx:annotate("word", sentence 1–25 "Rain fell on the harbour.", {note = "a\nb", weight = 2})
        trace: a.txt: tone: tone.lua:7: ctx:annotate("word", sentence 27–38 "Nobody came.", {note = "a\nb", weight = 2})
        trace: a.txt: tone: tone.lua:9: article.sentences → 2 sentences
        trace: a.txt: tone: tone.lua:9: print("seen\t2")
        trace: a.txt: tone: tone.lua:10: desk.round(2.26, 1) → 2.3
        note: a.txt: tone: seen\t2

        """#)
    #expect(output.text == run("-p", "tone,quiet", "a.txt").text)
  }

  @Test func `a failing call is told with its error, before the plugin's`() {
    plugin("bad", "", #"return { n = article:slice(desk.regex("x")) }"#)
    let output = run("-p", "bad", "--trace", "bad", "-q", "a.txt")
    #expect(output.status == 3)
    #expect(output.errors.hasPrefix(#"trace: a.txt: bad: bad.lua:6: desk.regex("x") → regex"#))
    #expect(output.errors.contains("article:slice(regex) → error: bad argument #1: expected span"))
    #expect(output.errors.contains("\nerror: a.txt: bad: plugins/bad.lua:6: bad argument #1 to"))
  }

  @Test func `a plugin that calls without end does not bury the reader`() {
    plugin("loop", "", "for n = 1, 50000 do desk.round(n) end return { n = 1 }")
    let output = run("-p", "loop", "--trace", "loop", "a.txt")
    let lines = output.errors.split(separator: "\n")
    #expect(lines.count == 2001)
    #expect(lines.contains("trace: a.txt: loop: … 48000 more calls"))
    #expect(lines.last?.hasSuffix("desk.round(50000) → 50000") == true)
  }

  @Test func `what a text holds cannot command the terminal`() {
    plugin("shout", "", #"ctx:log("\27[31mred", "\u{202E}") return { n = 1 }"#)
    let output = run("-p", "shout", "--trace", "shout", "a.txt")
    #expect(!output.errors.contains("\u{1B}"))
    #expect(!output.errors.contains("\u{202E}"))
    #expect(output.errors.contains(#"ctx:log("\x1b[31mred""#))
  }

  @Test func `a plugin that does not run cannot be traced`() {
    let output = run("-p", "tone", "--trace", "ton", "a.txt")
    #expect(output.errors == "error: --trace: no plugin 'ton' in this run; did you mean 'tone'?\n")
    #expect(output.status == 2)
  }
}
