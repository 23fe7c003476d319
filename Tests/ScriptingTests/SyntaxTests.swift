import Lua
import Testing

@testable import Scripting

/// The parser of Lua that `check` and error messages look into plugins with.
@Suite struct SyntaxTests {
  private func faults(_ source: String) -> [String] {
    let chunk = Chunk(Array(source.utf8))
    return chunk.faults.map { fault in
      let (line, column) = chunk.position(of: fault.bytes.lowerBound)
      return "\(line):\(column): \(fault.message)" + (fault.remedy.map { "; \($0)" } ?? "")
    }
  }

  @Test(arguments: [
    "", "local a <const>, b <close> = 1, nil", "goto x; ::x::",
    "return 1 + 2 * -3 ^ -4 .. 'x' .. \"y\" == not nil and 1 or 2", "f'x' f{1} f[[x]] a.b:c(...)",
    "for i = 1, 10, 2 do break end for k, v in pairs{} do end", "repeat local x until x",
    "local function f(a, ...) return ... end function a.b.c:d() return self end",
    "return 0x1p4, 0xA.8, 1e10, .5, 3., 3.e2, 0xFFFFFFFFFFFFFFFFFF, 1//2, ~1 ~ 2, 1 << 2 >> 3",
    "return '\\x41\\u{20AC}\\065\\z   \\n\\\n' .. [==[ ]] ]==] --[[ x ]] .. ''",
    "if a then elseif b then else end ; ; while true do end do end return;",
    "return {1, 2; a = 3, [4] = 5, f(), ['x'] = {}, function() end}", "(f or g)(1)",
    "a, b.c = 1, 2",
  ])
  func `Lua is read without a fault, as Lua itself does`(source: String) throws {
    #expect(faults(source) == [])
    _ = try Interpreter().load(Array(source.utf8), name: "a.lua")
  }

  @Test(arguments: [
    ("x = = 1", ["1:5: expected an expression before '='"]),
    (
      "local t = {\n  a = 1\n  b = 2,\n}",
      ["3:3: expected '}' before 'b', to close '{' on line 1; a comma may be missing before it"]
    ),
    ("if x = 1 then end", ["1:6: expected 'then' before '='; '=' assigns; '==' compares"]),
    (
      "local a = 'x\nlocal b != 2\n",
      [
        "1:11: the string is not closed; close it before the line ends",
        "2:9: '!=' is no Lua; Lua writes ~=",
      ]
    ),
    ("count += 1", ["1:1: 'count' does nothing by itself; write it out: x = x + …"]),
    ("var x = 1", ["1:1: 'var' does nothing by itself; write local"]),
    (
      "return {\n  f = function()\n    if a then\n      b()\n  end,\n}\n",
      [
        "3:5: expected 'end' before ',', to close 'if' on line 3; an 'end' further left closes it, so its own may be missing"
      ]
    ),
    ("local s = “x”", ["1:11: \"“\" is no Lua; write straight quotes: \" or '"]),
    (
      "f(\nlocal x =\nend",
      ["2:1: expected an expression before 'local'", "3:1: expected an expression before 'end'"]
    ),
    (
      "local end = 1",
      ["1:7: expected a name before 'end'; 'end' is a word of Lua; choose another name"]
    ),
    (
      "print('a' 'b')",
      ["1:11: expected ')' before the string \"b\"; a comma may be missing before it"]
    ),
    (
      "return '\\d'",
      [
        "1:9: '\\d' is no escape in a string; a backslash is written \\\\; Lua's patterns escape with %"
      ]
    ),
  ])
  func `what is no Lua is said with its place and remedy`(source: String, expected: [String]) {
    #expect(faults(source) == expected)
  }

  @Test func `several faults are found at once`() {
    let source = """
      local a = = 1
      local function f()
        return 1 +
      end
      local b = f(
      x == 2
      return { a = 1 b = 2 }
      """
    #expect(faults(source).count >= 3)
  }

  @Test(arguments: [
    "(", "{", "f(", "a[", "- ", "not ", "do ", "function f() ", "x = {", "a.b", "1+",
  ])
  func `whatever nests is bounded`(opener: String) {
    let source = String(repeating: opener, count: 20_000)
    #expect(!faults(source).isEmpty)
  }

  @Test func `long chains are read`() {
    let source = "return 1" + String(repeating: " + 1", count: 1500)
    #expect(faults(source) == [])
  }

  /// Sources as editing leaves them half-way, judged as Lua itself judges them.
  @Test func `spoilt plugins are judged as Lua judges them`() throws {
    let interpreter = Interpreter()
    var random = Dice(state: 7)
    for name in ["Plugins/sources/plugin.lua", "Plugins/sentiment/quotations.lua"] {
      let source = try Array(#require(Golden(name).read()).utf8)
      for _ in 0..<300 {
        let spoilt = random.spoil(source)
        let chunk = Chunk(spoilt)
        let isLua = (try? interpreter.load(spoilt, name: "a.lua")) != nil
        let isSound = chunk.faults.isEmpty && Scopes(chunk).faults.isEmpty
        #expect(isSound == isLua, "\(chunk.faults) \(String(decoding: spoilt, as: UTF8.self))")
      }
    }
  }

  /// The same numbers every time.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(sides, 1)
    }

    private static let words = [
      " end ", " then ", " do ", "(", ")", "{", "}", "[", "]", "=", "==", "\"", "'", "--", "[[",
      "]]",
      " local ", " function ", " return ", ",", ".", ":", "..", " 1 ", " x ", " = 1 ", " if ", "\n",
      " goto x ", " ::x:: ", " break ", " ... ", "<const>", " until ", " repeat ", "\\",
    ]

    /// Cuts something out, puts something in, or doubles something.
    mutating func spoil(_ source: [UInt8]) -> [UInt8] {
      var bytes = source
      for _ in 0...roll(2) {
        let start = roll(bytes.count)
        let end = min(bytes.count, start + 1 + roll(12))
        switch roll(3) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: Self.words[roll(Self.words.count)].utf8, at: start)
        default: bytes.insert(contentsOf: Array(bytes[start..<end]), at: roll(bytes.count))
        }
      }
      return bytes
    }
  }
}
