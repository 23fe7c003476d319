import CSQLite
import Testing

/// Findings as a database and as tables, by the real program, read back by the library itself.
@Suite struct FindingsDatabaseTests {
  let folder = Scratch([
    "storms.lua": """
    --- Marks storms.
    return {
      api = 1, name = "storms", version = "1.0.0", summary = "Where storms are", author = "A",
      license = "MIT", categories = { "test" },
      layers = { storm = "the word storm" },
      fields = {
        storms = { type = "integer", merge = "sum", doc = "how many" },
        share = { type = "number", merge = "mean", doc = "of the words" },
        calm = { type = "boolean", merge = "all", doc = "whether there is none" },
        topics = { type = "list", merge = "top", doc = "subjects" },
        by_word = { type = "map", merge = "top", doc = "words for it" },
        status = { type = "string", merge = "none", doc = "a name that is taken" },
      },
      analyze = function(article, ctx)
        local n = 0
        for at in article.text:gmatch("()storm") do
          ctx:annotate("storm", { first = at, last = at + 4 }, { strength = 2.5 })
          n = n + 1
        end
        if article.title == "Broken" then error("gone wrong") end
        return {
          storms = n, share = n / 4, calm = n == 0, status = "it's \\"fine\\"",
          topics = { { id = "t:1", label = "weather", score = 0.5 }, { id = "t:2", label = "sea" } },
          by_word = { storm = n },
        }
      end,
    }

    """,
    // A plugin may be called what a table is called.
    "articles.lua": """
    --- Nothing much.
    return {
      api = 1, name = "articles", version = "1.0.0", summary = "One", author = "A",
      license = "MIT", categories = { "test" },
      fields = { n = { type = "integer", merge = "sum", doc = "one" } },
      analyze = function() return { n = 1 } end,
    }

    """,
    "news/1.json": """
    {"id": "quay", "title": "Fähre", "published": "2026-03-09T08:15:00Z", "publisher": "Coastwire",
     "authors": ["Ida Holm", "Bo Lind"], "text": "Überall storm, and a storm."}
    """,
    "news/2.json":
      #"{"id": "=calm", "title": "Calm", "published": "2026-03-10", "text": "Le café est là."}"#,
    "news/3.json": #"{"id": "broken", "title": "Broken", "text": "A storm."}"#,
    "news/4.json": "{",
  ])

  private func run(_ output: String, _ more: String...) -> Program.Output {
    Program.run(
      ["run", "-p", "./storms.lua,./articles.lua", "news", "-o", output] + more, in: folder)
  }

  private func rows(_ sql: String) -> [String] { Rows.of("\(folder.path)/out.db", sql) }

  @Test func `a database holds articles, fields, annotations, failures and the run`() {
    let output = run("out.db")
    #expect(output.text == "" && output.status == 3)
    #expect(folder.names.allSatisfy { !$0.hasSuffix(".part") })
    #expect(rows("PRAGMA integrity_check") == ["ok"])
    #expect(
      rows("SELECT article_no, id, day, publisher, text FROM articles ORDER BY article_no") == [
        "1|quay|2026-03-09|Coastwire|Überall storm, and a storm.",
        "2|=calm|2026-03-10|NULL|Le café est là.", "3|broken|NULL|NULL|A storm.",
      ])
    #expect(rows("SELECT author FROM authors ORDER BY position") == ["Ida Holm", "Bo Lind"])
    #expect(
      rows("SELECT *, typeof(share), typeof(calm) FROM storms WHERE article_no = 1") == [
        #"1|ok|2|0.5|0|[{"id":"t:1","label":"weather","score":0.5},{"id":"t:2","label":"sea"}]|"#
          + #"{"storm":2}|it's "fine"|real|integer"#
      ])
    #expect(rows("SELECT kind, message FROM errors") == ["error|gone wrong"])
    #expect(rows("SELECT source, kind FROM failures") == ["news/4.json|failed"])
    #expect(rows("SELECT value FROM run WHERE name = 'articles'") == ["3"])
    #expect(rows("SELECT \"table\" FROM plugins ORDER BY plugin") == ["articles_", "storms"])
    #expect(rows("SELECT n FROM articles_").count == 3)
  }

  @Test func `ranges are bytes and characters, which substr counts`() {
    _ = run("out.db")
    #expect(
      rows(
        """
        SELECT n.start_byte, n.start_char, n.words, substr(a.text, n.start_char + 1,
          n.end_char - n.start_char), json_extract(n.attributes, '$.strength')
        FROM annotations n JOIN articles a USING (article_no) ORDER BY annotation
        """) == ["9|8|storm|storm|2.5", "22|21|storm|storm|2.5"])
  }

  @Test func `words are found, and views lead from article to value`() {
    _ = run("out.db")
    #expect(rows("SELECT rowid FROM search WHERE search MATCH 'cafe'") == ["2"])
    #expect(rows("SELECT rowid FROM search WHERE search MATCH 'NEAR(uberall storm)'") == ["1"])
    #expect(
      rows("SELECT id, \"storms.storms\", \"storms.status\" FROM findings WHERE article_no = 1")
        == [
          #"quay|2|it's "fine""#
        ])
    #expect(
      rows("SELECT name, number FROM items WHERE article_no = 1") == [
        "weather|0.5", "sea|NULL", "storm|2",
      ])
    #expect(
      rows("SELECT day, articles, \"storms.share\" FROM days") == [
        "NULL|1|NULL", "2026-03-09|1|0.5", "2026-03-10|1|0.0",
      ])
  }

  @Test func `the same inputs give the same bytes, and a database of none is one, too`() {
    _ = run("a.db", "-j1")
    _ = run("b.db", "-j3")
    #expect(Scratch.bytes("\(folder.path)/a.db") == Scratch.bytes("\(folder.path)/b.db"))
    _ = Program.run("run", "-p", "./storms.lua", "news/4.json", "-o", "out.db", in: folder)
    #expect(rows("SELECT count(*) FROM findings") == ["0"])
    folder.write("empty/.hidden", "")
    #expect(
      Program.run("run", "-p", "./storms.lua", "empty", "-o", "out.db", in: folder).status == 0)
    #expect(rows("SELECT count(*) FROM items") == ["0"])
  }

  @Test func `a database is read back as articles`() {
    _ = run("out.db")
    let output = Program.run("read", "out.db", "--format", "jsonl", in: folder)
    #expect(output.lines.count == 3 && output.lines[0].contains("Überall storm"))
  }

  @Test(arguments: ["sqlite", "csv-tables"])
  func `what is no stream wants a name`(format: String) {
    let output = Program.run(
      "run", "-p", "./storms.lua", "news", "--format", format, in: folder)
    #expect(output.status == 2)
    #expect(
      output.errors.hasPrefix("error: --format: \(format) cannot go to standard output; name a"))
    let lost = run("no/such/out.db")
    #expect(lost.status == 2 && lost.errors.contains("no/such/out.db: cannot be written"))
    let device = run("/dev/null", "--format", "sqlite")
    #expect(device.status == 2)
  }

  @Test func `a report has its findings in further formats beside it`() {
    let report = ["report", "-p", "./storms.lua,./articles.lua", "news", "-o", "r"]
    let formats = ["sqlite", "csv-tables", "jsonld", "gkg"]
    let output = Program.run(report + formats.flatMap { ["--also", $0] }, in: folder)
    #expect(output.status == 3)
    #expect(Rows.of("\(folder.path)/r/findings.db", "SELECT count(*) FROM findings") == ["3"])
    #expect(folder.names(in: "r/tables").count == 6)
    _ = run("x.jsonld")
    _ = run("x.gkg.csv")
    #expect(folder.read("r/findings.jsonld") == folder.read("x.jsonld"))
    #expect(folder.read("r/findings.gkg.csv") == folder.read("x.gkg.csv"))
    #expect(Program.run(report + ["--also", "csv"], in: folder).status == 2)
  }

  @Test(arguments: [["tables/"], ["tables", "--format", "csv-tables"]])
  func `tables are tidy, one for each plugin and one of annotations`(arguments: [String]) {
    let output = Program.run(
      ["run", "-p", "./storms.lua,./articles.lua", "news", "-o"] + arguments, in: folder)
    #expect(output.status == 3)
    let names = ["annotations", "articles", "articles_", "errors", "failures", "storms"]
    #expect(folder.names(in: "tables") == names.map { "\($0).csv" })
    for name in names {
      GoldenFile.expect(
        Array((folder.read("tables/\(name).csv") ?? "").utf8), in: "tables-\(name).csv")
    }
    #expect(folder.read("tables/articles.csv")?.contains("\r\n2,'=calm,") == true)
  }
}

/// Rows of a query, their values joined by bars.
private enum Rows {
  static func of(_ path: String, _ sql: String) -> [String] {
    var database: OpaquePointer?
    var statement: OpaquePointer?
    defer {
      sqlite3_finalize(statement)
      sqlite3_close_v2(database)
    }
    guard sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, nil) == SQLITE_OK,
      sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK
    else { return [database.map { String(cString: sqlite3_errmsg($0)) } ?? ""] }
    var rows: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      let values = (0..<sqlite3_column_count(statement)).map { column in
        sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "NULL"
      }
      rows.append(values.joined(separator: "|"))
    }
    return rows
  }
}
