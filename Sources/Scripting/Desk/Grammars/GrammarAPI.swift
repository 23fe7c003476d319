internal import Lua

// `desk.lpeg`: parsing expression grammars, with the interface of LPeg.
//
// LPeg itself counts no steps, calls no hook and recurses in C as deep as a script likes. This is written in Lua, so that
// a script's limits of time and memory hold for it as for any other script.

extension Session {
  var grammarOwners: [APIOwner] { [lpegOwner, patternOwner] }

  private var lpegOwner: APIOwner {
    let value =
      "copydesk.Pattern | string | integer | boolean | table | (fun(text: string, position: integer, ...: any): any)"
    let pattern = "copydesk.Pattern"
    return APIOwner(
      library: "desk.lpeg",
      doc:
        "Parsing expression grammars, with the names and meanings of LPeg 1.0. Patterns are added (`a + b`: or else), "
        + "multiplied (`a * b`: then), subtracted (`a - b`), repeated (`a^0`, `a^1`, `a^-1`), negated (`-a`), asked for ahead "
        + "(`#a`), and divided by what becomes of their captures.",
      members: [
        APIMember(
          "P", type: "fun(value: \(value)): \(pattern)",
          doc:
            "A pattern: of a string that very string, of a number so many bytes (of a negative one that so many do not follow), "
            + "of a truth value always or never, of a table the grammar of its rules, of a function what that decides.",
          access: nil),
        APIMember(
          "S", type: "fun(letters: string): \(pattern)", doc: "One byte of those in a string.",
          access: nil),
        APIMember(
          "R", type: "fun(...: string): \(pattern)",
          doc: "One byte of ranges, each a string of its two ends.", access: nil),
        APIMember(
          "utfR", type: "fun(from: integer, to: integer): \(pattern)",
          doc: "One character of UTF-8 whose code point is in a range.", access: nil),
        APIMember(
          "V", type: "fun(rule: any): \(pattern)", doc: "A rule of the grammar that it stands in.",
          access: nil),
        APIMember(
          "B", type: "fun(value: \(value)): \(pattern)",
          doc:
            "That something stands right before. It must be of one length and have no captures.",
          access: nil),
        APIMember(
          "match",
          type:
            "fun(pattern: \(value), text: string | copydesk.Span | copydesk.Article, from?: integer, ...: any): any, ...",
          doc:
            "Matches a text from its start, or from a byte of it, and gives the captures; without captures the position behind the "
            + "match; nil where there is none. Positions in a span, or in the article, are those of the article. Further "
            + "arguments are for `Carg`.", access: nil),
        APIMember(
          "type", type: "fun(value: any): \"pattern\"?", doc: "Whether a value is a pattern.",
          access: nil),
        APIMember(
          "locale", type: "fun(classes?: table<string, any>): table<string, \(pattern)>",
          doc:
            "One byte of ASCII of each class: `alnum`, `alpha`, `cntrl`, `digit`, `graph`, `lower`, `print`, `punct`, `space`, `upper` "
            + "and `xdigit`, in a new table or in one that is given.", access: nil),
      ] + captureMembers(value, pattern))
  }

  private func captureMembers(_ value: String, _ pattern: String) -> [APIMember] {
    [
      APIMember(
        "C", type: "fun(value: \(value)): \(pattern)",
        doc: "Captures the text of a match, before what is captured within it.", access: nil),
      APIMember(
        "Cp", type: "fun(): \(pattern)", doc: "Captures the position, in bytes.", access: nil),
      APIMember(
        "Cc", type: "fun(...: any): \(pattern)", doc: "Captures values that are given.", access: nil
      ),
      APIMember(
        "Cg", type: "fun(value: \(value), name?: any): \(pattern)",
        doc:
          "Captures what is captured within as one; under a name, for `Cb` and `Ct`, it gives nothing by itself.",
        access: nil),
      APIMember(
        "Cb", type: "fun(name: any): \(pattern)",
        doc: "Captures once more what the last group of a name did.", access: nil),
      APIMember(
        "Ct", type: "fun(value: \(value)): \(pattern)",
        doc:
          "Captures a table of what is captured within: a list, and named groups by their names.",
        access: nil),
      APIMember(
        "Cs", type: "fun(value: \(value)): \(pattern)",
        doc: "Captures the text with each capture within it in place of what that matched.",
        access: nil),
      APIMember(
        "Cf", type: "fun(value: \(value), with: fun(result: any, ...: any): any): \(pattern)",
        doc: "Captures what a function makes of the first value and of each further capture.",
        access: nil),
      APIMember(
        "Carg", type: "fun(number: integer): \(pattern)",
        doc: "Captures one of the further arguments of `match`.", access: nil),
      APIMember(
        "Cmt",
        type:
          "fun(value: \(value), decide: fun(text: string, position: integer, ...: any): any): \(pattern)",
        doc:
          "Has a function decide, when something matches, whether it shall: false or nothing for no, true for yes, or the "
          + "position to go on from; what else it gives is captured.", access: nil),
    ]
  }

  private var patternOwner: APIOwner {
    var owner = APIOwner(
      table: "pattern", doc: "A pattern of `desk.lpeg`.",
      members: [
        APIMember(
          "match",
          type:
            "fun(text: string | copydesk.Span | copydesk.Article, from?: integer, ...: any): any, ...",
          doc: "As `desk.lpeg.match`.", access: nil)
      ])
    owner.hasOperators = true
    return owner
  }

  /// Defines what is written in Lua.
  func defineGrammars() {
    let subject = interpreter.function("desk.lpeg.match") {
      [unowned self] (call) throws(Fault) in try pushSubject(call)
    }
    interpreter.promise("lpeg", in: "desk") { call in
      call.push(GrammarSource.whole)
      call.push(subject)
      return 2
    }
  }

  /// The text of a span or the article, and how many bytes of the article stand before it.
  private func pushSubject(_ call: Call) throws(Fault) -> Int {
    let text = try text(call, 2)
    call.push(text.part)
    call.push(text.range.lowerBound)
    return 2
  }
}

/// The library, in the order in which its parts need one another.
enum GrammarSource {
  static var whole: String {
    [trees, analysis, grammars, captures, matching, patterns].joined(separator: "\n")
  }
}
