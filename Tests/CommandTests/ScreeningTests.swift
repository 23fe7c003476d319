import Document
import Testing

/// Which articles count, and when a run has failed, by the real program.
@Suite struct ScreeningTests {
  let folder = Scratch()

  init() {
    folder.write(
      "tone.lua",
      """
      --- The tone that a text names.
      return {
        api = 1, name = "tone", version = "1.0.0", summary = "Tone", author = "A",
        license = "MIT", categories = { "test" },
        fields = {
          compound = { type = "number", merge = "mean", doc = "tone" },
          names = { type = "list", merge = "top", doc = "words with a capital" },
        },
        analyze = function(article)
          local names = {}
          for name in article.text:gmatch("%f[%w]%u%a+") do names[#names + 1] = name end
          return { compound = tonumber(article.text:match("%-?%d+%.?%d*")), names = names }
        end,
      }

      """)
    let stories: [(String, String, String)] = [
      ("2026-03-01", "Coastwire", "0.5 Acme"), ("2026-03-02", "Coastwire", "-0.5 Acme"),
      ("2026-03-03", "Inland, Inc", "-0.75 Borealis"), ("2026-03-11", "coastwire", "-1 Acme"),
    ]
    var lines = stories.enumerated().map { number, story in
      #"{"id":"\#(number)","title":"T\#(number)","published":"\#(story.0)","publisher":"\#(story.1)","#
        + #""text":"Story \#(story.2) today.","authors":["Ida Holm","Bo Lind"]}"#
    }
    lines.append(#"{"id":"4","title":"T4","text":"Story 0.25 Acme."}"#)
    folder.write("news.jsonl", lines.joined(separator: "\n"))
  }

  private func run(_ arguments: String...) -> Program.Output {
    Program.run(["run", "-p", "./tone.lua", "news.jsonl"] + arguments, in: folder)
  }

  private func ids(_ output: Program.Output) -> [String] {
    output.lines.compactMap { try? JSONParser.parse(Array($0.utf8)[...])["id"]?.string }
  }

  @Test func `articles are chosen by time and condition, and the rest is counted`() {
    let time = run("--since", "2026-03-02", "--until", "2026-03")
    #expect(ids(time) == ["1", "2", "3"])
    #expect(time.errors.contains("5 articles in ") && time.errors.contains("; 2 left out\n"))
    #expect(time.status == 0)
    #expect(ids(run("--where", "tone.compound < -0.5 or not published")) == ["2", "3", "4"])
    let text = run("--where", "publisher = 'Inland, Inc'", "--format", "csv")
    #expect(text.text.split(separator: "\r\n").count == 2)
    #expect(ids(run("--where", "tone.names = 'Acme'", "-j3")) == ["0", "1", "3", "4"])
  }

  @Test func `what the metadata rule out is not analysed, and counts as left out all the same`() {
    folder.write(
      "loud.lua",
      """
      return {
        api = 1, name = "loud", version = "1.0.0", summary = "Says what it sees", author = "A",
        license = "MIT", categories = { "test" },
        fields = { n = { type = "integer", merge = "sum", doc = "articles" } },
        analyze = function(article, ctx) ctx:log(article.id) return { n = 1 } end,
      }
      """)
    func seen(_ words: String...) -> (ids: [String], output: Program.Output) {
      let output = Program.run(["run", "-p", "./loud.lua", "news.jsonl"] + words, in: folder)
      let ids = output.errors.split(separator: "\n").filter { $0.hasPrefix("note: ") }.compactMap {
        $0.split(separator: " ").last.map(String.init)
      }
      return (ids, output)
    }
    #expect(seen().ids.count == 5)
    let time = seen("--since", "2026-03-02", "--until", "2026-03")
    #expect(time.ids == ["1", "2", "3"] && time.output.errors.contains("; 2 left out\n"))
    // Whatever the plugin would have said, `and` fails with its first part, and `or` may yet hold.
    let both = seen("--where", "publisher = 'Inland, Inc' and loud.n > 0")
    #expect(both.ids.count == ids(both.output).count && both.ids.count == 1)
    #expect(seen("--where", "publisher = 'Inland, Inc' or loud.n > 0").ids.count == 5)
    #expect(seen("--where", "not (words > 0 or loud.n > 0)").ids.count == 5)
    let apart = seen("--since", "2026-03-02", "--until", "2026-03", "--trust", "none", "-j2")
    #expect(apart.ids == time.ids && apart.output.bytes == time.output.bytes)
    // A run that is kept has all findings, for whoever compares with it by another condition.
    #expect(seen("--since", "2026-03-02", "--run", "./all").ids.count == 5)
  }

  @Test func `a condition on languages has them told, whatever plugins ask for`() {
    folder.write(
      "two.jsonl",
      """
      {"id":"en","text":"The harbour was closed on Monday because of the storm, officials said."}
      {"id":"de","text":"Der Hafen wurde am Montag wegen des Sturms geschlossen, sagten Beamte."}
      """)
    let output = Program.run(
      "run", "-p", "./tone.lua", "two.jsonl", "--where", "language = 'de'", in: folder)
    #expect(ids(output) == ["de"])
  }

  @Test func `a condition that is wrong is shown with its place`() {
    let output = run("--where", "tone.compund < 0")
    #expect(
      output.errors == """
        error: --where: tone has no field 'compund'; did you mean 'compound'?
          tone.compund < 0
               ^

        """)
    #expect(output.status == 2 && output.text == "")
    #expect(run("--where", "ö < )").errors.hasSuffix("  ö < )\n      ^\n"))
    #expect(run("--since", "03/09/2026").status == 2)
    for day in ["2026-13", "2026-02-30", "2026-02-29", "2026-04-31T10:00", "2026-01-00"] {
      #expect(run("--since", day).status == 2, "\(day)")
      #expect(run("--until", day).status == 2, "\(day)")
    }
    #expect(run("--since", "2024-02-29").status == 0)
    #expect(run("--since-run", "x").status == 2)
  }

  @Test(arguments: [
    "2026-02-31", "2026-13", "2026-3-9", "2026-03-09T25:00", "2026-03-09T10:61",
    "2026-03-09T10:00+1:00", "'2026-02-30'", "'soon'",
  ])
  func `a date that is none is refused where publication is compared with it`(date: String) {
    for condition in ["published > \(date)", "(words > 1 and published=\(date))"] {
      let output = run("--where", condition)
      #expect(output.errors.contains("is no date; write it as 2026-03-09,"), "\(condition)")
      #expect(output.status == 2)
    }
  }

  @Test(arguments: [
    "2026-03", "2026-02-28T23:59", "'2026'", "2026-03-09T10:30:00.5Z", "2026-03-09T10:30+01:00",
    "'--02-26'", "''",
  ])
  func `any other is compared with`(date: String) {
    #expect(run("--where", "published != \(date)").status == (date == "''" ? 2 : 0))
  }

  @Test func `sections are those that are meant, in capital or small letters`() {
    let sections = ["POLITICS", "Politics", " politics\n", "Sport"]
    let lines = sections.enumerated().map { number, section in
      #"{"id":"\#(number)","text":"Story 0.5.","section":"\#(section.replacing("\n", with: "\\n"))"}"#
    }
    folder.write("sections.jsonl", lines.joined(separator: "\n"))
    func chosen(_ condition: String) -> [String] {
      ids(
        Program.run(
          "run", "-p", "./tone.lua", "sections.jsonl", "--where", condition, in: folder))
    }
    #expect(chosen("section = 'politics'") == ["0", "1", "2"])
    #expect(chosen("section != 'Politics'") == ["3"])
    #expect(chosen("'SPORT' = section") == ["3"])
    let report = Program.run(
      "report", "-p", "./tone.lua", "sections.jsonl", "--by", "section", "-o", "r", in: folder)
    #expect(report.status == 0)
    #expect(folder.read("r/index.md")?.contains("| [politics](politics/report.md) | 3 |") == true)
    #expect(folder.names(in: "r").count == 6)
  }

  @Test func `a gate that fails tells why and ends with status 1`() {
    let failed = run("--fail-if", "tone.mean < 0", "--fail-if", "articles > 100")
    #expect(failed.status == 1)
    #expect(failed.errors.hasPrefix("error: --fail-if: tone.mean < 0: tone.mean is -0.3\n"))
    #expect(failed.errors.contains("; 1 gate failed\n"))
    #expect(ids(failed).count == 5)
    #expect(run("--fail-if", "tone.mean < -0.9").status == 0)
    let few = run("--where", "tone.compound > 0", "--fail-if", "tone.mean < 0")
    #expect(few.status == 0)
  }

  @Test(arguments: ["before.jsonl", "report", "./kept"])
  func `a run is compared with an earlier one`(earlier: String) {
    folder.write("old.jsonl", #"{"id":"a","text":"Story 0.5 Acme.","published":"2026-02-01"}"#)
    let before = ["-p", "./tone.lua", "old.jsonl"]
    _ = Program.run(["run"] + before + ["-o", "before.jsonl", "--run", "./kept"], in: folder)
    _ = Program.run(["report"] + before + ["-o", "report"], in: folder)
    let output = run(
      "--since-run", earlier, "--fail-if", "change(tone.mean) < -0.5", "--fail-if",
      "new(tone.names) > 2", "--summary-line", "-o", "out.jsonl")
    #expect(output.status == 1)
    #expect(output.errors.contains("change(tone.mean) is -0.8\n"))
    #expect(
      output.text
        == "5 articles of 2026-03-01 to 2026-03-11; tone.compound -0.3 (-0.8); "
        + "GATE: change(tone.mean) < -0.5: change(tone.mean) is -0.8\n")
    let new = run("--since-run", earlier, "--fail-if", "new(tone.names)")
    #expect(new.errors.contains("new(tone.names) is 1: Borealis\n"))
    #expect(run("--since-run", "none", "--fail-if", "new(tone.names)").status == 2)
  }

  @Test func `a report says what was left out, and prints the line if asked`() {
    let output = Program.run(
      "report", "-p", "./tone.lua", "news.jsonl", "-o", "r", "--until", "2026-03-03", "--where",
      "tone.compound < 0", "--fail-if", "articles < 10", "--summary-line", in: folder)
    #expect(output.status == 1)
    #expect(output.text.hasPrefix("2 articles of 2026-03-02 to 2026-03-03; tone.compound -0.625;"))
    let report = folder.read("r/report.md") ?? ""
    #expect(report.contains("| articles where | tone.compound &lt; 0 |"))
    #expect(
      report.contains(
        "| articles left out | 3 of 5: 1 without a date, 1 too late, 1 by the condition |"))
    #expect(report.contains("1 of 1 gate failed."))
    #expect(report.contains("| articles &lt; 10 | failed | articles is 2 |"))
    let page = folder.read("r/report.html") ?? ""
    #expect(page.contains("<td class=\"verdict fails\">failed</td><td>articles is 2</td>"))
    #expect(folder.read("r/findings.jsonl")?.split(separator: "\n").count == 2)
  }

  @Test func `a report tells what has changed since an earlier run`() {
    folder.write("old.jsonl", #"{"id":"a","text":"Story 0.5 Zenith.","published":"2026-02-01"}"#)
    _ = Program.run("run", "-p", "./tone.lua", "old.jsonl", "-o", "before.jsonl", in: folder)
    let report = [
      "report", "-p", "./tone.lua", "news.jsonl", "-o", "r", "--since-run", "before.jsonl",
    ]
    #expect(Program.run(report, in: folder).status == 0)
    GoldenFile.expect(Array((folder.read("r/changes.md") ?? "").utf8), in: "changes.md")
    let page = folder.read("r/report.html") ?? ""
    let changes = "<th scope=\"row\"><a href=\"#plugin-1\">mean of tone.compound</a></th>"
    #expect(page.contains(changes + "<td class=\"n\">0.5</td><td class=\"n\">−0.3</td>"))
    // Who is new leads to the articles that name them.
    #expect(page.contains("<bdi>Borealis</bdi> <span class=\"links\">in <a href=\"#article-3\""))
    #expect(page.contains("<b>Gone</b>, 1: <bdi>Zenith</bdi>"))
    #expect(folder.read("r/report.md")?.contains("Gone, 1: Zenith") == true)
    _ = Program.run(report + ["--by", "month"], in: folder)
    GoldenFile.expect(Array((folder.read("r/changes.md") ?? "").utf8), in: "changes.md")
    let index = folder.read("r/index.html") ?? ""
    #expect(index.contains("mean of tone.compound</th>") && index.contains("<bdi>Zenith</bdi>"))
  }

  @Test func `a run that is gone on with leaves the same out`() {
    let first = run("--where", "tone.compound < 0", "--run", "./kept")
    let again = run("--where", "tone.compound < 0", "--run", "./kept", "--resume")
    #expect(first.text == again.text && ids(again) == ["1", "2", "3"])
  }
}

/// A report for each group.
@Suite struct GroupedReportTests {
  let folder = ScreeningTests().folder

  private func report(by what: String, _ more: String...) -> Program.Output {
    Program.run(
      ["report", "-p", "./tone.lua", "news.jsonl", "-o", "r", "--by", what] + more, in: folder)
  }

  @Test(arguments: [
    ("publisher", ["coastwire", "inland-inc", "coastwire-2", "without-publisher"]),
    ("month", ["2026-03", "without-month"]),
    ("week", ["2026-w09", "2026-w10", "2026-w11", "without-week"]),
    ("author", ["ida-holm", "bo-lind", "without-author"]),
    ("tone.names", ["story", "acme", "borealis"]),
  ])
  func `each group has its report, and the index leads to all`(what: String, folders: [String]) {
    let output = report(by: what)
    #expect(output.text == "r/index.html\n" && output.status == 0)
    #expect(
      Set(folder.names(in: "r"))
        == Set(folders + ["findings.jsonl", "index.html", "index.md", "manifest.sha256"]))
    let index = folder.read("r/index.md") ?? ""
    for name in folders {
      #expect(folder.names(in: "r/\(name)").contains("report.html"))
      #expect(index.contains("](\(name)/report.md)"))
    }
    #expect(folder.read("r/findings.jsonl")?.split(separator: "\n").count == 5)
  }

  @Test func `the index counts what is in each group`() {
    _ = report(by: "publisher", "--where", "tone.compound < 0.5")
    GoldenFile.expect(Array((folder.read("r/index.md") ?? "").utf8), in: "groups.md")
    let page = withoutStyle(folder.read("r/index.html") ?? "")
    GoldenFile.expect(Array(page.utf8), in: "groups.html")
    #expect(folder.read("r/inland-inc/report.md")?.contains("| publisher | Inland, Inc |") == true)
    #expect(
      folder.read("r/inland-inc/report.html")?.contains(
        "<a href=\"../index.html\">Reports by publisher</a> · publisher <bdi>Inland, Inc</bdi>")
        == true)
    #expect(folder.read("r/inland-inc/findings.jsonl")?.contains("Borealis") == true)
  }

  @Test func `a group's report is that of its articles alone`() {
    _ = report(by: "publisher")
    _ = Program.run(
      "report", "-p", "./tone.lua", "news.jsonl", "-o", "one", "--where",
      "publisher = 'Inland, Inc'", in: folder)
    #expect(folder.read("r/inland-inc/findings.csv") == folder.read("one/findings.csv"))
  }

  /// The look of pages is looked at, not compared.
  private func withoutStyle(_ html: String) -> String {
    var isLook = false
    return html.split(separator: "\n").filter { line in
      if line.hasPrefix("<style>") || line.hasPrefix("<script>") { isLook = true }
      defer { if line.hasPrefix("</style>") || line.hasPrefix("</script>") { isLook = false } }
      return !isLook && !line.contains("Content-Security-Policy")
    }.joined(separator: "\n")
  }

  @Test func `manifests have the hashes of the index and of each report`() {
    _ = report(by: "publisher")
    let names = (folder.read("r/manifest.sha256") ?? "").split(separator: "\n").map {
      String($0.dropFirst(66))
    }
    let groups = ["coastwire", "coastwire-2", "inland-inc", "without-publisher"]
    #expect(
      names
        == (groups.map { "\($0)/manifest.sha256" } + ["findings.jsonl", "index.html", "index.md"])
        .sorted())
    let check = Shell.run(
      "cd r && for m in manifest.sha256 */manifest.sha256; do "
        + "(cd $(dirname $m) && sha256sum --check --quiet manifest.sha256) || exit 1; done",
      in: folder)
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test func `reports of groups that are no longer there are removed`() {
    _ = report(by: "publisher")
    folder.write("r/inland-inc/mine.txt", "")
    _ = report(by: "month")
    #expect(
      Set(folder.names(in: "r")) == [
        "2026-03", "without-month", "findings.jsonl", "index.html", "index.md", "manifest.sha256",
        "inland-inc",
      ])
    #expect(folder.names(in: "r/inland-inc") == ["mine.txt"])
    _ = Program.run("report", "-p", "./tone.lua", "news.jsonl", "-o", "r", in: folder)
    #expect(!folder.names(in: "r").contains("index.html"))
  }

  @Test func `the index is printed for people and as data`() throws {
    let text = report(by: "publisher", "--print", "text").text
    #expect(text.hasPrefix("Reports by publisher\n4 reports on 5 articles;"))
    let row = text.split(separator: "\n").first { $0.contains("Inland, Inc") }
    #expect(row?.split(whereSeparator: \.isWhitespace).contains("−0.75") == true)
    let json = report(by: "publisher", "--print", "json", "--fail-if", "articles < 9").text
    let data = try JSONParser.parse(Array(json.utf8)[...])
    let reports = try #require(data["reports"]?.list)
    #expect(reports.count == 4 && data["grouping"]?.string == "publisher")
    #expect(reports[0]["address"]?.string == "coastwire/report.html")
    #expect(reports[0]["facts"]?["tone.compound"]?.number == 0)
    #expect(data["gates"]?.list?.count == 1)
  }

  @Test func `what cannot be grouped by is refused`() {
    #expect(report(by: "moon").status == 2)
    #expect(
      report(by: "tone.nams").errors.hasPrefix(
        "error: --by: tone has no field 'nams'; did you mean 'names'?"))
  }
}
