import Glibc
import Testing

/// Where results go.
@Suite struct OutputTests {
  let folder = Scratch(["a.txt": "Rain fell.\n", "b.txt": "Snow fell.\n"])

  @Test func `a file appears whole, in the format of its name`() {
    let output = Program.run("read", "a.txt", "-o", "out.json", in: folder)
    #expect(output.text == "")
    #expect(output.status == 0)
    let text = folder.read("out.json")
    #expect(text?.hasPrefix("[\n{") == true)
    #expect(text?.hasSuffix("}\n]\n") == true)
    #expect(folder.names == ["a.txt", "b.txt", "out.json"])
  }

  @Test func `a dash is standard output, and a format named comes before that of the name`() {
    #expect(
      Program.run("read", "a.txt", "-o", "-", in: folder).text
        == Program.run("read", "a.txt", in: folder).text)
    _ = Program.run("read", "a.txt", "-o", "out.json", "--format", "jsonl", in: folder)
    #expect(folder.read("out.json")?.hasPrefix("{") == true)
  }

  @Test func `a name that promises another format is refused`() {
    let page = Program.run("read", "a.txt", "-o", "out.html", in: folder)
    #expect(
      page.errors
        == "error: --output: expected a name with one of the endings .txt, .json, .jsonl, .ninjs.jsonl or .conllu, "
        + "found 'out.html'\n")
    #expect(page.status == 2)
    #expect(Program.run("read", "a.txt", "-o", "out", in: folder).status == 0)
  }

  @Test func `a file replaces the one before, and what a link leads to`() {
    folder.write("old.jsonl", "old")
    symlink("old.jsonl", "\(folder.path)/link.jsonl")
    #expect(Program.run("read", "a.txt", "-o", "link.jsonl", in: folder).status == 0)
    #expect(folder.read("old.jsonl")?.contains("Rain fell.") == true)
    var status = stat()
    #expect(lstat("\(folder.path)/link.jsonl", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func `an output that cannot be written ends the run with status 2`() {
    let full = Program.run("read", "a.txt", "-o", "/dev/full", in: folder)
    #expect(
      full.errors == "error: /dev/full: cannot be written: no space left on device; make room; "
        + "a run that is kept goes on with --resume\n")
    #expect(full.status == 2)
    let nowhere = Program.run("read", "a.txt", "-o", "no/such/out.json", in: folder)
    #expect(
      nowhere.errors == "error: no/such/out.json: cannot be written: no such file or directory\n")
    #expect(nowhere.status == 2)
    let standard = Shell.run("'\(Program.path)' read a.txt >/dev/full", in: folder)
    #expect(
      standard.errors
        == "error: standard output: cannot be written: no space left on device; make room; "
        + "a run that is kept goes on with --resume\n")
    #expect(standard.status == 2)
  }

  @Test func `whoever reads only the beginning ends the run without a word`() {
    let lines = (0..<200_000).map { #"{"id": "\#($0)", "text": "Rain fell."}"# }
    folder.write("feed.jsonl", lines.joined(separator: "\n"))
    let program = Program("read", "feed.jsonl", in: folder)
    let output = program.readAndLookAway(100)
    #expect(output.bytes.count == 100)
    #expect(output.errors == "")
    #expect(output.status == 128 + SIGPIPE)
  }

  @Test func `a terminal gets text, and a progress bar that is taken away`() {
    let lines = (0..<10_000).map { #"{"id": "\#($0)", "text": "Rain fell."}"# }
    folder.write("feed.jsonl", lines.joined(separator: "\n"))
    let shown = Terminals.run(["read", "feed.jsonl", "-o", "out.jsonl", "-j1"], in: folder)
    #expect(shown.contains(" articles/s") || shown == "")
    let end = shown.ranges(of: "\r\u{1B}[K").last.map { shown[$0.upperBound...] } ?? ""
    #expect(end == "" || end.hasPrefix("copydesk: 10,000 articles in "))
    let text = Terminals.run(["read", "a.txt"], in: folder)
    #expect(text.contains("Rain fell."))
    #expect(!text.contains("\"schema\""))
    #expect(Terminals.run(["read", "feed.jsonl", "-o", "out.jsonl", "-q"], in: folder) == "")
  }
}

/// Runs the program on a terminal of its own.
enum Terminals {
  static func run(_ arguments: [String], in folder: Scratch) -> String {
    let controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var lock: Int32 = 0
    var number: UInt32 = 0
    // TIOCSPTLCK and TIOCGPTN: unlocks the terminal behind it and tells its number.
    precondition(ioctl(controller, 0x4004_5431, &lock) == 0)
    precondition(ioctl(controller, 0x8004_5430, &number) == 0)
    let terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    let program = Program(arguments.map { Array($0.utf8) }, in: folder, terminal: terminal)
    close(terminal)
    var shown: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    // Reading fails once nobody has the terminal open any more.
    while case let count = Glibc.read(controller, &buffer, buffer.count), count > 0 {
      shown += buffer[..<count]
    }
    close(controller)
    _ = program.finish()
    return String(decoding: shown, as: UTF8.self)
  }
}
