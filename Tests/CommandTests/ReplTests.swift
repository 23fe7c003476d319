import Glibc
import Testing

/// `repl`: Lua about an article, line by line.
@Suite struct ReplTests {
  let folder = Scratch([
    "a.txt": "Storm\n\n\"We waited,\" said Ada Roe. Nobody came to Bremen.\n",
    "b.txt": "Snow fell.\n",
    "plugins/tone.lua": """
    --- Counts for tests.
    return {
      api = 1, name = "tone", layers = { word = "a word" },
      fields = { n = { type = "integer", merge = "sum", doc = "how many" } },
      options = { least = { type = "integer", default = 3, doc = "letters" } },
      setup = function(ctx) return { least = ctx.options.least } end,
      analyze = function(article, ctx, state)
        ctx:annotate("word", article.headline)
        return { n = state.least }
      end,
    }
    """,
  ])

  private func repl(_ lines: String, _ arguments: String...) -> Program.Output {
    Program.run(
      ["repl", "--plugin-path", "plugins"] + arguments, in: folder, input: Array(lines.utf8))
  }

  @Test func `values are shown as a script would write them, spans with their words`() {
    let output = repl(
      """
      1 + 1, "a\\tb", nil, {1, 2, x = {y = true}}
      article
      article.sentences[2]
      #article.quotes
      """, "a.txt")
    #expect(output.status == 0)
    #expect(output.errors == "")
    #expect(
      output.text == #"""
        Storm (9 words)
        2
        "a\tb"
        nil
        {1, 2, x = {y = true}}
        article "a.txt"
        sentence 28–49 "Nobody came to Bremen."
        1

        """#)
  }

  @Test func `a layer is a table of its items, with what the host knows of each`() {
    let output = repl("article.quotes\n", "a.txt")
    #expect(output.lines[1] == "1 quote")
    #expect(output.lines[2].hasPrefix(#"  [1] quote 1–12 "\"We waited,\""  speaker = span "#))
    #expect(output.lines[2].contains(#"speaker_name = "Ada Roe""#))
    #expect(output.lines[2].contains(#"kind = "direct""#))
  }

  @Test func `names stay, lines may be continued, print prints`() {
    let output = repl(
      """
      total = 0
      for _, token in ipairs(article.tokens) do
        total = total + 1
      end
      print("total", total)
      local kept, more = 1, 2
      kept + more
      local function half(n) return n / 2 end
      half(3)
      do local lost = 1 end
      lost
      """, "a.txt")
    #expect(output.text.hasSuffix("\ntotal  14\n3\n1.5\n"))
    #expect(output.errors == "error: input:1: undefined global 'lost'; did you mean 'os'?\n")
  }

  @Test func `errors end nothing`() {
    let output = repl(
      """
      local x; return x.y
      if then
      error({ message = "own" })
      article:slice({first = 1, last = 900})
      7
      """, "a.txt")
    #expect(output.lines.last == "7")
    #expect(output.status == 0)
    #expect(
      output.errors.hasPrefix(
        "error: input:1: attempt to index a nil value (local 'x'); 'x' is nil here; ask first: if x then … end\n"
          + "error: input:1: unexpected symbol near 'then'\n"))
    #expect(output.errors.contains("the span 1…900 is not inside the text, which has 49 bytes"))
  }

  @Test(arguments: [
    ("1 +", "the input ends where something more is expected"),
    ("local t = {", "the input ends where something more is expected"),
    ("for i = 1, 3 do", "'end' expected before the end of the input"),
    ("x = = 1", "unexpected symbol near '='"),
    ("article.words", "article has no 'words'; did you mean 'word_count' or 'tokens'?"),
  ])
  func `a line that cannot be run is told with what it lacks`(line: String, message: String) {
    #expect(repl(line, "a.txt").errors == "error: input:1: \(message)\n")
  }

  @Test func `a line without end costs the names, and not the session`() {
    let output = repl(
      "x = 1\nwhile true do end\nx\narticle.id\nstring.rep('x', 1 << 28)\n2\n", "--timeout", "1",
      "a.txt")
    #expect(output.text.hasSuffix("\n\"a.txt\"\n2\n"))
    #expect(output.errors.contains("error: input:1: the time limit was reached\n"))
    #expect(output.errors.contains("note: a new state was opened"))
    #expect(output.errors.contains("undefined global 'x'"))
  }

  @Test func `a plugin is loaded, run and looked into`() {
    let output = repl(
      """
      :load tone
      ctx.options.least, state.least
      ctx.options
      :run
      plugin.analyze(article, ctx, { least = 9 })
      :article b.txt
      article.text
      """, "-O", "tone.least=5", "a.txt")
    #expect(output.errors == "")
    #expect(output.text.contains("tone\n5\n5\noptions {least = 5}\n"))
    #expect(output.text.contains("\n    n          5\n"))
    #expect(output.text.contains("[Storm]"))
    #expect(output.text.contains("\n{n = 9}\n"))
    #expect(
      output.text.hasSuffix("\"Snow fell.\\n\"\n") || output.text.hasSuffix("\"Snow fell.\"\n"))
  }

  @Test func `orders say what they know, and what they do not`() {
    let output = repl(
      ":layers\n:time 1\n:help\n:lod x\n:load nothing\n:article none.txt\n:quit\n1\n", "a.txt")
    #expect(output.text.contains("\nsentences       2\n"))
    #expect(output.text.contains(" ms\n"))
    #expect(output.text.contains(":load PLUGIN"))
    #expect(!output.text.hasSuffix("\n1\n"))
    #expect(output.errors.contains("error: unknown order ':lod'; did you mean ':load'?\n"))
    #expect(output.errors.contains("error: no plugin or category 'nothing'"))
    #expect(output.errors.contains("error: none.txt: no such file or directory"))
  }

  @Test(arguments: [
    ("describe(article)", "article:slice("), ("describe(article.quotes)", "quote.speaker"),
    ("describe(article.quotes[1])", "quote.speaker"), ("describe(ctx)", "ctx:annotate("),
    ("describe(desk.round)", "desk.round(number"),
    (#"describe("article.quotes")"#, "article.quotes"),
    ("describe(desk)", "desk.fold("), (":doc ctx:log", "ctx:log("),
  ])
  func `everything of the host's can be described`(line: String, words: String) {
    let output = repl(line + "\n", "a.txt")
    #expect(output.text.contains(words), "\(output.text)\(output.errors)")
    #expect(output.errors == "")
  }

  @Test func `what a text holds cannot command the terminal`() {
    let output = repl(#"print("\27[31mred") return "\27[0m""# + "\n", "a.txt")
    #expect(!output.text.contains("\u{1B}"))
  }

  @Test(.enabled(if: access("/usr/bin/script", X_OK) == 0))
  func `on a terminal names are completed and lines remembered`() throws {
    let command = "exec \(Program.path) repl --plugin-path plugins a.txt"
    let program = Program(
      ["-qec", command + " --timeout 60", "typescript"].map { Array($0.utf8) },
      executable: "/usr/bin/script", in: folder)
    _ = try #require(program.hear("> "))
    program.type("article.headl\t.te\t\r")
    #expect(program.hear("\"Storm\"\r\n> ") != nil)
    // The prompt is there before the editor has the keys.
    try #require(Self.waitForKeys(of: program, areSignals: false))
    program.type("1 +")
    _ = try #require(program.hear("1 +"))
    program.type("\u{3}")
    #expect(program.hear("^C\r\n> ") != nil)
    try #require(Self.waitForKeys(of: program, areSignals: false))
    program.type("while true do end\r")
    _ = try #require(program.hear("end\r\n"))
    // The key is the terminal's again while a line runs; pressed before it does, it is pressed again.
    try #require(Self.waitForKeys(of: program, areSignals: true))
    var said: String?
    for _ in 0..<30 where said == nil {
      program.type("\u{3}")
      said = program.hear("interrupted", within: 1)
    }
    if try !#require(said).hasSuffix("> ") { #expect(program.hear("> ") != nil) }
    program.type("1\r")
    #expect(program.hear("\r\n1\r\n> ") != nil)
    try #require(Self.waitForKeys(of: program, areSignals: false))
    program.type("\u{4}")
    #expect(program.finish().status == 0)
    #expect(folder.read(".local/state/copydesk/history")?.contains("article.headline.text") == true)
  }

  /// Waits until the terminal makes signals of keys, or until it does not, for then the editor has them.
  private static func waitForKeys(of program: Program, areSignals: Bool) -> Bool {
    guard let child = program.children.first else { return false }
    let terminal = open("/proc/\(child)/fd/0", O_RDWR | O_NOCTTY)
    guard terminal >= 0 else { return false }
    defer { close(terminal) }
    return eventually {
      var settings = termios()
      return tcgetattr(terminal, &settings) == 0
        && (settings.c_lflag & tcflag_t(ISIG) != 0) == areSignals
    }
  }
}
