import Glibc
import Lua
import Testing

/// Limits end a script whatever it does about it, and only the script.
@Suite struct LimitTests {
  @Test(arguments: [
    "while true do end",
    "::again:: goto again",
    "repeat until false",
    "local function f() return f() end f()",
    "for i = 1, math.huge do end",
    "while true do pcall(function() while true do end end) end",
    "while true do pcall(error) end",
    "while true do xpcall(error, function() while true do end end) end",
    "xpcall(error, function() while true do end end)",
    "xpcall(function() while true do end end, function() while true do end end)",
    "coroutine.wrap(function() while true do end end)()",
    "while true do coroutine.resume(coroutine.create(function() while true do end end)) end",
    "while true do coroutine.wrap(function() for i = 1, 50 do end end)() end",
    "local f = coroutine.wrap(function() while true do coroutine.yield() end end) while true do f() end",
    "local function f() pcall(f) pcall(f) end f()",
    "local function f(n) pcall(coroutine.wrap(function() if n > 0 then f(n - 1) end while true do end end)) end f(9)",
    "return setmetatable({}, {__index = function() while true do end end}).x",
    "setmetatable({}, {__newindex = function() while true do end end}).x = 1",
    "return #setmetatable({}, {__len = function() while true do end end})",
    "return setmetatable({}, {__eq = function() while true do end end}) == setmetatable({}, {})",
    "return setmetatable({}, {__concat = function() while true do end end}) .. ''",
    "return tostring(setmetatable({}, {__tostring = function() while true do end end}))",
    "return ('%s'):format(setmetatable({}, {__tostring = function() while true do end end}))",
    "for k in pairs(setmetatable({}, {__pairs = function() return function(_, k) return 1 end end})) do end",
    "for k in setmetatable({}, {__call = function() return 1 end}) do end",
    "local x <close> = setmetatable({}, {__close = function() while true do end end})",
    """
    local function f(n)
      local x <close> = setmetatable({}, {__close = function() while true do end end})
      if n > 0 then f(n - 1) else while true do end end
    end
    f(100)
    """,
    """
    local c = coroutine.create(function()
      local x <close> = setmetatable({}, {__close = function() while true do end end})
      coroutine.yield()
    end)
    coroutine.resume(c)
    while true do pcall(coroutine.close, c) end
    """,
    "table.sort({1, 2, 3}, function() while true do end end)",
    "('x'):gsub('x', function() while true do end end)",
    "table.insert(setmetatable({}, {__len = function() return 1 << 60 end}), 1, 1)",
    "table.remove(setmetatable({}, {__len = function() return 1 << 60 end}), 1)",
    "table.move({}, 1, 1 << 60, 2)",
    "table.concat(setmetatable({}, {__index = function() return '' end}), '', 1, 1 << 60)",
    "table.concat(setmetatable({}, {__index = table.concat}), '', 1, 1 << 60)",
    "while true do host() end",
    "while true do pcall(host) end",
    "while true do pcall(failing) end",
    "calling(function() while true do end end)",
    "while true do pcall(calling, function() while true do end end) end",
    "local t = {} for i = 1, 3000 do t[i] = 'k' .. i % 97 end while true do table.sort(t) for _ in pairs(t) do end end",
    "while true do utf8.len(('ä'):rep(10000)) end",
  ])
  func `no script outlives its time`(source: String) throws {
    let interpreter = Interpreter(limits: .init(seconds: 0.03))
    defineHostFunctions(in: interpreter)
    let error = try interpreter.failure(of: source)
    #expect(error?.reason == .timeout)
    #expect(interpreter.isSpent)
    #expect(try interpreter.failure(of: "return 1")?.reason == .timeout)
  }

  @Test(arguments: [
    "local t = {} for i = 1, 1e9 do t[i] = i end",
    "local s = 'x' while true do s = s .. s end",
    "return ('x'):rep(1 << 40)",
    "return table.concat({}, '') .. ('x'):rep(1 << 22)",
    "local t = {} for i = 1, 100000 do t[i] = '' end return table.concat(t, ('x'):rep(1000))",
    "local t = {} while true do pcall(function() t[#t + 1] = ('x'):rep(1 << 16) .. #t end) end",
    "local t = {} while true do t = {t} end",
    "local s = ('x'):rep(1 << 16) return (s:gsub('x', s))",
    "local t = {} while true do t[#t + 1] = coroutine.create(function() end) end",
    """
    local t = {}
    xpcall(function() while true do t[#t + 1] = {} end end, function() return {} end)
    return 'swallowed'
    """,
    """
    local t = {}
    pcall(function()
      local x <close> = setmetatable({}, {__close = function() error({}) end})
      while true do t[#t + 1] = {} end
    end)
    return 'swallowed'
    """,
    """
    local t = {}
    coroutine.resume(coroutine.create(function() while true do t[#t + 1] = {} end end))
    return 'swallowed'
    """,
    "while true do pcall(hungry) end",
  ])
  func `no script outgrows its memory`(source: String) throws {
    let interpreter = Interpreter(limits: .init(seconds: 10, memory: 1 << 20))
    defineHostFunctions(in: interpreter)
    let error = try interpreter.failure(of: source)
    #expect(error?.reason == .memory)
    #expect(interpreter.isSpent)
    #expect(try interpreter.failure(of: "return 1")?.reason == .memory)
  }

  /// Small blocks are kept for their own size, so half of the limit in lists of one length after the other adds up; under the
  /// address sanitizer, which wants to see every block, they are not.
  @Test(.enabled(if: getenv("ASAN_OPTIONS") == nil))
  func `no script outgrows its memory in blocks of ever other sizes`() throws {
    let interpreter = Interpreter(limits: .init(seconds: 10, memory: 1 << 20))
    let error = try interpreter.failure(
      of: """
        for length = 1, 15 do
          local lists = {}
          for i = 1, (512 << 10) // (56 + 16 * length) do
            lists[i] = { table.unpack({}, 1, length) }
          end
        end
        """)
    #expect(error?.reason == .memory)
    #expect(interpreter.isSpent)
  }

  @Test(arguments: [
    "local function f() return f end for i = 1, 100000 do local t = {f()} end return 'done'",
    "for i = 1, 1000 do local s = ('x'):rep(100000) end return 'done'",
    "for i = 1, 300 do pcall(error, ('x'):rep(100000)) end return 'done'",
    "for i = 1, 1000 do coroutine.wrap(function() end)() end return 'done'",
    """
    local s = ('x'):rep(100000)
    for i = 1, 50 do s = s:gsub('x', 'y', i):gsub('y', 'x'):upper():lower():reverse() end
    for i = 1, 50 do s = table.concat({s:sub(1, 50000), s:sub(50001)}) end
    return #s == 100000 and 'done'
    """,
  ])
  func `what a script lets go of does not count`(source: String) throws {
    #expect(try run(source, limits: .init(seconds: 10, memory: 1 << 20)) == .string("done"))
  }

  @Test func `the memory limit never binds the host`() throws {
    let interpreter = Interpreter(limits: .init(memory: 1 << 20))
    let large = [UInt8](repeating: 0x78, count: 8 << 20)
    let kept = interpreter.make { $0.push(large[...]) }
    #expect(interpreter.memoryUsed > 8 << 20)
    #expect(interpreter.with(kept) { $0.unsafeBytes?.count } == 8 << 20)
    #expect(interpreter.isSpent == false)
  }

  @Test func `what a host function gives too much of ends the script when it is done`() throws {
    let interpreter = Interpreter(limits: .init(memory: 1 << 20))
    var finished = false
    interpreter.define("flood") { (call) throws(Fault) in
      call.pushTable()
      for i in 1...10_000 {
        call.push(String(repeating: "x", count: 400) + "\(i)")
        call.setElement(i)
      }
      finished = true
      return 1
    }
    #expect(try interpreter.failure(of: "pcall(flood) return 'on'")?.reason == .memory)
    #expect(finished)
  }

  @Test func `a call may have a limit of its own, and one inside another shares the outer one's`()
    throws
  {
    let interpreter = Interpreter(limits: .init(seconds: 0.05))
    let spin = try interpreter.load(Array("while true do end".utf8), name: "spin.lua")
    interpreter.define("inner") { [unowned interpreter] (_) throws(Fault) in
      do throws(ScriptError) {
        try interpreter.call(spin, seconds: 100)
      } catch {
        throw Fault(error)
      }
      return 0
    }
    #expect(try interpreter.failure(of: "inner()")?.reason == .timeout)
  }

  @Test func `time that passes outside of calls does not count`() throws {
    let interpreter = Interpreter(limits: .init(seconds: 0.5))
    for _ in 1...3 {
      usleep(300_000)
      #expect(
        try interpreter.run("local n = 0 for i = 1, 1000 do n = n + i end return n")
          == .integer(500_500))
    }
  }

  @Test func `time is limited also where the process may have no timer`() async {
    await #expect(processExitsWith: .success) {
      var none = rlimit(rlim_cur: 0, rlim_max: 0)
      // RLIMIT_SIGPENDING, of which each timer takes one.
      setrlimit(__rlimit_resource_t(11), &none)
      let interpreter = Interpreter(limits: .init(seconds: 0.3))
      let sources = [
        "return 1", "coroutine.wrap(function() while true do pcall(error) end end)()",
      ]
      let reasons = try sources.map { try interpreter.failure(of: $0)?.reason }
      exit(reasons == [nil, .timeout] ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }

  @Test func `a host function can ask whether time is up`() throws {
    let interpreter = Interpreter(limits: .init(seconds: 0.03))
    interpreter.define("wait") { (call) throws(Fault) in
      while !call.isExpired {}
      return 0
    }
    #expect(try interpreter.failure(of: "pcall(wait) while true do end")?.reason == .timeout)
  }

  private func defineHostFunctions(in interpreter: Interpreter) {
    interpreter.define("host") { (_) throws(Fault) in 0 }
    interpreter.define("failing") { (_) throws(Fault) in throw Fault("no") }
    interpreter.define("hungry") { (call) throws(Fault) in
      call.push(String(repeating: "x", count: 1 << 21))
      throw Fault("no")
    }
    interpreter.define("calling") { [unowned interpreter] (call) throws(Fault) in
      let function = call[1].reference(in: interpreter)
      do throws(ScriptError) {
        try interpreter.call(function)
      } catch {
        throw Fault(error)
      }
      return 0
    }
  }
}
