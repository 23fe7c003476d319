import Glibc
import Testing

/// Plugins that may not share a worker find what they would find together.
@Suite struct TrustTests {
  let folder = Scratch()

  init() {
    for number in 10..<60 {
      folder.write(
        "n/\(number).txt",
        "Rain \(number)\n\nThe rain was good news, said Ada Moor. \"We waited for it,\" she said.\n"
      )
    }
    folder.write("n/70.txt", "")
    folder.write("mine/tone.lua", Self.tone)
    folder.write("mine/loop.lua", Self.loop)
  }

  /// Rests on another plugin, aggregates, logs and reports.
  private static let tone = """
    --- What it says depends on another plugin.
    return {
      api = 1, name = "tone", version = "1.0.0", summary = "S", author = "A", license = "MIT",
      categories = { "test" }, languages = { "en" }, requires = { "sentences", "sentiment" },
      layers = { start = "the first letter" },
      fields = { good = { type = "boolean", merge = "any", doc = "d" } },
      analyze = function(article, ctx)
        local good = ctx:results("sentiment").compound > 0
        ctx:annotate("start", article.sentences[1], { good = good })
        if article.title == "Rain 11" then ctx:log("eleven") end
        if article.title == "Rain 12" then error("twelve") end
        return { good = good }
      end,
      aggregate = {
        new = function() return { count = 0 } end,
        add = function(acc) acc.count = acc.count + 1 end,
        merge = function(a, b) return { count = a.count + b.count } end,
        finish = function(acc) return acc end,
      },
      report = function(report, summary) report:heading("Tone of " .. summary.count) end,
    }

    """

  private static let loop = """
    --- Never ends over one article.
    return {
      api = 1, name = "loop", version = "1.0.0", summary = "S", author = "A", license = "MIT",
      categories = { "test" },
      fields = { words = { type = "integer", merge = "sum", doc = "d" } },
      analyze = function(article)
        while article.title == "Rain 13" do end
        return { words = article.word_count }
      end,
    }

    """

  private func run(_ trust: String, jobs: Int = 2) -> Program.Output {
    Program.run(
      "run", "-q", "-p", "sources,tone,loop", "--plugin-path", "mine", "--trust", trust,
      "-j\(jobs)", "--timeout", "2", "n", in: folder)
  }

  @Test(arguments: [("none", 1), ("none", 3), ("bundled", 2)])
  func `findings are the same, whoever shares a worker`(trust: String, jobs: Int) {
    let together = run("all")
    let apart = run(trust, jobs: jobs)
    #expect(together.lines.count == 51)
    #expect(together.status == 3)
    #expect(apart.status == 3)
    #expect(apart.bytes == together.bytes)
    #expect(apart.errors == together.errors)
  }

  @Test func `what plugins find apart is known to a run that keeps them apart, and to no other`() {
    func run(_ trust: String, _ command: String..., cache: Bool = true) -> Program.Output {
      Program.run(
        command + ["-p", "sources,tone", "--plugin-path", "mine", "--trust", trust]
          + ["--status", "status"] + (cache ? [] : ["--no-cache"]) + ["n"],
        in: folder, environment: ["XDG_CACHE_HOME": "\(folder.path)/cache"])
    }
    func known(_ count: Int) -> Bool {
      folder.read("status")?.contains("\"cached\":\(count),") == true
    }
    usleep(2_100_000)
    let first = run("none", "run")
    _ = run("all", "run")
    #expect(known(0))
    let second = run("none", "run")
    #expect(second.bytes == first.bytes)
    // An article that fails is tried again, and the rest of its piece with it.
    #expect(known(0))
    folder.write("n/12.txt", "Rain twelve\n\nThe rain was good news.\n")
    _ = run("none", "run")
    usleep(2_100_000)
    _ = run("none", "run")
    let third = run("none", "run")
    #expect(known(50))
    #expect(third.errors.contains("note: n/11.txt: tone: eleven"))
    #expect(third.lines.count == 51)
    #expect(third.bytes == run("none", "run", cache: false).bytes)
    _ = run("none", "report", "-o", "known")
    _ = run("none", "report", "-o", "plain", cache: false)
    #expect(Shell.run("diff -r known plain", in: folder).text == "")
  }

  @Test func `reports are the same, whoever shares a worker`() {
    for trust in ["all", "none"] {
      let output = Program.run(
        "report", "-q", "-p", "sources,tone", "--plugin-path", "mine", "--trust", trust, "-o",
        trust,
        "n", in: folder)
      #expect(output.status == 3)
    }
    #expect(folder.read("all/report.md")?.contains("Tone of 49") == true)
    for file in ["report.md", "report.html", "findings.jsonl", "findings.csv"] {
      #expect(folder.read("all/\(file)") == folder.read("none/\(file)"))
    }
  }

  @Test func `plugins that are not trusted have workers of their own`() {
    let program = Program(
      "run", "-p", "sources,loop,tone", "--plugin-path", "mine", "--trust", "bundled", "-j1", "n",
      in: folder)
    #expect(eventually { program.children.count == 3 })
    _ = program.finish()
  }

  @Test func `whom to trust is one of three`() {
    let output = run("some")
    #expect(output.status == 2)
    #expect(output.errors.contains("--trust: expected none, bundled or all, found 'some'"))
  }
}
