import CSQLite
import Document
import Testing

@testable import Reading

struct DatabaseTests {
  static let articles = """
    CREATE TABLE articles(id INTEGER PRIMARY KEY, headline TEXT, body TEXT, raw BLOB);
    INSERT INTO articles VALUES (1, 'Ferry', 'It landed.', x'00ff'), (5, 'Rain', NULL, NULL), (9, NULL, NULL, NULL);
    CREATE TABLE tags(id, tag);
    """

  @Test(
    arguments: [
      (articles, nil, ["a.db:1", "a.db:5", "a.db:9 no-article"]),
      (articles, "articles", ["a.db:1", "a.db:5", "a.db:9 no-article"]),
      (articles, "article", ["a.db table"]), (articles, "tags", ["a.db no-article"]),
      (
        articles + "CREATE VIEW v AS SELECT body FROM articles;", nil,
        ["a.db:1", "a.db:5", "a.db:9 no-article"]
      ),
      ("CREATE TABLE a(text); CREATE TABLE b(text);", nil, ["a.db table"]),
      ("CREATE TABLE a(text); CREATE TABLE b(title);", nil, ["a.db empty"]),
      ("CREATE TABLE a(x, y);", nil, ["a.db no-article"]),
      (
        "CREATE TABLE \"a b\"(text); INSERT INTO \"a b\" VALUES ('x'); CREATE TABLE \"a%20b\"(title);",
        "a%20b", ["a.db empty"]
      ),
      (
        "CREATE TABLE \"ä b\"(text); INSERT INTO \"ä b\" VALUES ('x');", "%C3%a4%20b", ["a.db:1"]
      ),
      (
        "CREATE TABLE \"a \"\" b\"(text PRIMARY KEY) WITHOUT ROWID; INSERT INTO \"a \"\" b\" VALUES ('x');",
        nil, ["a.db:1"]
      ),
      ("CREATE VIEW v AS SELECT 'x' AS text UNION SELECT 'y';", nil, ["a.db:1", "a.db:2"]),
    ] as [(String, String?, [String])])
  func `rows of the table that is meant are articles`(
    _ sql: String, _ table: String?, _ expected: [String]
  ) throws {
    #expect(Self.outcomes(try Self.database(sql), table: table) == expected)
  }

  @Test func `bytes where a title should be are warned of, others are not`() throws {
    let sql = "CREATE TABLE a(title, text, raw); INSERT INTO a VALUES (x'00ff', x'4162', x'00ff')"
    var articles: [Article] = []
    Reader().read(BytesInMemory(try Self.database(sql)), source: "a.db") {
      if case .success(let it) = $0 { articles.append(it) }
    }
    #expect(articles.map(\.text.string) == ["Ab"])
    #expect(
      articles.first?.warnings == [
        Warning(code: "type", message: "title: expected text, got bytes that are none")
      ])
  }

  static let counting = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c)"

  @Test(arguments: [
    ("CREATE VIEW v AS \(counting) SELECT max(n) AS text FROM c;", "takes too long"),
    (
      "CREATE VIEW v AS \(counting) SELECT hex(zeroblob(9000)) AS text FROM c;",
      "more than its tables"
    ),
    ("CREATE VIEW v AS SELECT hex(zeroblob(500000000)) AS text;", "too large"),
  ])
  func `views that never end are stopped`(_ sql: String, _ message: String) throws {
    var last: ReadFailure?
    Reader().read(try Self.database(sql), source: "a.db") {
      if case .failure(let failure) = $0 { last = failure }
    }
    #expect(last?.message.contains(message) == true)
  }

  @Test(arguments: ["v\\(1)", "\"v \\(1)\"", "\"\\(1)!\"", "WITH"])
  func `views that are written out in each other without end are left alone`(_ form: String) throws
  {
    func name(_ number: Int) -> String { form.replacing("\\(1)", with: "\(number)") }
    var sql = Self.articles
    if form == "WITH" {
      let tables = (1...24).map { "t\($0)(a) AS (SELECT x.a FROM t\($0 - 1) x, t\($0 - 1) y)" }
      sql +=
        "CREATE VIEW v AS WITH t0(a) AS (SELECT 1), \(tables.joined(separator: ", ")) SELECT a AS text FROM t24;"
    } else {
      sql += "CREATE VIEW \(name(0)) AS SELECT headline AS title, body AS text FROM articles;"
      for number in 1...30 {
        let below = name(number - 1)
        sql += "CREATE VIEW \(name(number)) AS SELECT a.title, b.text FROM \(below) a, \(below) b;"
      }
    }
    #expect(
      Self.outcomes(try Self.database(sql), table: nil) == [
        "a.db:1", "a.db:5", "a.db:9 no-article",
      ])
  }

  @Test func `of more views than are looked at none is read`() throws {
    let dull = (1...1000).map { "CREATE VIEW v\($0) AS SELECT 1;" }.joined()
    let chain = (1...30).map { number in
      "CREATE VIEW z\(number) AS SELECT a.title, b.text FROM z\(number - 1) a, z\(number - 1) b;"
    }
    let sql =
      Self.articles + dull
      + "CREATE VIEW z0 AS SELECT headline AS title, body AS text FROM articles;"
      + chain.joined() + "CREATE VIEW b AS SELECT title, text FROM z30;"
    #expect(
      Self.outcomes(try Self.database(sql), table: nil) == [
        "a.db:1", "a.db:5", "a.db:9 no-article",
      ])
  }

  @Test func `a table of numbers and dates is read as a record is`() throws {
    let sql =
      "CREATE TABLE a(title, text, date); INSERT INTO a VALUES ('T', 'PARIS (AP) — Läuft.', 1772546400);"
    var articles: [Article] = []
    Reader().read(try Self.database(sql), source: "a.db") {
      if case .success(let article) = $0 { articles.append(article) }
    }
    let article = try #require(articles.first)
    #expect(article.metadata.published == Sourced("2026-03-03T14:00:00Z", from: "table"))
    #expect(article.metadata.dateline?.value.agency == "AP")
  }

  @Test func `a damaged database is a failure wherever it is damaged`() throws {
    let whole = try Self.database(Self.articles)
    var random = SplitMix(state: 3)
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<3 {
        bytes[16 + Int(random.next() % UInt64(bytes.count - 16))] = UInt8(random.next() & 0xFF)
      }
      let end = random.next() % 4 == 0 ? Int(random.next() % UInt64(bytes.count)) + 16 : bytes.count
      #expect(!Self.outcomes(Array(bytes.prefix(end)), table: nil).isEmpty)
    }
  }

  @Test func `databases that several threads open at once are each read by their own`() async throws
  {
    let databases = try (0..<4).map { number in
      try Self.database(
        "CREATE TABLE a(id INTEGER PRIMARY KEY, text); INSERT INTO a VALUES (\(number), 'x');")
    }
    let others = await withTaskGroup(of: [[String]].self, returning: [[String]].self) { group in
      for (number, database) in databases.enumerated() {
        group.addTask {
          (0..<500).map { _ in Self.outcomes(database, table: nil) }
            .filter { $0 != ["a.db:\(number)"] }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(others.isEmpty)
  }

  static func outcomes(_ bytes: [UInt8], table: String?) -> [String] {
    var outcomes: [String] = []
    Reader().read(BytesInMemory(bytes), source: "a.db", table: table) { result in
      switch result {
      case .success(let article): outcomes.append(article.source)
      case .failure(let failure): outcomes.append("\(failure.source) \(failure.code)")
      }
    }
    return outcomes
  }

  /// A database as the bytes of its file.
  static func database(_ sql: String) throws -> [UInt8] {
    var handle: OpaquePointer?
    sqlite3_open(":memory:", &handle)
    defer { sqlite3_close(handle) }
    let status = sqlite3_exec(handle, sql, nil, nil, nil)
    try #require(status == SQLITE_OK)
    var size: sqlite3_int64 = 0
    let start = try #require(sqlite3_serialize(handle, "main", &size, 0))
    defer { sqlite3_free(start) }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(size)))
  }
}
