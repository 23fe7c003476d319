import Glibc
import Testing

/// How a run tells how far it is, to people and to programs.
@Suite(.serialized) struct ProgressTests {
  let folder = Scratch()

  init() {
    folder.write(
      "slow.lua",
      """
      --- Takes its time.
      return {
        api = 1, name = "slow", version = "1.0.0", summary = "Slow", author = "A",
        license = "MIT", categories = { "test" },
        fields = { words = { type = "integer", merge = "sum", doc = "how many" } },
        analyze = function(article)
          if article.text:find("Sunday", 1, true) then error("closed") end
          local turn = 0
          while turn < 2000000 do turn = turn + 1 end
          return { words = article.word_count }
        end,
      }

      """)
    for number in 100..<250 { folder.write("n/\(number).txt", "Rain fell \(number) times.\n") }
    folder.write("n/broken.json", "{")
    folder.write("n/sunday.txt", "Rain fell on Sunday.\n")
  }

  private func start(_ arguments: String...) -> Program {
    Program(
      (["run", "-p", "./slow.lua", "-o", "out.jsonl"] + arguments + ["n"]).map { Array($0.utf8) },
      in: folder)
  }

  @Test func `programs read progress, messages and the end as lines of JSON`() {
    let output = start("--progress", "jsonl").finish()
    #expect(output.status == 3)
    let lines = output.errors.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("{\"") && $0.hasSuffix("}") })
    #expect(
      lines.contains { $0.hasPrefix(#"{"message":{"severity":"error","place":["n/broken.json"]"#) })
    #expect(lines.contains { $0.hasPrefix(#"{"progress":{"state":"running","seconds":"#) })
    #expect(lines.last?.hasPrefix(#"{"end":{"state":"complete","seconds":"#) == true)
    #expect(
      lines.last?.contains(#""articles":151,"skipped":0,"unreadable":1,"plugin_errors":1"#) == true)
    #expect(lines.last?.contains(#""failures":{"json":1,"slow error":1}"#) == true)
  }

  @Test func `an error that ends a run is a line of JSON, too`() {
    let output = Program.run("run", "-p", "nothing", "--progress", "jsonl", "n", in: folder)
    #expect(output.status == 2)
    #expect(
      output.errors.split(separator: "\n").last?.hasPrefix(#"{"message":{"severity":"error""#)
        == true)
  }

  @Test func `a signal asks for a line of progress`() {
    let program = start("--progress", "none")
    // It listens before it has workers.
    #expect(eventually { !program.children.isEmpty })
    program.send(SIGUSR1)
    let output = program.finish()
    #expect(output.status == 3)
    let lines = output.errors.split(separator: "\n").filter { $0.contains("articles/s") }
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("copydesk: ") == true)
  }

  @Test func `a status file says how far a run is and what became of it`() {
    let program = start("--status", "status.json", "--quiet")
    #expect(eventually { folder.read("status.json")?.contains(#""state":"running""#) ?? false })
    #expect(
      folder.read("status.json")?.hasPrefix(
        #"{"schema":"copydesk-status/1","process":\#(program.pid),"#) == true)
    program.send(SIGTERM)
    #expect(program.finish().status == 143)
    #expect(folder.read("status.json")?.contains(#""state":"interrupted""#) == true)
    _ = start("--status", "status.json", "--max-errors", "0").finish()
    #expect(folder.read("status.json")?.contains(#""state":"failed""#) == true)
  }

  @Test func `a status file has totals as soon as they are known`() {
    let program = start("--status", "status.json", "--quiet")
    #expect(eventually { folder.read("status.json")?.contains(#""total_files":152,"#) ?? false })
    #expect(folder.read("status.json")?.contains(#""state":"running""#) == true)
    program.send(SIGTERM)
    #expect(program.finish().status == 143)
  }

  @Test func `a stop signal that comes before a monitor was told anything is told, too`() throws {
    #expect(mkfifo("\(folder.path)/status", 0o600) == 0)
    // It waits for somebody to read.
    let program = start("--status", "status", "--quiet")
    #expect(eventually { Watched(pid: program.pid).catches(SIGTERM) })
    program.send(SIGTERM)
    // Open for both, the pipe outlives each writer.
    let pipe = open("\(folder.path)/status", O_RDWR | O_NONBLOCK | O_CLOEXEC)
    try #require(pipe >= 0)
    defer { close(pipe) }
    #expect(program.finish().status == 143)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = max(0, read(pipe, &buffer, buffer.count))
    #expect(String(decoding: buffer[..<count], as: UTF8.self).contains(#""state":"interrupted""#))
  }

  @Test func `styles that there are not are refused`() {
    #expect(
      start("--progress", "xml").finish().errors
        == "error: --progress: expected auto, bar, lines, jsonl or none, found 'xml'\n")
  }
}
