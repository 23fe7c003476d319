import Lua
import Testing

/// The functions that the sandbox has in place of Lua's own.
@Suite struct LibraryTests {
  @Test(arguments: [
    ("('ab'):rep(3)", "ababab"), ("('ab'):rep(3, '-')", "ab-ab-ab"), ("('ab'):rep(1, '-')", "ab"),
    ("('ab'):rep(0)", ""), ("('ab'):rep(-1)", ""), ("(''):rep(1 << 62)", ""),
    ("(''):rep(3, ',')", ",,"),
    ("('x'):rep(2, '')", "xx"), ("('abc'):rep(7, '+')", "abc+abc+abc+abc+abc+abc+abc"),
    ("('%5.1f|%-4d|%q|%x'):format(1.25, 7, 'a\\n', 255)", "  1.2|7   |\"a\\\n\"|ff"),
    ("('%s %s %s'):format(nil, true, 1.5)", "nil true 1.5"), ("('%%s %c'):format(65)", "%s A"),
    ("('%.3s'):format('abcdef')", "abc"), ("('aZ09[`{ä'):upper()", "AZ09[`{ä"),
    ("('aZ@[`{Ä'):lower()", "az@[`{Ä"), ("('abc'):reverse() .. (''):reverse()", "cba"),
  ])
  func `strings are repeated and formatted`(expression: String, expected: String) throws {
    #expect(try text("return \(expression)") == expected)
  }

  @Test(arguments: [
    ("('%p'):format({})", "'%p' is not allowed: addresses differ from run to run"),
    ("('%10p'):format({})", "'%p' is not allowed: addresses differ from run to run"),
    ("('%99999d'):format(1)", "invalid conversion specification: '%99999d'"),
    ("('%d'):format('x')", "bad argument #1 to 'format' (number expected, got string)"),
    ("('%s'):format()", "bad argument #1 to 'format' (no value)"),
    ("('xx'):rep(1 << 62)", "resulting string too large"),
  ])
  func `formats and lengths are bounded`(expression: String, expected: String) throws {
    #expect(try failure(of: "return \(expression)")?.message == expected)
  }

  @Test(arguments: [
    ("table.insert(t, 4)", "1 2 3 4"), ("table.insert(t, 1, 0)", "0 1 2 3"),
    ("table.insert(t, 4, 9)", "1 2 3 9"), ("table.remove(t)", "1 2"), ("table.remove(t, 1)", "2 3"),
    ("table.remove(t, 4)", "1 2 3"), ("table.move(t, 2, 3, 1)", "2 3 3"),
    ("table.move(t, 1, 3, 2)", "1 1 2 3"),
    ("table.sort(t, function(a, b) return a > b end)", "3 2 1"),
    ("t = table.move(t, 1, 3, 3, {8, 9})", "8 9 1 2 3"), ("t = {table.unpack(t, 2)}", "2 3"),
    ("t = {table.concat(t, '-')}", "1-2-3"), ("t = {table.concat(t, ',', 2, 3)}", "2,3"),
    ("t = {table.concat({}, ',')}", ""), ("t = {table.concat({1.5, 'x'})}", "1.5x"),
  ])
  func `lists are changed`(change: String, expected: String) throws {
    #expect(try text("local t = {1, 2, 3} \(change) return t") == expected)
  }

  @Test(arguments: [
    ("table.insert({}, 3, 1)", "bad argument #2 to 'insert' (position out of bounds)"),
    (
      "assert(pcall(table.insert, {}, 3, 1))",
      "bad argument #2 to 'table.insert' (position out of bounds)"
    ),
    ("assert(pcall(pairs))", "bad argument #1 to 'pairs' (value expected)"),
    ("table.insert({})", "wrong number of arguments to 'insert'"),
    ("table.remove({}, 7)", "bad argument #2 to 'remove' (position out of bounds)"),
    ("table.concat({{}})", "invalid value (table) at index 1 in table for 'concat'"),
    ("table.concat({}, ',', 1, 1)", "invalid value (nil) at index 1 in table for 'concat'"),
    ("table.sort({1, 'x'})", "attempt to compare string with number"),
    ("table.insert(nil, 1)", "bad argument #1 to 'insert' (table expected, got nil)"),
    ("table.unpack({}, 1, 1e8)", "too many results to unpack"),
  ])
  func `faulty calls of table functions are errors`(call: String, expected: String) throws {
    #expect(try failure(of: call)?.message == expected)
  }

  @Test func `Lua's own functions and constants are there`() throws {
    #expect(
      try text(
        """
        local count = 0
        for character in ('aä\\0\u{20AC}'):gmatch(utf8.charpattern) do count = count + 1 end
        return {
          count, math.pi, tostring(math.huge), math.maxinteger, math.mininteger,
          _VERSION, '10' + 1, -'2', '7' // '2', math.tointeger(3.0), utf8.char(228), select('#', 1, 2),
          (string.unpack('<i4', string.pack('<i4', 7))), tonumber('0x10'), type(nil), _G._G == _G}
        """)
        == "4 3.141592653589793 inf 9223372036854775807 -9223372036854775808 "
        + "Lua 5.4 11 -2 3 3 ä 2 7 16 nil true")
  }

  @Test func `table functions respect metamethods`() throws {
    #expect(
      try text(
        """
        local behind = {3, 1, 2}
        local proxy = setmetatable({}, {
          __index = behind, __newindex = behind, __len = function() return #behind end})
        table.sort(proxy) table.insert(proxy, 4) table.remove(proxy, 1)
        return {table.concat(proxy, ' '), table.unpack(proxy)}
        """) == "2 3 4 2 3 4")
  }

  @Test func `sorting is stable, and right for lists of all lengths`() throws {
    #expect(
      try text(
        """
        for n = 0, 70 do
          local t = {}
          for i = 1, n do t[i] = {key = i * 37 % 11, place = i} end
          table.sort(t, function(a, b) return a.key < b.key end)
          for i = 2, n do
            local a, b = t[i - 1], t[i]
            if a.key > b.key or a.key == b.key and a.place > b.place then return 'wrong at ' .. n end
          end
        end
        return 'right'
        """) == "right")
    #expect(try text("local t = {2.5, -1.5, 0.0} table.sort(t) return t") == "-1.5 0.0 2.5")
    #expect(try text("local t = {3, 2.5, -1} table.sort(t) return t") == "-1 2.5 3")
    #expect(
      try text("local t = {'b', 'a', 'abcdefghi', 'abcdefgh', 'ä', ''} table.sort(t) return t")
        == " a abcdefgh abcdefghi b ä")
  }

  @Test func `a comparison that fails or makes no sense leaves the elements`() throws {
    #expect(
      try text(
        """
        local t = {3, 1, 2}
        pcall(table.sort, t, function(a, b) error('no') end)
        table.sort(t, function() return true end)
        table.sort(t, function() t[2] = 9 return math.random() < 0.5 end)
        return #t
        """) == "3")
  }

  @Test(arguments: [
    ("rawget(setmetatable({}, {__index = {x = 1}}), 'x')", "nil"),
    ("rawget(_G, 'math').pi > 3", "true"),
    ("rawset({}, 'a', 1).a", "1"), ("getmetatable(string)", "locked"),
    ("getmetatable('')", "locked"),
    ("#setmetatable({}, {__len = function() return 7 end})", "7"), ("rawlen({1, 2})", "2"),
  ])
  func `raw access and metatables`(expression: String, expected: String) throws {
    #expect(try text("return tostring(\(expression))") == expected)
  }

  @Test(arguments: [
    (
      "setmetatable({}, {__gc = print})",
      "metatables cannot have '__gc': nothing can run when the collector does"
    ),
    (
      "setmetatable({}, {__mode = 'k'})",
      "metatables cannot have '__mode': weak tables would make results differ from run to run"
    ),
    (
      "setmetatable(setmetatable({}, {__metatable = 1}), {})", "cannot change a protected metatable"
    ),
    ("setmetatable('', {})", "bad argument #1 to 'setmetatable' (table expected, got string)"),
    (
      "setmetatable({}, 1)", "bad argument #2 to 'setmetatable' (nil or table expected, got number)"
    ),
  ])
  func `metatables have limits`(call: String, expected: String) throws {
    #expect(try failure(of: call)?.message == expected)
  }

  @Test func `a seed decides what is drawn`() throws {
    let draw = """
      local t = {}
      for i = 1, 5 do t[i] = math.random(100) end
      t[6] = math.random() < 1
      t[7] = math.random(-3, -3)
      return t
      """
    let interpreter = Interpreter()
    interpreter.seedRandom(1)
    let first = try interpreter.run(draw)
    #expect(try interpreter.run(draw) != first)
    interpreter.seedRandom(1)
    #expect(try interpreter.run(draw) == first)
    let other = Interpreter()
    other.seedRandom(1)
    #expect(try other.run(draw) == first)
    #expect(try failure(of: "math.random(0, -1)")?.message.contains("interval is empty") == true)
  }

  @Test func `draws are even`() throws {
    #expect(
      try text(
        """
        local counts = {0, 0, 0, 0, 0, 0}
        for i = 1, 60000 do local n = math.random(6) counts[n] = counts[n] + 1 end
        for i = 1, 6 do if counts[i] < 9500 or counts[i] > 10500 then return counts end end
        local low, high = math.random(math.mininteger, math.maxinteger), math.random(0)
        return math.type(low) .. math.type(high)
        """) == "integerinteger")
  }
}
