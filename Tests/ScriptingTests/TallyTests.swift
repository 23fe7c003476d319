import Document
import Testing

@testable import Scripting

/// Counts of words over many texts: what is counted, what comes back from text, and what is forgotten.
@Suite struct TallyTests {
  private func log(_ script: String) throws -> [String] {
    let found = try finding(analyzing(script, "requires = { \"sentences\" },"))
    if let error = found.error { return [error.short] }
    return found.log
  }

  /// Says what a tally holds, a line a term.
  private static let show = """
    local function show(tally)
      for _, found in ipairs(desk.tally.top(tally)) do
        print(found.term, found.times, found.texts, table.concat(found.ids, " "))
      end
    end
    """

  @Test func `runs of words end with a short word, a figure and a text`() throws {
    let lines = try log(
      """
      \(Self.show)
      show((desk.tally.words("Öl fees ROSE. In 2025s fees rose", { words = 2, letters = 3, id = "a" })))
      """)
    #expect(lines == ["fees\t2\t1\ta", "fees rose\t2\t1\ta", "rose\t2\t1\ta"])
  }

  @Test func `all words are told, also those that do not count`() throws {
    let lines = try log(
      "print(select(2, desk.tally.words('It rose by 2% in 2025.', { letters = 4 })))")
    #expect(lines == ["6"])
  }

  @Test func `items of a layer are counted each for itself`() throws {
    let lines = try log(
      """
      local tally, words = desk.tally.words(article.sentences, { words = 3 })
      local has = desk.set()
      for _, found in ipairs(desk.tally.top(tally)) do has:add(found.term) end
      print(words, has:has("the port reopened"), has:has("port reopened we"))
      """)
    #expect(lines == ["12\ttrue\tfalse"])
  }

  @Test func `tallies come to the same in any order, with the least three ids`() throws {
    let lines = try log(
      """
      \(Self.show)
      local function tally(number)
        return desk.tally.of({ fees = number, ["id " .. number % 2] = 1 }, { id = "ulm-" .. number })
      end
      local up, down = desk.tally.of({}), desk.tally.of({})
      for number = 1, 9 do
        desk.tally.join(up, tally(number))
        desk.tally.join(down, tally(10 - number))
      end
      show(up)
      show(desk.tally.pack(down))
      """)
    let expected = [
      "fees\t45\t9\tulm-1 ulm-2 ulm-3", "id 1\t5\t5\tulm-1 ulm-3 ulm-5",
      "id 0\t4\t4\tulm-2 ulm-4 ulm-6",
    ]
    #expect(lines == expected + expected)
  }

  @Test func `tables grow with their terms and find each again`() throws {
    let lines = try log(
      """
      local all = desk.tally.of({})
      for text = 1, 3 do
        local counts = {}
        for number = 1, 3000 do counts["word " .. number] = number end
        desk.tally.join(all, desk.tally.of(counts, { id = "t" .. text }))
      end
      local top = desk.tally.top(all, 1)[1]
      print(desk.tally.size(all), top.term, top.times, top.texts, #all.texts)
      """)
    #expect(lines == ["3000\tword 3000\t9000\t3\t1"])
  }

  @Test func `rare terms of all tallies are forgotten, as seldom as is told`() throws {
    let lines = try log(
      """
      local a, b = {}, {}
      for number = 1, 200 do
        a["word " .. number], b["other " .. number] = number, 201 - number
      end
      local tallies = { desk.tally.of(a), desk.tally.of(b) }
      print(desk.tally.prune(tallies, 100000))
      local lost = desk.tally.prune(tallies, 4000)
      print(lost, desk.tally.size(tallies[1]) == 200 - lost, desk.tally.size(tallies[2]) == 200 - lost)
      """)
    #expect(lines.first == "0")
    #expect(lines.last?.hasSuffix("\ttrue\ttrue") == true)
  }

  @Test func `control characters do not break a tally`() throws {
    let lines = try log(
      """
      \(Self.show)
      show(desk.tally.of({ "a\\tb\\nc" }, { id = "x\\ty" }))
      """)
    #expect(lines == ["a b c\t1\t1\t"])
  }

  @Test func `a part stands against what is left of all`() throws {
    let lines = try log(
      """
      local part = desk.tally.of({ harbour = 20, keeper = 2 })
      local rest = desk.tally.of({ harbour = 1, keeper = 30 })
      local all = desk.tally.join(desk.tally.join(desk.tally.of({}), part), rest)
      local apart, within = desk.tally.contrast(part, rest, { prior = 10 }), desk.tally.contrast(part, all, { prior = 10, within = true })
      for place, found in ipairs(within) do
        print(found.term, found.a, found.b, found.z == apart[place].z, found.texts_b)
      end
      """)
    #expect(lines == ["harbour\t20\t1\ttrue\t1", "keeper\t2\t30\ttrue\t1"])
  }

  @Test func `counts that a plugin made up end where numbers end`() throws {
    let lines = try log(
      """
      local lines = { "a", ("fees\\t999999999999999 999999999999999 0\\n"):rep(20000) }
      local tally = { texts = { table.concat(lines, "\\n") }, fresh = 0 }
      local top = desk.tally.top(tally)[1]
      print(top.times == math.maxinteger, top.texts, #desk.tally.pack(tally).texts[1] > 0)
      print(#desk.tally.contrast(tally, desk.tally.of({ "fees" })) <= 1)
      """)
    #expect(lines == ["true\t2147483647\ttrue", "true"])
  }

  @Test func `a text that a tally repeats without end is refused`() throws {
    let lines = try log(
      """
      local text, texts = "a\\n" .. ("fees " .. ("x"):rep(1000) .. "\\n"):rep(1000), {}
      for place = 1, 1000 do texts[place] = text end
      print((select(2, pcall(desk.tally.top, { texts = texts, fresh = 0 })):match("expected a tally")))
      """)
    #expect(lines == ["expected a tally"])
  }

  @Test func `what is no tally is refused, and does no harm`() {
    for text in [
      "", "x", "\n\n", "\nterm\t\n", "\nterm\t1 2 9\n", "a\nterm\t1x\n",
      "\nterm\t99999999999999999\n",
    ] {
      let table = TallyTable()
      let isTally = Array(text.utf8).withUnsafeBufferPointer { table.add(text: $0, places: [0]) }
      #expect(!isTally, "\(text)")
    }
  }
}
