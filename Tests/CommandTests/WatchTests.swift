import Glibc
import Testing

/// `run --watch`: what a change of a file changes in the findings.
@Suite struct WatchTests {
  let folder = Scratch([
    "articles/a.txt": "Rain fell on the harbour.\n", "articles/b.txt": "Snow stayed.\n",
  ])

  init() { plugin(longerThan: 4) }

  /// Written beside the file and renamed, as editors do.
  private func plugin(longerThan length: Int) {
    folder.write(
      "plugins/.tone.lua.part",
      """
      return {
        api = 1, name = "tone", layers = { word = "a long word" },
        fields = { n = { type = "integer", merge = "sum", doc = "long words" } },
        analyze = function(article, ctx)
          local n = 0
          for first, word in article.text:gmatch("()(%a+)") do
            if #word > \(length) then
              n = n + 1
              ctx:annotate("word", { first = first, last = first + #word - 1 }, { bytes = #word })
            end
          end
          return { n = n }
        end,
      }
      """)
    rename("\(folder.path)/plugins/.tone.lua.part", "\(folder.path)/plugins/tone.lua")
  }

  private func watch(_ arguments: String...) -> Program {
    Program(
      (["run", "--watch", "--plugin-path", "plugins", "-p", "tone"] + arguments).map {
        Array($0.utf8)
      }, in: folder)
  }

  /// Ends a watch as people do.
  private func interrupt(_ program: Program) -> Int32 {
    program.send(SIGINT)
    return program.finish().status
  }

  @Test func `a change of an article shows old and new values and spans`() throws {
    let program = watch("--format", "text", "articles")
    let first = try #require(program.hear("Snow [stayed]."))
    #expect(first.contains("    n          1\n"))
    folder.write("articles/a.txt", "Rain fell everywhere today.\n")
    let round = try #require(program.hear("1 changed"))
    #expect(
      round.hasPrefix(
        """
        articles/a.txt
          tone.n  1 → 2
          - tone.word  17–24 “harbour”  bytes 7
          + tone.word  10–20 “everywhere”  bytes 10
          + tone.word  21–26 “today”  bytes 5
        note: 2 inputs again in
        """))
    #expect(interrupt(program) == 0)
  }

  @Test func `other words in the same place are a change`() throws {
    let program = watch("--format", "text", "articles")
    _ = try #require(program.hear("Snow [stayed]."))
    folder.write("articles/b.txt", "Hail abated.\n")
    let round = try #require(program.hear("1 changed"))
    #expect(round.contains("  - tone.word  5–11 “stayed”  bytes 6\n"))
    #expect(round.contains("  + tone.word  5–11 “abated”  bytes 6\n"))
    #expect(interrupt(program) == 0)
  }

  @Test func `a plugin that breaks is told, and goes on when it is mended`() throws {
    let program = watch("--format", "text", "articles")
    _ = try #require(program.hear("Snow [stayed]."))
    folder.write("plugins/tone.lua", "return {\n")
    #expect(
      program.hear("error: tone: plugins/tone.lua:1: expected '}' before the end of the file")
        != nil)
    plugin(longerThan: 3)
    let round = try #require(program.hear("2 changed"))
    #expect(round.contains("articles/b.txt\n  tone.n  1 → 2\n  + tone.word  0–4 “Snow”  bytes 4\n"))
    #expect(interrupt(program) == 0)
  }

  @Test func `an error leaves what was found, and the next change is told against it`() throws {
    let program = watch("--format", "text", "articles")
    _ = try #require(program.hear("Snow [stayed]."))
    folder.write(
      "plugins/tone.lua", "return { api = 1, name = 'tone', analyze = function() n() end }")
    let failed = try #require(program.hear("2 changed"))
    #expect(failed.contains("\n  tone.error  no error → undefined global 'n'\n"))
    #expect(!failed.contains("tone.word"))
    plugin(longerThan: 3)
    let mended = try #require(program.hear("2 changed"))
    #expect(mended.contains("\n  tone.n  1 → 2\n  + tone.word  0–4 “Snow”  bytes 4\n"))
    #expect(!mended.contains("stayed"))
    #expect(interrupt(program) == 0)
  }

  @Test func `an analysis of what has changed meanwhile is given up`() throws {
    let program = watch("--format", "text", "--timeout", "600", "articles")
    _ = try #require(program.hear("Snow [stayed]."))
    let endless = "return { api = 1, name = 'tone', analyze = function() while true do end end }"
    folder.write("plugins/tone.lua", endless)
    #expect(eventually { program.children.contains { Watched(pid: $0).isBusy } })
    plugin(longerThan: 3)
    let round = try #require(program.hear("2 changed"))
    #expect(round.contains("articles/b.txt\n  tone.n  1 → 2\n  + tone.word  0–4 “Snow”  bytes 4\n"))
    #expect(!round.contains("error"))
    #expect(interrupt(program) == 0)
  }

  @Test func `settings are read again, also such as come later`() throws {
    folder.write(
      "plugins/few.lua",
      """
      return {
        api = 1, name = "few", options = { n = { type = "number", default = 0.25 } },
        fields = { n = { type = "number", merge = "sum", doc = "the option" } },
        analyze = function(article, ctx) return { n = ctx.options.n / 3 } end,
      }
      """)
    let program = Program(
      [
        "run", "--watch", "--format", "text", "--plugin-path", "plugins", "-p", "few",
        "articles/a.txt",
      ]
      .map { Array($0.utf8) }, in: folder)
    _ = try #require(program.hear("few"))
    folder.write("copydesk.toml", "[options.few]\nn = 1\n")
    let round = try #require(program.hear("1 changed"))
    #expect(round.contains("\n  few.n  0.083333 → 0.333333\n"))
    folder.write("copydesk.toml", "[options.few\n")
    #expect(program.hear("copydesk.toml:1: expected ']'\n") != nil)
    folder.write("copydesk.toml", "[options.few]\nn = 6\n")
    #expect(program.hear("\n  few.n  0.333333 → 2.0\n") != nil)
    #expect(interrupt(program) == 0)
  }

  @Test func `plugins that share no worker are watched as well`() throws {
    let program = watch("--trust", "none", "articles")
    _ = try #require(program.hear(#""source":"articles/b.txt""#))
    for word in ["Thunder", "Hailstones"] {
      folder.write("articles/a.txt", "\(word) here.\n")
      let round = try #require(program.hear("1 changed"))
      #expect(round.contains(#""words":"\#(word)"}"#))
    }
    #expect(interrupt(program) == 0)
  }

  @Test func `inputs that come and go are told, also in folders that come`() throws {
    let program = watch("--format", "text", "articles")
    _ = try #require(program.hear("Snow [stayed]."))
    // All at once, or the folder might be looked into before the file is there.
    folder.write("parts/c.txt", "Cloudy.\n")
    rename("\(folder.path)/parts", "\(folder.path)/articles/new")
    #expect(program.hear("articles/new/c.txt  new\n  tone.n  nothing → 1\n") != nil)
    unlink("\(folder.path)/articles/b.txt")
    #expect(program.hear("articles/b.txt  gone\n") != nil)
    #expect(interrupt(program) == 0)
  }

  @Test func `for programs changes are objects, a line each`() throws {
    let program = watch("articles/a.txt", "missing.txt")
    let first = try #require(program.hear(#""source":"missing.txt","error""#))
    #expect(first.contains(#"{"schema":"copydesk/1","id":"articles/a.txt""#))
    folder.write("missing.txt", "Thunder.\n")
    let round = try #require(program.hear("1 changed"))
    #expect(round.contains(#"{"source":"missing.txt","title":"","changes":[{"plugin":""#))
    #expect(round.contains(#""kind":"outcome""#))
    #expect(interrupt(program) == 0)
  }

  @Test func `what cannot be watched or goes with something else is refused`() {
    let input = watch("-").finish()
    #expect(input.errors == "error: expected files or folders to watch, found '-'\n")
    #expect(input.status == 2)
    let kept = watch("--run", "r", "articles").finish()
    #expect(kept.errors == "error: --watch: cannot go with --run\n")
    #expect(watch("--format", "csv", "articles").finish().status == 2)
  }
}
