import Glibc
import Testing

/// Inputs that were made to do harm, through the real program: one outcome each, soon, and nothing leaks from outside.
@Suite struct HostileInputTests {
  let folder = Scratch()

  private func read(_ arguments: String...) -> Program.Output {
    Program.run(["read", "--format", "jsonl"] + arguments, in: folder)
  }

  /// What became of each input, in order: `read`, `skipped` or `failed`, with the code.
  private func outcomes(_ output: Program.Output) -> [String] {
    output.lines.map { line in
      for (member, word) in [
        (#""error":{"code":""#, "failed"), (#""skipped":{"code":""#, "skipped"),
      ] {
        if let start = line.firstRange(of: member) {
          return word + " " + line[start.upperBound...].prefix { $0 != "\"" }
        }
      }
      return "read"
    }
  }

  @Test(arguments: [
    (
      "laughs.xml", "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>",
      "failed xml"
    ),
    ("outside.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"canary.txt\">]><a>&b;</a>", "failed xml"),
    (
      "parameter.xml", "<!DOCTYPE a [<!ENTITY % b SYSTEM \"http://127.0.0.1:9/a\"> %b;]><a/>",
      "failed xml"
    ),
    (
      "include.xml",
      "<a xmlns:x=\"http://www.w3.org/2001/XInclude\"><x:include href=\"canary.txt\"/>Rain</a>",
      "read"
    ),
    ("deep.json", String(repeating: "[", count: 100_000), "failed json"),
    ("deep.html", String(repeating: "<div>", count: 100_000) + "Rain fell.", "read"),
    ("deep.xml", "<rss>" + String(repeating: "<item>", count: 100_000) + "Rain", "read"),
    ("program.txt", "\u{7F}ELF\u{2}\u{1}\u{1}\0\0", "failed binary"),
    ("formula.csv", "title,text\n\"=cmd|' /C calc'!A0\",@SUM(1+1)\n", "read"),
    ("endless.jsonl", "{\"text\":\"" + String(repeating: "x", count: 900_000), "failed json"),
    ("quote.csv", "title,text\na,\"" + String(repeating: "b\n", count: 300_000), "failed row"),
    ("empty.txt", "", "skipped empty"), ("space.txt", " \n\t\n", "skipped empty"),
  ])
  func `hostile content is read or refused, and reads nothing else`(
    name: String, text: String, expected: String
  ) {
    folder.write("canary.txt", "CANARY")
    folder.write(name, text)
    let output = read(name)
    #expect(outcomes(output).first == expected)
    #expect(!output.text.contains("CANARY"))
    #expect(output.status == (expected.hasPrefix("failed") || name == "quote.csv" ? 3 : 0))
  }

  @Test func `names of every kind are files and never options`() {
    let long = String(repeating: "n", count: 251) + ".txt"
    for name in ["-rf", "--help.txt", "line\nend.txt", "esc\u{1B}[2J.txt", long] {
      folder.write("n/\(name)", "Rain fell.\n")
    }
    let inside = read("n")
    #expect(outcomes(inside) == Array(repeating: "read", count: 5))
    #expect(!inside.errors.contains("\u{1B}"))
    folder.write("-rf", "Rain fell.\n")
    #expect(outcomes(read("--", "-rf")) == ["read"])
    #expect(outcomes(read("./-rf")) == ["read"])
  }

  @Test func `two names of one file are two inputs`() {
    folder.write("n/a.txt", "Rain fell.\n")
    link("\(folder.path)/n/a.txt", "\(folder.path)/n/b.txt")
    #expect(outcomes(read("n")) == ["read", "read"])
  }

  @Test func `sockets, devices and files without end are passed by`() {
    folder.write("n/a.txt", "Rain fell.\n")
    symlink("/dev/zero", "\(folder.path)/n/zero.txt")
    symlink("/proc/self/environ", "\(folder.path)/n/environ.txt")
    symlink("/proc/self/mem", "\(folder.path)/n/mem.txt")
    symlink("/etc/passwd", "\(folder.path)/n/passwd.txt")
    let output = read("n")
    #expect(
      outcomes(output) == [
        "read", "failed unreadable", "failed unreadable", "skipped link", "skipped not-a-file",
      ])
    #expect(!output.text.contains("root:"))
    #expect(output.status == 3)
  }

  @Test func `a file of a terabyte of nothing is refused by its size`() {
    folder.write("sparse.txt", "")
    truncate("\(folder.path)/sparse.txt", 1 << 40)
    #expect(outcomes(read("sparse.txt")) == ["failed too-large"])
  }
}
