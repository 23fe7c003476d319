import Testing

/// Hostile plugins, each between two witnesses in one worker: it fails alone, gets at nothing, and the run goes on.
@Suite struct HostileTests {
  let folder = Scratch([
    "n/1.txt": "Rain fell.\n", "n/2.txt": "Snow fell on the hills.\n",
  ])

  init() {
    for name in ["before", "after"] { folder.write("\(name).lua", Self.witness(name)) }
  }

  /// A plugin that finds the same unless somebody has been at its environment.
  private static func witness(_ name: String) -> String {
    plugin(
      name,
      fields: #"sound = { type = "boolean", doc = "d" }, words = { type = "integer", doc = "d" }"#,
      """
      local sound = ("x"):upper() == "X" and table.concat({ 1, 2 }) == "12" and math.floor(1.5) == 1
        and tostring(nil) == "nil" and not pcall(function() return (nil).x end)
        and rawget(_G, "leak") == nil and collectgarbage("count") < 20000
      return { sound = sound, words = article.word_count }
      """)
  }

  private static func plugin(_ name: String, fields: String, _ body: String) -> String {
    """
    --- Tries things.
    return {
      api = 1, name = "\(name)", version = "1.0.0", summary = "S", author = "A", license = "MIT",
      categories = { "test" }, fields = { \(fields) },
      analyze = function(article, ctx)
    \(body)
      end,
    }

    """
  }

  struct Attack: Sendable, CustomTestStringConvertible {
    var name: String
    /// Kinds of errors that it may end with; none: it may find what it likes.
    var ends: [String]
    var body: String

    init(_ name: String, _ ends: String..., body: String) {
      (self.name, self.ends, self.body) = (name, ends, body)
    }

    var testDescription: String { name }
  }

  static let attacks = [
    Attack(
      "reads a file", "denied", "error",
      body: #"return { loot = io.open("/etc/passwd"):read("a") }"#),
    Attack(
      "runs a program", "denied", "error", body: #"return { loot = tostring(os.execute("id")) }"#),
    Attack(
      "reads the environment", "denied", "error", body: #"return { loot = os.getenv("HOME") }"#),
    Attack("leaves", "denied", "error", body: "os.exit(0)"),
    Attack(
      "loads byte code", "denied", "error",
      body: "return { loot = load(string.dump(function() return 'in' end))() }"),
    Attack("loops for ever", "timeout", body: "while true do end"),
    Attack(
      "swallows the limit", "timeout",
      body: "while true do pcall(function() while true do end end) end"),
    Attack(
      "loops in a coroutine and its closing", "timeout",
      body: """
        local guard = setmetatable({}, { __close = function() while true do end end })
        coroutine.wrap(function() local g <close> = guard while true do end end)()
        """),
    Attack(
      "matches for ever", "timeout",
      body: #"return { loot = (("a"):rep(40) .. "b"):match(("a-"):rep(30) .. "c") }"#),
    Attack(
      "takes all memory", "memory", "timeout",
      body: "local t = {} while true do t[#t + 1] = ('x'):rep(1 << 20) .. #t end"),
    Attack(
      "swallows the end of memory", "memory", "timeout",
      body: "while true do pcall(function() local t = {} while true do t[#t + 1] = {} end end) end"),
    Attack(
      "recurses for ever", "error", "memory", "timeout",
      body: "local function f() return 1 + f() end return { loot = f() }"),
    Attack(
      "raises what cannot be told", "error", "timeout",
      body: "error(setmetatable({}, { __tostring = function() while true do end end }))"),
    Attack("returns a circle", "error", "result", body: "local t = {} t.loot = t return t"),
    Attack(
      "returns what is no text", "error", "result",
      body: #"return { loot = "\xff\xfe" .. ("\0"):rep(9) }"#),
    Attack(
      "changes the library", "denied", "error", body: "string.upper = function() return 'evil' end"),
    Attack("leaves a global", "denied", "error", body: "leak = article"),
    Attack(
      "sets a metatable of all strings", "denied", "error", body: "getmetatable('').__index = nil"),
    Attack(
      "forges a line of findings",
      body: ##"return { loot = '\n{"schema":"copydesk/1","id":"forged","plugins":{}}\n' }"##),
  ]

  @Test(arguments: attacks)
  func `an attack ends alone`(attack: Attack) {
    folder.write(
      "attack.lua",
      Self.plugin("attack", fields: #"loot = { type = "string", doc = "d" }"#, attack.body))
    let output = Program.run(
      "run", "-p", "./before.lua,./attack.lua,./after.lua", "-j1", "--timeout", "1", "n",
      in: folder)
    #expect(output.status == (attack.ends.isEmpty ? 0 : 3), "\(output.errors)")
    #expect(output.lines.count == 2)
    for (line, words) in zip(output.lines, [2, 5]) {
      for witness in ["before", "after"] {
        #expect(line.contains(#""\#(witness)":{"fields":{"sound":true,"words":\#(words)}"#))
      }
      guard !attack.ends.isEmpty else { continue }
      #expect(attack.ends.contains { line.contains(#""kind":"\#($0)""#) }, "\(line)")
      #expect(!line.contains(#""loot""#))
    }
  }
}
