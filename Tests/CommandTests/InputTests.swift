import CSQLite
import Glibc
import Testing

/// What becomes of inputs of every kind; `read` shows it without plugins.
@Suite struct InputTests {
  let folder = Scratch()

  /// The sources of all outcomes, in order.
  private func sources(_ output: Program.Output) -> [String] {
    output.lines.compactMap { line in
      line.firstRange(of: #""source":""#).map { start in
        String(line[start.upperBound...].prefix { $0 != "\"" })
      }
    }
  }

  private func read(_ arguments: String..., input: String = "") -> Program.Output {
    Program.run(["read"] + arguments, in: folder, input: Array(input.utf8))
  }

  @Test func `inputs come out in the order named, folders sorted by name`() {
    for name in ["b/2.txt", "b/10.txt", "b/1/x.md", "a.txt"] { folder.write(name, "Rain fell.\n") }
    let output = read("b", "a.txt")
    #expect(sources(output) == ["b/1/x.md", "b/10.txt", "b/2.txt", "a.txt"])
    #expect(output.status == 0)
    #expect(output.errors == "")
  }

  @Test func `a page is cut into scopes, for people and for machines`() {
    folder.write(
      "p.html",
      """
      <title>The ferry lands again</title><article><p>The ferry to Eastwick lands again, the harbour board said.</p>
      <blockquote>We slept badly, all of us, every night.</blockquote><p>“It came,” said Orr, who had waited longest.</p>
      """)
    let json = read("--layers", "scopes", "--format", "jsonl", "p.html")
    #expect(json.text.contains(#"{"range":[0,21],"kind":"headline","in":"title"}"#))
    #expect(json.text.contains(#"{"range":[0,58],"kind":"lead"}"#))
    #expect(json.text.contains(#"{"range":[60,99],"kind":"quote"}"#))
    let text = read("--layers", "scopes", "--format", "text", "p.html")
    #expect(text.text.contains(" headline: The ferry lands again"))
    #expect(text.text.contains(" quote: We slept badly, all of us, every night."))
  }

  @Test func `hidden files and media in folders are left out, named files are read`() {
    for name in ["n/.hidden.txt", "n/photo.jpg", "n/a.txt"] { folder.write(name, "Rain fell.\n") }
    let output = read("n", "n/photo.jpg")
    #expect(sources(output) == ["n/a.txt", "n/photo.jpg", "n/photo.jpg"])
    #expect(output.lines[1].contains(#""skipped":{"code":"extension""#))
    #expect(output.status == 0)
  }

  @Test func `patterns reach into folders`() {
    for name in ["x/a.md", "x/y/b.md", "x/y/c.txt", "d.md"] { folder.write(name, "Rain fell.\n") }
    #expect(sources(read("x/*.md")) == ["x/a.md"])
    #expect(sources(read("**/*.md")) == ["d.md", "x/a.md", "x/y/b.md"])
    let none = read("*.html")
    #expect(none.errors.hasPrefix("error: *.html: no file matches the pattern\n"))
    #expect(none.status == 3)
  }

  @Test(arguments: [["read"], ["run", "-p", "topics"]])
  func `as text an article without a title is named once`(command: [String]) {
    folder.write("untitled.txt", "Rain fell.\n")
    let output = Program.run(command + ["--format", "text", "untitled.txt"], in: folder)
    #expect(output.lines.filter { $0.contains("untitled.txt") } == ["untitled.txt"])
  }

  @Test func `quiet tells a failure and no summary`() {
    let output = read("--quiet", "nowhere.txt")
    #expect(output.errors == "error: nowhere.txt: no such file or directory\n")
    #expect(output.status == 3)
  }

  @Test func `a large archive gives the same whatever the number of workers`() {
    let fixtures = "\(#filePath.dropLast("CommandTests/InputTests.swift".count))Fixtures/Reading"
    let archive = Scratch.bytes("\(fixtures)/warc-gz/input.warc.gz") ?? []
    let copies = (5 << 20) / max(archive.count, 1)
    folder.write(Array("crawl.warc.gz".utf8), (0..<copies).flatMap { _ in archive })
    let alone = read("--jobs", "1", "crawl.warc.gz")
    #expect(alone.lines.count { !$0.contains("\"skipped\"") } == copies * 4)
    #expect(Set(sources(alone)).count == alone.lines.count)
    #expect(read("--jobs", "3", "crawl.warc.gz").bytes == alone.bytes)
    #expect(alone.status == 0)
  }

  @Test(arguments: ["news.zip", "news.json", "news.db"])
  func `what holds many articles is shared out among workers`(_ name: String) {
    let text = String(repeating: "Rain fell on the roofs. ", count: 60)
    let articles = (0..<900).map { "Day \($0). \(text)" }
    switch name {
    case "news.zip":
      let members = articles.enumerated().map { ("\($0.offset).txt", Array($0.element.utf8)) }
      folder.write(Array(name.utf8), Packed.zip(members))
    case "news.json":
      folder.write(
        name, "[" + articles.map { "{\"text\":\"\($0)\"}" }.joined(separator: ", ") + "]")
    default:
      var database: OpaquePointer?
      sqlite3_open("\(folder.path)/news.db", &database)
      let rows = articles.map { "('\($0)')" }.joined(separator: ",")
      sqlite3_exec(database, "CREATE TABLE a(text); INSERT INTO a VALUES \(rows)", nil, nil, nil)
      sqlite3_close(database)
    }
    let alone = read("--jobs", "1", name)
    #expect(alone.lines.count == articles.count)
    #expect(Set(sources(alone)).count == articles.count)
    #expect(alone.lines.last?.contains("Day 899. ") == true)
    #expect(read("--jobs", "3", name).bytes == alone.bytes)
    #expect(alone.status == 0)
  }

  @Test func `standard input is an input among others`() {
    folder.write("a.txt", "Rain fell.\n")
    let output = read("a.txt", "-", input: "Snow fell.\n")
    #expect(sources(output) == ["a.txt", "-"])
    #expect(output.text.contains("Snow fell."))
  }

  @Test func `lines of JSON are articles, a broken one is one failure`() {
    folder.write(
      "feed.jsonl",
      """
      {"id": "one", "text": "Rain fell."}
      {"id": "two", "text":
      {"id": "three", "text": "Snow fell."}

      """)
    let output = read("feed.jsonl")
    #expect(sources(output) == ["feed.jsonl:1", "feed.jsonl:2", "feed.jsonl:3"])
    #expect(output.errors.hasPrefix("error: feed.jsonl:2: "))
    #expect(output.errors.hasSuffix("; 1 input could not be read\n"))
    #expect(output.status == 3)
  }

  private static let table = [
    "id;Kopf;Inhalt", "1;Rain;\"It fell;", "then it stopped.\"", "2;Snow;\"It lay.",
    "3;Hail;None fell.", "",
  ].joined(separator: "\n")

  @Test func `rows of a table are articles, a broken one is one failure`() {
    folder.write("n/news.csv", Self.table)
    let output = read("--map", "title=Kopf", "--map", "text=Inhalt", "n")
    #expect(sources(output) == ["n/news.csv:2", "n/news.csv:4", "n/news.csv:5"])
    #expect(output.text.contains(#""title":"Rain""#))
    #expect(output.errors.hasPrefix("error: n/news.csv:4: a quotation mark that never closes\n"))
    #expect(output.status == 3)
  }

  @Test func `columns may be named in the configuration`() {
    folder.write("news.csv", Self.table)
    folder.write("copydesk.toml", "[map]\ntitle = \"Kopf\"\ntext = [\"Inhalt\"]\n")
    #expect(read("news.csv").text.contains(#""title":"Hail""#))
    let other = read("--map", "text=Inhald", "news.csv")
    #expect(
      other.errors.hasPrefix("error: news.csv: no column 'Inhald'; did you mean 'Inhalt'?\n"))
    #expect(other.status == 3)
    folder.write("copydesk.toml", "[map]\ntitel = \"Kopf\"\n")
    let wrong = read("news.csv")
    #expect(
      wrong.errors.hasSuffix(
        "/copydesk.toml:2: map.titel: unknown key; did you mean 'title'?\n"))
    #expect(wrong.status == 2)
  }

  @Test func `a table of a database may be named`() throws {
    var database: OpaquePointer?
    sqlite3_open("\(folder.path)/news.db", &database)
    let made = "CREATE TABLE a(text); INSERT INTO a VALUES ('Rain fell.')"
    #expect(sqlite3_exec(database, made, nil, nil, nil) == SQLITE_OK)
    sqlite3_close(database)
    #expect(sources(read("news.db?table=a")) == ["news.db?table=a:1"])
    #expect(sources(read("news.db")) == ["news.db:1"])
    let wrong = read("news.db?table=b")
    #expect(wrong.errors.hasPrefix("error: news.db?table=b: no table 'b'; did you mean 'a'?\n"))
    for (name, remedy) in [
      ("tabel=a", "did you mean 'table'?"), ("x=a", "?table=NAME names a table of a database"),
    ] {
      let message = "news.db?\(name): no file matches the pattern; \(remedy)\n"
      #expect(read("news.db?\(name)").errors.hasPrefix("error: \(message)"))
    }
    #expect(folder.names == ["news.db"])
  }

  @Test(arguments: [
    ("title", "--map: expected field=name, found 'title'\n"),
    ("titel=a", "found 'titel'; did you mean 'title'?\n"),
  ])
  func `a map that cannot be is a mistake of use`(map: String, message: String) {
    let output = read("--map", map, "a.csv")
    #expect(output.errors.hasSuffix(message))
    #expect(output.status == 2)
  }

  @Test(arguments: [
    (
      "https://paper.example/a?b=1&c=*",
      "save the page: curl -Lo page.html 'https://paper.example/a?b=1&c=*'"
    ),
    ("http://paper.example/it's", "save the page from a browser"),
    ("www.paper.example/a", "save the page: curl -Lo page.html 'www.paper.example/a'"),
    ("file:///tmp/a.html", "name the file: /tmp/a.html"),
  ])
  func `an address is not fetched, and how to save the page is said`(
    address: String, remedy: String
  ) {
    folder.write("a.txt", "Rain fell.\n")
    let output = read("a.txt", address)
    #expect(sources(output) == ["a.txt", address])
    #expect(
      output.errors.contains("error: \(address): an address, and nothing is fetched; \(remedy)"))
    #expect(output.status == 3)
  }

  @Test func `names that are no UTF-8 are opened and shown without harm`() {
    let name = Array("caf".utf8) + [0xE9] + Array(".txt".utf8)
    folder.write(name, Array("Rain fell.\n".utf8))
    folder.write("n/\u{1B}[31mred\u{202E}.txt", "")
    let output = Program([Array("read".utf8), name, Array("n".utf8)], in: folder).finish()
    #expect(sources(output).first == #"caf\\xe9.txt"#)
    #expect(output.status == 0)
    let missing = Program(
      [Array("read".utf8), Array("no\u{1B}]0;pe".utf8) + [0xFF]], in: folder
    ).finish()
    #expect(missing.errors.hasPrefix(#"error: no\x1b]0;pe\xff: no such file or directory"#))
    #expect(!missing.errors.contains("\u{1B}"))
    #expect(!missing.text.contains("\u{1B}"))
  }

  @Test func `a FIFO is skipped without waiting, and so are links that lead out or in circles`() {
    folder.write("n/a.txt", "Rain fell.\n")
    folder.write("out.txt", "Snow fell.\n")
    #expect(mkfifo("\(folder.path)/n/pipe", 0o644) == 0)
    symlink("..", "\(folder.path)/n/circle")
    symlink("../out.txt", "\(folder.path)/n/leads-out.txt")
    symlink("a.txt", "\(folder.path)/n/stays.txt")
    symlink("nowhere", "\(folder.path)/n/dangling.txt")
    symlink("self", "\(folder.path)/n/self")
    let output = read("n")
    #expect(
      sources(output) == [
        "n/a.txt", "n/circle", "n/dangling.txt", "n/leads-out.txt", "n/pipe", "n/self",
        "n/stays.txt",
      ])
    let kinds = output.lines.map { line in
      line.contains(#""skipped""#) ? "skipped" : line.contains(#""error""#) ? "failed" : "read"
    }
    #expect(
      kinds == ["read", "skipped", "failed", "skipped", "skipped", "failed", "read"])
    #expect(output.status == 3)
    #expect(read("n/pipe").status == 0)
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func `a file without permission is a failure and the rest goes on`() {
    folder.write("a.txt", "Rain fell.\n")
    folder.write("b.txt", "Snow fell.\n")
    chmod("\(folder.path)/a.txt", 0)
    let output = read("a.txt", "b.txt")
    #expect(output.errors.hasPrefix("error: a.txt: permission denied\n"))
    #expect(sources(output) == ["a.txt", "b.txt"])
    #expect(output.status == 3)
  }

  @Test func `files of the kernel and folders in the place of files are refused`() {
    let output = read("/proc/self/environ")
    #expect(output.errors.contains("a file that the kernel makes up"))
    #expect(output.status == 3)
  }

  @Test func `a file above the limit is refused`() {
    folder.write("large.txt", String(repeating: "Rain fell. ", count: 200))
    let output = read("--max-input", "1KB", "large.txt")
    #expect(output.errors.hasPrefix("error: large.txt: 2200 bytes, more than the limit of 1024"))
    #expect(output.status == 3)
    #expect(read("--max-input", "1 MB", "large.txt").status == 0)
  }

  @Test func `an empty corpus is no failure`() {
    mkdir("\(folder.path)/empty", 0o755)
    let output = read("empty")
    #expect(output.text == "")
    #expect(
      output.errors.hasPrefix("warning: the inputs hold no article\ncopydesk: 0 articles in "))
    #expect(output.status == 0)
    #expect(read("--quiet", "empty").errors == "")
  }

  @Test func `many small files and long feeds come out the same from any number of workers`() {
    for number in 0..<500 { folder.write("n/\(number).txt", "Story \(number).\n\nRain fell.\n") }
    let lines = (0..<5_000).map { #"{"id": "\#($0)", "text": "Rain fell on day \#($0)."}"# }
    folder.write("feed.jsonl", lines.joined(separator: "\n") + "\n")
    let one = read("-j1", "n", "feed.jsonl", "missing.txt")
    #expect(one.lines.count == 5_501)
    for jobs in ["-j2", "-j7"] {
      let many = read(jobs, "n", "feed.jsonl", "missing.txt")
      #expect(many.bytes == one.bytes)
      #expect(many.status == 3)
    }
  }
}
