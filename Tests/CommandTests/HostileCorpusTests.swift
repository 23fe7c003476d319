import CSQLite
import Glibc
import Testing

/// A folder of inputs that were made to do harm, read in one run: each has the outcome that is promised, and no other suffers.
@Suite struct HostileCorpusTests {
  let folder = Scratch()

  /// What becomes of an input: read; read with a warning of this code; skipped or failed with this code.
  enum Outcome: Hashable {
    case read
    case warned(String)
    case skipped(String)
    case failed(String)
  }

  typealias Row = (name: String, bytes: [UInt8], outcome: Outcome)

  private static func row(_ name: String, _ text: String, _ outcome: Outcome) -> Row {
    (name, Array(text.utf8), outcome)
  }

  static let texts: [Row] = [
    row("empty.txt", "", .skipped("empty")), row("line.txt", "\n", .skipped("empty")),
    row("space.txt", " \n\t\r\n", .skipped("empty")),
    (
      "no-utf8.txt",
      Array("Räin fell ön thé röof, ünd só ón all dáy löng. ".utf8) + [
        0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xF5, 0xE2, 0x82,
      ],
      .warned("invalid-utf8")
    ),
    ("utf16.txt", [0xFE, 0xFF] + "Rain fell.".utf8.flatMap { [0, $0] }, .read),
    (
      "utf16-odd.txt", [0xFF, 0xFE] + "Rain.".utf8.flatMap { [$0, 0] } + [0x41],
      .warned("invalid-utf16")
    ),
    (
      "utf16-halves.txt", [0xFF, 0xFE, 0x00, 0xD8] + "Rain.".utf8.flatMap { [$0, 0] },
      .warned("invalid-utf16")
    ),
    (
      "old.txt",
      Array("“Rain” fell in ".utf8.filter { $0 < 0x80 }) + [0x93, 0x4D, 0xFC, 0x6E, 0x94],
      .warned("encoding")
    ),
    (
      "controls.txt",
      Array("Rain fell on the roofs of the town ".utf8) + [0x9B, 0x33, 0x31, 0x6D, 0xE9],
      .warned("encoding")
    ),
    row("mark.txt", "\u{FEFF}Rain fell.", .read),
    row("utf7.txt", "Rain +AGYAZQBsAGw- here.", .read),
    (
      "ebcdic.txt", [0xD9, 0x81, 0x89, 0x95, 0x40, 0x86, 0x85, 0x93, 0x93, 0x4B],
      .warned("encoding")
    ),
    row("paragraphs.txt", String(repeating: "Ab.\n\n", count: 20_000), .read),
    row("sentence.txt", String(repeating: "rain and ", count: 30_000), .read),
    row("formula.txt", "=HYPERLINK(\"http://x\")\n\nRain fell.", .read),
    row("word.txt", String(repeating: "x", count: 100_000), .read),
    row("letters.txt", String(repeating: "a\n", count: 20_000), .read),
    row("spaces.txt", "a" + String(repeating: " ", count: 100_000) + "b", .read),
    row("brackets.txt", String(repeating: "(\"[{«", count: 5_000), .read),
    row("flags.txt", String(repeating: "🇩🇪👩‍👩‍👧", count: 2_000), .read),
    (
      "private.txt",
      Array("Rain fell ".utf8) + [0xEE, 0x80, 0x80, 0xEF, 0xB7, 0x90, 0xF4, 0x8F, 0xBF, 0xBF], .read
    ),
    row("tags.txt", "<script>alert(1)</script>\n\nRain fell.", .read),
    row("anchors.md", "---\n&a [*a, *a]: !!python/object x\n---\nRain fell.\n", .read),
    row("plugin.txt", "return { api = 1, name = \"x\", analyze = function() end }\n", .read),
  ]

  static let pages: [Row] = [
    row("open.html", "<div><p>Rain fell.<a href=\"x", .read),
    row(
      "comments.html", String(repeating: "<!--<![CDATA[<!doctype ", count: 2_000), .skipped("empty")
    ),
    row("attributes.html", "<p " + (0..<5_000).map { "a\($0)=1 " }.joined() + ">Rain fell.", .read),
    row("entities.html", "<p>Rain &#x110000; fell &bogus; &#55296 on &amp", .warned("reference")),
    row("nul.html", "<p>Ra\0in<plaintext> fell.", .warned("nul")),
    (
      "charset.html",
      Array("<meta charset=utf-8><p>Caf".utf8) + [0xE9, 0x20, 0x93, 0x94, 0x3C, 0x2F, 0x70, 0x3E],
      .warned("encoding")
    ),
    row(
      "laughs.xml", "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>",
      .failed("xml")),
    row(
      "blowup.xml",
      "<!DOCTYPE a [<!ENTITY b \"\(String(repeating: "b", count: 10_000))\">]><a>"
        + String(repeating: "&b;", count: 10_000), .failed("xml")),
    row(
      "include.xml",
      "<rss xmlns:x=\"http://www.w3.org/2001/XInclude\"><channel><item><title>A</title><description>Rain"
        + "<x:include href=\"canary.md\" parse=\"text\"/></description></item>", .warned("xml")),
    row(
      "feed.xml",
      "<rss><channel><item><title>A &amp;lt;b</title><description><![CDATA[<b>Rain</b>]]></description>"
        + "<pubDate>Mon, 32 Foo 2026 25:61:00</pubDate></item><item/></channel></rss>",
      .warned("date")),
    row("outside.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"canary.md\">]><a>&b;</a>", .failed("xml")),
    row(
      "names.xml",
      "<rss><channel><item><title>A&nbsp;B</title><description>Rain &eacute;.</description></item></channel></rss>",
      .warned("reference")),
  ]

  static let records: [Row] = [
    row("deep.json", String(repeating: "[", count: 50_000), .failed("json")),
    row("loose.json", "{\"text\": 'Rain', \"n\": NaN,}", .failed("json")),
    row("comma.json", "{\"text\": \"Rain\",}", .failed("json")),
    row("half.json", "{\"text\": \"Rain \\ud800 fell.\"}", .failed("json")),
    row("tab.json", "{\"text\": \"Rain\tfell.\"}", .failed("json")),
    row("two.json", "{\"text\": \"Rain\"} {\"text\": \"Snow\"}", .failed("json")),
    row("blank.jsonl", String(repeating: "\n", count: 300_000), .skipped("empty")),
    row("blank.csv", "title,text\n" + String(repeating: ",\n", count: 200_000), .skipped("empty")),
    row(
      "types.json", "{\"title\": {\"a\": 1}, \"text\": \"Rain fell.\", \"date\": []}",
      .warned("type")),
    row("mark.json", "\u{FEFF}{\"text\":\"Rain fell.\"}", .read),
    row("marked-list.json", "\u{FEFF}[{\"text\":\"Rain fell.\"}]", .read),
    (
      "wide.json", [0xFF, 0xFE] + "{\"text\":\"Rain fell.\"}".utf8.flatMap { [$0, 0] },
      .warned("encoding")
    ),
    row(
      "escapes.json", "{\"text\":\"" + String(repeating: "\\u0041", count: 20_000) + "\"}", .read),
    row("formula.csv", "title,text\n=1+1,@SUM(1)\n", .read),
  ]

  static let archives: [Row] = {
    let text = Array("Rain fell.\n".utf8)
    let packed = Packed.gzip(text)
    let zip = Packed.zip([("a.txt", text)])
    let record = "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: "
    let answer =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\nContent-Encoding: gzip\r\n\r\n<html><p>Rain fell."
    return [
      ("ok.txt.gz", packed, .read), ("short.txt.gz", Array(packed.dropLast(9)), .failed("gzip")),
      ("sum.txt.gz", Array(packed.dropLast(5)) + [0] + packed.suffix(4), .failed("gzip")),
      ("twice.txt.gz", packed + packed, .read),
      ("named.txt.gz", Packed.gzip(text, name: "../../etc/passwd"), .read),
      ("out.zip", Packed.zip([("../../out.txt", text)]), .read),
      (
        "slip.zip",
        Packed.zip(
          [("/etc/out.txt", text), ("a.txt", text), ("a.txt", text), ("b\u{1B}[2J.txt", text)],
          links: ["c.txt"]), .skipped("link")
      ),
      ("inner.zip", Packed.zip([("a.zip", zip), ("b.txt.gz", packed)]), .read),
      ("deep.gz", (0..<7).reduce(text) { bytes, _ in Packed.gzip(bytes) }, .failed("archive")),
      (
        "crawl.wacz",
        Packed.zip([
          ("datapackage.json", Array("{}".utf8)), ("indexes/index.cdx", text),
          (
            "archive/data.warc.gz",
            Packed.gzip(Array((record + "\(answer.utf8.count)\r\n\r\n\(answer)\r\n\r\n").utf8))
          ),
        ]), .read
      ),
      ("short.zip", Array(zip.dropLast(30)), .failed("zip")),
      ("bomb.zip", Packed.fixture("zip-bomb"), .failed("too-large")),
      ("bomb.txt.gz", Packed.gzip([UInt8](repeating: 0, count: 16)), .skipped("empty")),
      row("liar.warc", record + "\(answer.utf8.count)\r\n\r\n\(answer)\r\n\r\n", .read),
      row("short.warc", record + "500\r\n\r\n\(answer)", .failed("warc")),
      row("huge.warc", record + "18446744073709551615\r\n\r\n\(answer)\r\n\r\n", .failed("warc")),
      ("program.txt", [0x7F] + Array("ELF".utf8) + [2, 1, 1, 0, 0, 0], .failed("binary")),
      ("picture.txt", [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A, 0, 0], .failed("binary")),
      row("document.txt", "%PDF-1.7\n1 0 obj\n", .failed("binary")),
    ]
  }()

  @Test(arguments: ["texts", "pages", "records", "archives"])
  func `every input has the outcome that is promised`(_ kind: String) {
    let rows =
      switch kind {
      case "texts": Self.texts
      case "pages": Self.pages
      case "records": Self.records
      default: Self.archives
      }
    for row in rows { folder.write(Array("n/\(row.name)".utf8), row.bytes) }
    folder.write("n/canary.md", "CANARY")
    let output = Program.run(["read", "--format", "jsonl", "n"], in: folder)
    let found = outcomes(output)
    for row in rows {
      #expect(found["n/\(row.name)"]?.contains(row.outcome) == true, "\(row.name)")
    }
    #expect(found.count == Set(rows.map(\.name)).count + 1)
    #expect(output.lines.count { $0.contains("CANARY") } == 1)
    #expect(!output.text.contains("\u{1B}") && !output.errors.contains("\u{1B}"))
    #expect(folder.names == ["n"])
  }

  /// What became of each file, by its name: of one that holds others, of these.
  private func outcomes(_ output: Program.Output) -> [String: Set<Outcome>] {
    var found: [String: Set<Outcome>] = [:]
    for line in output.lines {
      guard let source = Self.value(of: #""source":""#, in: line) else { continue }
      let file = source.prefix { $0 != "!" && $0 != ":" }
      var outcome = Outcome.read
      if let code = Self.value(of: #""error":{"code":""#, in: line) {
        outcome = .failed(code)
      } else if let code = Self.value(of: #""skipped":{"code":""#, in: line) {
        outcome = .skipped(code)
      }
      found[String(file), default: []].insert(outcome)
      guard let warnings = line.firstRange(of: #""warnings":["#) else { continue }
      let list = line[warnings.upperBound...].prefix { $0 != "]" }
      for part in list.split(separator: "{") {
        if let code = Self.value(of: #""code":""#, in: String(part)) {
          found[String(file), default: []].insert(.warned(code))
        }
      }
    }
    return found
  }

  private static func value(of key: String, in line: String) -> String? {
    line.firstRange(of: key).map { String(line[$0.upperBound...].prefix { $0 != "\"" }) }
  }

  @Test func `what is too large is refused by its size, and a limit may be raised`() {
    folder.write("line.txt", "")
    truncate("\(folder.path)/line.txt", 200 << 20)
    folder.write("news.txt", String(repeating: "Rain fell. ", count: 30_000))
    let output = Program.run(["read", "--max-input", "100KB", "line.txt", "news.txt"], in: folder)
    #expect(
      outcomes(output) == ["line.txt": [.failed("too-large")], "news.txt": [.failed("too-large")]])
    let raised = Program.run(["read", "--max-input", "1MB", "news.txt"], in: folder)
    #expect(outcomes(raised) == ["news.txt": [.read]])
  }

  @Test func `no document has anything fetched`() {
    let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    defer { close(number) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address -> in_port_t? in
        guard bind(number, address, size) == 0, listen(number, 4) == 0,
          getsockname(number, address, &size) == 0
        else { return nil }
        return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
          $0.pointee.sin_port.bigEndian
        }
      }
    }
    guard let port else {
      Issue.record("no port to listen at")
      return
    }
    let url = "http://127.0.0.1:\(port)/x"
    folder.write(
      "n/parameter.xml", "<!DOCTYPE a [<!ENTITY % b SYSTEM \"\(url)\"> %b;]><a>Rain</a>")
    folder.write("n/type.xml", "<!DOCTYPE rss SYSTEM \"\(url)\"><rss><channel/></rss>")
    folder.write("n/page.html", "<base href=\"\(url)\"><link rel=stylesheet href=a><p>Rain fell.")
    _ = Program.run(["read", "n"], in: folder)
    #expect(accept(number, nil, nil) == -1 && errno == EAGAIN)
  }

  @Test func `formulas of titles are no formulas in tables`() {
    folder.write("a.txt", "=HYPERLINK(\"http://x\")\n\nRain fell.\n")
    let output = Program.run(["run", "-p", "readability", "--format", "csv", "a.txt"], in: folder)
    #expect(output.text.contains("'=HYPERLINK") && !output.text.contains(",\"=HYPERLINK"))
  }

  @Test func `a list inside an object may be larger than what can be had whole`() {
    var text = "{\"status\": \"ok\", \"n\": [1, {\"a\": \"}\"}], \"response\": {\"docs\": [\n"
    let records = 4000
    for number in 1...records {
      text +=
        "{\"title\": \"T\(number)\", \"text\": \"\(String(repeating: "Rain fell. ", count: 10))\"}"
      text += number < records ? ",\n" : "\n], \"next\": null}}\n"
    }
    folder.write("news.json", text)
    let arguments = ["read", "--format", "jsonl", "news.json", "--max-input"]
    let whole = Program.run(arguments + ["1MB"], in: folder)
    let parted = Program.run(arguments + ["100KB", "-j2"], in: folder)
    func titles(_ output: Program.Output) -> [String?] {
      output.lines.map { Self.value(of: #""title":""#, in: $0) }
    }
    #expect(parted.status == 0 && parted.lines.count == records)
    #expect(titles(parted) == titles(whole))
    #expect(parted.lines.last?.contains("\"source\":\"news.json:\(records)\"") == true)
    // What has a text of its own is an article, however large.
    folder.write("story.json", "{\"text\": \"Rain\", \"items\": [\(text)]}")
    let story = Program.run(["read", "--max-input", "100KB", "story.json"], in: folder)
    #expect(outcomes(story) == ["story.json": [.failed("too-large")]])
  }

  @Test func `a view is named like a table`() {
    var database: OpaquePointer?
    sqlite3_open("\(folder.path)/news.db", &database)
    let written = """
      CREATE TABLE a(text); INSERT INTO a VALUES ('Rain fell.'), ('Snow fell.');
      CREATE VIEW latest AS SELECT text FROM a WHERE text LIKE 'Snow%';
      """
    #expect(sqlite3_exec(database, written, nil, nil, nil) == SQLITE_OK)
    sqlite3_close(database)
    let output = Program.run(["read", "news.db?table=latest"], in: folder)
    #expect(output.lines.compactMap { Self.value(of: #""text":""#, in: $0) } == ["Snow fell."])
  }

  @Test func `a socket is passed by`() {
    let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    mkdir("\(folder.path)/n", 0o755)
    let path = Array("\(folder.path)/n/socket.txt".utf8)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(number, $0, size) }
    }
    defer { close(number) }
    #expect(bound == 0)
    folder.write("n/a.txt", "Rain fell.\n")
    let output = Program.run(["read", "n"], in: folder)
    #expect(outcomes(output) == ["n/a.txt": [.read], "n/socket.txt": [.skipped("not-a-file")]])
    #expect(output.status == 0)
  }

  @Test(.enabled(if: getuid() != 0, "root may enter everything"))
  func `a folder that cannot be entered is a failure and the rest goes on`() {
    folder.write("n/closed/a.txt", "Rain fell.\n")
    folder.write("n/z.txt", "Snow fell.\n")
    chmod("\(folder.path)/n/closed", 0)
    defer { chmod("\(folder.path)/n/closed", 0o755) }
    let output = Program.run(["read", "n"], in: folder)
    #expect(outcomes(output) == ["n/closed": [.failed("unreadable")], "n/z.txt": [.read]])
    #expect(output.status == 3)
  }

  @Test func `what a database's log holds is read, an unfinished change is not`() {
    var database: OpaquePointer?
    sqlite3_open("\(folder.path)/news.db", &database)
    let written = """
      PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;
      CREATE TABLE a(text); INSERT INTO a VALUES ('Rain fell.'), ('Snow fell.');
      """
    #expect(sqlite3_exec(database, written, nil, nil, nil) == SQLITE_OK)
    #expect(outcomes(Program.run(["read", "news.db"], in: folder)) == ["news.db": [.read]])
    #expect(sqlite3_exec(database, "PRAGMA wal_checkpoint", nil, nil, nil) == SQLITE_OK)
    let more =
      "UPDATE a SET text = 'Hail fell.' WHERE rowid = 2; INSERT INTO a VALUES ('Sleet fell.');"
    #expect(sqlite3_exec(database, more, nil, nil, nil) == SQLITE_OK)
    #expect(
      sqlite3_exec(database, "BEGIN; INSERT INTO a VALUES ('Nothing fell.')", nil, nil, nil)
        == SQLITE_OK)
    let output = Program.run(["read", "."], in: folder)
    let texts = output.lines.compactMap { Self.value(of: #""text":""#, in: $0) }
    #expect(texts == ["Rain fell.", "Hail fell.", "Sleet fell."])
    #expect(output.status == 0)
    sqlite3_close(database)
  }

  @Test func `a database whose change was never finished is a failure`() {
    var database: OpaquePointer?
    sqlite3_open("\(folder.path)/news.db", &database)
    let written = "CREATE TABLE a(text); INSERT INTO a VALUES ('Rain fell.')"
    #expect(sqlite3_exec(database, written, nil, nil, nil) == SQLITE_OK)
    sqlite3_close(database)
    folder.write(
      Array("news.db-journal".utf8), [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7, 0, 0, 0, 1])
    let output = Program.run(["read", "news.db"], in: folder)
    #expect(output.errors.contains("news.db: left in the middle of a change"))
    #expect(outcomes(output) == ["news.db": [.failed("sqlite")]])
    truncate("\(folder.path)/news.db-journal", 0)
    #expect(outcomes(Program.run(["read", "news.db"], in: folder)) == ["news.db": [.read]])
  }
}

/// Bytes in the formats of archives, not made smaller.
enum Packed {
  static func gzip(_ bytes: [UInt8], name: String? = nil) -> [UInt8] {
    let size = little(UInt16(bytes.count))
    return [0x1F, 0x8B, 8, name == nil ? 0 : 8, 0, 0, 0, 0, 0, 3]
      + (name.map { Array($0.utf8) + [0] } ?? [])
      + [1] + size + size.map { ~$0 } + bytes + little(checksum(bytes))
      + little(UInt32(bytes.count))
  }

  /// - Parameter links: names of symbolic links, which lead to `/etc/passwd`.
  static func zip(
    _ members: [(name: String, bytes: [UInt8])], links: [String] = []
  ) -> [UInt8] {
    var files: [UInt8] = []
    var directory: [UInt8] = []
    let links = links.map { (name: $0, bytes: Array("/etc/passwd".utf8), isLink: true) }
    for (name, bytes, isLink) in members.map({ ($0.name, $0.bytes, false) }) + links {
      let size = little(UInt32(bytes.count))
      let header =
        [20, 0, 0, 0, 0, 0, 0, 0, 0, 0] + little(checksum(bytes)) + size + size
        + little(UInt16(name.utf8.count)) + [0, 0]
      // Made on Unix, with the mode of the file in the upper half of its attributes.
      let mode: UInt32 = isLink ? 0o120777 : 0o100644
      directory += Array("PK\u{1}\u{2}".utf8) + [20, 3] + header + [0, 0, 0, 0, 0, 0]
      directory += little(mode << 16)
      directory += little(UInt32(files.count)) + Array(name.utf8)
      files += Array("PK\u{3}\u{4}".utf8) + header + Array(name.utf8) + bytes
    }
    let count = little(UInt16(members.count + links.count))
    return files + directory + Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0] + count + count
      + little(UInt32(directory.count)) + little(UInt32(files.count)) + [0, 0]
  }

  static func fixture(_ name: String) -> [UInt8] {
    let root = #filePath.dropLast("CommandTests/HostileCorpusTests.swift".count)
    return Scratch.bytes("\(root)Fixtures/Reading/\(name)/input.zip") ?? []
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number(8 * $0)) }
  }

  /// CRC-32.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}
