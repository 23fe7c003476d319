import Lua
import Testing

/// What scripts can reach, and what they cannot.
@Suite struct EnvironmentTests {
  @Test(arguments: [
    ("debug", "scripts cannot look into the interpreter"),
    ("dofile", "scripts reach no files; use require for modules"),
    ("io", "scripts reach no files"),
    ("load", "scripts cannot compile text; put the code into a module and require it"),
    ("package", "modules come from the script's own folder; use require"),
  ])
  func `a name the sandbox does without says why`(name: String, reason: String) throws {
    #expect(try failure(of: "return \(name)")?.message == "undefined global '\(name)': \(reason)")
  }

  @Test(arguments: [
    ("return pritn('x')", "undefined global 'pritn'; did you mean 'print'?"),
    ("return string.uper('x')", "string has no 'uper'; did you mean 'upper'?"),
    ("return math.rendom()", "math has no 'rendom'; did you mean 'random'?"),
    ("return zzzzzzzz", "undefined global 'zzzzzzzz'"),
    ("return ('x'):uper()", "string has no 'uper'; did you mean 'upper'?"),
    ("return os.clock()", "os has no 'clock': scripts have no clock"),
    (
      "math.randomseed(1)",
      "math has no 'randomseed': the host seeds math.random, so that results can be repeated"
    ),
  ])
  func `a misspelt name suggests what was meant`(source: String, expected: String) throws {
    #expect(try failure(of: source)?.message == expected)
  }

  @Test(arguments: [
    "x = 1", "_G.x = 1", "string.upper = nil", "table.concat = print", "rawset(_G, 'x', 1)",
    "rawset(string, 'x', 1)", "table.insert(_G, 1)", "setmetatable(_G, {})",
    "setmetatable(string, nil)", "getmetatable('').__index = {}", "math.pi = 3",
    "local t = table.move({1}, 1, 1, 1, string)",
  ])
  func `globals, libraries and strings cannot be changed`(source: String) throws {
    let interpreter = Interpreter()
    #expect(throws: ScriptError.self) { try interpreter.run(source) }
    #expect(try interpreter.run("return ('a'):upper()") == .string("A"))
  }

  @Test func `the listing of what scripts can reach`() throws {
    let names = try run(
      """
      local names = {}
      for name, value in pairs(_G) do
        if type(value) == 'table' and name ~= '_G' then
          local members = {}
          for member in pairs(value) do members[#members + 1] = member end
          name = name .. ': ' .. table.concat(members, ' ')
        end
        names[#names + 1] = name
      end
      return table.concat(names, '\\n')
      """)
    #expect(
      names
        == .string(
          """
          _G
          _VERSION
          assert
          collectgarbage
          coroutine: close create isyieldable resume running status wrap yield
          error
          getmetatable
          ipairs
          math: abs acos asin atan ceil cos deg exp floor fmod huge log max maxinteger min \
          mininteger modf pi rad random sin sqrt tan tointeger type ult
          next
          os: date difftime time
          pairs
          pcall
          print
          rawequal
          rawget
          rawlen
          rawset
          require
          select
          setmetatable
          string: byte char find format gmatch gsub len lower match pack packsize rep reverse sub \
          unpack upper
          table: concat insert move pack remove sort unpack
          tonumber
          tostring
          type
          utf8: char charpattern codepoint codes len offset
          xpcall
          """))
  }

  @Test(arguments: [
    ("return tostring({})", "table"), ("return tostring(print)", "function"),
    ("return tostring(coroutine.create(print))", "thread"),
    ("return ('%s %s'):format({}, print)", "table function"),
    ("return ('%-8s|'):format({})", "table   |"),
    ("return tostring(setmetatable({}, {__name = 'thing'}))", "thing"),
    ("return tostring(setmetatable({}, {__name = 1}))", "table"),
    ("return tostring(setmetatable({}, {__tostring = function() return 'me' end}))", "me"),
  ])
  func `no text shows an address`(source: String, expected: String) throws {
    #expect(try run(source) == .string(expected))
  }

  @Test func `print gives the host one line`() throws {
    let interpreter = Interpreter()
    try interpreter.run("print('nobody listens')")
    let lines = Lines()
    interpreter.onPrint { (call) throws(Fault) in
      let values = (1...max(1, call.count)).map { call[$0] }
      lines.all.append(values.map { $0.string ?? $0.typeName }.joined(separator: " "))
      return 0
    }
    try interpreter.run(
      """
      print('a', 1, nil, {})
      print(setmetatable({}, { __tostring = function() return 'me' end }), 2.0, true, print)
      print()
      """)
    #expect(lines.all == ["a 1 nil table", "me 2.0 true function", "nil"])
  }

  @Test func `the collector only counts`() throws {
    #expect(try run("return collectgarbage('count') > 1") == .bool(true))
    #expect(
      try failure(of: "collectgarbage('stop')")?.message
        == "collectgarbage('stop') is not allowed: scripts can only 'count'")
  }
}

/// Lines that a script printed.
final class Lines {
  var all: [String] = []
}
