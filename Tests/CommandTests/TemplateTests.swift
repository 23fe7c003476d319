import Glibc
import Testing

/// `report --template`: reports in a form of the house's own.
@Suite struct TemplateTests {
  let folder = Scratch([
    "storms.lua": """
    return {
      api = 1, name = "storms", version = "1.0.0", summary = "Where storms are", author = "A",
      license = "MIT", categories = { "test" }, layers = { storm = "the word storm" },
      fields = {
        storms = { type = "integer", merge = "sum", doc = "how many" },
        kinds = { type = "list", merge = "top", doc = "kinds of weather" },
      },
      analyze = function(article, ctx)
        local first, last = article.text:find("storm", 1, true)
        if first then ctx:annotate("storm", { first = first, last = last }) end
        return { storms = first and 1 or 0, kinds = { first and "storm" or "calm" } }
      end,
      report = function(report) report:heading("Weather") report:text("Mixed.") end,
    }
    """,
    "a/1.txt": "Harbour closed\n\nA storm came.\n",
    "a/2.txt": "Harbour open\n\nThe sea was calm.\n",
  ])

  private func report(_ template: String, _ more: String...) -> Program.Output {
    folder.write("note.lua", template)
    return Program.run(
      ["report", "-p", "./storms.lua", "a", "-o", "r", "--template", "note.lua"] + more, in: folder)
  }

  @Test func `a template is given all that a report holds`() {
    let run = report(
      """
      return { api = 1, file = "note.txt", write = function(report)
        local storms = report.plugins[1]
        local line = storms.layers.storm.lines[1]
        local lines = {
          report.title, report.house, report.standfirst, report.command,
          report.overview.articles .. " " .. report.overview.languages[1].name,
          storms.title .. " " .. storms.fields.storms.value .. " of " .. storms.articles,
          storms.fields.kinds.names[2].name .. " " .. storms.fields.kinds.names[2].articles[1],
          storms.fields.storms.highest[1].value .. " " .. storms.fields.storms.highest[1].article,
          line.before .. "[" .. line.words .. "]" .. line.after .. line.article,
          storms.blocks[1].heading .. " " .. storms.blocks[2].text,
          report.articles[1].title .. " " .. report.articles[1].address,
          tostring(report.articles[1].fields["storms.storms"]),
          report.gates[1].condition .. " " .. tostring(report.gates[1].failed),
          tostring(report.part), desk.html.escape("<b>"),
        }
        return table.concat(lines, "\\n")
      end }
      """, "--fail-if", "articles > 5")
    #expect(run.errors.contains("2 articles") && run.status == 0)
    #expect(
      folder.read("r/note.txt") == """
        Storms in 2 articles
        Copydesk
        7 words of news, in an unknown language.
        copydesk report --plugins ./storms.lua --fail-if 'articles > 5' --template note.lua a
        2 und
        Storms 1 of 2
        storm 1
        1 1
        A [storm] came.1
        Weather Mixed.
        Harbour closed report.html#article-1
        1
        articles > 5 false
        nil
        &lt;b&gt;
        """)
  }

  @Test func `each of several reports is written by it, and says which it is`() {
    folder.write("a/3.md", "---\ntitle: A\nsection: Sport\n---\nA storm came.\n")
    _ = report(
      """
      return { api = 1, file = "note.txt", write = function(report)
        return report.part.grouping .. "=" .. report.part.name .. " " .. #report.articles
      end }
      """, "--by", "section")
    #expect(folder.read("r/sport/note.txt") == "section=Sport 1")
    #expect(folder.read("r/without-section/note.txt") == "section=without section 2")
  }

  @Test(arguments: [
    ("return 5", "note.lua: the file must return a table"),
    (
      "return { api = 1, file = \"a.txt\", wirte = 1 }", "note.lua:1: wirte: a template has no such"
    ),
    ("return { api = 2, file = \"a.txt\" }", "note.lua:1: api: expected 1"),
    ("return { api = 1, file = \"../a.txt\" }", "note.lua:1: file: expected the name of a file"),
    (
      "return { api = 1, file = \"a.txt\" }",
      "write: expected a function; write: write = function(report)"
    ),
    ("return {", "note.lua:1: "),
    (
      "return { api = 1, file = \"report.html\", write = function() end }",
      "file: a report has a file 'report.html' already"
    ),
  ])
  func `a fault of its table ends the command before the run begins`(code: String, words: String) {
    let run = report(code)
    #expect(run.status == 4 && run.errors.contains(words), "\(run.errors)")
    #expect(!folder.names(in: ".").contains("r"))
  }

  @Test(arguments: [
    ("return report.none.more", "note.lua:2: attempt to index a nil value"),
    ("return { 1 }", "write: expected a string, got table; return table.concat"),
    ("return '\\xff'", "write: the text is not UTF-8"),
    ("while true do pcall(function() while true do end end) end", "the time limit was reached"),
    ("return io.open('/etc/passwd')", "undefined global 'io': scripts reach no files"),
    ("local t = {} while true do t[#t + 1] = ('x'):rep(1e6) end", "memory"),
  ])
  func `a failure costs its file alone, and names the line`(body: String, words: String) {
    let run = report(
      "return { api = 1, file = \"note.txt\", write = function(report)\n\(body) end }",
      "--timeout", "2")
    #expect(run.status == 3 && run.errors.contains(words), "\(run.errors)")
    #expect(folder.names(in: "r").contains("report.html"))
    #expect(!folder.names(in: "r").contains("note.txt"))
  }

  @Test func `a configuration names it from its own folder, and the command line comes first`() {
    folder.write(
      "sub/other.lua", "return { api = 1, file = 'o.txt', write = function() return 'o' end }")
    folder.write("copydesk.toml", "[report]\ntemplate = \"sub/other.lua\"\n")
    _ = Program.run("report", "-p", "./storms.lua", "a", "-o", "r", in: folder)
    #expect(folder.read("r/o.txt") == "o")
    _ = report("return { api = 1, file = 'n.txt', write = function() return 'n' end }")
    #expect(folder.read("r/n.txt") == "n")
  }

  @Test func `the example makes a page of the example articles`() {
    let project = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let run = Program.run(
      "report", "-p", "sentiment,topics", "\(project)/Examples/articles", "--template",
      "\(project)/Examples/templates/brief.lua", "-o", "r", "--no-config", in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let page = folder.read("r/brief.html") ?? ""
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    #expect(page.contains("<a href=\"report.html#plugin-1\">Sentiment</a>"))
  }
}

/// `report --pdf`, by a browser that is played by a script, and by Chromium where there is one.
@Suite struct PrintingTests {
  let folder = Scratch([
    "plain.lua": """
    return {
      api = 1, name = "plain", version = "1.0.0", summary = "Counts", author = "A",
      license = "MIT", categories = { "test" },
      fields = { n = { type = "integer", merge = "sum", doc = "articles" } },
      analyze = function() return { n = 1 } end,
    }
    """,
    "a b.txt": "Harbour closed\n\nA storm came.\n",
  ])

  private func report(browser: String?, script: String = "") -> Program.Output {
    folder.write("bin/browser", "#!/bin/sh\n\(script)\n")
    chmod("\(folder.path)/bin/browser", 0o755)
    return Program.run(
      ["report", "-p", "./plain.lua", "a b.txt", "-o", "r 1", "--pdf"], in: folder,
      environment: browser.map { ["CHROMIUM": $0] } ?? ["PATH": "\(folder.path)/nowhere"])
  }

  @Test func `a browser prints the page into a file without times`() {
    let run = report(
      browser: "\(folder.path)/bin/browser",
      script: """
        for word; do case $word in
          --print-to-pdf=*) file=${word#*=} ;;
          --user-data-dir=*) test "$HOME/profile" = "${word#*=}" || exit 3 ;;
          file://*) page=$word ;;
        esac; done
        test "$TZ" = UTC || exit 4
        printf '/CreationDate (D:20260309120000+00) /Title (%s)' "$page" > "$file"
        """)
    #expect(run.status == 0, "\(run.errors)")
    let pdf = folder.read("r 1/report.pdf") ?? ""
    #expect(pdf.hasPrefix("                                    /Title (file:///"))
    #expect(pdf.hasSuffix("/r%201/report.html)"))
  }

  @Test(arguments: [
    ("exit 3", "browser ended with status 3; see whether it prints by hand"),
    ("exit 0", "browser has written no PDF"),
    ("kill -9 $$", "browser crashed"),
  ])
  func `a browser that does not print is told of`(script: String, words: String) {
    let run = report(browser: "\(folder.path)/bin/browser", script: script)
    #expect(run.status == 2 && run.errors.contains("error: --pdf: "), "\(run.errors)")
    #expect(run.errors.contains(words))
    #expect(folder.names(in: "r 1").contains("report.html"))
  }

  @Test func `without a browser the run does not begin`() {
    let none = report(browser: nil)
    #expect(none.status == 2)
    #expect(none.errors.contains("and there is none; install the package chromium, or say where"))
    #expect(!folder.names(in: ".").contains("r 1"))
    let wrong = report(browser: "no-such-browser")
    #expect(wrong.errors.contains("CHROMIUM names no program: no-such-browser"))
  }

  @Test(.enabled(if: access("/usr/bin/chromium", X_OK) == 0))
  func `Chromium prints the same bytes twice`() {
    let reports = (0..<2).map { _ in
      _ = report(browser: "/usr/bin/chromium")
      return Scratch.bytes("\(folder.path)/r 1/report.pdf") ?? []
    }
    #expect(reports[0].starts(with: Array("%PDF-".utf8)) && reports[0] == reports[1])
  }
}
