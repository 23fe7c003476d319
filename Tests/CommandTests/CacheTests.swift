import Glibc
import Testing

/// What is kept from run to run: the same findings, for less work.
@Suite(.serialized) struct CacheTests {
  let folder = Scratch()

  init() {
    folder.write("counts.lua", Self.plugin("counts", "words = article.word_count"))
    folder.write("lengths.lua", Self.plugin("lengths", "words = #article.text"))
    for number in 1000..<1100 {
      folder.write("n/\(number).txt", "Story \(number)\n\nRain fell \(number) times.\n")
    }
    folder.write(
      "n/feed.jsonl",
      (0..<50).map { #"{"id": "l\#($0)", "text": "Rain fell on day \#($0)."}"# }
        .joined(separator: "\n"))
    folder.write(
      "n/feed.rss",
      """
      <rss version="2.0"><channel><title>Harbour Gazette</title>
      <item><title>One</title><description>Rain fell.</description></item>
      <item><title>Two</title><description>Snow fell.</description></item>
      </channel></rss>

      """)
    folder.write("n/broken.json", "{")
  }

  /// A plugin that needs another, says something, keeps something aside, and fails on Sundays.
  private static func plugin(_ name: String, _ fields: String, requires: String = "") -> String {
    """
    --- Counts.
    return {
      api = 1, name = "\(name)", version = "1.0.0", summary = "Counts", author = "A",
      license = "MIT", categories = { "test" }, requires = { \(requires) },
      fields = { words = { type = "integer", merge = "sum", doc = "how many" } },
      options = { more = { type = "integer", default = 0, doc = "added" } },
      analyze = function(article, ctx)
        if article.text:find("Sunday", 1, true) then error("closed") end
        if article.text:find("1042", 1, true) then ctx:log("the answer") end
        return { \(fields) }
      end,
      aggregate = {
        new = function() return { count = 0 } end,
        add = function(acc) acc.count = acc.count + 1 return acc end,
        merge = function(a, b) a.count = a.count + b.count return a end,
        finish = function(acc) return acc end,
      },
      report = function(report, summary) report:text("seen: " .. summary.count) end,
    }

    """
  }

  private func run(_ more: String..., cache: Bool = true, articles: String = "n")
    -> Program.Output
  {
    Program.run(
      ["run", "-p", "./counts.lua,./lengths.lua"] + (cache ? [] : ["--no-cache"]) + more
        + [articles], in: folder, environment: ["XDG_CACHE_HOME": "\(folder.path)/cache"])
  }

  /// How many outcomes were known, as the summary says, which the broken file makes sure of.
  private func known(_ output: Program.Output) -> Int {
    let parts = output.errors.split(separator: "\n").last?.split(separator: ";") ?? []
    let part = parts.first { $0.hasSuffix("known before") }
    return part.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }

  @Test func `a second run finds the same and looks for nothing`() {
    let first = run()
    let second = run()
    #expect(first.status == 3)
    #expect(known(first) == 0)
    #expect(second.bytes == first.bytes)
    #expect(second.bytes == run(cache: false).bytes)
    #expect(known(second) == 152)
    #expect(second.errors.contains("note: n/1042.txt: counts: the answer"))
    #expect(known(run("-j1")) == 152)
  }

  /// How many outcomes the cache holds.
  private var outcomes: Int {
    let output = Program.run(
      "cache", in: folder, environment: ["XDG_CACHE_HOME": "\(folder.path)/cache"])
    return Int(output.lines.last?.filter(\.isNumber) ?? "") ?? 0
  }

  @Test func `files that were left alone for a while are known by what the kernel says of them`() {
    let first = run()
    // Of files that were just written later changes might not show, so they are known by their bytes alone.
    var file = stat()
    stat("\(folder.path)/n/1000.txt", &file)
    let areNew = time(nil) - file.st_mtim.tv_sec < 2
    #expect(outcomes == 152 || !areNew)
    usleep(2_100_000)
    #expect(run().bytes == first.bytes)
    // The lines of the feed are known by their bytes always.
    #expect(outcomes == 152 + 102)
    let third = run()
    #expect(third.bytes == first.bytes)
    #expect(third.errors.contains("note: n/1042.txt: counts: the answer"))
    #expect(known(third) == 152)
    #expect(outcomes == 152 + 102)
  }

  @Test func `a file of the same size and date that holds something else is another one`() {
    _ = run()
    usleep(2_100_000)
    _ = run()
    _ = Shell.run(
      """
      d=$(stat -c %y n/1005.txt); printf Snow | dd of=n/1005.txt bs=1 seek=12 conv=notrunc
      touch -d "$d" n/1005.txt
      d=$(stat -c %y n/1006.txt); sed s/Rain/Hail/ n/1006.txt > new; touch -d "$d" new; mv new n/1006.txt
      mv n/1007.txt was; mv n/1008.txt n/1007.txt; mv was n/1008.txt
      """, in: folder)
    let output = run()
    #expect(output.text.contains(#"n/1006.txt"#))
    #expect(output.bytes == run(cache: false).bytes)
    #expect(known(output) == 148)
  }

  @Test func `what a run knows from others it keeps as its own`() {
    _ = run()
    usleep(2_100_000)
    _ = run()
    let kept = run("--run", "./kept")
    #expect(known(kept) == 152)
    #expect(folder.read("kept/findings.jsonl") == kept.text)
    let resumed = run("--run", "./kept", "--resume")
    #expect(resumed.bytes == kept.bytes)
  }

  @Test func `a plugin's code, options and what it requires decide whether it runs again`() {
    _ = run()
    for change in [
      { folder.write("counts.lua", Self.plugin("counts", "words = 7")) },
      {
        folder.write(
          "lengths.lua",
          Self.plugin(
            "lengths", "words = ctx:results('counts').words + 1", requires: "\"counts\""))
      },
      { folder.write("counts.lua", Self.plugin("counts", "words = 8")) },
    ] {
      change()
      let changed = run()
      #expect(changed.bytes == run(cache: false).bytes)
      #expect(known(changed) == 0)
      #expect(known(run()) == 152)
    }
    let option = run("-O", "counts.more=3")
    #expect(option.bytes == run("-O", "counts.more=3", cache: false).bytes)
    #expect(known(option) == 0)
  }

  @Test func `other selections share what they have in common`() {
    _ = run()
    func alone(_ cache: String...) -> Program.Output {
      Program.run(
        ["run", "-p", "./lengths.lua"] + cache + ["n"], in: folder,
        environment: ["XDG_CACHE_HOME": "\(folder.path)/cache"])
    }
    let first = alone()
    #expect(first.bytes == alone("--no-cache").bytes)
    #expect(alone().bytes == first.bytes)
    #expect(known(run()) == 152)
  }

  @Test func `an article that has changed or moved is another one, a line of many too`() {
    _ = run()
    folder.write("n/1005.txt", "Story\n\nSnow fell.\n")
    folder.write(
      "n/feed.jsonl",
      (0..<50).map {
        #"{"id": "l\#($0)", "text": "\#($0 == 7 ? "Snow" : "Rain") fell on day \#($0)."}"#
      }
      .joined(separator: "\n"))
    _ = Shell.run("mv n/1006.txt n/0006.txt", in: folder)
    let output = run()
    #expect(output.bytes == run(cache: false).bytes)
    #expect(known(output) == 149)
  }

  @Test func `what failed is tried again, and what went well beside it is not`() {
    folder.write("n/1005.txt", "Story\n\nSnow fell on Sunday.\n")
    let first = run()
    let second = run()
    #expect(second.bytes == first.bytes)
    #expect(known(second) == 151)
    #expect(second.errors.contains("2 plugin failures on 1 article"))
  }

  @Test func `a report from the cache is the same`() {
    func report(_ more: String...) -> Program.Output {
      Program.run(
        ["report", "-p", "./counts.lua,./lengths.lua"] + more + ["n"], in: folder,
        environment: ["XDG_CACHE_HOME": "\(folder.path)/cache"])
    }
    _ = report("--no-cache", "-o", "plain")
    _ = run()
    _ = report("-o", "report")
    #expect(Shell.run("diff -r plain report", in: folder).text == "")
    #expect(folder.read("report/report.md")?.contains("seen: 152") == true)
  }

  @Test(arguments: [
    "printf XXXX | dd of=$1 bs=1 seek=9000 conv=notrunc", "truncate -s -100 $1", "rm $1",
    "truncate -s 0 ${1%segment}index", "rm ${1%segment}index", "truncate -s -9 ${1%segment}index",
    "head -c 5000 /dev/urandom > $1", "head -c 5000 /dev/urandom > ${1%segment}index",
  ])
  func `a damaged cache costs work and nothing else`(damage: String) {
    let first = run()
    _ = Shell.run("set -- cache/copydesk/*.segment; \(damage)", in: folder)
    #expect(run().bytes == first.bytes)
    #expect(known(run()) == 152)
  }

  @Test func `what a killed run has found is known to the next`() {
    for number in 2000..<4000 { folder.write("n/\(number).txt", "Rain fell \(number) times.\n") }
    let program = Program(
      ["run", "-p", "./counts.lua,./lengths.lua", "-o", "out", "n"].map { Array($0.utf8) },
      in: folder, environment: ["XDG_CACHE_HOME": "\(folder.path)/cache"])
    // What is found is written a quarter of a megabyte at a time, or each second.
    func written() -> Int {
      folder.names(in: "cache/copydesk").reduce(0) {
        $0 + (Scratch.bytes("\(folder.path)/cache/copydesk/\($1)")?.count ?? 0)
      }
    }
    #expect(eventually { written() > 120_000 })
    program.send(SIGKILL)
    _ = program.finish()
    let output = run()
    #expect(known(output) > 100)
    #expect(output.bytes == run(cache: false).bytes)
  }

  @Test func `runs at the same time share a cache`() {
    let programs = (0..<3).map { _ in
      Program(
        ["run", "-p", "./counts.lua,./lengths.lua", "n"].map { Array($0.utf8) }, in: folder,
        environment: ["XDG_CACHE_HOME": "\(folder.path)/cache"])
    }
    let plain = run(cache: false)
    for program in programs { #expect(program.finish().bytes == plain.bytes) }
    #expect(known(run()) == 152)
  }

  @Test func `small segments are brought together`() {
    for number in 0..<12 {
      folder.write("n/1001.txt", "Rain fell \(number) times.\n")
      _ = run()
    }
    let segments = Shell.run("ls cache/copydesk/*.segment", in: folder).lines.count
    #expect((1...8).contains(segments))
    #expect(known(run()) == 152)
    folder.write("n/1001.txt", "Rain fell 3 times.\n")
    #expect(known(run()) == 152)
  }

  @Test func `a cache that cannot be written ends no run`() {
    let output = Shell.run(
      "export XDG_CACHE_HOME=$PWD/cache; ulimit -f 16; '\(Program.path)' run -p ./counts.lua n",
      in: folder)
    #expect(output.status == 3)
    #expect(output.lines.count == 153)
    #expect(Shell.run("ls cache/copydesk", in: folder).text == "")
  }

  @Test func `the cache says what it holds, and goes when it is told to`() {
    func cache(_ words: String...) -> Program.Output {
      Program.run(
        ["cache"] + words, in: folder, environment: ["XDG_CACHE_HOME": "\(folder.path)/cache"])
    }
    #expect(cache().lines.last == "outcomes  0")
    _ = run()
    #expect(cache("status").lines.last == "outcomes  152")
    #expect(cache("prune").text == "0 bytes removed\n")
    #expect(cache("prune", "--cache-size", "1kB").text.hasSuffix(" kB removed\n"))
    _ = run()
    #expect(cache("clear").text.hasSuffix(" kB removed\n"))
    #expect(known(run()) == 0)
    #expect(cache("empty").errors == "error: expected status, prune or clear, found 'empty'\n")
  }

  @Test func `the configuration says where the cache is, how large, and whether there is one`() {
    let home = ["XDG_CACHE_HOME": "\(folder.path)/cache"]
    folder.write("copydesk.toml", "[cache]\nfolder = \"our cache\"\nsize = \"1 GB\"\n")
    _ = run()
    #expect(known(run()) == 152)
    #expect(folder.names.contains("our cache") && !folder.names.contains("cache"))
    #expect(
      Program.run("cache", in: folder, environment: home).text.contains(
        "folder    \(folder.path)/our cache\n"))
    #expect(
      Program.run("cache", in: folder, environment: home).lines[1].contains(" of 1.0 GB in 1 "))
    folder.write("copydesk.toml", "[cache]\noff = true\n")
    _ = run()
    #expect(known(run()) == 0)
    #expect(!folder.names.contains("cache"))
    folder.write("copydesk.toml", "[cache]\nof = true\n")
    #expect(run().errors.hasSuffix("copydesk.toml:2: cache.of: unknown key; did you mean 'off'?\n"))
  }

  @Test func `a dry run says what is known and what would run, and does nothing`() {
    // What is not known is not read, so a broken file and a feed are one article each.
    #expect(run("--dry-run").text.hasSuffix(": 152 to analyse; 0 known before\n"))
    _ = run()
    #expect(
      run("--dry-run").lines.dropLast() == [
        "plugin   known  to run", "counts     152       1", "lengths    152       1",
      ])
    folder.write("lengths.lua", Self.plugin("lengths", "words = 1"))
    folder.write("n/1001.txt", "Snow.\n")
    let changed = run("--dry-run", "--run", "./kept")
    #expect(changed.lines[1] == "counts     151       2")
    #expect(changed.lines[2] == "lengths      0     153")
    #expect(changed.status == 0)
    #expect(folder.read("kept/lock") == nil)
    _ = run("--run", "./kept")
    #expect(run("--dry-run", "--run", "./kept").text.hasSuffix("153 done in this run\n"))
  }
}
