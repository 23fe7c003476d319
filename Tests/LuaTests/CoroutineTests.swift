import Lua
import Testing

/// Coroutines behave as Lua's own.
@Suite struct CoroutineTests {
  @Test(arguments: [
    (
      "local f = coroutine.wrap(function(a) local b = coroutine.yield(a + 1) return b * 2 end) return {f(1), f(5)}",
      "2 10"
    ),
    (
      "local c = coroutine.create(function(...) return select('#', ...) end) return {coroutine.resume(c, 1, nil, nil)}",
      "true 3"
    ),
    (
      "local c = coroutine.create(function() error('x', 0) end) return {coroutine.resume(c)}",
      "false x"
    ),
    (
      "local c = coroutine.create(function() end) coroutine.resume(c) return {coroutine.resume(c)}",
      "false cannot resume dead coroutine"
    ),
    (
      "local c c = coroutine.create(function() return coroutine.resume(c) end) return {coroutine.resume(c)}",
      "true false cannot resume non-suspended coroutine"
    ),
    (
      "local c c = coroutine.wrap(function() return c() end) return {pcall(c)}",
      "false cannot resume non-suspended coroutine"
    ),
    (
      "local c = coroutine.create(function() coroutine.yield() end) local s = {coroutine.status(c)} coroutine.resume(c) s[2] = coroutine.status(c) coroutine.resume(c) s[3] = coroutine.status(c) return s",
      "suspended suspended dead"
    ),
    (
      "return {coroutine.isyieldable(), coroutine.wrap(function() return coroutine.isyieldable() end)()}",
      "false true"
    ),
    ("local co, main = coroutine.running() return {type(co), main}", "thread true"),
    (
      "local c = coroutine.create(function() coroutine.yield() end) coroutine.resume(c) return {coroutine.close(c), coroutine.status(c)}",
      "true dead"
    ),
    (
      "local c = coroutine.create(function() error('x', 0) end) coroutine.resume(c) return {coroutine.close(c)}",
      "false x"
    ),
    (
      "local c = coroutine.create(function() local x <close> = setmetatable({}, {__close = function() error('late', 0) end}) coroutine.yield() end) coroutine.resume(c) return {coroutine.close(c)}",
      "false late"
    ),
    (
      "local f = coroutine.wrap(function() local x <close> = setmetatable({}, {__close = function() error('late', 0) end}) error('early', 0) end) return {pcall(f)}",
      "false late"
    ),
    (
      "local f = coroutine.wrap(function() return pcall(function() coroutine.yield(1) error('x', 0) end) end) return {f(), f()}",
      "1 false x"
    ),
    (
      "local f = coroutine.wrap(function() return xpcall(function() coroutine.yield(1) error('x', 0) end, function(m) return m .. '!' end) end) return {f(), f()}",
      "1 false x!"
    ),
    (
      "local t = {} for i in coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end) do t[i] = i end return t",
      "1 2 3"
    ),
  ])
  func `coroutines run, yield and fail`(source: String, expected: String) throws {
    #expect(try text(source) == expected)
  }

  @Test(arguments: [
    ("coroutine.yield()", "attempt to yield from outside a coroutine"),
    ("coroutine.close(coroutine.running())", "cannot close a running coroutine"),
    ("coroutine.resume(1)", "bad argument #1 to 'resume' (coroutine expected, got number)"),
    ("coroutine.wrap(1)", "bad argument #1 to 'wrap' (function expected, got number)"),
    (
      "coroutine.wrap(function() table.sort({1, 2}, coroutine.yield) end)()",
      "attempt to yield across a C-call boundary"
    ),
  ])
  func `misuse is an error`(source: String, expected: String) throws {
    #expect(try failure(of: source)?.message == expected)
  }

  @Test func `coroutines that close each other end in an error, not a crash`() throws {
    let source = """
      local last = false
      for i = 1, 20000 do
        local before = last
        last = coroutine.create(function()
          local x <close> = setmetatable({}, {__close = function()
            if before then assert(coroutine.close(before)) end
          end})
          coroutine.yield()
        end)
        coroutine.resume(last)
      end
      return {coroutine.close(last)}
      """
    #expect(try text(source).contains("coroutines close each other too deeply"))
  }

  @Test func `a host function runs inside of a coroutine`() throws {
    let interpreter = Interpreter()
    let double = try interpreter.load(Array("return (...) * 2".utf8), name: "double.lua")
    interpreter.define("double") { [unowned interpreter] (call) throws(Fault) in
      let value = try call.integer(1)
      do throws(ScriptError) {
        call.push(
          try interpreter.call(double, arguments: { $0.push(value) }) { Int($0[1].integer ?? 0) })
      } catch {
        throw Fault(error)
      }
      return 1
    }
    #expect(
      try interpreter.run(
        """
        local f = coroutine.wrap(function() coroutine.yield(double(1)) coroutine.yield(double(2)) end)
        return {f(), f()}
        """) == .list([.integer(2), .integer(4)]))
  }
}
