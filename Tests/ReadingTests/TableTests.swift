import Document
import Testing

@testable import Reading

struct TableTests {
  @Test(
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b", [["a", "b"]]), ("a,", [["a", ""]]),
      ("a\r\nb\r\n", [["a"], ["b"]]), ("\"a,b\",c\n", [["a,b", "c"]]),
      ("\"a\nb\",c\n", [["a\nb", "c"]]), ("\"a\"\"b\",c\n", [["a\"b", "c"]]),
      ("\"a\" ,c\n", [["a", "c"]]), ("\"a \"b\" c\",d\n", [["a \"b\" c", "d"]]),
      ("5\" gun,c\n", [["5\" gun", "c"]]), ("\"\",c\n", [["", "c"]]),
      ("\"\"\"\",c\n", [["\"", "c"]]), ("\"a\"\r\nb\n", [["a"], ["b"]]),
      ("\n\na\n", [[""], [""], ["a"]]),
      ("\"a\nb,c\n", [["!"], ["b", "c"]]), ("x,\"a\nb,\"c\nd\n", [["!"], ["!"], ["d"]]),
    ] as [(String, [[String]])])
  func `rows are read as they were meant`(_ text: String, _ expected: [[String]]) {
    #expect(Self.rows(of: text) == expected)
  }

  @Test func `databases escape with a backslash`() {
    let dialect = TableDialect(delimiter: UInt8(ascii: ","), hasBackslashes: true)
    #expect(Self.rows(of: #""a \"b\" \\ c",d"#, dialect) == [[#"a "b" \ c"#, "d"]])
  }

  @Test(arguments: [
    ("text,id\na,1\n", "x.csv", ","), ("Title;Body\nRain;Rain fell, and snow.\n", "x.csv", ";"),
    ("title\ttext\nRain\tIt fell.\n", "-", "\t"),
    ("title|text\nRain|It fell.\nSnow|So, too.\n", "x.txt", "|"),
    ("sep=;\ntitle;text\nRain;It fell.\n", "x.csv", ";"), ("text\nRain fell.\n", "x.csv", ","),
    ("\u{FEFF}\"title\",\"text\"\n\"Rain\",\"It fell.\"\n", "x", ","),
    ("title,text\rRain,It fell.\r", "x.csv", ","),
    (",title,text\n0,Rain,It fell.\n1,Snow,So did it.\n", "x", ","),
    ("id,label\n1,2\n", "x.csv", ","),
    ("id,title,text\n", "x.csv", ","),
  ])
  func `a table is told by its content`(_ text: String, _ name: String, _ delimiter: String) throws
  {
    let layout = try #require(Self.layout(of: text, name))
    #expect(layout.dialect.delimiter == delimiter.utf8.first)
  }

  @Test(arguments: [
    ("Storm, flood\n\nRain fell, it said.\nSnow fell, too.\n", "x.txt"),
    ("Title, text\n\nRain fell.\nSnow fell, and hail, and more.\n", "x.txt"),
    ("Rain fell, it said.\nSnow fell, too.\n", "x.csv"), ("Rain fell.\n", "x.csv"),
    ("a,b\n1,2\n3,4\n", "x.txt"),
    ("title,text\n", "x.txt"), ("title\ttext\n", "-"), ("", "x.csv"), (",,,\n,,,\n", "x.csv"),
  ])
  func `prose with commas is no table`(_ text: String, _ name: String) {
    #expect(Self.layout(of: text, name) == nil)
  }

  @Test(
    arguments: [
      ("title,text\nA,b\n\nC,d\n", [:], ["x.csv:2", "x.csv:4"]),
      ("title,text\nA,\"b\n\nc\"\nC,d\n", [:], ["x.csv:2", "x.csv:5"]),
      ("title,text\nA,b,c\nC,d,\nE\n,\n", [:], ["x.csv:2 row", "x.csv:3", "x.csv:4"]),
      ("label,more\nA,b\n", [:], ["x.csv no-article"]),
      ("label,more\nA,b\n", ["text": ["more"]], ["x.csv:2"]),
      ("label,more\nA,b\n", ["text": ["mor"]], ["x.csv no-column"]),
      ("label,text\n,\nNULL,\\N\nA,NULL\n", [:], ["x.csv:3 no-article", "x.csv:4 no-article"]),
    ] as [(String, [String: [String]], [String])])
  func `every row has one outcome`(
    _ text: String, _ map: [String: [String]], _ expected: [String]
  ) {
    var outcomes: [String] = []
    Reader(.init(map: FieldMap(map))).read(Array(text.utf8), source: "x.csv") { result in
      switch result {
      case .success(let article): outcomes.append(article.source)
      case .failure(let failure): outcomes.append("\(failure.source) \(failure.code)")
      }
    }
    #expect(outcomes == expected)
  }

  @Test(arguments: ["x.csv", "x.txt"])
  func `columns that are called alike are told apart, with one warning`(_ name: String) throws {
    let table = "title,tag,text,tag\nFerry,a,\"It landed, they say.\",b\nRain,c,It fell.,d\n"
    let articles = try Self.read(table, name: name).map { try $0.get() }
    #expect(articles.map(\.metadata.title?.value) == ["Ferry", "Rain"])
    #expect(articles[0].metadata.other?.value == ["tag": "a", "tag 2": "b"])
    #expect(
      articles.map { $0.warnings.map(\.message) } == [
        ["another column is called 'tag'; it is read as 'tag 2'"], [],
      ])
    let mapped = try Self.read(table, name: name, map: ["section": ["tag 2"]])[0].get()
    #expect(mapped.metadata.section?.value == "b")
  }

  @Test(arguments: [
    ("x.csv", "title,text\nA,b\n", 0), ("x.json", #"[{"title":"A","text":"b"}]"#, 1),
  ])
  func `only JSON must not be in UTF-16`(_ name: String, _ text: String, _ warnings: Int) throws {
    let units = [0xFEFF] + Array(text.utf16)
    var articles: [Article] = []
    Reader().read(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, source: name) {
      if case .success(let it) = $0 { articles.append(it) }
    }
    #expect(articles.map(\.text.string) == ["b"])
    #expect(articles.map(\.warnings.count) == [warnings])
  }

  @Test(
    arguments: [("html", [:]), ("Inhalt", ["html": ["Inhalt"]])] as [(String, [String: [String]])])
  func `a column may hold HTML`(_ column: String, _ map: [String: [String]]) throws {
    let table = "title,\(column)\nFerry,<p>It landed.</p><p>It stayed.</p>\n"
    let article = try #require(Self.read(table, map: map).first).get()
    #expect(article.text.string == "It landed.\n\nIt stayed.")
  }

  @Test func `a column that is not there is told with what it may be`() {
    let failure = Self.read("Kopf,Text\nA,b\n", map: ["title": ["Knopf"]]).first
    guard case .failure(let failure)? = failure else { return #expect(Bool(false)) }
    #expect(failure.message == "no column 'Knopf'")
    #expect(failure.remedy == "did you mean 'Kopf'?")
  }

  @Test func `a map comes before the usual names, and leaves them to themselves`() throws {
    let table = "title,kopf,text,date\nslug-1,Rain Falls,It fell.,1772546400\n"
    let article = try #require(Self.read(table, map: ["title": ["kopf"]]).first).get()
    #expect(article.metadata.title == Sourced("Rain Falls", from: "table"))
    #expect(article.metadata.other?.value == ["title": "slug-1"])
    #expect(article.metadata.published?.value == "2026-03-03T14:00:00Z")
  }

  @Test func `a map reaches into members of records`() throws {
    let record = #"{"webTitle":"Rain","fields":{"bodyText":"It fell.","thumb":"a.jpg"}}"#
    let article = try #require(
      Self.read(record, name: "x.json", map: ["text": ["fields.bodyText"]]).first
    ).get()
    #expect(article.text.string == "It fell.")
    #expect(article.metadata.other?.value["fields"]?["thumb"] == "a.jpg")
  }

  @Test func `a member that a map names and a record lacks is warned of`() throws {
    let record = #"{"webTitle":"Rain","text":"It fell."}"#
    let article = try #require(
      Self.read(record, name: "x.json", map: ["title": ["webtitel"]]).first
    ).get()
    #expect(
      article.warnings.map(\.message) == ["no member 'webtitel'; did you mean 'webTitle'?"])
  }

  @Test func `tables in UTF-16 and in old encodings are read`() throws {
    let table = "title\ttext\nRegen\tEs fiel für Ärzte.\n"
    let units = [0xFEFF] + Array(table.utf16)
    let wide = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let latin = table.unicodeScalars.map { UInt8($0.value) }
    for bytes in [wide, latin] {
      var texts: [String] = []
      Reader().read(bytes, source: "x.tsv") {
        if case .success(let it) = $0 { texts.append(it.text.string) }
      }
      #expect(texts == ["Es fiel für Ärzte."])
    }
  }

  static func read(
    _ text: String, name: String = "x.csv", map: [String: [String]] = [:]
  ) -> [Result<Article, ReadFailure>] {
    var results: [Result<Article, ReadFailure>] = []
    Reader(.init(map: FieldMap(map))).read(Array(text.utf8), source: name) { results.append($0) }
    return results
  }

  static func layout(of text: String, _ name: String) -> TableLayout? {
    guard case .table(let layout)? = Reader().layout(ofPrefix: Array(text.utf8), name: name) else {
      return nil
    }
    return layout
  }

  static func rows(
    of text: String, _ dialect: TableDialect = TableDialect(delimiter: UInt8(ascii: ","))
  ) -> [[String]] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var rows = TableRows(bytes, dialect)
      var found: [[String]] = []
      while let row = rows.next() {
        found.append(row == .whole ? rows.fields.map(rows.text) : ["!"])
      }
      return found
    }
  }
}
