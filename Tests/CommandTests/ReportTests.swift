import Glibc
import Testing

/// Merged reports, by the real program.
@Suite struct ReportTests {
  let folder = Scratch()
  private static let files = [
    "findings.csv", "findings.jsonl", "manifest.sha256", "report.html", "report.md",
  ]

  init() {
    folder.write(
      "storms.lua",
      """
      --- Marks storms.
      return {
        api = 1, name = "storms", version = "1.0.0", summary = "Where storms are", author = "A",
        license = "MIT", categories = { "test" }, languages = { "en" },
        layers = { storm = "the word storm" },
        fields = {
          storms = { type = "integer", merge = "sum", doc = "how many" },
          calm = { type = "boolean", merge = "all", doc = "whether there is none" },
          words = { type = "map", merge = "top", doc = "words for it" },
        },
        analyze = function(article, ctx)
          local count, at = 0, 1
          while true do
            local first, last = article.text:find("storm", at, true)
            if not first then break end
            ctx:annotate("storm", { first = first, last = last })
            count, at = count + 1, last + 1
          end
          return { storms = count, calm = count == 0, words = { storm = count } }
        end,
      }

      """)
    folder.write("a/1.txt", "Harbour closed\n\nA storm came, and after the storm a storm.\n")
    folder.write("a/2.txt", "Harbour open\n\nThe sea was calm <b>all</b> day.\n")
    folder.write("a/3.bin.txt", "\u{0}\u{1}\u{2}\u{3}\u{0}\u{0}\u{0}")
  }

  private func plugin(_ name: String, report: String) {
    folder.write(
      "\(name).lua",
      """
      --- Reports.
      return {
        api = 1, name = "\(name)", version = "1.0.0", summary = "Reports", author = "A",
        license = "MIT", categories = { "test" },
        fields = { n = { type = "integer", merge = "sum", doc = "articles" } },
        analyze = function() return { n = 1 } end,
        aggregate = {
          new = function() return { ids = {} } end,
          add = function(acc, article) acc.ids[1] = article.id return acc end,
          merge = function(a, b)
            for _, id in ipairs(b.ids) do a.ids[#a.ids + 1] = id end
            return a
          end,
        },
        report = function(report, summary)
          \(report)
        end,
      }

      """)
  }

  private func files(in name: String) -> [String?] {
    Self.files.map { folder.read("\(name)/\($0)") }
  }

  @Test func `a report is five files, and the findings are those of a run`() {
    let report = Program.run("report", "-p", "./storms.lua", "a", "-o", "out/r", in: folder)
    #expect(folder.names(in: "out/r") == Self.files)
    let lines = Program.run("run", "-p", "./storms.lua", "a", "--format", "jsonl", in: folder)
    #expect(folder.read("out/r/findings.jsonl") == lines.text)
    let table = Program.run("run", "-p", "./storms.lua", "a", "--format", "csv", in: folder)
    #expect(folder.read("out/r/findings.csv") == table.text)
    #expect(report.status == lines.status)
    let html = folder.read("out/r/report.html") ?? ""
    #expect(html.contains("<mark class=\"k1 d1\" title=\"storms.storm\">storm</mark>"))
    #expect(html.contains("calm &lt;b&gt;all&lt;/b&gt; day") && html.contains("3.bin.txt"))
  }

  @Test func `sections whose names differ in case alone are one`() {
    for (number, section) in ["POLITICS", "Politics", "Politics", "Sport"].enumerated() {
      folder.write("s/\(number).md", "---\ntitle: A\nsection: \(section)\n---\nA storm came.\n")
    }
    _ = Program.run("report", "-p", "./storms.lua", "s", "-o", "r", in: folder)
    let rows = folder.read("r/report.md")?.split(separator: "\n").filter {
      $0.hasPrefix("| Politics")
    }
    #expect(rows?.count == 1 && rows?.first?.contains("| 3 |") == true)
    #expect(folder.read("r/report.md")?.contains("| POLITICS") == false)
  }

  @Test func `a report says the command that makes it again`() throws {
    folder.write("it's a/1.txt", "Harbour closed\n\nA storm came.\n")
    _ = Program.run(
      "report", "-p", "./storms.lua", "--timeout", "4", "--where", "words > 1", "--jobs", "1", "-o",
      "one",
      "it's a", in: folder)
    let page = try #require(folder.read("one/report.md"))
    let again =
      #"copydesk report --plugins ./storms.lua --timeout 4 --where 'words > 1' 'it'\''s a'"#
    #expect(page.contains("To do it again: `\(again)`"))
    repeatCommand(of: "one/report.md", into: "two")
    #expect(files(in: "one") == files(in: "two"))
  }

  @Test func `the command names the settings that were found, in the folder or above it`() {
    folder.write(
      "copydesk.toml",
      "plugins = \"storms\"\n[report]\ntitle = \"The week\"\ntemplate = \"note.lua\"\n")
    folder.write(
      "note.lua", "return { api = 1, file = 'n.txt', write = function(r) return r.title end }")
    folder.write("plugins/storms.lua", folder.read("storms.lua") ?? "")
    _ = Program.run("report", "a", "-o", "one", in: folder)
    #expect(
      folder.read("one/report.md")?.contains("`copydesk report --config copydesk.toml a`") == true)
    repeatCommand(of: "one/report.md", into: "two")
    #expect(files(in: "one") == files(in: "two"))
    #expect(folder.read("two/n.txt") == "The week")
  }

  /// Has a shell do what a report says makes it again.
  private func repeatCommand(of page: String, into name: String) {
    let parts = (folder.read(page) ?? "").split(separator: "To do it again: `")
    let command = parts.last?.prefix { $0 != "`" } ?? "false"
    let programs = Program.path.split(separator: "/").dropLast().joined(separator: "/")
    let run = Shell.run("PATH=\"/\(programs):$PATH\"; \(command) -o \(name)", in: folder)
    #expect(run.status < 2 || run.status == 3, "\(command): \(run.errors)")
  }

  @Test
  func `the command makes groups, gates, changes and what a template writes again, to the byte`() {
    folder.write(
      "note.lua", "return { api = 1, file = 'n.txt', write = function(r) return r.command end }")
    folder.write("old.jsonl", #"{"id":"a","text":"A storm.","published":"2026-02-01"}"#)
    _ = Program.run("run", "-p", "./storms.lua", "old.jsonl", "-o", "before.jsonl", in: folder)
    let request = [
      "report", "-p", "./storms.lua", "a", "--since-run", "before.jsonl", "--fail-if",
      "storms.mean > 1", "--template", "note.lua", "--also", "sqlite", "--summary-line",
    ]
    _ = Program.run(request + ["-o", "one"], in: folder)
    repeatCommand(of: "one/report.md", into: "two")
    #expect(folder.names(in: "one").contains("n.txt"))
    for name in folder.names(in: "one") {
      #expect(
        Scratch.bytes("\(folder.path)/one/\(name)") == Scratch.bytes("\(folder.path)/two/\(name)"))
    }
    _ = Program.run(request + ["-o", "three", "--by", "day"], in: folder)
    repeatCommand(of: "three/without-day/report.md", into: "four")
    #expect(folder.names(in: "three/without-day").contains("n.txt"))
    for name in folder.names(in: "three/without-day") {
      #expect(folder.read("three/without-day/\(name)") == folder.read("four/without-day/\(name)"))
    }
    #expect(folder.read("three/index.html") == folder.read("four/index.html"))
  }

  @Test func `as many articles have pages as are wished, and the rest is said to have none`() {
    let lines = (1...5).map { #"{"id":"a\#($0)","title":"T\#($0)","text":"A storm came."}"# }
    folder.write("wire.jsonl", lines.joined(separator: "\n"))
    func page(_ pages: String) -> String {
      _ = Program.run(
        "report", "-p", "./storms.lua", "wire.jsonl", "-o", "r", "--pages", pages, in: folder)
      return folder.read("r/report.html") ?? ""
    }
    for (pages, shown) in [("0", 0), ("3", 3), ("20000", 5)] {
      let html = page(pages)
      #expect(html.split(separator: "<article ").count == shown + 1)
      #expect(html.contains("copydesk report --pages N shows") == (shown < 5))
      #expect(html.contains("--pages \(pages)"))
    }
    let wrong = Program.run(
      "report", "-p", "./storms.lua", "wire.jsonl", "--pages", "all", in: folder)
    #expect(wrong.status == 2)
    #expect(
      wrong.errors == "error: --pages: expected a number from 0 on, found 'all'\n")
  }

  @Test func `a large run has its articles in files of their own, and every link leads to one`() {
    var lines = ""
    for number in 1...320 {
      lines +=
        "{\"id\":\"a\(number)\",\"title\":\"</script> \(number)\",\"text\":\"A storm came.\"}\n"
    }
    folder.write("wire.jsonl", lines)
    _ = Program.run("report", "-p", "./storms.lua", "wire.jsonl", "-o", "r", in: folder)
    #expect(folder.names(in: "r/report-articles") == ["1.html", "2.html", "3.html", "4.html"])
    let html = folder.read("r/report.html") ?? ""
    #expect(html.contains("href=\"report-articles/4.html#article-320\""))
    #expect(!html.contains("<article"))
    for link in html.split(separator: "href=\"").dropFirst() {
      let parts = link.prefix { $0 != "\"" }.split(separator: "#", omittingEmptySubsequences: false)
      let page = parts[0].isEmpty ? html : folder.read("r/\(parts[0])") ?? ""
      #expect(parts.count == 1 ? !page.isEmpty : page.contains("id=\"\(parts[1])\""))
    }
    let last = folder.read("r/report-articles/4.html") ?? ""
    #expect(last.contains("../report.html#index") && last.contains("href=\"3.html\""))
    #expect(last.contains("<mark class=\"k1 d1\" title=\"storms.storm\">storm</mark>"))
  }

  @Test func `the same inputs give the same bytes, whatever the number of workers`() {
    for number in 10..<200 { folder.write("a/\(number).txt", "Story \(number)\n\nA storm.\n") }
    plugin("voices", report: "report:heading(table.concat(summary.ids, ' '))")
    for jobs in ["1", "4"] {
      _ = Program.run(
        "report", "-p", "./storms.lua,./voices.lua", "a", "-o", jobs, "--jobs", jobs, in: folder)
    }
    #expect(files(in: "1").allSatisfy { $0 != nil })
    #expect(files(in: "1") == files(in: "4"))
  }

  @Test func `a plugin's own report is in the report, made of all articles in order`() {
    plugin(
      "voices", report: "report:heading(table.concat(summary.ids, ' ') .. summary.counts.articles)")
    _ = Program.run("report", "-p", "./voices.lua", "a/1.txt", "a/2.txt", "-o", "r", in: folder)
    #expect(folder.read("r/report.md")?.contains("## a/1.txt a/2.txt2\n") == true)
  }

  @Test(arguments: [
    "report:text('half') error('gone wrong')",
    "while true do pcall(function() while true do end end) end",
  ])
  func `a report that fails or hangs costs its own section`(body: String) {
    plugin("sound", report: "report:heading('Sound and well')")
    plugin("broken", report: body)
    let run = Program.run(
      "report", "-p", "./broken.lua,./sound.lua", "a/1.txt", "-o", "r", "--timeout", "1",
      in: folder)
    #expect(run.status == 3 && run.errors.contains("broken"))
    let html = folder.read("r/report.html") ?? ""
    #expect(html.contains("The plugin&#39;s own report is missing"))
    #expect(html.contains("Sound and well"))
  }

  @Test func `a worker that dies over a report costs the section it was at`() {
    plugin("sound", report: "report:heading('Sound and well')")
    plugin("slow", report: "while true do end")
    let program = Program(
      [
        "report", "-p", "./slow.lua,./sound.lua", "a/1.txt", "-o", "r", "--jobs", "1",
        "--timeout", "60",
      ].map { Array($0.utf8) }, in: folder)
    // The one that is busy has the reports written.
    #expect(
      eventually { program.children.contains { Watched(pid: $0).isBusy && kill($0, SIGKILL) == 0 } }
    )
    let run = program.finish()
    #expect(run.status == 3)
    let html = folder.read("r/report.html") ?? ""
    #expect(html.contains("slow failed in report, crash: crashed: killed"))
    #expect(html.contains("Sound and well"))
  }

  @Test func `a report that cannot be written is an error and leaves nothing`() {
    folder.write("taken", "")
    let taken = Program.run("report", "-p", "./storms.lua", "a", "-o", "taken", in: folder)
    #expect(taken.status == 2 && taken.errors.contains("taken: cannot be written"))
    let full = Program(
      ["-c", "ulimit -f 4; exec \"$0\" report -p ./storms.lua a -o r", Program.path].map {
        Array($0.utf8)
      }, executable: "/bin/sh", in: folder
    ).finish()
    #expect(full.status == 2 && full.errors.contains("cannot be written: file too large"))
    #expect(folder.names(in: "r") == [])
  }

  @Test func `a manifest has the hashes of all files, as sha256sum checks them`() {
    for number in 1...310 { folder.write("many/\(number).txt", "Story \(number)\n\nA storm.\n") }
    folder.write(
      "note.lua", "return { api = 1, file = 'n.txt', write = function() return 'n' end }")
    _ = Program.run(
      "report", "-p", "./storms.lua", "many", "-o", "r", "--also", "csv-tables", "--also", "sqlite",
      "--template", "note.lua", in: folder)
    let names = Shell.run(
      "cd r && find . -type f | cut -c3- | grep -v manifest | LC_ALL=C sort", in: folder)
    let manifest = folder.read("r/manifest.sha256") ?? ""
    #expect(manifest.split(separator: "\n").map { String($0.dropFirst(66)) } == names.lines)
    #expect(names.lines.contains("report-articles/4.html") && names.lines.contains("n.txt"))
    let check = Shell.run("cd r && sha256sum --check --quiet manifest.sha256", in: folder)
    #expect(check.status == 0 && check.text.isEmpty, "\(check.text)")
  }

  @Test func `a report of nothing says so`() {
    folder.write("none/x.png", "")
    let run = Program.run("report", "-p", "./storms.lua", "none", "-o", "r", in: folder)
    #expect(run.status == 0)
    #expect(folder.names(in: "r") == Self.files)
    #expect(folder.read("r/report.html")?.contains("0 articles") == true)
  }
}
