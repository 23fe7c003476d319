import Lua
import Testing

/// `pairs` and `next` walk tables in an order that is the same in every run.
@Suite struct OrderTests {
  @Test(arguments: [
    ("{}", ""),
    ("{10, 20, 30}", "1 2 3"),
    ("{10, nil, 30}", "1 3"),
    ("{b = 1, a = 1, ['a b'] = 1, B = 1, ['ä'] = 1, ['a\\0'] = 1}", "B a a\0 a b b ä"),
    (
      "{[3] = 1, [-1] = 1, [0] = 1, [1] = 1, x = 1, [0.5] = 1, [2^53] = 1}",
      "-1 0 1 3 9007199254740992 0.5 x"
    ),
    ("{[true] = 1, [false] = 1, a = 1, [1] = 1}", "1 a false true"),
    ("{[print] = 1, a = 1, [true] = 1}", "a true function"),
    (
      "{longprefix1 = 1, longprefix = 1, longprefix2 = 1, longpre = 1}",
      "longpre longprefix longprefix1 longprefix2"
    ),
  ])
  func `pairs and next walk sorted keys`(table: String, expected: String) throws {
    let walk = "local keys = {} for key in %@ do keys[#keys + 1] = tostring(key) end return keys"
    for iterator in ["pairs(\(table))", "next, \(table)"] {
      #expect(try text(walk.replacing("%@", with: iterator)) == expected)
    }
  }

  @Test(arguments: [31, 32, 33, 34, 1000])
  func `tables of any size are walked whole`(count: Int) throws {
    let walk = """
      local t, sum, last, sorted = {}, 0, '', true
      for i = 1, \(count) do t[('%04d'):format(i * 7919 % 10007)] = i end
      for key, value in ITERATOR do
        sum, sorted, last = sum + value, sorted and last < key, key
      end
      return {sum, sorted}
      """
    for iterator in ["pairs(t)", "next, t"] {
      #expect(
        try run(walk.replacing("ITERATOR", with: iterator))
          == .list([.integer(Int64(count * (count + 1) / 2)), .bool(true)]))
    }
  }

  @Test(arguments: [
    ("t[key] = nil", "1 2 3 4 a b c"), ("t[key .. 'x'] = 1", "1 2 3 4 a b c"),
    ("t[4], t.c = nil, nil", "1 2 3 a b"), ("for other in pairs(t) do t[other] = nil end", "1"),
    ("t[5] = 1", "1 2 3 4 a b c"),
  ])
  func `a table may change while pairs walks it`(change: String, expected: String) throws {
    let walk = """
      local t, keys = {1, 1, 1, 1, a = 1, b = 1, c = 1}, {}
      for key in pairs(t) do keys[#keys + 1] = key \(change) end
      return keys
      """
    #expect(try text(walk) == expected)
  }

  @Test func `an array may change while pairs walks it`() throws {
    #expect(
      try text(
        """
        local t, seen = {1, 2, 3, 4, 5}, {}
        for i, v in pairs(t) do seen[#seen + 1] = v t[i] = nil t[3] = nil t[#t + 9] = 1 end
        return seen
        """) == "1 2 4 5")
  }

  @Test func `walks by next may be nested`() throws {
    #expect(
      try text(
        """
        local a, b, seen = {x = 1, y = 2, z = 3}, {p = 1, q = 2}, {}
        for k in next, a do for l in next, b do seen[#seen + 1] = k .. l end end
        return seen
        """) == "xp xq yp yq zp zq")
  }

  @Test func `next goes on behind a key that is gone`() throws {
    #expect(try text("local t = {a = 1, c = 3} return {next(t, 'b')}") == "c 3")
    #expect(try text("return next({}) == nil and next({}, 'x') == nil") == "true")
    #expect(try text("local t = {a = 1} t.a = nil return tostring(next(t))") == "nil")
  }

  @Test func `keys without an order are refused where there are several`() throws {
    let source = "local t = {[{}] = 1, [{}] = 2} for k in ITERATOR do end"
    for iterator in ["pairs(t)", "next, t"] {
      let error = try failure(of: source.replacing("ITERATOR", with: iterator))
      #expect(
        error?.message
          == "keys of type table have no order that is the same in every run; "
          + "walk with desk.each, which takes them as they come")
    }
  }

  @Test func `each walks anything in no order`() throws {
    let interpreter = Interpreter()
    interpreter.define("each", in: "desk") { $0.pushEach() }
    #expect(
      try interpreter.run(
        """
        local sum = 0
        for _, value in desk.each({1, 2, x = 3, [{}] = 4, [{}] = 5}) do sum = sum + value end
        return sum
        """) == .integer(15))
  }

  @Test func `__pairs is honoured, also where it yields`() throws {
    #expect(
      try text(
        """
        local t = setmetatable({}, {__pairs = function(t)
          coroutine.yield('yielded')
          return function(_, k) if not k then return 1 end end, t, nil
        end})
        local step = coroutine.wrap(function() for k in pairs(t) do return 'walked ' .. k end end)
        return {step(), step()}
        """) == "yielded walked 1")
  }

  @Test(arguments: [
    ("pairs(nil)", "bad argument #1 to 'pairs' (table expected, got nil)"),
    ("pairs()", "bad argument #1 to 'pairs' (value expected)"),
    ("next(1)", "bad argument #1 to 'next' (table expected, got number)"),
  ])
  func `only tables are walked`(source: String, expected: String) throws {
    #expect(try failure(of: source)?.message == expected)
  }

  @Test func `hosts visit entries in the same order`() throws {
    let interpreter = Interpreter()
    let chunk = try interpreter.load(
      Array("return {b = 1, a = 2, 'x', 'y', [true] = 3, [{}] = 4, [{}] = 5}".utf8), name: "t")
    var keys: [String] = []
    try interpreter.call(chunk) { results in
      results[1].forEachEntryInOrder { key, value in
        keys.append("\(key.string ?? key.integer.map(String.init) ?? key.typeName)")
      }
    }
    #expect(keys == ["1", "2", "a", "b", "boolean", "table", "table"])
  }
}
