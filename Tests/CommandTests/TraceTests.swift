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
        trace: a.txt: tone: tone.lua:9: print("seen", "2")
        trace: a.txt: tone: tone.lua:10: desk.round(2.26, 1) → 2.3
        note: a.txt: tone: seen  2

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

  @Test func `what a plugin does at the end of a run is traced, and what it says is told`() {
    folder.write("b.txt", "Snow fell.\n")
    folder.write(
      "plugins/fold.lua",
      """
      return {
        api = 1, name = "fold", summary = "Folds",
        setup = function(ctx) ctx:log("set up") end,
        analyze = function(article) return {} end,
        aggregate = {
          new = function() return { words = 0 } end,
          add = function(acc, article) acc.words = acc.words + article.word_count end,
          merge = function(a, b)
            print("merging", a.words, b.words)
            return { words = desk.round(a.words + b.words) }
          end,
        },
        report = function(report, summary, ctx)
          report:heading("Words")
          ctx:log(summary.words)
        end,
      }
      """)
    let output = Program.run(
      "report", "--plugin-path", "plugins", "-p", "fold", "--trace", "fold", "-o", "out", "a.txt",
      "b.txt", in: folder)
    #expect(output.status == 0)
    #expect(
      output.errors.contains(
        #"""
        trace: fold: fold.lua:9: print("merging", "7", "2")
        trace: fold: fold.lua:10: desk.round(9) → 9
        trace: fold: fold.lua:14: report:heading("Words")
        trace: fold: fold.lua:15: ctx:log(9)
        note: fold: merging  7  2
        note: fold: 9

        """#), "\(output.errors)")
    #expect(output.errors.split(separator: "\n").count { $0.hasSuffix(": set up") } == 1)
  }

  @Test func `a plugin that does not run cannot be traced`() {
    let output = run("-p", "tone", "--trace", "ton", "a.txt")
    #expect(output.errors == "error: --trace: no plugin 'ton' in this run; did you mean 'tone'?\n")
    #expect(output.status == 2)
  }
}
