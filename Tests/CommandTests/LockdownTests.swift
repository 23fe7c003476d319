import CProcess
import Glibc
import Testing

/// What workers have given up before they see anything from outside.
@Suite struct LockdownTests {
  let folder = Scratch(["in/a.txt": "Rain fell.\n", "out.txt": "Snow fell.\n"])

  /// Has a worker do some commands, after its configuration.
  private func serve(_ commands: [String], roots: String? = nil) -> Program.Output {
    let configuration =
      #"{"configure":{"protocol":1,"plugins":{"selection":"","catalogue":[]},"limits":{"seconds":5,"#
      + #""memory":67108864,"input_bytes":1048576},"wishes":["findings"]"#
      + (roots.map { #","roots":[\#($0)]"# } ?? "") + "}}"
    return Program.run(
      "worker", in: folder, input: ([configuration] + commands).joined(separator: "\n") + "\n")
  }

  private func attempt(_ what: String, _ path: String = "") -> String {
    #"{"attempt":{"what":"\#(what)","path":"\#(path)"}}"#
  }

  @Test(arguments: ["connect", "execute", "fork"])
  func `a worker that reaches for the network or for other programs dies`(what: String) {
    let output = serve([attempt(what)])
    #expect(output.status == 128 + SIGSYS)
    #expect(output.lines.count == 1)
  }

  @Test(arguments: ["write", "signal", "memory", "limits", "privileges"])
  func `a worker fails to`(what: String) {
    let output = serve([attempt(what, "\(folder.path)/new.txt")])
    #expect(output.status == 0)
    #expect(output.lines.last?.hasPrefix(#"{"attempted":"#) == true)
    #expect(output.lines.last != #"{"attempted":0}"#)
    #expect(folder.names == ["in", "out.txt"])
  }

  @Test(.enabled(if: copydesk_landlock_version() > 0))
  func `a worker reads below the roots and nowhere else`() {
    let job = #"{"job":{"piece":0,"items":[{"path":"in/a.txt"},{"path":"out.txt"}]}}"#
    let output = serve([job, attempt("read", "/etc/passwd")], roots: #""in""#)
    #expect(output.lines[1] == #"{"outcome":{"index":0,"kind":"findings","payloads":1}}"#)
    #expect(output.lines[3].contains(#""message":"permission denied""#))
    #expect(output.lines.last == #"{"attempted":\#(EACCES)}"#)
  }

  @Test(arguments: [nil, #""in","out.txt""#])
  func `a worker cuts no file short`(roots: String?) {
    let output = serve([attempt("truncate", "out.txt")], roots: roots)
    #expect(output.lines.last == #"{"attempted":\#(EPERM)}"#)
    #expect(folder.read("out.txt") == "Snow fell.\n")
  }

  @Test func `a worker that is to measure what the lock costs says so and is not locked`() {
    let output = Program.run(
      "worker", "--unlocked", in: folder, input: attempt("read", "/etc/passwd") + "\n")
    #expect(output.lines == [#"{"attempted":0}"#])
    #expect(Program.run("worker", "--supervised", in: folder).status == 2)
  }

  @Test func `a worker without roots reads what it is told to`() {
    let output = serve([attempt("read", "out.txt")])
    #expect(output.lines.last == #"{"attempted":0}"#)
  }

  @Test func `the environment of the user stays with the supervisor`() throws {
    folder.write("in/b.txt", String(repeating: "Rain fell. ", count: 100_000))
    let program = Program(
      "run", "-p", "sentiment", "--timeout", "1", "in", in: folder,
      environment: ["SECRET_TOKEN": "xyzzy"])
    var worker: pid_t?
    _ = eventually {
      // Until it is the program, it is a copy of the supervisor.
      worker = program.children.first {
        Scratch.bytes("/proc/\($0)/cmdline")?.starts(with: Array("copydesk\0worker".utf8)) ?? false
      }
      return worker != nil
    }
    let environment = worker.flatMap { fopen("/proc/\($0)/environ", "r") }
    let file = try #require(environment)
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    fclose(file)
    _ = program.finish()
    #expect(!String(decoding: bytes[..<count], as: UTF8.self).contains("xyzzy"))
  }

  @Test(.enabled(if: copydesk_landlock_version() > 0))
  func `the doctor finds every layer in force where the kernel has them`() {
    let output = Program.run("doctor", in: folder)
    #expect(output.status == 0, "\(output.text)")
    #expect(output.text.contains("\n  connect to another machine "))
    #expect(output.text.contains("cannot, and dies of the attempt\n"))
    #expect(!output.text.contains(" can\n"))
    #expect(output.text.contains("\n  Lua        5.4."))
    #expect(folder.names == ["in", "out.txt"])
  }

  @Test func `named files, patterns, links and many inputs of one folder are read under the lock`()
  {
    for number in 100..<140 { folder.write("many/\(number).txt", "Rain \(number).\n") }
    symlink("\(folder.path)/out.txt", "\(folder.path)/link.txt")
    let many = (100..<140).map { "many/\($0).txt" }
    let output = Program.run(
      ["run", "-p", "sentiment", "link.txt", "in/*.txt", "\(folder.path)/out.txt"] + many,
      in: folder)
    #expect(output.status == 0, "\(output.errors)")
    #expect(output.lines.count == 43)
  }
}
