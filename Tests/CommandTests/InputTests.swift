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
    #expect(output.errors.hasPrefix("copydesk: 0 articles in "))
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
