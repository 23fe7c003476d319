import Testing

/// `profile`: where plugins spend their time.
@Suite struct ProfileTests {
  let folder = Scratch([
    "a.txt": "Rain fell on the harbour.\n", "b.txt": "Nobody came.\n",
    "plugins/busy.lua": """
    --- Works for tests.
    local function slow(n)
      local t = {}
      for i = 1, n do t[i % 100 + 1] = tostring(i) .. "x" end
      return #t
    end
    return {
      api = 1, name = "busy",
      fields = { n = { type = "integer", merge = "sum", doc = "how many" } },
      analyze = function(article)
        for _ = 1, 200 do desk.fold(article.text) end
        return { n = slow(100000) }
      end,
    }
    """,
  ])

  private func profile(_ arguments: String...) -> Program.Output {
    Program.run(["profile", "--plugin-path", "plugins", "-p", "busy"] + arguments, in: folder)
  }

  @Test func `functions, lines, calls and articles are told`() {
    let output = profile("--format", "text", "a.txt", "b.txt")
    #expect(output.status == 0)
    #expect(output.errors == "")
    #expect(output.text.hasPrefix("2 articles, "))
    #expect(output.text.contains("  slow (busy.lua)"))
    #expect(output.text.contains("  busy.lua:4"))
    #expect(output.lines.contains { $0.hasPrefix("  desk.fold") && $0.contains("  400  ") })
    #expect(output.text.contains("\nslowest articles\n"))
    #expect(output.text.contains("  a.txt"))
    let slow = output.lines.first { $0.contains("slow (busy.lua)") } ?? ""
    #expect(slow.contains("MB"), "what it allocates is told: \(slow)")
  }

  @Test func `stacks can be had for other tools`() {
    let output = profile("--format", "collapsed", "a.txt")
    #expect(
      output.lines.contains {
        $0.hasPrefix("busy;analyze;analyze (busy.lua);slow (busy.lua) ")
      })
    for line in output.lines { #expect(line.split(separator: " ").last.flatMap { Int($0) } != nil) }
  }

  @Test func `a flame graph is one file that names each function`() {
    let output = profile("-o", "flame.svg", "--repeat", "2", "a.txt")
    #expect(output.status == 0)
    #expect(output.text == "")
    let svg = folder.read("flame.svg") ?? ""
    #expect(svg.hasPrefix("<?xml"))
    #expect(svg.hasSuffix("</svg>\n"))
    #expect(svg.contains("<title>slow (busy.lua): "))
  }

  @Test func `for programs it is JSON`() {
    let output = profile("--format", "json", "a.txt", "missing.txt")
    #expect(output.status == 3)
    #expect(output.text.hasPrefix(#"{"articles":1,"seconds":"#))
    #expect(output.text.contains(#"{"function":"desk.fold","count":200,"seconds":"#))
    #expect(output.text.contains(#""slowest":[{"source":"a.txt","seconds":"#))
  }

  @Test func `what is said of an input is said once, however often it is analysed`() {
    folder.write(
      "plugins/busy.lua",
      "return { api = 1, name = 'busy', analyze = function(a) print('at', a.id) error('no') end }")
    let lines = profile("--repeat", "3", "a.txt", "b.txt").errors.split(separator: "\n")
    #expect(
      lines.filter { $0.hasPrefix("note: ") } == [
        "note: a.txt: busy: at  a.txt", "note: b.txt: busy: at  b.txt",
      ])
    #expect(lines.count { $0.hasPrefix("error: ") } == 2)
  }

  @Test func `findings are the same under the clock`() {
    let plain = Program.run(
      ["run", "--plugin-path", "plugins", "-p", "busy", "a.txt"], in: folder)
    #expect(plain.text.contains(#""fields":{"n":100}"#))
    #expect(profile("--timeout", "0.001", "a.txt").errors.contains("time limit"))
  }
}
