import Document
import Testing

@testable import Reading

struct RecordTests {
  @Test(arguments: [
    #"{"title":"T","text":"PARIS (AP) — Läuft.\n\n“No.”","author":"Ann Lee","tags":["x"],"views":3}"#,
    #"{"headline":"T","body":"Wörter.","date":"2026-03-03T10:00:00+02:00","id":"7","url":"https://a.example/2026/03/03/x"}"#,
  ])
  func `an article that was written is read back with all it has`(_ record: String) throws {
    let first = try #require(Self.read(Array(record.utf8)).first).get()
    let line = Self.line(first)
    let second = try #require(Self.read(line).first).get()
    #expect(Self.line(second) == line)
    #expect(second.metadata == first.metadata)
    #expect(second.hash == first.hash)
  }

  @Test func `layers are read back with their text`() throws {
    let markdown = Array("# T\n\nSee [the map](https://map.example) now.\n".utf8)
    let article = try #require(Self.read(markdown, name: "a.md").first).get()
    let again = try #require(Self.read(Self.line(article)).first).get()
    let links = try #require(again.layers.links)
    #expect(links.ranges.map { again.text[$0] } == ["the map"])
    #expect(links.notes.map(\.url) == ["https://map.example"])
  }

  @Test func `a scope of the title is read back, and must lie inside the title`() throws {
    func line(_ last: Int) -> [UInt8] {
      let scope = #"{"range":[0,\#(last)],"kind":"headline","in":"title"}"#
      return Array(
        #"{"schema":"copydesk/1","id":"a","source":"a","title":"Ferry","text":"It","layers":{"scopes":[\#(scope)]}}"#
          .utf8)
    }
    let article = try #require(Self.read(line(5)).first).get()
    #expect(article.layers.scopes?.notes == [Scope(.headline, in: .title)])
    #expect(String(decoding: Self.line(article), as: UTF8.self).contains(#""in":"title""#))
    #expect(Self.codes(line(6)) == ["schema"])
  }

  @Test func `layers over a text that had to be mended are left out`() throws {
    let line =
      #"{"schema":"copydesk/1","id":"a","source":"a","text":"a\u0000b c","layers":{"sentences":[{"range":[0,3]}]}}"#
    let article = try #require(Self.read(Array(line.utf8)).first).get()
    #expect(article.text.string == "ab c")
    #expect(article.layers.sentences == nil)
    #expect(article.warnings.map(\.code) == ["nul", "layers"])
  }

  @Test func `a range that cuts a character makes the line a failure`() {
    let line =
      #"{"schema":"copydesk/1","id":"a","source":"a","text":"é","layers":{"sentences":[{"range":[0,1]}]}}"#
    #expect(Self.codes(Array(line.utf8)) == ["schema"])
  }

  @Test(arguments: [
    ("[", ["json"]), ("[{]", ["json"]), ("[1,2", ["json"]), ("[]", ["empty"]),
    ("{}", ["no-article"]),
    (#"[{"text":"a"},{"text":"b"}] x"#, ["ok", "ok", "json"]), (#"{"text":1}"#, ["ok"]),
    (#"[{"text":"a"},,{"text":"b"}]"#, ["ok", "json", "ok"]), ("\"text\"", ["no-article"]),
    (#"{"a":{"b":[]}}"#, ["no-article"]), (#"{"data":{"results":[{"text":"a"}]}}"#, ["ok"]),
  ])
  func `every record has one outcome`(_ json: String, _ codes: [String]) {
    #expect(Self.codes(Array(json.utf8)) == codes)
  }

  @Test(arguments: [
    (#"[{"text":"a"},{"text":"b",}]"#, "a comma too many before '}', at byte 12"),
    (#"{"articles":[{"text":"a"},]}"#, "a comma too many before ']', at byte 26"),
    (#"[{"text":["a", ]}]"#, "a comma too many before ']', at byte 14"),
  ])
  func `a comma too many is told`(_ json: String, _ message: String) {
    guard case .failure(let failure)? = Self.read(Array(json.utf8)).last else {
      return #expect(Bool(false))
    }
    #expect(failure.message == message)
  }

  @Test(arguments: [
    ("[", 200_000), ("{\"a\":", 200_000), ("[{\"a\":", 100_000), ("[{\"text\":[", 100_000),
  ])
  func `depth is bounded`(_ part: String, _ count: Int) {
    let bytes = Array(String(repeating: part, count: count).utf8)
    #expect(Self.codes(bytes) == ["json"])
  }

  @Test func `a line above the limit fails alone`() {
    let long = #"{"text":""# + String(repeating: "x", count: 300) + #""}"#
    let bytes = Array((#"{"text":"a"}"# + "\n" + long + "\n" + #"{"text":"b"}"#).utf8)
    var codes: [String] = []
    Reader(.init(maximumBytes: 200)).read(bytes, source: "x.jsonl", stretch: Stretch(.lines)) {
      codes.append(Self.code($0))
    }
    #expect(codes == ["ok", "too-large", "ok"])
  }

  @Test func `lines are the same however an input is cut`() {
    let lines = (1...9).map { #"{"text":"T\#($0) \#($0 % 3 == 0 ? "é" : "e")"}"# + "\n" }
    let bytes = lines.flatMap { Array($0.utf8) }
    var whole: [[UInt8]] = []
    Reader().read(bytes, source: "x.jsonl") {
      if case .success(let it) = $0 { whole.append(Self.line(it)) }
    }
    var pieces: [[UInt8]] = []
    for (index, line) in lines.enumerated() {
      let stretch = Stretch(.lines, firstLine: index + 1)
      Reader().read(Array(line.utf8), source: "x.jsonl", stretch: stretch) {
        if case .success(let it) = $0 { pieces.append(Self.line(it)) }
      }
    }
    #expect(whole == pieces && whole.count == 9)
  }

  @Test(arguments: [
    ("{\"text\":\"a\"}\n{\"text\":\"b\"}\n", true), ("{\"text\":\"a\"}\n", false),
    ("{\"text\":\"a\"}", false),
    ("{\n  \"text\": \"a\"\n}\n", false), ("not json\n{\"text\":\"a\"}\n{\"text\":\"b\"}\n", false),
    ("[{\"text\":\"a\"},\n{\"text\":\"b\"}]\n", false), ("Text.\nText.\n", false), ("", false),
    ("{\"title\":\"x\",}\n{\"title\":NaN}\n{'a':1}\n", false),
  ])
  func `JSON Lines is told by its lines`(_ text: String, _ isLines: Bool) {
    let layout = Reader().layout(ofPrefix: Array(text.utf8), name: "x")
    #expect((layout == .lines) == isLines)
  }

  @Test(arguments: [
    ("2025-04-22", "2025-04-22"), ("2025-04-22T09:30:00Z", "2025-04-22T09:30:00Z"),
    ("2025-04-22 09:30:15.123 +0200", "2025-04-22T09:30:15+02:00"),
    ("20250422T093000Z", "2025-04-22T09:30:00Z"), ("2025/04/22", "2025-04-22"),
    ("Tue, 22 Apr 2025 09:30:00 GMT", "2025-04-22T09:30:00Z"),
    ("Tue, 22 Apr 2025 09:30:00 +0200 (CEST)", "2025-04-22T09:30:00+02:00"),
    ("Tue, 22 Apr 2025 09:30:00 -0700 (Pacific Daylight Time)", "2025-04-22T09:30:00-07:00"),
    ("Tue, 22 Apr 2025 09:30:00 -0500", "2025-04-22T09:30:00-05:00"),
    ("April 22, 2025", "2025-04-22"), ("22 April 2025, 9:30 p.m. EDT", "2025-04-22T21:30-04:00"),
    ("26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"), ("22.4.2025", "2025-04-22"),
    ("13/02/2025", "2025-02-13"), ("22. April 2025, 9.30 Uhr", "2025-04-22T09:30"),
    ("22 avril 2025 à 9h30", "2025-04-22T09:30"), ("2025-04", "2025-04"),
  ])
  func `dates of every usual shape become ISO 8601`(_ printed: String, _ iso: String) {
    #expect(FieldText.date(.string(printed)) == iso)
  }

  @Test(arguments: [
    "04/05/2025", "yesterday", "2025-13-01", "2025-02-30", "31 February 2025", "", "12",
    "2025-04-22T",
    "in 2025", "April 22", "99999999999999",
  ])
  func `what is no sure date is none`(_ printed: String) {
    #expect(FieldText.date(.string(printed)) == (printed == "2025-04-22T" ? "2025-04-22" : nil))
  }

  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
      (1_772_546_400_000, "2026-03-03T14:00:00Z"), (4_102_444_799, "2099-12-31T23:59:59Z"),
    ] as [(Int64, String)])
  func `seconds and milliseconds since 1970 are dates`(_ seconds: Int64, _ iso: String) {
    #expect(FieldText.date(.integer(seconds)) == iso)
  }

  @Test(arguments: [
    ("Jane Roe", ["Jane Roe"]), ("By Jane Roe and John Doe", ["Jane Roe", "John Doe"]),
    ("JANE ROE, JOHN DOE", ["Jane Roe", "John Doe"]), ("Jane Roe, Staff Writer", ["Jane Roe"]),
    ("Jane Roe; John Doe", ["Jane Roe", "John Doe"]), ("Associated Press", ["Associated Press"]),
    ("Ludwig van der Berg", ["Ludwig van der Berg"]), ("J. R. Moehring", ["J. R. Moehring"]),
    ("Siobhán O’Neil", ["Siobhán O’Neil"]), ("dpa", ["dpa"]), ("王小明", ["王小明"]),
    ("SEÁN MCDONALD-SMITH", ["Seán McDonald-Smith"]), ("  ", []),
  ])
  func `authors are told apart`(_ value: String, _ names: [String]) {
    #expect(Byline.authors(in: value) == names)
  }

  @Test(
    arguments: [
      (#""LONDON, Feb 26 (Reuters) -""#, ["LONDON"], "1987-02-26", "Reuters"),
      (#""Eastwick""#, ["Eastwick"], nil, nil),
      (#"{"place":"Eastwick","agency":"AP"}"#, ["Eastwick"], nil, "AP"),
    ] as [(String, [String], String?, String?)])
  func `a record may give its dateline apart`(
    _ value: String, _ places: [String], _ date: String?, _ agency: String?
  ) throws {
    let record = #"{"text":"Tin rose.","date":"26-FEB-1987","dateline":"# + value + "}"
    let dateline = try #require(try Self.read(Array(record.utf8)).first?.get().metadata.dateline)
    #expect(dateline.value == Dateline(places: places, date: date, agency: agency))
    #expect(dateline.provenance == "json")
  }

  @Test func `names that articles are counted by are in one line`() throws {
    let record = #"{"text":"A.","publisher":" Harbour\u00a0\n Gazette ","section":" \t"}"#
    let article = try #require(Self.read(Array(record.utf8)).first).get()
    #expect(article.metadata.publisher?.value == "Harbour Gazette")
    #expect(article.metadata.section == nil)
  }

  @Test func `HTML in a text is left there and warned of`() throws {
    let record = Array(#"{"text":"<p>One <b>two</b></p> 3 < 4 and <nothing>"}"#.utf8)
    let article = try #require(Self.read(record).first).get()
    #expect(article.text.string == "<p>One <b>two</b></p> 3 < 4 and <nothing>")
    #expect(article.warnings.map(\.message) == ["4 HTML tags left in the text"])
  }

  static func read(_ bytes: [UInt8], name: String = "x.json") -> [Result<Article, ReadFailure>] {
    var results: [Result<Article, ReadFailure>] = []
    Reader().read(bytes, source: name) { results.append($0) }
    return results
  }

  static func code(_ result: Result<Article, ReadFailure>) -> String {
    switch result {
    case .success: "ok"
    case .failure(let failure): failure.code
    }
  }

  static func codes(_ bytes: [UInt8]) -> [String] { read(bytes).map(code) }

  static func line(_ article: Article) -> [UInt8] {
    var json = JSONWriter()
    article.write(to: &json)
    return json.bytes
  }
}
