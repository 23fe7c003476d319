import Glibc
import Testing

/// Runs with plugins: what they find, how they fail, and that nothing depends on the number of workers.
@Suite struct RunTests {
  let folder = Scratch()

  init() {
    folder.write("a.txt", "Rain fell on the harbour.\n")
    folder.write("b.txt", "Snow fell on the hills all night.\n")
    folder.write("c.txt", "Fog stayed.\n")
    plugin("words", "return { words = article.word_count }")
  }

  /// Writes a plugin of one function, which returns the field `words`.
  private func plugin(_ name: String, categories: String = #""diction""#, _ analyze: String) {
    folder.write(
      "plugins/\(name).lua",
      """
      --- Counts for tests.
      return {
        api = 1, name = "\(name)", version = "1.0.0", summary = "Counts for tests", author = "A",
        license = "MIT", categories = { \(categories) },
        fields = { words = { type = "integer", merge = "sum", doc = "how many" } },
        analyze = function(article, ctx)
          \(analyze)
        end,
      }

      """)
  }

  private func run(_ arguments: String..., input: String = "") -> Program.Output {
    Program.run(
      ["run", "--plugin-path", "plugins"] + arguments, in: folder, input: Array(input.utf8))
  }

  @Test func `findings come as lines of JSON, in input order`() {
    let output = run("-p", "words", "b.txt", "a.txt")
    #expect(output.status == 0)
    #expect(output.errors == "")
    #expect(output.lines.count == 2)
    #expect(output.lines.first?.hasPrefix(#"{"schema":"copydesk/1","id":"b.txt","#) == true)
    #expect(output.lines.first?.contains(#""plugins":{"words":{"fields":{"words":7}"#) == true)
  }

  @Test(arguments: ["text", "json", "jsonl", "csv"])
  func `every format is written, alike from any number of workers`(format: String) {
    for number in 0..<300 { folder.write("n/\(number).txt", "Rain fell \(number) times.\n") }
    let one = run("-p", "words", "--format", format, "-j1", "n", "missing.txt")
    let four = run("-p", "words", "--format", format, "-j4", "n", "missing.txt")
    #expect(one.bytes == four.bytes)
    #expect(one.bytes.count > 300)
    #expect(one.status == 3)
    #expect(one.errors.hasPrefix("error: missing.txt: no such file or directory\n"))
  }

  @Test(arguments: [
    ("words", ["words"]), ("diction", ["other", "words"]),
    ("all and not words", ["other", "third"]),
    ("third,words", ["third", "words"]), ("(diction or third) and not other", ["words", "third"]),
    ("./plugins/third.lua", ["third"]), ("plugins/", ["other", "third", "words"]),
  ])
  func `a selection may name plugins, categories and paths`(selection: String, names: [String]) {
    plugin("other", "return { words = 1 }")
    plugin("third", categories: "", "return { words = 2 }")
    let output = run("-p", selection, "a.txt")
    #expect(output.status == 0)
    #expect(output.errors == "")
    for name in ["other", "third", "words"] {
      #expect(output.text.contains("\"\(name)\":{\"fields\"") == names.contains(name))
    }
  }

  @Test func `a misspelt plugin, category or option is guessed`() {
    let plugin = run("-p", "wrods", "a.txt")
    #expect(plugin.errors == "error: no plugin or category 'wrods'; did you mean 'words'?\n")
    #expect(plugin.status == 2)
    #expect(
      run("-p", "diktion", "a.txt").errors
        == "error: no plugin or category 'diktion'; did you mean 'diction'?\n")
    let option = run("-p", "words", "-O", "word.least=2", "a.txt")
    #expect(
      option.errors == "error: --option: no plugin 'word' in this run; did you mean 'words'?\n")
    #expect(option.status == 2)
  }

  @Test func `options reach plugins with their types`() {
    folder.write(
      "plugins/least.lua",
      """
      --- Options for tests.
      return {
        api = 1, name = "least", version = "1.0.0", summary = "Options for tests", author = "A",
        license = "MIT", categories = { "test" },
        options = {
          count = { type = "integer", default = 4, min = 1, doc = "a count" },
          word = { type = "string", default = "rain", doc = "a word" },
        },
        fields = { said = { type = "string", merge = "none", doc = "the options" } },
        analyze = function(article, ctx)
          return { said = ctx.options.word .. " " .. (ctx.options.count + 1) }
        end,
      }

      """)
    #expect(run("-p", "least", "a.txt").text.contains(#""said":"rain 5""#))
    let set = run("-p", "least", "-O", "least.word=snow", "-Oleast.count=6", "a.txt")
    #expect(set.text.contains(#""said":"snow 7""#))
    let wrong = run("-p", "least", "-O", "least.count=many", "a.txt")
    #expect(wrong.errors.hasPrefix("error: least: "))
    #expect(wrong.text == "")
    #expect(wrong.status == 4)
  }

  @Test func `an error shows plugin, place, the line itself and how it came there`() {
    plugin("careless", "local nothing\n    return { words = nothing.count }")
    let output = run("-p", "careless,words", "a.txt")
    #expect(
      output.errors.hasPrefix("error: a.txt: careless: plugins/careless.lua:8: attempt to index"))
    #expect(
      output.errors.contains("\n  return { words = nothing.count }\n  at careless.lua:8: in "))
    #expect(!output.errors.contains("[C]"))
    #expect(output.text.contains(#""words":{"fields":{"words":5}"#))
    #expect(output.status == 3)
  }

  @Test func `a plugin that always fails is told once in full, then counted`() {
    for number in 0..<50 { folder.write("n/\(number).txt", "Rain fell.\n") }
    plugin("careless", "error('no luck')")
    let output = run("-p", "careless", "n")
    let told = output.errors.split(separator: "\n").filter { $0.hasPrefix("error: n/") }
    #expect(told.count == 4)
    #expect(told.last?.hasSuffix("no luck (and 47 more like it)") == true)
    #expect(
      output.errors.hasSuffix("; 50 plugin failures on 50 articles\n"))
  }

  @Test func `endless loops, greed and stuck library functions cost one article's result`() {
    plugin(
      "rogue",
      """
      if article.text:find("Rain") then while true do end end
          if article.text:find("Snow") then local t = {} while true do t[#t + 1] = {} end end
          if article.text:find("Fog") then string.find(("a"):rep(3000), (".-"):rep(6) .. "b") end
          return { words = 1 }
      """)
    folder.write("d.txt", "Hail fell.\n")
    let arguments = ["-p", "rogue,words", "--timeout", "2", "--memory", "8MB"]
    let output = Program.run(
      ["run", "--plugin-path", "plugins"] + arguments + ["a.txt", "b.txt", "c.txt", "d.txt"],
      in: folder)
    #expect(output.lines.count == 4)
    #expect(output.lines[0].contains(#""kind":"timeout""#))
    #expect(output.lines[1].contains(#""kind":"memory""#))
    #expect(output.lines[2].contains(#""kind":"timeout""#))
    #expect(output.lines[3].contains(#""rogue":{"fields":{"words":1}"#))
    #expect(output.lines.allSatisfy { $0.contains(#""words":{"fields":{"words":"#) })
    #expect(output.status == 3)
  }

  @Test func `a plugin that does not load ends the run with status 4, all faults at once`() {
    folder.write("plugins/broken.lua", "return {\n  api = 1, name =\n}\n")
    folder.write("plugins/odd.lua", "return { api = 1, name = \"odd\", sumary = \"x\" }\n")
    let output = run("-p", "all", "a.txt")
    #expect(output.errors.contains("error: broken: plugins/broken.lua:3: "))
    #expect(output.errors.contains("sumary"))
    #expect(output.text == "")
    #expect(output.status == 4)
  }

  @Test func `what a plugin logs goes to standard error, unless quiet is asked`() {
    plugin("chatty", "ctx:log('seen ' .. article.word_count)\n    return { words = 1 }")
    #expect(run("-p", "chatty", "a.txt").errors == "note: a.txt: chatty: seen 5\n")
    #expect(run("-p", "chatty", "-q", "a.txt").errors == "")
  }

  @Test func `a result that depends on earlier articles raises a warning`() {
    plugin("leaky", "self_count = 1\n    return { words = 1 }")
    folder.write(
      "plugins/leaky.lua",
      """
      --- Counts across articles.
      local seen = 0
      return {
        api = 1, name = "leaky", version = "1.0.0", summary = "Counts", author = "A",
        license = "MIT", categories = { "test" },
        fields = { words = { type = "integer", merge = "sum", doc = "how many" } },
        analyze = function() seen = seen + 1 return { words = seen } end,
      }

      """)
    let output = run("-p", "leaky", "-j1", "a.txt", "b.txt", "c.txt")
    #expect(
      output.errors
        == "warning: b.txt: leaky: the result depends on the articles before; run with --fresh\n")
    #expect(output.lines[2].contains(#""words":3"#))
    let fresh = run("-p", "leaky", "--fresh", "a.txt", "b.txt", "c.txt")
    #expect(fresh.errors == "")
    #expect(fresh.lines[2].contains(#""words":1"#))
  }

  @Test func `timings are written only where they are asked for`() {
    #expect(!run("-p", "words", "a.txt").text.contains(#""seconds""#))
    #expect(run("-p", "words", "--timings", "a.txt").text.contains(#""seconds""#))
  }

  @Test func `required plugins run along, and first`() {
    folder.write(
      "plugins/double.lua",
      """
      --- Doubles.
      return {
        api = 1, name = "double", version = "1.0.0", summary = "Doubles", author = "A",
        license = "MIT", categories = { "test" }, requires = { "words" },
        fields = { twice = { type = "integer", merge = "sum", doc = "twice the words" } },
        analyze = function(article, ctx) return { twice = 2 * ctx:results("words").words } end,
      }

      """)
    let output = run("-p", "double", "a.txt")
    #expect(output.errors == "")
    #expect(output.text.contains(#""double":{"fields":{"twice":10}"#))
  }
}
