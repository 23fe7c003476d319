import Document
import Testing

@testable import Scripting

/// What a piece of Lua in `analyze` returns, written as JSON; an error's message where it fails.
func lua(_ code: String, setup: String = "", files: [String: String] = [:]) throws -> String {
  let resources = files.keys.sorted().map { "\($0.dropLast(4)) = \"\($0)\"" }
  let main = """
    return {
      api = 1, name = "trial",
      requires = { "sentences", "quoted" },
      layers = { mark = "a mark" },
      resources = { \(resources.joined(separator: ", ")) },
      fields = { out = { type = "string", merge = "none", doc = "what came out" } },
      setup = function(ctx) \(setup) end,
      analyze = function(article, ctx, state)
        local function body() \(code) end
        return { out = desk.json.encode(body()) }
      end,
    }
    """
  let package = folder("trial", files: files.merging(["plugin.lua": main]) { _, new in new })
  let found = try finding(package)
  if let error = found.error { return error.message + (error.remedy.map { "; \($0)" } ?? "") }
  return found.fields["out"]?.string ?? "nothing"
}

@Suite struct DeskAPITests {
  @Test(arguments: [
    ("return desk.round(2.675, 2)", "2.67"), ("return desk.round(7.5)", "8"),
    ("return desk.round(-0.00001, 4)", "0.0"),
    ("return desk.grouped(999) .. ' ' .. desk.grouped(-1234567)", "\"999 −1,234,567\""),
    (
      "return desk.upper('straße') .. desk.lower('ÀÉ') .. desk.fold('Straße')",
      "\"STRASSEàéstrasse\""
    ),
    ("return desk.words(\"It's half-done, é!\")", "[\"It's\",\"half\",\"done\",\"é\"]"),
    ("return desk.words(article.headline)", "[\"Port\",\"reopens\"]"),
    ("return desk.stem('governments')", "\"govern\""),
    ("return desk.stem('häuser', 'de')", "\"haus\""),
    ("return desk.json.decode('[1, 2.5, {\"a\": null, \"b\": \"é\"}]')", "[1,2.5,{\"b\":\"é\"}]"),
    ("return desk.json.encode { b = 1, a = { true } }", "\"{\\\"a\\\":[true],\\\"b\\\":1}\""),
    (
      "local sum = 0 for _, n in desk.each { 1, 2, x = 3 } do sum = sum + n end return sum", "6"
    ),
  ])
  func `works on values`(code: String, expected: String) throws {
    let out = try lua(code)
    #expect(out == expected)
  }

  @Test(arguments: [
    ("return desk.round('x')", "bad argument #1 to 'desk.round' (expected number, got string)"),
    (
      "return desk.stem('x', 'tlh')",
      "there is no stemmer for \"tlh\"; there are ar, hy, eu, ca, da, nl, en, fi, "
        + "fr, de, el, hi, hu, id, ga, it, lt, ne, no, pt, ro, ru, sr, es, sv, ta, tr, yi"
    ),
    ("return desk.json.decode('[1,]')", "no JSON at byte 4: a comma too many before ']'"),
    (
      "return desk.lower('\\xff')",
      "bad argument #1 to 'desk.lower' (expected string of valid UTF-8, got string)"
    ),
    ("return desk.lowr('x')", "desk has no 'lowr'; did you mean 'lower'?"),
    ("return desk.json.encod(1)", "desk.json has no 'encod'; did you mean 'encode'?"),
    (
      "desk.json.encode = print",
      "'desk.json.encode' cannot be set: libraries are read-only; keep it in a local"
    ),
    ("return desk.counter():add({})", "a key is a string, a number or a boolean, not table"),
    ("return desk.counter().add()", "expected a counter, got nil; call methods with a colon"),
    (
      "return desk.regex('a(')",
      "wrong pattern at byte 3: missing closing parenthesis; a plain ( is written \\("
    ),
    (
      "return desk.regex('a', 'g')",
      "there is no flag 'g'; there are i, m, s and x; "
        + "expression:all(text) finds every place, replace replaces all"
    ),
    ("return desk.regex('a'):replace('a', '$')", "a lone '$' in the replacement; write '$$'"),
    (
      "return desk.regex('(a+)+$'):test(('a'):rep(50) .. 'b')",
      "the search backtracks too much; make the pattern simpler"
    ),
    (
      "return desk.date('2025-01-01'):format('%Q')",
      "a date is written with \(CivilDate.directives); "
        + "the pattern is \"%Q\""
    ),
  ])
  func `says what is wrong`(code: String, expected: String) throws {
    let out = try lua(code)
    #expect(out == expected)
  }

  @Test func `counts`() throws {
    #expect(
      try lua(
        """
        local c = desk.counter { "b", "a", "b" }
        c:add("c"):add("c", 2):add(1)
        c:merge(desk.counter { "a" })
        return { c:get("x"), c:total(), c:size(), c:top(3), c:map() == c:map() }
        """)
        == #"[0,8,4,[{"count":3,"key":"c"},{"count":2,"key":"a"},{"count":2,"key":"b"}],false]"#)
  }

  @Test func `keeps sets`() throws {
    #expect(
      try lua(
        """
        local a, b = desk.set { "x", "y", "x" }, desk.set { "y", "z" }
        return { a:size(), a:add("y"), a:add("w"), a:remove("w"), a:has("w"), a:union(b):list(),
          a:intersection(b):list(), a:difference(b):list() }
        """)
        == #"[2,false,true,true,false,["x","y","z"],["y"],["x"]]"#)
  }

  @Test func `reckons with dates`() throws {
    #expect(
      try lua(
        """
        local d = desk.date("2025-02-27T09:30Z")
        local e = d:add(3)
        return { e.iso, e.year, e.month, e.day, e.weekday, e.hour, e:days_since(d), e == d:add(3),
          desk.date("soon") == nil, e:format("%A, %e %B"), e.day_of_year }
        """)
        == #"["2025-03-02T09:30:00Z",2025,3,2,7,9,3,true,true,"Sunday, 2 March",61]"#)
  }

  @Test(arguments: [
    ("return { desk.regex('(\\\\w+) (\\\\w+)?'):match('one, two three') }", #"["two","three"]"#),
    ("return { desk.regex('x'):match('y') }", "[]"),
    (
      "local list = {} for _, m in ipairs(desk.regex('o'):all('foo o')) do list[#list + 1] = m.first end return list",
      "[2,3,5]"
    ),
    ("return desk.regex('\\\\b'):count('a b')", "4"),
    ("return desk.regex('port', 'i'):test(article.headline)", "true"),
    (
      "return { desk.regex('(?<a>\\\\w)(\\\\w)'):replace('abcd', '${2}$1${a}$$') }",
      #"["baa$dcc$",2]"#
    ),
    ("return { desk.regex('o'):replace('foo', '0', 1) }", #"["f0o",1]"#),
    ("return desk.regex(', *'):split('a, b,c')", #"["a","b","c"]"#),
    ("return desk.regex(''):split('abc')", #"["a","b","c"]"#),
    ("return desk.regex(','):split('a,b,c', 2)", #"["a","b,c"]"#),
    ("return desk.regex('é*'):replace('aéé', '-')", #""-a--""#),
  ])
  func `searches by regular expression`(code: String, expected: String) throws {
    let out = try lua(code)
    #expect(out == expected)
  }

  @Test func `a match in the article is a span`() throws {
    let code = """
      local m = desk.regex("(?<n>\\\\d+)%|(never)"):find(article)
      ctx:annotate("mark", m)
      ctx:annotate("mark", m.groups.n)
      return { m.first, m.last, m.text, m.place, m[1], m[2], m.groups.n.last, m.groups[2] == nil }
      """
    #expect(try lua(code) == #"[68,69,"2%","text","2",false,68,true]"#)
  }

  @Test func `a regular expression is compiled once`() throws {
    #expect(try lua("return desk.regex('a+') == desk.regex('a+')") == "true")
    #expect(
      try lua("for i = 1, 600 do desk.regex('a' .. i) end")
        == "too many regular expressions; make them once, in setup")
  }
}
