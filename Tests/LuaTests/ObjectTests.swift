import Lua
import Testing

/// Objects of the host's: integers behind metatables that scripts cannot see.
@Suite struct ObjectTests {
  private final class Kinds {
    var list: Kind!
    var span: Kind!
  }

  /// An interpreter with a global `list` of three spans, and `fresh`, which makes one.
  private func interpreter() -> Interpreter {
    let interpreter = Interpreter()
    let kinds = Kinds()
    kinds.span = interpreter.define(
      KindDefinition(
        name: "span",
        fields: [
          .init("first", .value(0)), .init("last", .value(1)),
          .init(
            "text",
            .getter { (call) throws(Fault) in
              call.push("text \(call[1].object?.first ?? 0)")
              return 1
            }),
          .init(
            "shifted",
            .method { (call) throws(Fault) in
              let own = try call.object(1, of: kinds.span)
              let by = try call.integer(2)
              call.push(
                Object(kinds.span, generation: own.generation, own.first + by, own.second + by))
              return 1
            }),
        ],
        call: { (call) throws(Fault) in
          call.push(call.count)
          return 1
        }))
    let push: (Call, Int) -> Int = { [unowned interpreter] call, position in
      call.push(
        Object(
          kinds.span, generation: interpreter.generation, position * 10, position * 10 + 5))
      return 1
    }
    kinds.list = interpreter.define(
      KindDefinition(
        name: "list", fields: [],
        element: { (call) throws(Fault) in
          let position = try call.integer(2)
          if 1...3 ~= position { return push(call, position) }
          call.pushNil()
          return 1
        },
        length: .value(0)))
    interpreter.define("list") { $0.push(Object(kinds.list, generation: 0, 3)) }
    interpreter.define("fresh") { (call) throws(Fault) in push(call, 1) }
    return interpreter
  }

  @Test(arguments: [
    ("#list", "3"), ("list[2].first", "20"), ("list[2].last", "25"), ("list[4]", "nil"),
    ("list[0]", "nil"), ("list[1].text", "text 10"), ("list[1]:shifted(5).first", "15"),
    ("list[1] == list[1]", "true"), ("list[1] == list[2]", "false"), ("list[1] == list", "false"),
    ("list[1] == 1", "false"), ("list[1]('a', 'b')", "3"), ("list", "list"), ("list[1]", "span"),
    ("type(list)", "userdata"), ("getmetatable(list)", "locked"), ("rawequal(list, list)", "true"),
    ("rawlen({list})", "1"), ("('%s'):format(list)", "list"),
    ("select('#', table.unpack(list))", "3"),
  ])
  func `objects answer`(expression: String, expected: String) throws {
    #expect(
      try interpreter().run("return tostring(\(expression))") == .string(expected))
  }

  @Test(arguments: ["pairs(list)", "ipairs(list)", "desk.each(list)"])
  func `the elements of an object are walked`(iterator: String) throws {
    let interpreter = interpreter()
    interpreter.define("each", in: "desk") { $0.pushEach() }
    #expect(
      try interpreter.run(
        "local t = {} for i, span in \(iterator) do t[i] = span.first end return t")
        == .list([.integer(10), .integer(20), .integer(30)]))
  }

  @Test(arguments: [
    ("return list[1].frist", "span has no 'frist'; did you mean 'first'?"),
    ("return list.first", "list has no 'first'"),
    ("return list[1][1]", "a span has no field of type number"),
    ("return list[1][{}]", "a span has no field of type table"),
    ("list[1].first = 2", "this span cannot be changed"),
    ("list[1] = 2", "this list cannot be changed"),
    ("local s = list[1] return #s", "attempt to get length of a span value (local 's')"),
    ("list()", "attempt to call a list value (global 'list')"),
    ("return list + 1", "attempt to perform arithmetic on a list value (global 'list')"),
    ("return list[1].shifted(1)", "call 'shifted' with a colon: span:shifted(…), not with integer"),
    ("return list[1].shifted(list)", "call 'shifted' with a colon: span:shifted(…), not with list"),
    ("return list[1]:shifted('x')", "bad argument #1 to 'shifted' (expected integer, got string)"),
    ("return pairs(list[1])", "pairs: a span has no elements; it has fields, as in value.name"),
    ("setmetatable(list, {})", "bad argument #1 to 'setmetatable' (table expected, got list)"),
    ("return next(list)", "next works on tables; walk with pairs"),
    ("return list < list", "attempt to compare two list values"),
  ])
  func `misuse of an object is an error that names it`(source: String, expected: String) throws {
    #expect(try interpreter().failure(of: source)?.message == expected)
  }

  @Test(arguments: [
    "return kept.first", "return kept.text", "return kept:shifted(1)",
    "return kept.shifted(kept, 1)",
    "return kept()",
  ])
  func `an object of an earlier generation is refused`(use: String) throws {
    let interpreter = interpreter()
    let keeper = try interpreter.load(
      Array("local kept return function() kept = fresh() end, function() \(use) end".utf8),
      name: "test.lua")
    let (keep, look) = try interpreter.call(keeper, results: 2) { results in
      (results[1].reference(in: interpreter), results[2].reference(in: interpreter))
    }
    try interpreter.call(keep)
    try interpreter.call(look)
    interpreter.generation += 1
    let error = #expect(throws: ScriptError.self) { try interpreter.call(look) }
    #expect(error?.message == "this span is from an earlier article")
    // Also from a coroutine that has slept since, and text and equality stay harmless.
    #expect(try interpreter.run("return tostring(fresh())") == .string("span"))
  }

  @Test func `objects as keys are walked by what they hold`() throws {
    #expect(
      try interpreter().run(
        """
        local t, firsts = {[list[3]] = 1, [list[1]] = 1, [list[2]] = 1}, {}
        for span in pairs(t) do firsts[#firsts + 1] = span.first end
        return firsts
        """) == .list([.integer(10), .integer(20), .integer(30)]))
  }
}
