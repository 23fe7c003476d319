import Glibc
import Testing

/// What a run survives: killed workers, stop signals, the death of the supervisor.
@Suite(.serialized) struct SupervisionTests {
  let folder = Scratch()

  init() {
    folder.write(
      "slow.lua",
      """
      --- Takes its time over some articles.
      return {
        api = 1, name = "slow", version = "1.0.0", summary = "Slow", author = "A",
        license = "MIT", categories = { "test" },
        fields = { words = { type = "integer", merge = "sum", doc = "how many" } },
        analyze = function(article)
          local turns = article.text:find("Endless") and math.huge
            or article.text:find("Slow") and 300000 or 0
          local turn = 0
          while turn < turns do turn = turn + 1 end
          return { words = article.word_count }
        end,
      }

      """)
    folder.write(
      "quick.lua",
      """
      --- Counts words.
      return {
        api = 1, name = "quick", version = "1.0.0", summary = "Quick", author = "A",
        license = "MIT", categories = { "test" },
        fields = { words = { type = "integer", merge = "sum", doc = "how many" } },
        analyze = function(article) return { words = article.word_count } end,
      }

      """)
  }

  private func slowArticles(_ count: Int) {
    for number in 100..<(100 + count) { folder.write("n/\(number).txt", "Slow \(number).\n") }
  }

  private func start(_ arguments: String...) -> Program {
    let words = ["run", "-p", "./slow.lua,./quick.lua"] + arguments
    return Program(words.map { Array($0.utf8) }, in: folder)
  }

  @Test func `workers killed again and again change no result but of the pairs that met it twice`()
  {
    slowArticles(400)
    let calm = start("n").finish()
    #expect(calm.status == 0)
    let program = start("n", "-j2")
    // Of those that are killed before they are ready ten in a row would end the run.
    for _ in 0..<8 {
      var worker: pid_t?
      _ = eventually {
        worker = program.children.first { Watched(pid: $0).isBusy }
        return worker != nil || !Watched(pid: program.pid).isAlive
      }
      if let worker { kill(worker, SIGKILL) }
    }
    let output = program.finish()
    #expect(output.lines.count == 400)
    for (line, expected) in zip(output.lines, calm.lines) where line != expected {
      #expect(line.contains(#""kind":"crash","message":"crashed: killed""#))
    }
    #expect(output.status == (output.bytes == calm.bytes ? 0 : 3))
  }

  @Test func `a crash is blamed on its article and plugin alone`() {
    folder.write("n/1.txt", "Rain.\n")
    folder.write("n/2.txt", "Endless rain.\n")
    folder.write("n/3.txt", "Snow.\n")
    let program = start("n", "-j1", "--timeout", "60")
    // The first time the pair is tried again alone, the second time it is out.
    for _ in 0..<2 {
      var worker: pid_t = 0
      #expect(
        eventually {
          worker = program.children.first ?? 0
          return worker != 0 && Watched(pid: worker).isBusy
        })
      kill(worker, SIGKILL)
      #expect(eventually { !program.children.contains(worker) })
    }
    let output = program.finish()
    #expect(output.status == 3)
    #expect(output.errors.contains("error: n/2.txt: slow: crashed: killed\n"))
    #expect(output.lines.count == 3)
    #expect(output.lines[0].contains(#""slow":{"fields":{"words":1}"#))
    #expect(output.lines[1].contains(#""slow":{"fields":{},"annotations":{},"error":{"#))
    #expect(output.lines[1].contains(#""quick":{"fields":{"words":2}"#))
    #expect(output.lines[2].contains(#""slow":{"fields":{"words":1}"#))
  }

  @Test func `a worker that was stopped is replaced when its time is up`() {
    folder.write("n/1.txt", "Endless rain.\n")
    folder.write("n/2.txt", "Snow.\n")
    let program = start("n", "-j1", "--timeout", "3")
    #expect(
      eventually {
        program.children.first.map { Watched(pid: $0).isBusy && kill($0, SIGSTOP) == 0 } ?? false
      })
    let output = program.finish()
    #expect(output.lines.count == 2)
    #expect(output.lines.last?.contains(#""slow":{"fields":{"words":1}"#) == true)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a stop signal ends the run, tells it by the status and leaves no worker`(signal: Int32) {
    slowArticles(3000)
    let program = start("n", "-j2", "-o", "out.jsonl")
    #expect(eventually { program.children.count { Watched(pid: $0).isBusy } == 2 })
    let workers = program.children
    program.send(signal)
    let output = program.finish()
    #expect(output.status == 128 + signal)
    #expect(output.errors.hasSuffix("; stopped before the end\n"))
    #expect(eventually { workers.allSatisfy { !Watched(pid: $0).isAlive } })
    #expect(folder.read("out.jsonl") == nil)
    #expect(folder.names == ["n", "quick.lua", "slow.lua"])
  }

  @Test func `a stop signal ends a run whose output nobody takes`() {
    let text = String(repeating: "Rain fell. ", count: 50)
    let lines = (0..<5000).map { #"{"id": "\#($0)", "text": "\#(text)"}"# }
    folder.write("feed.jsonl", lines.joined(separator: "\n"))
    let program = Program("read", "feed.jsonl", in: folder)
    usleep(1_500_000)
    #expect(Watched(pid: program.pid).isAlive)
    program.send(SIGINT)
    #expect(eventually { !Watched(pid: program.pid).isAlive })
    #expect(program.finish().status == 130)
  }

  @Test func `a supervisor that is killed takes its workers along`() {
    slowArticles(3000)
    let program = start("n", "-j2")
    #expect(eventually { program.children.count == 2 })
    let workers = program.children
    program.send(SIGKILL)
    #expect(program.finish().status == 128 + SIGKILL)
    #expect(eventually { workers.allSatisfy { !Watched(pid: $0).isAlive } })
  }

  @Test func `an input that is banned twice at an outcome ends there, unread`() {
    folder.write("many.jsonl", "{\"text\":\"Rain.\"}\n{\"text\":\"Snow.\"}\n{\"text\":\"Hail.\"}\n")
    folder.write("b.txt", "Rain fell.\n")
    let ban = #"{"item":0,"outcome":1,"kind":"crash","message":"crashed: trap"}"#
    func replies(_ range: String) -> [String] {
      let job =
        #"{"job":{"piece":0,"items":[{"path":"many.jsonl","bytes":54},{"path":"b.txt","bytes":11}],"#
        + #""bans":[\#(ban),\#(ban)]\#(range)}}"#
      let output = Program.run("worker", in: folder, input: "\(Self.quickWorker)\n\(job)\n")
      return output.lines.filter { $0.hasPrefix(#"{"schema""#) }
    }
    let whole = replies("")
    #expect(whole.count == 2)
    #expect(whole.first?.contains(#""source":"many.jsonl","error":{"code":"crash""#) == true)
    #expect(whole.last?.contains(#""source":"b.txt""#) == true)
    #expect(replies(#","end":1"#).first?.contains(#""source":"many.jsonl:1""#) == true)
    let rest = replies(#","first":2"#)
    #expect(rest.count == 1 && rest.first?.contains(#""source":"b.txt""#) == true)
  }

  private static let quickWorker =
    #"{"configure":{"protocol":1,"plugins":{"selection":"quick","catalogue":[{"name":"quick","#
    + #""path":"quick.lua"}]},"options":{},"limits":{"seconds":5,"memory":67108864,"#
    + #""input_bytes":67108864},"layers":[],"wishes":["findings"]}}"#

  @Test func `a worker serves whoever speaks its protocol`() {
    folder.write("a.txt", "Rain fell.\n")
    let job = #"{"job":{"piece":7,"items":[{"path":"a.txt","bytes":11},{"path":"b.txt"}]}}"#
    let output = Program.run("worker", in: folder, input: "\(Self.quickWorker)\n\(job)\nrubbish\n")
    #expect(output.status == 0)
    #expect(output.lines.count == 7)
    #expect(output.lines[0].hasPrefix(#"{"ready":{"protocol":1,"plugins":[{"#))
    #expect(output.lines[1] == #"{"outcome":{"index":0,"kind":"findings","payloads":1}}"#)
    #expect(output.lines[2].contains(#""quick":{"fields":{"words":2}"#))
    #expect(output.lines[3].contains(#"{"outcome":{"index":1,"kind":"failed","payloads":1"#))
    #expect(output.lines[4].contains(#""error":{"code":"unreadable""#))
    #expect(output.lines[5] == #"{"done":7}"#)
    #expect(output.lines[6].hasPrefix(#"{"refused":"#))
  }
}
