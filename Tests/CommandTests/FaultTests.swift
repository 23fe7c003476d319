import Glibc
import Testing

/// What machines and people do to runs, a little of each; `make faults` does more of it, longer, and by the clock.
@Suite(.serialized) struct FaultTests {
  let folder = Scratch()
  private static let articles = 240

  init() {
    folder.write("diary.lua", Self.diary)
    for number in 1000..<(1000 + Self.articles) {
      folder.write("n/\(number).txt", "Story \(number)\n\nRain fell \(number) times.\n")
    }
  }

  /// Takes some milliseconds over each article, and says that it was there.
  private static let diary = """
    --- Takes its time.
    return {
      api = 1, name = "diary", version = "1.0.0", summary = "S", author = "A", license = "MIT",
      categories = { "test" },
      fields = { words = { type = "integer", merge = "sum", doc = "d" } },
      analyze = function(article, ctx)
        local turns = article.text:find("Endless", 1, true) and math.huge or 400000
        local turn = 0
        while turn < turns do turn = turn + 1 end
        ctx:log("seen")
        return { words = article.word_count }
      end,
    }

    """

  private func words(_ more: [String]) -> [String] {
    ["run", "-q", "-p", "./diary.lua", "--timeout", "60"] + more + ["n"]
  }

  private func run(_ more: String...) -> Program.Output { run(more) }

  private func run(_ more: [String]) -> Program.Output {
    Program.run(words(more), in: folder)
  }

  private func start(_ more: String...) -> Program { start(more) }

  private func start(_ more: [String]) -> Program {
    Program(words(more).map { Array($0.utf8) }, in: folder)
  }

  /// How often the plugin has gone over an article, as the log of the kept run says.
  private var seen: Int {
    (folder.read("kept/log.jsonl") ?? "").split(separator: "\n")
      .count { $0.contains(#""event":"log""#) }
  }

  private var recorded: Int { folder.read("kept/journal.jsonl")?.utf8.count ?? 0 }

  // MARK: Stop signals

  @Test(arguments: [SIGINT, SIGTERM], [["-j1"], ["-j2"], ["-j2", "--trust", "none"]])
  func `a run that is told to stop keeps what it has found, in the midst of a piece too`(
    signal: Int32, workers: [String]
  ) {
    let calm = run()
    let program = start(["--run", "./kept"] + workers)
    #expect(eventually { program.children.contains { Watched(pid: $0).isBusy } })
    program.send(signal)
    #expect(program.finish().status == 128 + signal)
    let before = seen
    #expect(before > 0)
    let output = run(["--run", "./kept", "--resume"] + workers)
    #expect(output.bytes == calm.bytes)
    // At most what each of two workers was at is done twice.
    #expect(seen <= Self.articles + 2, "\(before) before")
  }

  @Test func `a whole group that is told to stop keeps what it has found`() {
    let program = Program(
      [
        Array("-c".utf8),
        Array(
          "setsid -w '\(Program.path)' \(words(["--run", "./kept"]).joined(separator: " "))".utf8),
      ], executable: "/bin/sh", in: folder)
    #expect(eventually { folder.read("kept/lock")?.hasSuffix("\n") ?? false })
    #expect(eventually { folder.read("kept/manifest.json") != nil })
    let leader = pid_t((folder.read("kept/lock") ?? "").split(separator: "\n").first ?? "") ?? 0
    #expect(leader > 0 && kill(-leader, SIGTERM) == 0)
    #expect(program.finish().status == 128 + SIGTERM)
    #expect(run("--run", "./kept", "--resume").bytes == run().bytes)
    #expect(seen <= Self.articles + 2)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a second stop signal ends a run at once`(signal: Int32) {
    folder.write("n/0999.txt", "Endless rain.\n")
    let program = Program("run", "-p", "./diary.lua", "-j1", "-o", "out.jsonl", "n", in: folder)
    #expect(eventually { program.children.contains { Watched(pid: $0).isBusy } })
    program.send(signal)
    #expect(eventually { Watched(pid: program.pid).hasTaken(signal) })
    program.send(signal)
    let output = program.finish()
    #expect(output.status == 128 + signal)
    // Who has time to stop says so.
    #expect(!output.errors.contains("stopped before the end"))
    #expect(folder.read("out.jsonl") == nil)
  }

  @Test func `an article without an end holds nobody who wants to stop`() {
    folder.write("n/0999.txt", "Endless rain.\n")
    let program = start("-j2", "--run", "./kept")
    #expect(eventually { program.children.count { Watched(pid: $0).isBusy } == 2 })
    program.send(SIGINT)
    // Its time limit is a minute.
    #expect(program.finish(within: 50).status == 130)
    // What the other worker found meanwhile waited for its turn, and is kept.
    #expect(recorded > 0)
  }

  // MARK: Descriptors, disks, readers

  @Test(arguments: [8, 16, 24, 32])
  func `with few descriptors a run does the same or says that it cannot`(limit: Int) {
    let output = Shell.run(
      "ulimit -n \(limit); '\(Program.path)' \(words([]).joined(separator: " "))", in: folder)
    if output.status == 0 {
      #expect(output.bytes == run().bytes)
    } else {
      #expect(output.status == 2)
      #expect(output.errors.contains("too many open files"))
    }
  }

  @Test func `a run whose output has no room, or no reader, goes on elsewhere`() {
    let calm = run()
    let full = Shell.run(
      "'\(Program.path)' \(words(["--run", "./kept"]).joined(separator: " ")) >/dev/full",
      in: folder)
    #expect(full.status == 2)
    #expect(full.errors.hasPrefix("error: standard output: cannot be written: no space left"))
    let gone = start("--run", "./kept", "--resume").readAndLookAway(10)
    #expect(gone.status == 128 + SIGPIPE)
    #expect(gone.errors == "")
    #expect(run("--run", "./kept", "--resume").bytes == calm.bytes)
  }

  // MARK: Crashes

  @Test(arguments: [
    (SIGILL, "crashed: a check inside of the program failed"),
    (SIGSEGV, "crashed: segmentation fault"), (SIGABRT, "crashed: aborted"),
  ])
  func `a crash says what it was`(signal: Int32, message: String) {
    folder.write("n/1000.txt", "Endless rain.\n")
    let program = start("-j1")
    var last: pid_t = 0
    for _ in 0..<2 {
      #expect(
        eventually {
          program.children.first.map { $0 != last && Watched(pid: $0).isBusy } ?? false
        })
      last = program.children.first ?? 0
      kill(last, signal)
    }
    let output = program.finish()
    #expect(output.status == 3)
    #expect(output.lines.first?.contains(message) == true, "\(output.lines.first ?? "")")
  }

  // MARK: Inputs

  @Test func `inputs that vanish, change and grow after they are listed have outcomes that say so`()
  {
    folder.write("m/00.txt", "Endless rain.\n")
    for number in 10..<20 { folder.write("m/\(number).txt", "Rain fell \(number) times.\n") }
    let text = String(repeating: "Rain fell. ", count: 3000)
    let lines = (0..<10).map { #"{"id": "l\#($0)", "text": "\#(text)"}"# }
    folder.write("m/20.jsonl", lines.joined(separator: "\n"))
    // All is listed while the first article keeps the only worker busy.
    let program = Program(
      ["run", "-p", "./diary.lua", "--timeout", "5", "-j1", "m"].map { Array($0.utf8) },
      in: folder)
    #expect(eventually { program.children.first.map { Watched(pid: $0).isBusy } ?? false })
    _ = Shell.run(
      "cd m; rm 10.txt; : > 11.txt; echo Snow. >> 12.txt; echo Hail. > new; mv new 13.txt;"
        + " rm 14.txt; mkdir 14.txt; echo '{}' >> 20.jsonl", in: folder)
    let output = program.finish()
    func error(_ name: String, _ message: String) -> Bool {
      output.errors.contains("error: m/\(name): \(message)\n")
    }
    #expect(output.status == 3)
    #expect(error("10.txt", "gone since it was listed"))
    #expect(error("11.txt", "emptied since it was listed"))
    #expect(output.errors.contains("warning: m/12.txt: changed since it was listed"))
    #expect(output.errors.contains("warning: m/13.txt: changed since it was listed"))
    #expect(output.text.contains("not a regular file any more"))
    #expect(
      output.errors.contains(
        /error: m\/20.jsonl: grown from \d+ to \d+ bytes since it was listed\n/))
    #expect(output.lines.contains { $0.contains("m/13.txt") && $0.contains(#""words":1"#) })
    // Of the feed each stretch is one outcome.
    #expect(output.lines.count { $0.contains(#""source":"m/1"#) } == 10)
    #expect(output.lines.count == 13)
  }
}
