import Lua
import Testing

/// What scripts return is converted within limits, and nothing of theirs runs meanwhile.
@Suite struct ConversionTests {
  @Test(arguments: [
    ("{}", Tree.list([])),
    ("{1, 'a', 2.5, true}", .list([.integer(1), .string("a"), .number(2.5), .bool(true)])),
    ("{a = {b = {}}}", .map(["a": .map(["b": .list([])])])), ("nil", .null),
    ("2^53", .number(9_007_199_254_740_992)),
    ("setmetatable({1}, {__index = error, __len = error, __pairs = error})", .list([.integer(1)])),
    ("(function() local t = {} return {t, t} end)()", .list([.list([]), .list([])])),
    (
      "(function() local t = {} for i = 3, 1, -1 do t[i] = i end return t end)()",
      .list([.integer(1), .integer(2), .integer(3)])
    ),
    (
      "{b = 1, a = {}, c = {true}}",
      .map(["a": .list([]), "b": .integer(1), "c": .list([.bool(true)])])
    ),
    ("{[1.0] = 'x'}", .list([.string("x")])), ("{[''] = 1}", .map(["": .integer(1)])),
    (
      "{[('k'):rep(255) .. 'ö'] = 1, [('k'):rep(255) .. 'ab'] = {}}",
      .map([
        String(repeating: "k", count: 255): .integer(1),
        String(repeating: "k", count: 255) + "a": .list([]),
      ])
    ),
  ])
  func `values become trees`(expression: String, expected: Tree) throws {
    #expect(try run("return \(expression)") == expected)
  }

  @Test(arguments: [
    ("print", "result: expected a value, got function"),
    ("{rate = print}", "result.rate: expected a value, got function"),
    ("{a = {{}, {x = coroutine.create(print)}}}", "result.a[2].x: expected a value, got coroutine"),
    ("{0/0}", "result[1]: expected a finite number, got nan"),
    ("1/0", "result: expected a finite number, got inf"),
    ("-1/0", "result: expected a finite number, got -inf"),
    ("{name = '\\xff'}", "result.name: text that is not valid UTF-8"),
    ("{['\\xff'] = 1}", "result: a name is not valid UTF-8"),
    ("{1, nil, 3}", "result: a list with holes: 2 elements, the last at 3"),
    ("{1, a = 2, b = 3}", "result: expected a list or a map, got both: elements and the name 'a'"),
    ("{[0] = 1}", "result: expected a list (keys 1 to n) or a map (keys of text), got the key 0"),
    (
      "{[true] = 1, [1.5] = 2}",
      "result: expected a list (keys 1 to n) or a map (keys of text), got a key of type boolean"
    ),
    (
      "{[('k'):rep(100)] = 1, [('k'):rep(99)] = 2}",
      "result: two names begin with the same 20 bytes"
    ),
    ("{[('k'):rep(321)] = 1}", "result: a name is longer than 320 bytes"),
    ("('x'):rep(2000)", "result: more than 1000 bytes of text"),
    ("{('x'):rep(600), ('x'):rep(600)}", "result[2]: more than 1000 bytes of text"),
    (
      "(function() local t = {} t.t = t return t end)()",
      "result.t.t.t.t.t: nested deeper than 5 tables"
    ),
    (
      "(function() local t = {} for i = 1, 200 do t[i] = i end return t end)()",
      "result: more than 100 values"
    ),
    (
      "(function() local t = {1, 2, 3, 4} for i = 1, 4 do t = {t, t, t, t} end return t end)()",
      "result[1][2][1][3]: more than 100 values"
    ),
    (
      "(function() local t = {} for i = 1, 200 do t[i + 0.5] = i end return t end)()",
      "result: expected a list (keys 1 to n) or a map (keys of text), got a key of type number"
    ),
  ])
  func `a value that cannot be converted is told by its place`(expression: String, expected: String)
    throws
  {
    let interpreter = Interpreter()
    let chunk = try interpreter.load(Array("return \(expression)".utf8), name: "test.lua")
    let limits = ConversionLimits(depth: 5, nodes: 100, bytes: 1000, nameBytes: 20)
    let fault = try interpreter.call(chunk) { results -> ConversionFault? in
      do throws(ConversionFault) {
        _ = try results[1].tree(limits: limits)
        return nil
      } catch {
        return error
      }
    }
    #expect(fault.map { "\($0.path): \($0.problem)" } == expected)
  }
}
