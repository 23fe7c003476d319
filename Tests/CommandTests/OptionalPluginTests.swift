import Testing

/// Plugins that read others where these are in the run: `requires = { "sentiment?" }`.
@Suite struct OptionalPluginTests {
  private let folder: Scratch

  init() {
    folder = Scratch([
      "glad.lua": """
      --- Counts glad articles, where something tells the tone.
      return {
        api = 1, name = "glad", version = "1.0.0", summary = "S", author = "A", license = "MIT",
        categories = { "test" }, requires = { "sentiment?", "sentiment.sentence?" },
        fields = {
          glad = { type = "boolean", merge = "any", doc = "whether the tone is good" },
          sentences = { type = "integer", merge = "sum", doc = "sentences with a tone" },
        },
        analyze = function(article, ctx)
          local tone = ctx:results("sentiment")
          local sentences = #article:layer("sentiment.sentence")
          return { glad = tone and tone.compound > 0, sentences = sentences }
        end,
        report = function(report, summary, ctx)
          local tone = ctx:summary("sentiment")
          report:text(tone and ("Tone of %d articles."):format(tone.counts.articles) or "No tone.")
        end,
      }

      """,
      "n/good.txt": "Harvest\n\nA wonderful success delighted the happy village.\n",
    ])
  }

  private func run(_ plugins: String, _ more: String...) -> Program.Output {
    Program.run(
      ["run", "-q", "-p", plugins] + more + ["n"], in: folder,
      environment: ["XDG_CACHE_HOME": "\(folder.path)/cache"])
  }

  @Test func `what a plugin finds depends on whether an optional one is in the run`() {
    let alone = run("./glad.lua")
    #expect(alone.status == 0)
    #expect(alone.text.contains(#""glad":{"fields":{"sentences":0}"#), "\(alone.text)")
    // It is named first and runs behind, and nothing of the run before stands for it.
    for trust in ["all", "none"] {
      let beside = run("./glad.lua,sentiment", "--trust", trust)
      #expect(beside.text.contains(#""glad":{"fields":{"glad":true,"sentences":1}"#), "\(beside)")
    }
    #expect(run("./glad.lua").bytes == alone.bytes)
  }

  @Test func `a report asks for the summary of an optional plugin`() {
    for (plugins, words) in [("./glad.lua", "No tone."), ("./glad.lua,sentiment", "Tone of 1 art")]
    {
      let report = Program.run("report", "-q", "-p", plugins, "-o", "report", "n", in: folder)
      #expect(report.status == 0, "\(report.errors)")
      #expect(folder.read("report/report.md")?.contains(words) == true)
    }
  }

  @Test func `the check of a plugin knows of optional ones`() {
    #expect(Program.run("check", "./glad.lua", in: folder).status == 0)
    folder.write(
      "sad.lua",
      """
      return {
        api = 1, name = "sad", requires = { "sentiment?", "dates?" },
        analyze = function(article, ctx) print(ctx:results("sentiment").compound) end,
      }

      """)
    let output = Program.run("check", "./sad.lua", in: folder)
    #expect(output.status != 0)
    #expect(output.errors.contains(#"the layer "dates" is always there; write "dates""#))
    #expect(output.errors.contains("maybe-nil"))
    let page = Program.run("plugins", "./glad.lua", in: folder)
    #expect(page.text.contains("sentiment?, sentiment.sentence?"), "\(page.text)")
  }
}
