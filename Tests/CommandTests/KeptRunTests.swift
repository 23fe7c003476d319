import CProcess
import Glibc
import Testing

/// Runs that are kept in a folder: stopped by whatever it was, and gone on with.
@Suite(.serialized) struct KeptRunTests {
  let folder = Scratch()

  init() {
    folder.write("counts.lua", Self.plugin(fields: "words = article.word_count"))
    for number in 1000..<1300 {
      folder.write("n/\(number).txt", "Story \(number)\n\nRain fell \(number) times.\n")
    }
    folder.write("n/broken.json", #"{"text": "#)
    let lines = (0..<2500).map { #"{"id": "l\#($0)", "text": "Rain fell on day \#($0)."}"# }
    folder.write("n/feed.jsonl", lines.joined(separator: "\n"))
  }

  private static func plugin(fields: String) -> String {
    """
    --- Counts words.
    return {
      api = 1, name = "counts", version = "1.0.0", summary = "Counts", author = "A",
      license = "MIT", categories = { "test" },
      fields = { words = { type = "integer", merge = "sum", doc = "how many" } },
      options = { more = { type = "integer", default = 0, doc = "nothing" } },
      analyze = function(article)
        if article.text:find("day 77.", 1, true) then error("a bad day") end
        return { \(fields) }
      end,
    }

    """
  }

  private func arguments(_ more: [String]) -> [String] { ["run", "-p", "./counts.lua"] + more }

  private func run(_ more: String...) -> Program.Output {
    Program.run(arguments(more + ["n"]), in: folder)
  }

  private func kept(_ more: String...) -> Program.Output {
    Program.run(arguments(["--run", "./kept"] + more + ["n"]), in: folder)
  }

  private func events(_ name: String) -> Int {
    (folder.read("kept/log.jsonl") ?? "").split(separator: "\n")
      .count { $0.contains("\"event\":\"\(name)\"") }
  }

  @Test
  func `a run that is kept prints the same and leaves its findings, its books and a manifest`() {
    let plain = run()
    let output = kept()
    #expect(output.status == 3)
    #expect(output.bytes == plain.bytes)
    #expect(folder.read("kept/findings.jsonl") == plain.text)
    #expect(folder.read("kept/manifest.json")?.contains(#""lua":"Lua 5.4"#) == true)
    #expect(folder.read("kept/journal.jsonl")?.contains(#"{"end":{"articles":2800"#) == true)
    #expect(events("error") == 1)
    #expect(events("unreadable") == 1)
    let names = ["findings.jsonl", "journal.jsonl", "lock", "log.jsonl", "manifest.json"]
    #expect(Shell.run("ls -A kept", in: folder).lines == names)
  }

  @Test(arguments: ["-j1", "-j2"])
  func `a run that is killed at any moment ends as if it had not been`(jobs: String) {
    let plain = run()
    for milliseconds in [20, 60, 120, 200, 350, 500, 700, 1000] {
      let program = Program(
        arguments(["--run", "./kept", "--resume", jobs, "-o", "out.jsonl", "n"])
          .map { Array($0.utf8) }, in: folder)
      usleep(UInt32(milliseconds) * 1000)
      program.send(SIGKILL)
      _ = program.finish()
    }
    let output = kept("--resume", jobs)
    #expect(output.status == 3)
    #expect(output.bytes == plain.bytes)
    #expect(folder.read("kept/findings.jsonl") == plain.text)
    #expect(output.errors.hasSuffix("; 1 input could not be read; 1 plugin failure on 1 article\n"))
  }

  @Test func `a run that was interrupted goes on`() {
    let program = Program(
      arguments(["--run", "./kept", "n"]).map { Array($0.utf8) }, in: folder)
    #expect(eventually { folder.read("kept/manifest.json") != nil })
    program.send(SIGINT)
    #expect(program.finish().status == 130)
    #expect(kept("--resume").bytes == run().bytes)
  }

  @Test func `a run in a folder that has one is refused unless it goes on with it`() {
    #expect(kept().status == 3)
    let again = kept()
    #expect(again.status == 2)
    #expect(
      again.errors
        == "error: ./kept: there is a run already; --resume goes on with it, another --run begins another\n"
    )
    let report = Program.run(
      "report", "-p", "./counts.lua", "--run", "./kept", "--resume", "n", in: folder)
    #expect(report.errors == "error: ./kept: a run of copydesk run; name another\n")
    let loose = run("--resume")
    #expect(
      loose.errors == "error: --resume: goes with --run only; say which run: --run NAME|FOLDER\n")
  }

  @Test func `two runs in one folder at a time are one too many`() {
    let first = Program(
      arguments(["--run", "./kept", "-"]).map { Array($0.utf8) }, in: folder)
    #expect(eventually { folder.read("kept/lock")?.hasSuffix("\n") ?? false })
    let second = kept("--resume")
    #expect(second.status == 2)
    #expect(
      second.errors == "error: ./kept: another process works on this run: \(first.pid)\n")
    #expect(first.finish(input: Array("Rain fell.".utf8)).status == 0)
  }

  @Test func `what failed is tried again if asked, and only then`() {
    #expect(kept().status == 3)
    #expect(events("error") == 1)
    #expect(kept("--resume").status == 3)
    #expect(events("error") == 1)
    let again = kept("--retry-failed")
    #expect(again.bytes == run().bytes)
    #expect(events("error") == 2)
    #expect(folder.read("kept/findings.jsonl") == again.text)
  }

  @Test func `articles that have changed are done again, and the findings stay in order`() {
    #expect(kept().status == 3)
    folder.write("n/1100.txt", "Another story\n\nSnow fell.\n")
    folder.write("n/1250.txt", "Yet another story\n\nHail fell.\n")
    let output = kept("--resume")
    #expect(output.bytes == run().bytes)
    #expect(folder.read("kept/findings.jsonl") == output.text)
    // What was brought into order is gone on with like anything else.
    #expect(kept("--resume").bytes == output.bytes)
    folder.write("n/0999.txt", "A first story\n\nFog fell.\n")
    #expect(kept("--resume").bytes == run().bytes)
  }

  @Test func `a run goes on without its inputs and options being said again, from anywhere`() {
    let calm = run("--max-input", "5MB").text
    // Said as one word, for the difference of two long texts takes minutes to tell.
    func isSame(_ name: String) -> Bool { folder.read(name) == calm }
    let program = Program(
      arguments(["--run", "./kept", "--max-input", "5MB", "-o", "out.jsonl", "n"])
        .map { Array($0.utf8) }, in: folder)
    #expect(eventually { folder.read("kept/manifest.json") != nil })
    program.send(SIGINT)
    _ = program.finish()
    let bare = Program.run("run", "--run", "./kept", "--resume", "-q", in: folder)
    #expect(bare.status == 3)
    #expect(bare.bytes == [])
    #expect(isSame("out.jsonl"))
    folder.write("elsewhere/copydesk.toml", "plugins = \"none\"\n")
    let away = Shell.run(
      "cd elsewhere && '\(Program.path)' run --run ../kept --resume -o here.jsonl", in: folder)
    #expect(away.status == 3, "\(away.errors)")
    #expect(isSame("elsewhere/here.jsonl"))
    #expect(isSame("kept/findings.jsonl"))
    #expect(folder.read("kept/manifest.json")?.contains("elsewhere") == false)
    #expect(Program.run("run", "--run", "./none", "--resume", in: folder).status == 2)
  }

  @Test func `what is said in another way than when the run began is told and not done`() {
    #expect(kept("-O", "counts.more=1").status == 3)
    let books = folder.read("kept/journal.jsonl")
    folder.write("more/a.txt", "Rain.\n")
    let other = Program.run(
      "run", "-p", "./counts.lua", "--run", "./kept", "--resume", "-O", "counts.more=2",
      "--timeout", "2", "n", "more", in: folder)
    #expect(other.status == 2)
    #expect(
      other.errors == """
        error: ./kept: the run was begun with something else; leave it out to go on as it was begun; \
        another --run begins another
          inputs: n then, n more now
          counts.more: 1 then, 2 now
          --timeout: 5.0 s then, 2.0 s now

        """)
    #expect(folder.read("kept/journal.jsonl") == books)
    #expect(kept("--resume", "-O", "counts.more=1").status == 3)
  }

  @Test func `another plugin begins the run anew, and says so`() {
    #expect(kept().status == 3)
    folder.write("counts.lua", Self.plugin(fields: "words = 1"))
    let output = kept("--resume")
    #expect(output.bytes == run().bytes)
    #expect(output.errors.hasPrefix("note: counts is another since the run began: what depends"))
    #expect(kept("--resume").errors.hasPrefix("note:") == false)
  }

  @Test(arguments: [
    "truncate -s -1 kept/journal.jsonl", "truncate -s 5000 kept/journal.jsonl",
    "truncate -s 0 kept/journal.jsonl", "printf 'rubbish\\n\\0rub' >> kept/journal.jsonl",
    "printf X | dd of=kept/journal.jsonl bs=1 seek=3000 conv=notrunc",
    "printf X | dd of=kept/findings.jsonl bs=1 seek=9000 conv=notrunc",
    "truncate -s 7000 kept/findings.jsonl", "rm kept/findings.jsonl", "rm kept/manifest.json",
    "rm kept/journal.jsonl",
  ])
  func `a run whose books were damaged is mended, with nothing lost or doubled`(damage: String) {
    #expect(kept().status == 3)
    _ = Shell.run(damage, in: folder)
    let output = kept("--resume")
    #expect(output.status == 3)
    #expect(output.bytes == run().bytes)
    #expect(folder.read("kept/findings.jsonl") == output.text)
  }

  @Test func `a disk that fills up ends a run with a message, and it goes on when there is room`() {
    let full = Shell.run(
      "ulimit -f 128; '\(Program.path)' run -p ./counts.lua --run ./kept -o out.jsonl n",
      in: folder)
    #expect(full.status == 2)
    #expect(full.errors.contains("cannot be written: file too large"))
    #expect(folder.read("kept/findings.jsonl") == nil)
    #expect(folder.read("out.jsonl") == nil)
    #expect(kept("--resume").bytes == run().bytes)
  }

  @Test func `a run ends when more fails than it is to bear, and goes on with a higher limit`() {
    let output = kept("--max-errors", "1")
    #expect(output.status == 1)
    #expect(
      output.errors.hasSuffix("error: more than 1 failure, the limit of --max-errors\n"))
    #expect(kept("--resume", "--max-errors", "2").bytes == run().bytes)
  }

  @Test func `standard input is known again by its bytes`() {
    let text = Array("Rain fell on day 77.\n".utf8)
    func run(_ input: [UInt8]) -> Program.Output {
      Program.run(arguments(["--run", "./kept", "--resume", "-"]), in: folder, input: input)
    }
    let first = run(text)
    #expect(run(text).bytes == first.bytes)
    #expect(events("error") == 1)
    #expect(run(Array("Snow.\n".utf8)).text.contains(#""words":1"#))
  }

  @Test func `a report that was stopped is the same when it has gone on`() {
    func report(_ more: String...) -> Program.Output {
      Program.run(["report", "-p", "./counts.lua"] + more + ["n"], in: folder)
    }
    #expect(report("-o", "plain").status == 3)
    for milliseconds in [200, 700, 1500] {
      let program = Program(
        ["report", "-p", "./counts.lua", "--run", "./kept", "--resume", "-o", "report", "n"]
          .map { Array($0.utf8) }, in: folder)
      usleep(UInt32(milliseconds) * 1000)
      program.send(SIGKILL)
      _ = program.finish()
    }
    #expect(report("--run", "./kept", "--resume", "-o", "report").status == 3)
    #expect(
      Shell.run("find report -name '.*.part' -delete; diff -r plain report", in: folder).text == "")
  }

  @Test func `runs that have a name are listed, with their states`() {
    let home = ["XDG_STATE_HOME": "\(folder.path)/state"]
    func copydesk(_ words: String...) -> Program.Output {
      Program.run(words, in: folder, environment: home)
    }
    #expect(copydesk("runs").errors == "no runs are kept\n")
    _ = copydesk("run", "-p", "./counts.lua", "--run", "nightly", "n")
    _ = copydesk("run", "-p", "./counts.lua", "--run", "short", "--max-errors", "0", "n")
    let list = copydesk("runs")
    #expect(list.status == 0)
    #expect(list.lines.count == 3)
    #expect(list.lines[1].hasPrefix("nightly  complete  20"))
    #expect(list.lines[1].hasSuffix("  run         2,801         2  counts 1.0.0"))
    #expect(list.lines[2].hasPrefix("short    stopped   20"))
    #expect(folder.read("state/copydesk/runs/nightly/findings.jsonl") != nil)
    #expect(copydesk("runs", "./n").errors.hasPrefix("error: ./n: no run is kept here"))
  }

  @Test func `a run can be verified, and what cannot be found again is named`() {
    #expect(kept().status == 3)
    func verify(_ words: String...) -> Program.Output {
      Program.run(["verify", "./kept"] + words, in: folder)
    }
    #expect(verify("--all").text == "2,801 outcomes found again\n")
    #expect(verify("--sample", "10").status == 0)
    folder.write("n/1100.txt", "Snow.\n")
    #expect(verify("--all").text.hasSuffix("changed or is not done\n"))
    #expect(verify("--all").status == 0)
    folder.write("counts.lua", Self.plugin(fields: "words = #article.title"))
    let changed = verify("--all")
    #expect(changed.status == 1)
    #expect(changed.errors.hasPrefix("warning: counts: has changed since the run\n"))
    #expect(changed.errors.contains("error: n/1000.txt: other findings than the run's\n"))
    #expect(changed.errors.split(separator: "\n").count == 22)
    #expect(changed.errors.contains(" more inputs, too; copydesk diff compares two runs"))
  }

  @Test func `only findings are compared`() {
    let folder = Scratch([
      "a.jsonl": #"{"id":"a","source":"a.txt","plugins":{}}"# + "\n",
      "story.txt": "Storm closes harbour\n\nSnow fell.\n", "word.txt": "Snow",
    ])
    for (names, place) in [
      (["a.jsonl", "story.txt"], "story.txt:1"), (["story.txt", "a.jsonl"], "story.txt:1"),
      (["a.jsonl", "word.txt"], "word.txt:1"),
    ] {
      let output = Program.run(["diff"] + names, in: folder)
      #expect(
        output.errors == "error: \(place): is no finding; "
          + "name a run or a file of findings in JSON Lines\n")
      #expect(output.status == 2)
    }
    #expect(Program.run("diff", "a.jsonl", "a.jsonl", in: folder).status == 0)
  }

  @Test func `two runs are compared article by article`() {
    #expect(kept().status == 3)
    func diff(_ words: String...) -> Program.Output {
      Program.run(["diff"] + words, in: folder)
    }
    #expect(diff("./kept", "./kept").status == 0)
    folder.write(
      "counts.lua",
      Self.plugin(
        fields: "words = article.word_count + (article.text:find('fell 1001') and 1 or 0)"))
    _ = Shell.run("rm n/1002.txt", in: folder)
    folder.write("n/1003.txt", "Snow.\n")
    let output = run("-o", "after.jsonl")
    #expect(output.status == 3)
    let changes = diff("./kept", "after.jsonl")
    #expect(changes.status == 1)
    #expect(
      changes.text == """
        n/1001.txt  Story 1001
          counts.words  4 → 5
        n/1003.txt
          counts.words  4 → 1
        2 of 2,800 articles changed
          counts.words  2
        1 input only in the first

        """)
    let lines = diff("./kept", "after.jsonl", "--format", "jsonl").lines
    #expect(
      lines.first
        == #"{"source":"n/1001.txt","title":"Story 1001","changes":[{"plugin":"counts","#
        + #""kind":"field","name":"words","old":4,"new":5}]}"#
    )
  }
}
