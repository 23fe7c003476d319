import Lua
import Synchronization
import Testing

/// Something whose instances are counted, so that a jump over a Swift frame would show.
private final class Counted {
  static let alive = Atomic(0)
  let payload: [Int]

  init() {
    payload = [1, 2, 3]
    Self.alive.add(1, ordering: .relaxed)
  }

  deinit { Self.alive.subtract(1, ordering: .relaxed) }
}

/// Scripts and the host call each other.
@Suite(.serialized) struct HostTests {
  /// Ten thousand errors of every origin, from functions that hold objects while they fail.
  @Test func `no error jumps over a Swift frame`() throws {
    let sources = [
      "fail('words')", "fail(1, 2, 3)", "argument({})", "argument()",
      "hand_on(function() error('x') end)",
      "hand_on(function() error({}) end)", "hand_on(fail)", "hand_on(function() hand_on(fail) end)",
      "flood(('x'):rep(2000))", "coroutine.wrap(fail)()", "hand_on(coroutine.wrap(fail))",
      "return object.broken", "return object.missing", "return object[1]", "object:method(1)",
      "object.method()",
      "return #object", "object()", "object.x = 1", "table.sort({1, 2, 3}, fail)",
      "('x'):gsub('x', fail)",
      "local c <close> = setmetatable({}, {__close = fail}) fail()",
    ]
    var errors = 0
    var spent = 0
    var rounds = 0
    while errors < 10_000 || rounds < 200 {
      rounds += 1
      // Small limits, and many, so that each is met at another place: in scripts, inside of host
      // functions, and when these return.
      try withInterpreter(memory: 40_000 + rounds * 331 % 50_000) { interpreter in
        let script = """
          local keep = {}
          for i = 1, 100 do
            keep[i] = ('x'):rep(700) .. i
            \(sources.map { "count(pcall(function() \($0) end))" }.joined(separator: "\n  "))
          end
          """
        interpreter.define("count") { (call) throws(Fault) in
          if try !call.bool(1) { errors += 1 }
          return 0
        }
        if try interpreter.failure(of: script) != nil { spent += 1 }
      }
    }
    #expect(spent > 150)
    #expect(Counted.alive.load(ordering: .relaxed) == 0)
  }

  private func withInterpreter(
    memory: Int, _ use: (Interpreter) throws -> Void
  ) throws {
    let interpreter = Interpreter(limits: .init(seconds: 30, memory: memory))
    let failing: Body = { (call) throws(Fault) in
      let counted = Counted()
      let text = String(repeating: "text ", count: 20)
      call.push(text)
      throw Fault("failed with \(counted.payload.count) and \(text.utf8.count)")
    }
    interpreter.define("fail", body: failing)
    interpreter.define("argument") { (call) throws(Fault) in
      let counted = Counted()
      _ = try call.integer(1)
      return counted.payload.count - 3
    }
    interpreter.define("flood") { (call) throws(Fault) in
      let counted = [Counted(), Counted()]
      let text = try call.string(1)
      for _ in 1...3 { call.push(text + "\(counted.count)") }
      return 3
    }
    interpreter.define("hand_on") { [unowned interpreter] (call) throws(Fault) in
      let counted = Counted()
      let function = call[1].reference(in: interpreter)
      do throws(ScriptError) {
        try interpreter.call(function)
      } catch {
        throw Fault(error)
      }
      return counted.payload.count - 3
    }
    let kind = interpreter.define(
      KindDefinition(
        name: "object",
        fields: [.init("broken", .getter(failing)), .init("method", .method(failing))],
        element: failing, length: .getter(failing), call: failing))
    interpreter.define("object") { $0.push(Object(kind, generation: 0)) }
    try use(interpreter)
  }

  @Test(arguments: [
    ("number('x')", "bad argument #1 to 'number' (expected number, got string)"),
    ("number()", "bad argument #1 to 'number' (expected number, got nil)"),
    ("integer(1.5)", "bad argument #1 to 'integer' (expected integer, got number)"),
    ("integer(2^63)", "bad argument #1 to 'integer' (expected integer, got number)"),
    ("integer('1')", "bad argument #1 to 'integer' (expected integer, got string)"),
    ("bool(nil)", "bad argument #1 to 'bool' (expected boolean, got nil)"),
    ("text(1)", "bad argument #1 to 'text' (expected string, got integer)"),
    ("text('\\xff')", "bad argument #1 to 'text' (expected string of valid UTF-8, got string)"),
    ("rows(print)", "bad argument #1 to 'rows' (expected table, got function)"),
    ("rows(coroutine.create(print))", "bad argument #1 to 'rows' (expected table, got coroutine)"),
  ])
  func `an argument of the wrong type is named`(source: String, expected: String) throws {
    let interpreter = Interpreter()
    interpreter.define("number") { (call) throws(Fault) in
      _ = try call.number(1)
      return 0
    }
    interpreter.define("integer") { (call) throws(Fault) in
      _ = try call.integer(1)
      return 0
    }
    interpreter.define("bool") { (call) throws(Fault) in
      _ = try call.bool(1)
      return 0
    }
    interpreter.define("text") { (call) throws(Fault) in
      _ = try call.string(1)
      return 0
    }
    interpreter.define("rows") { (call) throws(Fault) in
      _ = try call.table(1)
      return 0
    }
    #expect(try interpreter.failure(of: source)?.located == "test.lua:1: \(expected)")
  }

  @Test func `an error of a script that a host function called keeps its place and its frames`()
    throws
  {
    let interpreter = Interpreter()
    interpreter.define("each") { [unowned interpreter] (call) throws(Fault) in
      let function = call[1].reference(in: interpreter)
      do throws(ScriptError) {
        try interpreter.call(function, arguments: { $0.push(7) })
      } catch {
        throw Fault(error)
      }
      return 0
    }
    let error = try interpreter.failure(
      of: """
        local function visit(n)
          error('at ' .. n)
        end
        pcall(each, visit)
        each(visit)
        """)
    #expect(error?.located == "test.lua:2: at 7")
    #expect(error?.traceback.map(\.line) == [2, 5])
  }

  @Test func `host and script calling each other without end is an error`() throws {
    let interpreter = Interpreter()
    interpreter.define("again") { [unowned interpreter] (call) throws(Fault) in
      let function = call[1].reference(in: interpreter)
      do throws(ScriptError) {
        try interpreter.call(function)
      } catch {
        throw Fault(error)
      }
      return 0
    }
    let error = try interpreter.failure(of: "local function f() again(f) end f()")
    #expect(error?.message.contains("stack overflow") == true)
    #expect(try interpreter.run("return 'on'") == .string("on"))
  }

  @Test func `a walk gives its objects in turn, each with a number, while they are valid`() throws {
    let interpreter = Interpreter()
    interpreter.generation = 1
    let kind = interpreter.define(
      KindDefinition(name: "stop", fields: [.init("one", .value(0)), .init("four", .value(3))]))
    interpreter.define("walk") { (call) throws(Fault) in
      call.pushWalk(of: kind, generation: 1, count: try call.integer(1)) {
        ((10 * $0, 0, 0, 7), Double($0) + 0.5)
      }
      return 1
    }
    interpreter.define("age") { [unowned interpreter] _ in
      interpreter.generation = 2
      return 0
    }
    let error = try interpreter.failure(
      of: """
        local kept, ended, sum = walk(1), walk(1), 0
        for stop, number in walk(2) do sum = sum + stop.one + stop.four + number end
        assert(sum == 26 and walk(0)() == nil)
        ended()
        age()
        assert(ended() == nil)
        kept()
        """)
    #expect(error?.message == "these stops are from an earlier article")
    #expect(error?.line == 7)
  }

  @Test func `a settled value is asked for once in a generation, and nil again and again`() throws {
    let interpreter = Interpreter()
    var asked = 0
    func settled(_ push: @escaping (Call) -> Void) -> KindDefinition.Access {
      .settled { (call) throws(Fault) in
        asked += 1
        push(call)
        return 1
      }
    }
    let kind = interpreter.define(
      KindDefinition(
        name: "page",
        fields: [
          .init("title", settled { $0.push("Rain \(asked)") }),
          .init("kicker", settled { $0.pushNil() }),
          .init("words", settled { $0.push(7) }),
        ]))
    interpreter.define("page") { $0.push(Object(kind, generation: 0)) }
    let code = "return {page.title, page.title, page.words, page.words, page.kicker == page.kicker}"
    #expect(
      try interpreter.run(code)
        == .list([.string("Rain 1"), .string("Rain 1"), .integer(7), .integer(7), .bool(true)]))
    #expect(asked == 4)
    interpreter.generation = 2
    #expect(
      try interpreter.run("return {page.title, page.title}")
        == .list([.string("Rain 5"), .string("Rain 5")]))
  }

  @Test func `values go both ways as they are`() throws {
    let interpreter = Interpreter()
    interpreter.define("echo") { (call) throws(Fault) in
      for argument in 1...max(1, call.count) { call.push(call[argument]) }
      return call.count / 2
    }
    #expect(
      try interpreter.run("return {echo(true, 1, 2.5, 'ä\\0\\u{1F600}', {1})}")
        == .list([
          .bool(true), .integer(1), .number(2.5), .string("ä\0\u{1F600}"), .list([.integer(1)]),
        ]))
  }

  @Test func `references outlive what they came from`() throws {
    var interpreter: Interpreter? = Interpreter()
    let table = try #require(interpreter).make { pusher in
      pusher.pushTable(members: 1)
      pusher.push("value")
      pusher.setMember("key")
    }
    #expect(interpreter?.with(table) { $0.member("key") { $0.string } } == "value")
    interpreter = nil
    withExtendedLifetime(table) {}
  }
}
