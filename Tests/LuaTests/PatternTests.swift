import Lua
import Testing

/// `string.find`, `match`, `gmatch` and `gsub` behave as the Lua manual says.
@Suite struct PatternTests {
  @Test(arguments: [
    ("('hello world'):find('wor')", "7 9"), ("('hello world'):find('o', 6)", "8 8"),
    ("('a.b'):find('.', 1, true)", "2 2"), ("('a.b'):find('%.')", "2 2"),
    ("('abc'):find('b', -1)", "nil"), ("('abc'):find('', 4)", "4 3"),
    ("('abc'):find('', 5)", "nil"),
    ("('abc'):find('(b)(c)')", "2 3 b c"), ("('abc'):find('^b')", "nil"),
    ("('abc'):find('^b', 2)", "2 2"), ("('abc'):find('()b()')", "2 2 2 3"),
    ("('a\\0b'):find('\\0b')", "2 3"), ("('x^y'):find('x^')", "1 2"),
    ("('aXb'):find('%u')", "2 2"), ("(''):find('$')", "1 0"), ("('a$'):find('$', 1, true)", "2 2"),
  ])
  func `find gives places and captures`(call: String, expected: String) throws {
    #expect(
      try text("return {\(call)}") == expected
        || expected == "nil" && text("return \(call)") == "nil")
  }

  @Test(arguments: [
    ("('key = value'):match('(%w+)%s*=%s*(%w+)')", "key value"),
    ("('2025-04-22'):match('(%d+)-(%d+)-(%d+)')", "2025 04 22"),
    ("('f(a(b)c)d'):match('%b()')", "(a(b)c)"),
    ("('THE (quick) fox'):find('%((%a+)%)')", "5 11 quick"),
    ("('the THE'):match('%f[%w]%u+')", "THE"), ("('\"a\" b'):match('([\"\\'])(.-)%1')", "\" a"),
    ("('aaa'):match('a-b')", "nil"), ("('aaab'):match('a-b')", "aaab"),
    ("('colour'):match('colou?r')", "colour"),
    ("('[x]'):match('[]]')", "]"), ("('a-z'):match('[a%-z]+')", "a-z"),
    ("('q'):match('[^%l]')", "nil"),
    ("('abc'):match('.', -1)", "c"), ("('ab12'):match('^%a+%d+$')", "ab12"),
    ("('x'):match('()')", "1"), ("('äb'):match('[\\x80-\\xff]+')", "ä"),
  ])
  func `match gives captures`(call: String, expected: String) throws {
    #expect(
      try text(
        "local t = table.pack(\(call)) return t.n == 1 and tostring(t[1]) or table.concat(t, ' ')")
        == expected)
  }

  @Test(arguments: [
    ("('one two  three'):gmatch('%a+')", "one,two,three"), ("('abc'):gmatch('')", ",,,"),
    ("('a1b22'):gmatch('%a()')", "2,4"), ("('abcabc'):gmatch('b.', 3)", "bc"),
    ("('k=v, x=y'):gmatch('(%w)=(%w)')", "kv,xy"), ("('^a^a'):gmatch('^a')", "^a,^a"),
    ("(''):gmatch('x*')", ""), ("('axb'):gmatch('x*')", ",x,"),
  ])
  func `gmatch walks the matches`(call: String, expected: String) throws {
    #expect(
      try text(
        "local t = {} for a, b in \(call) do t[#t + 1] = a .. (b or '') end return table.concat(t, ',')"
      )
        == expected)
  }

  @Test(arguments: [
    ("('hello world'):gsub('o', '0')", "hell0 w0rld 2"),
    ("('hello world'):gsub('o', '0', 1)", "hell0 world 1"),
    ("('abc'):gsub('%w', '%0%0')", "aabbcc 3"), ("('abc'):gsub('', '-')", "-a-b-c- 4"),
    ("('a b'):gsub('(%w) (%w)', '%2 %1')", "b a 1"), ("('$x'):gsub('%$(%w)', {x = 5})", "5 1"),
    ("('abc'):gsub('%w', {a = false})", "abc 3"), ("('100%'):gsub('%%', '%%%%')", "100%% 1"),
    ("('abc'):gsub('b', function(s) return s:upper() end)", "aBc 1"),
    ("('aaa'):gsub('^a', 'b')", "baa 1"), ("('abc'):gsub('b*', 'x')", "xaxcx 3"),
    ("('abc'):gsub('x', 'y')", "abc 0"), ("('abc'):gsub('b', 7)", "a7c 1"),
  ])
  func `gsub replaces`(call: String, expected: String) throws {
    #expect(try text("local s, n = \(call) return s .. ' ' .. n") == expected)
  }

  @Test(arguments: [
    ("('a'):find('%')", "malformed pattern (ends with '%')"),
    ("('a'):find('[a')", "malformed pattern (missing ']')"),
    ("('a'):find('[%')", "malformed pattern (missing ']')"),
    ("('a'):find('%b')", "malformed pattern (missing arguments to '%b')"),
    ("('a'):find('%f')", "missing '[' after '%f' in pattern"),
    ("('a'):find('(a')", "unfinished capture"), ("('a'):match('a)')", "invalid pattern capture"),
    ("('a'):find('%1')", "invalid capture index %1"),
    ("('a'):find(('()'):rep(33))", "too many captures"),
    ("(('a'):rep(300)):match(('a?'):rep(300) .. 'b')", "pattern too complex"),
    ("('a'):gsub('a', '%2')", "invalid capture index %2"),
    ("('a'):gsub('a', '%x')", "invalid use of '%' in replacement string"),
    ("('a'):gsub('a', function() return {} end)", "invalid replacement value (a table)"),
    ("('a'):gsub('a')", "bad argument #2 to 'gsub' (string/function/table expected, got no value)"),
  ])
  func `a faulty pattern is an error`(call: String, expected: String) throws {
    // Methods count their arguments without the object.
    #expect(try failure(of: "return \(call)")?.message == expected)
  }

  @Test(arguments: [
    "return (('a'):rep(150)):find(('.-'):rep(6) .. 'b')",
    "return (('a'):rep(150)):match(('a*'):rep(9) .. 'b')",
    "return (('a'):rep(100000)):gsub(('a-'):rep(4) .. 'b', '')",
    "for _ in (('('):rep(200000)):gmatch('%b()') do end",
    "return pcall(string.find, ('x'):rep(1000), ('x?x-'):rep(9) .. 'y')",
  ])
  func `a runaway pattern ends with the time limit`(source: String) throws {
    #expect(try failure(of: source, limits: .init(seconds: 0.05))?.reason == .timeout)
  }
}
