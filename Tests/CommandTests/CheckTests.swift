import Document
import Testing

/// `check`: what it prints, in which forms, and its status.
@Suite struct CheckTests {
  let folder = Scratch([
    "good.lua": """
    return { api = 1, name = "good", analyze = function(article) return {} end }

    """,
    "doubtful.lua": """
    return {
      api = 1, name = "doubtful",
      analyze = function(article)
        local title = article.title
      end,
    }

    """,
    "wrong.lua": """
    return {
      api = 1, name = "wrong",
      analyze = function(article)
    \tprint(article.titel, "<&>")
      end,
    }

    """,
    "broken.lua": "return {\n  api = = 1,\n  name = 'broken'\n  version = 'x',\n}\n",
  ])

  @Test func `a finding has its place, code, remedy and line`() {
    let output = Program.run("check", "wrong.lua", in: folder)
    #expect(
      output.errors == """
        error: wrong.lua:4:16: unknown-member: article has no 'titel'; did you mean 'title'?
          4 |  print(article.titel, "<&>")
            |                ^^^^^

        """)
    #expect(output.text == "")
    #expect(output.status == 1)
  }

  @Test func `a plugin is named by its file or as it is installed`() {
    let good = "good.lua: ok, good\n"
    #expect(Program.run("check", "./good.lua", in: folder).text == "./" + good)
    #expect(Program.run("check", "--plugin-path", ".", "good", in: folder).text == good)
    let misspelt = Program.run("check", "--plugin-path", ".", "goot", in: folder)
    #expect(misspelt.errors == "error: no plugin or category 'goot'; did you mean 'good'?\n")
    #expect(misspelt.status == 2)
    let near = Program.run("check", "good", in: folder)
    #expect(
      near.errors
        == "error: no plugin or category 'good'; to name the one that lies here: ./good.lua\n")
  }

  @Test func `the folder at hand is called after its name`() {
    folder.write(
      "here/plugin.lua",
      "return { api = 1, name = 'here', analyze = function(article) return {} end }")
    folder.write("here/tests/a.txt", "Rain.\n")
    for path in ["here/.", "here/tests/.."] {
      #expect(Program.run("check", path, in: folder).text.hasSuffix("/here: ok, here\n"))
      let run = Program.run("run", "-p", path, "here/tests/a.txt", in: folder)
      #expect(run.text.contains(#""here":{"fields":"#), "\(run.errors)")
    }
  }

  @Test func `a list of rules has all its faults told`() {
    folder.write("terms.tsv", "may\t1\n/un(/\nmight\tx\ty\n*\t1\n")
    let output = Program.run("check", "terms.tsv", in: folder)
    let places = output.errors.split(separator: "\n").filter { $0.hasPrefix("error: terms.tsv:") }
      .map { $0.split(separator: ":")[2] }
    #expect(places == ["2", "3", "4"], "\(output.errors)")
    #expect(output.status == 4)
  }

  @Test(arguments: [
    ("term\tweight\nmay  0.5\n", ["2"]), ("may 0.5\nmight 0.7\n", ["1", "2"]),
    ("term weight\nmay 1\n", ["1", "2"]), ("good    2    praise\nbad\n", ["1"]),
    ("may\t1\narea 51\t2\nmight 0.5\n", ["3"]),
    ("may\narea 51\nit is said\n", []), ("may\t1\narea 51\t1\n", []),
  ])
  func `spaces in a list of rules that look like tabs are told`(sheet: String, lines: [String]) {
    folder.write("terms.tsv", sheet)
    let output = Program.run("check", "--strict", "terms.tsv", in: folder)
    let told = output.errors.split(separator: "\n").filter { $0.hasPrefix("warning: terms.tsv:") }
    #expect(told.map { $0.split(separator: ":")[2] } == lines.map { $0[...] }, "\(output.errors)")
    #expect(output.status == (lines.isEmpty ? 0 : 1))
  }

  @Test func `a file that is no Lua has all its faults told`() {
    let output = Program.run("check", "broken.lua", in: folder)
    #expect(
      output.errors == """
        error: broken.lua:2:9: expected an expression before '='
          2 |   api = = 1,
            |         ^
        error: broken.lua:4:3: expected '}' before 'version', to close '{' on line 1; a comma may be missing before it
          4 |   version = 'x',
            |   ^^^^^^^

        """)
    #expect(output.status == 4)
  }

  @Test(
    arguments: [
      (["good.lua"], 0), (["doubtful.lua"], 0), (["--strict", "doubtful.lua"], 1),
      (["--strict", "good.lua"], 0), (["wrong.lua", "doubtful.lua"], 1),
      (["--strict", "broken.lua", "good.lua"], 4), (["."], 4),
    ] as [([String], Int32)])
  func `the status says how bad it is`(arguments: [String], status: Int32) {
    #expect(Program.run(["check"] + arguments, in: folder).status == status)
  }

  @Test func `warnings leave a plugin sound unless they count`() {
    let output = Program.run("check", "doubtful.lua", in: folder)
    #expect(output.text == "doubtful.lua: ok, doubtful, 1 warning\n")
    #expect(output.errors.hasPrefix("warning: doubtful.lua:4:11: unused-local: "))
    let quiet = Program.run("check", "-q", "doubtful.lua", in: folder)
    #expect(quiet.errors + quiet.text == "")
    #expect(Program.run("check", "--strict", "doubtful.lua", in: folder).text == "")
  }

  @Test func `JSON has every finding with its parts`() throws {
    let output = Program.run("check", "--format", "json", "wrong.lua", "good.lua", in: folder)
    let page = try JSONParser.parse(output.bytes[...])
    #expect(page["schema"]?.string == "copydesk/1")
    #expect(page["errors"]?.integer == 1)
    #expect(page["plugins"]?.list?.map { $0["loads"]?.bool } == [true, true])
    let finding = page["plugins"]?.list?[0]["diagnostics"]?.list?.first
    #expect(finding?["code"]?.string == "unknown-member")
    #expect(finding?["line"]?.integer == 4)
    #expect(finding?["column"]?.integer == 16)
    #expect(finding?["length"]?.integer == 5)
    #expect(finding?["remedy"]?.string == "did you mean 'title'?")
    #expect(output.errors == "")
  }

  /// What the standard requires, and what code hosts need to show a finding.
  @Test func `SARIF names rules and places`() throws {
    let output = Program.run("check", "--format", "sarif", ".", in: folder)
    let log = try JSONParser.parse(output.bytes[...])
    #expect(Form.sarif.faults(in: log) == [])
    #expect(log["version"]?.string == "2.1.0")
    #expect(log["$schema"]?.string?.contains("sarif-2.1.0") == true)
    let run = try #require(log["runs"]?.list?.first)
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.list)
    #expect(run["tool"]?["driver"]?["name"]?.string == "copydesk")
    #expect(Set(rules.compactMap { $0["id"]?.string }).count == rules.count)
    let results = try #require(run["results"]?.list)
    #expect(results.count == 4)
    for result in results {
      let index = try #require(result["ruleIndex"]?.integer)
      #expect(rules[Int(index)]["id"] == result["ruleId"])
      #expect(["error", "warning"].contains(result["level"]?.string))
      #expect(result["message"]?["text"]?.string?.isEmpty == false)
      let place = try #require(result["locations"]?.list?.first?["physicalLocation"])
      #expect(place["artifactLocation"]?["uri"]?.string?.hasSuffix(".lua") == true)
      #expect(place["region"]?["startLine"]?.integer ?? 0 > 0)
    }
  }

  @Test func `JUnit has a suite for each plugin and a case for each finding`() {
    let output = Program.run("check", "--format", "junit", "wrong.lua", "good.lua", in: folder)
    #expect(
      output.text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="copydesk check" tests="2" failures="1" errors="0">
          <testsuite name="wrong" file="wrong.lua" tests="1" failures="1" errors="0">
            <testcase name="wrong.lua:4:16: unknown-member" classname="wrong">
              <failure message="article has no 'titel'" type="unknown-member">error: wrong.lua:4:16: unknown-member: article has no 'titel'; did you mean 'title'?
          4 |  print(article.titel, &quot;&lt;&amp;&gt;&quot;)
            |                ^^^^^
        </failure>
            </testcase>
          </testsuite>
          <testsuite name="good" file="good.lua" tests="1" failures="0" errors="0">
            <testcase name="nothing is wrong" classname="good"/>
          </testsuite>
        </testsuites>

        """)
    #expect(output.status == 1)
  }

  @Test func `the bundled plugins and the examples pass strictly`() {
    let project = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    let output = Program.run(
      "check", "--strict", "\(project)/Plugins", "\(project)/Examples/plugins", in: folder)
    #expect(output.errors == "")
    #expect(output.status == 0)
  }
}
