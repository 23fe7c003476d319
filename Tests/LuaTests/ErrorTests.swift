import Lua
import Testing

/// What the host learns of a failure.
@Suite struct ErrorTests {
  @Test(arguments: [
    ("error('words')", "test.lua:1: words"), ("error('words', 0)", "test.lua:1: words"),
    ("error(42)", "test.lua:1: 42"), ("error(1.5)", "test.lua:1: 1.5"),
    ("error()", "test.lua:1: the error object is nil"),
    ("error(nil)", "test.lua:1: the error object is nil"),
    ("error(true)", "test.lua:1: the error object is a boolean"),
    ("error(print)", "test.lua:1: the error object is a function"),
    ("error(coroutine.create(print))", "test.lua:1: the error object is a coroutine"),
    ("error({})", "test.lua:1: the error object is a table"),
    ("error({message = 'told'})", "test.lua:1: told"),
    ("error({message = {}})", "test.lua:1: the error object is a table"),
    (
      "error(setmetatable({}, {__tostring = function() while true do end end}))",
      "test.lua:1: the error object is a table"
    ),
    (
      "error(setmetatable({}, {__index = function() error('trap') end}))",
      "test.lua:1: the error object is a table"
    ),
    ("error('\\xff')", "test.lua:1: \u{FFFD}"), ("error('a\\0b')", "test.lua:1: a\0b"),
    ("error('other.lua:9: spoofed', 0)", "test.lua:1: other.lua:9: spoofed"),
    ("error('x', math.maxinteger)", "test.lua:1: x"), ("error('x', -5)", "test.lua:1: x"),
    (
      "local t = nil\nreturn t.x",
      "test.lua:2: attempt to index a nil value (local 't')"
    ),
    ("assert(false)", "test.lua:1: assertion failed!"), ("assert(nil, 'why')", "test.lua:1: why"),
    ("return 1 + {}", "test.lua:1: attempt to perform arithmetic on a table value"),
    ("return #nil", "test.lua:1: attempt to get length of a nil value"),
    ("x = = 1", "test.lua:1: unexpected symbol near '='"),
    ("goto nowhere", "test.lua:1: no visible label 'nowhere' for <goto> at line 1"),
    ("\u{1B}Lua", "attempt to load a binary chunk (mode is 't')"),
  ])
  func `every error has words and a place`(source: String, expected: String) throws {
    let error = try failure(of: source)
    #expect(error?.located == expected)
    #expect(error?.reason == .error)
  }

  @Test func `a long message is cut`() throws {
    let message = try failure(of: "error(('x'):rep(1000000), 0)")?.message
    #expect(message == String(repeating: "x", count: 4096) + " …")
  }

  @Test func `a script cannot pass an error off as a limit`() throws {
    for words in ["not enough memory", "the time limit was reached"] {
      #expect(try failure(of: "error('\(words)', 0)")?.reason == .error)
    }
  }

  @Test func `a traceback names functions and lines, innermost first`() throws {
    let error = try failure(
      of: """
        local t = {}
        function t.method(n)
          if n == 0 then error('deep') end
          return t.method(n - 1) + 1
        end
        local function outer() return (t.method(1)) end
        pcall(error, 'before')
        table.sort({1, 2}, function() outer() end)
        """)
    #expect(
      error?.traceback.map { "\($0.line): \($0.function)" } == [
        "3: function 'method'", "4: function 'method'", "6: function 'outer'",
        "8: function at line 8", "8: main chunk",
      ])
    #expect(error?.omittedFrames == 0)
  }

  @Test func `a traceback goes on through coroutines`() throws {
    let error = try failure(
      of: """
        local inner = coroutine.wrap(function()
          error('inside')
        end)
        local outer = coroutine.wrap(function()
          inner()
        end)
        pcall(coroutine.wrap(function() error('caught') end))
        coroutine.resume(coroutine.create(function() error('caught') end))
        outer()
        """)
    #expect(error?.located == "test.lua:2: inside")
    #expect(error?.traceback.map(\.line) == [2, 5, 9])
  }

  @Test func `a limit's traceback begins where the script was, also under pcall`() throws {
    let error = try failure(
      of: """
        local function spin()
          while true do end
        end
        coroutine.wrap(function()
          pcall(spin)
        end)()
        """, limits: .init(seconds: 0.2))
    #expect(error?.reason == .timeout)
    #expect(error?.traceback.map(\.line) == [2, 5, 4])
  }

  @Test func `a deep traceback keeps both its ends`() throws {
    let source = "local function f() return 1 + f() end\nlocal x = f()"
    let error = try failure(of: source, limits: .init(seconds: 60, memory: 512 << 20))
    #expect(error?.message == "stack overflow")
    #expect(error?.traceback.count == 24)
    #expect(error?.traceback.first?.line == 1)
    #expect(error?.traceback.last?.line == 2)
    #expect((error?.omittedFrames ?? 0) > 1000)
    let limited = try failure(of: source, limits: .init(seconds: 60))
    #expect(limited?.reason == .memory)
    #expect(limited?.message.contains("the memory limit was reached, ") == true)
    #expect(limited?.traceback.map(\.line) == error?.traceback.map(\.line))
  }

  @Test func `the host can show the line`() throws {
    let interpreter = Interpreter()
    let error = try interpreter.failure(of: "local a = 1\r\n  \terror('x') \r\n")
    #expect(error?.line.flatMap { interpreter.line($0, of: "test.lua") } == "error('x')")
    #expect(interpreter.line(9, of: "test.lua") == nil)
    #expect(interpreter.line(0, of: "test.lua") == nil)
    #expect(interpreter.line(1, of: "other.lua") == nil)
  }

  @Test func `the host can tell where a function was written`() throws {
    let interpreter = Interpreter()
    let chunk = try interpreter.load(
      Array("\nlocal function f()\nend\nreturn {f = f, p = print, s = 'f'}".utf8), name: "a.lua")
    try interpreter.call(chunk) { results in
      let found = results[1].member("f") { $0.definition }
      #expect(found?.chunk == "a.lua")
      #expect(found?.line == 2)
      #expect(results[1].member("p") { $0.definition?.line } == nil)
      #expect(results[1].member("s") { $0.definition?.line } == nil)
    }
  }
}
