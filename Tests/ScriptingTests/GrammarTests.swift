import Testing

@testable import Scripting

/// `desk.lpeg`: parsing expression grammars. What comes of each case is what LPeg 1.0.2 gives.
@Suite struct GrammarTests {
  /// What an expression over the library's names gives, each value as JSON; an error's message where it fails.
  private func match(_ expression: String) throws -> String {
    try lua(
      """
      local P, S, R, V, B, C, Cp, Cc = desk.lpeg.P, desk.lpeg.S, desk.lpeg.R, desk.lpeg.V, desk.lpeg.B, desk.lpeg.C, desk.lpeg.Cp, desk.lpeg.Cc
      local Cg, Cb, Ct, Cs, Cf, Carg, Cmt = desk.lpeg.Cg, desk.lpeg.Cb, desk.lpeg.Ct, desk.lpeg.Cs, desk.lpeg.Cf, desk.lpeg.Carg, desk.lpeg.Cmt
      local values = table.pack(\(expression))
      for n = 1, values.n do values[n] = desk.json.encode(values[n]) end
      return table.concat(values, " ")
      """)
  }

  @Test(arguments: [
    (#"P"abc":match"abcd""#, #"4"#),
    (#"P"abc":match"abd""#, #"null"#),
    (#"P(3):match"ab""#, #"null"#),
    (#"P(-2):match"a""#, #"1"#),
    (#"P(true):match"""#, #"1"#),
    (#"P(false):match"a""#, #"null"#),
    (#"P"":match"a""#, #"1"#),
    (#"(P"a" + "b" + P"cd"):match"cd""#, #"3"#),
    (#"(P"a" * "b" * "c" * "d"):match"abcd""#, #"5"#),
    (#"C(R("az", "09")^1):match"a1-b""#, #""a1""#),
    (#"C((P(1) - S"()")^0):match"ab(c)""#, #""ab""#),
    (#"(P"a"^3):match"aa""#, #"null"#),
    (#"(P"a"^-2):match"aaa""#, #"3"#),
    (#"(P"ab"^2 * Cp()):match"ababab""#, #"7"#),
    (#"(-P"a" * C(1)):match"ba""#, #""b""#),
    (#"(#P"ab" * C(1)):match"ab""#, #""a""#),
    (#"(#C"ab" * Cp()):match"ab""#, #"1"#),
    (#"(P"a" * B"a" * Cp()):match"ab""#, #"2"#),
    (#"B("a"):match"a""#, #"null"#),
    (#"C(S"" + "x"):match"x""#, #""x""#),
    (#"P{ C"b" + 1 * V(1) }:match"aab""#, #""b""#),
    (#"P{ "S", S = "(" * V"S" * ")" + "" }:match"((()))""#, #"7"#),
    (
      #"P{ "E", E = Ct(V"T" * (C(S"+-") * V"T")^0), T = C(R"09"^1) + "(" * V"E" * ")" }:match"1+(2-3)""#,
      #"["1","+",["2","-","3"]]"#
    ),
    (#"((1 - P"b")^0 * C"b"):match"aaab""#, #""b""#),
    (#"((1 - P"bc")^0 * Cp()):match"abab""#, #"5"#),
    (#"(Ct(C(R"az"^1) * (P"," * C(R"az"^1))^0)):match"a,bc,d""#, #"["a","bc","d"]"#),
    (#"C(C"a" * C"b"):match"ab""#, #""ab" "a" "b""#),
    (#"(C"a" / "%0-%1%%"):match"a""#, #""a-a%""#),
    (#"(C"a" * C(C"b" * "c") / "%1%2%3"):match"abc""#, #""abcb""#),
    (#"(C"a" * C"b" / 2):match"ab""#, #""b""#),
    (#"(C"a" / 0 * Cp()):match"a""#, #"2"#),
    (#"(C(1) / { a = 1, b = false }):match"b""#, #"false"#),
    (#"(C(1) / { a = 1 } * Cc"x"):match"z""#, #""x""#),
    (#"(C"a" * C"b" / function(a, b) return b, a end):match"ab""#, #""b" "a""#),
    (#"(P"a" / function() end * Cp()):match"a""#, #"2"#),
    (#"Cs((P"a" / "<%0>" + 1)^0):match"bab""#, #""b<a>b""#),
    (#"Cs(Cc"x" * 1):match"a""#, #""xa""#),
    (#"Cs((C"a" * "b" + 1)^0):match"abab""#, #""abab""#),
    (#"Cs(P"a" / { a = 12 } * 1):match"ab""#, #""12b""#),
    (
      #"Cf(C"1" * (P"," * C(R"09"))^0, function(a, b) return a .. ":" .. b end):match"1,2,3""#,
      #""1:2:3""#
    ),
    (#"Cf(Cc(0) * (Cg(C"a" * C"b"))^1, function(n, a, b) return n + 1 end):match"abab""#, #"2"#),
    (#"Cg(C"a" * C"b"):match"ab""#, #""a" "b""#),
    (#"Ct(Cg("a", "x") * Cg(C"b" * C"c", "y")):match"abcd""#, #"{"x":"a","y":"b"}"#),
    (#"(Cg(C"a", "x") * 1 * Cb"x"):match"ab""#, #""a""#),
    (#"(Cg("a", "x") * Cg(Cg("b", "x") * Cb"x")):match"ab""#, #""b""#),
    (#"(Carg(2) * Carg(1)):match("a", 1, "x", "y")"#, #""y" "x""#),
    (#"Cc(1, nil, "b"):match"a""#, #"1 null "b""#),
    (#"Cmt("a", function(s, i) return i + 1 end):match"abc""#, #"3"#),
    (#"Cmt(C"a" * C"b", function(s, i, a, b) return true, b .. a, i end):match"ab""#, #""ba" 3"#),
    (#"(Cmt("a", function() return false end) + C(1)):match"ab""#, #""a""#),
    (#"(P(function(s, i) return #s + 1 end) * Cp()):match"abc""#, #"4"#),
    (#"P(function(s, i) return i, "x" end):match("abc", 2)"#, #""x""#),
    (#"C(1):match("abc", -1)"#, #""c""#),
    (#"Cp():match("abc", 10)"#, #"4"#),
    (#"Cp():match("abc", -10)"#, #"1"#),
    (#"Ct((C(S"ab"^1) + 1)^0):match"aab-b""#, #"["aab","b"]"#),
    (#"C(P"\0"^1):match"\0\0a""#, #""\u0000\u0000""#),
    (#"C(S"^]-%["^1):match"]^-[%a""#, #""]^-[%""#),
    (#"(R"\128\255"^1 * Cp()):match"é!""#, #"3"#),
    (#"C((1 - S"aeiou")^1):match"xyza""#, #""xyz""#),
    (#"(P"Monday" + "Mon" + "Tuesday" + 1 * P"x"):match"Mon""#, #"4"#),
    (
      #"Ct((P"if" * Cc"IF" + P"in" * Cc"IN" + C(R"az") + 1)^0):match"if in i""#, #"["IF","IN","i"]"#
    ),
  ])
  func `patterns match as LPeg's do`(_ expression: String, _ expected: String) throws {
    let told = try match(expression)
    #expect(told == quoted(expected))
  }

  /// A string as JSON writes it.
  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  @Test(arguments: [
    ("P(nil)", "expected a pattern, got nil"), ("P(1.5)", "expected a pattern, got a fraction"),
    (#"P"a" * {}"#, "a grammar's first element is its first rule, or that rule's name"),
    (#"P{ "S" }"#, "the first rule 'S' is not defined in the grammar"),
    (#"P{ V"T" }"#, "rule 'T' is not defined in the grammar"),
    (#"V"T":match"a""#, "rule 'T' is used outside a grammar"),
    (#"P{ "S", S = V"S" * "a" }"#, "rule 'S' is left recursive: it may begin with itself"),
    (
      #"P{ "S", S = V"T" * V"S", T = P"a"^-1 * V"U", U = P"b" + "" }"#,
      "rule 'S' is left recursive: it may begin with itself"
    ),
    (#"(P"a"^0)^0"#, "what is repeated may match nothing, endlessly"),
    (#"P{ V"T"^0, T = P"a" + "" }"#, "a repetition in rule '1' may match nothing, endlessly"),
    (#"P"a"^1.5"#, "a pattern is repeated an integer of times, not number"),
    (#"B(P"a" + "bc")"#, "what is looked for behind must always be of one length"),
    (#"B(C"a")"#, "what is looked for behind cannot have captures or rules"),
    (#"R"abc""#, "a range is a string of two characters, such as 'az'"),
    (#"S(1)"#, "expected a string, got number"),
    (
      #"P"a" / true"#,
      "a capture is turned by a string, a number, a table or a function, not boolean"
    ),
    (#"(C"a" / 2):match"a""#, "there is no capture 2"),
    (#"(C"a" / "%2"):match"a""#, "a string capture has no capture %2"),
    (#"Cb"x":match"a""#, "there is no group 'x' before the reference to it"),
    (#"Carg(1):match"a""#, "there is no extra argument #1 of the match"),
    (#"Cs(Cc{}):match"a""#, "a substitution takes a string or a number, got table"),
    (
      #"Cf(P"a", print):match"b", Cf(P"a" * Cg("", "n"), print):match"a""#,
      "a fold has no first value"
    ),
    (
      #"Cmt("a", function() return 9 end):match"a""#,
      "a match-time capture gives true, false or a position from the current one on"
    ),
    (#"Cmt("a", 1)"#, "expected a function, got number"),
    (
      #"P"a":match(1)"#,
      "bad argument #2 to 'desk.lpeg.match' (expected string or span, got integer)"
    ),
    (#"P"a":match("a", "x")"#, "expected an integer to begin at, got string"),
    (#"desk.lpeg.Cm(1)"#, "desk.lpeg has no 'Cm'; did you mean 'C'?"),
  ])
  func `says what is wrong with a pattern`(_ expression: String, _ expected: String) throws {
    let told = try match(expression)
    #expect(told == expected)
  }

  @Test func `positions in a span are those of the article`() throws {
    let told = try lua(
      """
      local lpeg = desk.lpeg
      local second = article.sentences[2]
      local first, behind = (lpeg.Cp() * lpeg.P(1)^1 * lpeg.Cp()):match(second)
      local from = lpeg.P{ lpeg.Cp() * lpeg.P(-1) + 1 * lpeg.V(1) }:match(second)
      return { first == second.first, article.text:sub(first, behind - 1) == second.text,
        from == second.last + 1, lpeg.P(1):match(second, second.first + 2) == second.first + 3 }
      """)
    #expect(told == "[true,true,true,true]")
  }

  @Test func `a match can be sought within a match`() throws {
    let told = try match(
      #"""
      Ct((C(R"az"^1) / function(word) return Ct((C(S"aeiou") + 1)^0):match(word) end + 1)^0):match"ada bo"
      """#)
    #expect(told == quoted(#"[["a","a"],["o"]]"#))
  }

  @Test func `thousands of words are told apart by their first bytes`() throws {
    let told = try lua(
      """
      local words = desk.lpeg.P(false)
      for n = 1, 3000 do words = words + ("w" .. n .. ";") end
      local list = desk.lpeg.Ct((desk.lpeg.C(words) + 1)^0):match(("x w7; w2999; w3001; "):rep(20))
      return { #list, list[1], list[2] }
      """)
    #expect(told == #"[40,"w7;","w2999;"]"#)
  }

  @Test(arguments: [
    // Takes sixteen times as long for each four letters more.
    (
      #"P{ "S", S = "a" * V"S" * "b" + "a" * V"S" * "c" + "a" }:match(("a"):rep(400))"#,
      "limit was reached"
    ),
    (
      #"P{ "S", S = "a" * V"S" * "b" + "" }:match(("a"):rep(5000000))"#,
      "stack overflow"
    ),
    (
      #"(function() local p = P"a" for _ = 1, 500000 do p = p^-1 * "b" end return p end)():match"b""#,
      "limit was reached"
    ),
    (#"(P"a"^-1000000000 * "b"):match"aab""#, "4"),
  ])
  func `nothing escapes the limits`(_ expression: String, _ expected: String) throws {
    let told = try match(expression)
    #expect(told.contains(expected), "\(told)")
  }
}
