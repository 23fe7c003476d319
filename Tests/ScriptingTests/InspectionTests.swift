import Document
import Testing

@testable import Scripting

/// What `check` finds in the source of plugins.
@Suite struct InspectionTests {
  /// A mistake in `analyze`, whose body is on line 4, and what is told of it: `line:column code: message; remedy`.
  struct Case: CustomTestStringConvertible {
    var body: String
    var declarations = ""
    var told: [String]

    init(_ body: String, _ declarations: String = "", _ told: String...) {
      self.body = body
      self.declarations = declarations
      self.told = told
    }

    var testDescription: String { body }
  }

  static func told(_ package: PluginPackage) -> [String] {
    PluginHost.inspect(package, errors: PluginHost.check([package])).map { diagnostic in
      let place = diagnostic.place.map { "\($0.line)" + ($0.column > 0 ? ":\($0.column)" : "") }
      return "\(place ?? "") \(diagnostic.code): \(diagnostic.message)"
        + (diagnostic.remedy.map { "; \($0)" } ?? "")
    }
  }

  static let names = [
    Case("print(mth.pi)", "", "4:11 unknown-global: undefined global 'mth'; did you mean 'math'?"),
    Case(
      "print(artcle)", "", "4:11 unknown-global: undefined global 'artcle'; did you mean 'article'?"
    ),
    Case("print(null)", "", "4:11 unknown-global: undefined global 'null'; write nil"),
    Case("io.open('x')", "", "4:5 unknown-global: undefined global 'io': scripts reach no files"),
    Case(
      "count = 0", "", "4:5 assigned-global: global 'count' cannot be set; declare it: local count"),
    Case(
      "print(article.titel)", "",
      "4:19 unknown-member: article has no 'titel'; did you mean 'title'?"),
    Case(
      "local a = article print(a.titel)", "",
      "4:31 unknown-member: article has no 'titel'; did you mean 'title'?"),
    Case(
      "for _, s in ipairs(article.sentences) do print(s.txt) end", "requires = { 'sentences' },",
      "4:54 unknown-member: sentence has no 'txt'; did you mean 'text'?"),
    Case(
      "print(article.sentences.text)", "requires = { 'sentences' },",
      "4:29 unknown-member: a list of sentences has no 'text'; one of them has: article.sentences[1].text"
    ),
    Case(
      "print(desk.lowr('x'))", "", "4:16 unknown-member: desk has no 'lowr'; did you mean 'lower'?"),
    Case(
      "print(('x'):uper())", "", "4:17 unknown-member: string has no 'uper'; did you mean 'upper'?"),
    Case(
      "print(os.exit)", "",
      "4:14 unknown-member: os has no 'exit': scripts cannot end the process; use error"),
    Case(
      "local d = article.dateline if d then print(d.city) end", "",
      "4:50 unknown-field: dateline has no 'city'; known are place, places, date, agency, span"),
    Case(
      "local t = { words = 1 } print(t.word)", "",
      "4:37 unknown-field: nothing sets the field 'word'; did you mean 'words'?"),
    Case(
      "print(ctx.options.min_word)", "options = { min_words = { type = 'integer', default = 4 } },",
      "2:40 unused-option: nothing reads the option 'min_words'; read ctx.options.min_words, or delete it",
      "4:23 unknown-option: options has no 'min_word'; did you mean 'min_words'?"),
    Case(
      "print(article:layer('tokens', { wihtin = article.headline }))", "requires = { 'tokens' },",
      "4:37 unknown-key: unknown option 'wihtin'; did you mean 'within'?"),
    Case(
      "article.title = 'x'", "",
      "4:5 read-only: this article cannot be changed; keep what you find in a local, or mark it with ctx:annotate"
    ),
    Case(
      "string.upper = nil", "",
      "4:5 read-only: 'string.upper' cannot be set; libraries are read-only; keep it in a local"),
    Case(
      "local total = 0", "",
      "4:11 unused-local: nothing reads 'total'; use it, or delete it; a name such as '_total' is left alone"
    ),
    Case(
      "local function f() end", "",
      "4:20 unused-local: the function 'f' is never used; call it, or delete it"),
    Case(
      "local found = false do local found = true end print(found)", "",
      "4:34 hidden-local: this 'found' is another variable than the one on line 4, and nothing reads it; to set that one, drop 'local'"
    ),
  ]

  static let declarations = [
    Case(
      "ctx:annotate('hegde', article.headline) ctx:annotate('hedge', article.headline)",
      "layers = { hedge = 'x' },",
      "4:18 undeclared-layer: the layer \"hegde\" is not declared; did you mean 'hedge'?"),
    Case(
      "print(article:layer('sentense'))", "",
      "4:25 unknown-layer: unknown layer \"sentense\"; did you mean 'sentences'?"),
    Case(
      "print(ctx:lexicon('hegdes'))", "",
      "4:23 unknown-resource: the resource \"hegdes\" is not declared; declare it: resources = { hegdes = \"hegdes.tsv\" }"
    ),
    Case(
      "print(#article.sentences)", "",
      "4:20 missing-requirement: the layer \"sentences\" was not required; write requires = { \"sentences\" }"
    ),
    Case(
      "print(ctx:results('sentiment').compound)", "",
      "4:23 missing-requirement: the plugin \"sentiment\" was not required; write requires = { \"sentiment\" }"
    ),
    Case(
      "return { wrods = 3 }", "fields = { words = { type = 'integer' } },",
      "2:39 unreturned-field: analyze never returns the field 'words'; return { words = … }, or delete it here",
      "4:14 undeclared-field: the field 'wrods' is not declared; did you mean 'words'?"),
    Case(
      "return { words = 'three' }", "fields = { words = { type = 'integer' } },",
      "4:22 field-type: the field 'words' is an integer, and this is \"three\""),
    Case(
      "local r = {} r.names = article.authors r.count = article.authors return r",
      "fields = { names = { type = 'list' }, count = { type = 'integer' } },",
      "4:54 field-type: the field 'count' is an integer, and this is a list of strings; how many there are is #article.authors"
    ),
    Case(
      "return { half = article.word_count / 2 }", "fields = { half = { type = 'integer' } },",
      "4:21 fraction: the field 'half' is an integer, and '/' gives a fraction; round it with math.floor or //, or declare type = \"number\""
    ),
    Case(
      "print(article.title)", "fields = { words = { type = 'integer' } },",
      "3:13 missing-return: analyze returns nothing, and fields are declared; end it with: return { words = … }"
    ),
    Case(
      "return 3", "fields = { words = { type = 'integer' } },",
      "4:12 result-type: analyze returns an integer, not a table of fields; return { words = … }"),
    Case(
      "return { article.word_count }", "fields = { words = { type = 'integer' } },",
      "4:14 result-type: analyze returns a list, not fields by name; return { words = … }"),
    Case(
      "if article.word_count == 0 then return nil end return { words = 1 }",
      "fields = { words = { type = 'integer' } },"),
    Case(
      "print(article.title)", "layers = { hedge = 'x' },",
      "2:39 unused-layer: nothing writes to the layer 'hedge'; ctx:annotate(\"hedge\", span), or delete it"
    ),
    Case(
      "print(article.title)", "requires = { 'tokens' },",
      "2:41 unused-requirement: nothing reads 'tokens'; delete it, so that it is not computed"),
    Case(
      "print(require('words'))", "",
      "4:11 missing-module: module 'words' not found: a plugin of one file has no modules; make it a folder, trial/plugin.lua"
    ),
    Case(
      "print(require(article.title))", "",
      "4:19 late-module: which module this is shows only while running; name it literally, or require it at the top of the file"
    ),
  ]

  static let calls = [
    Case(
      "ctx:annotate('x')", "layers = { x = 'x' },",
      "4:5 missing-argument: 'annotate' needs 2 arguments, and is given 1; add span"),
    Case(
      "print(desk.lower('x', 'en'))", "",
      "4:27 extra-argument: 'lower' takes 1 argument, and is given 2; what is too much is dropped"),
    Case(
      "local function f(a) return a end print(f(1, 2))", "",
      "4:49 extra-argument: 'f' takes 1 argument, and is given 2; what is too much is dropped"),
    Case(
      "ctx:annotate('x', 'port')", "layers = { x = 'x' },",
      "4:23 argument-type: 'span' of 'annotate' should be a span, not \"port\""),
    Case(
      "ctx:annotate('x', article.headline, { by = function() return 1 end })",
      "layers = { x = 'x' },",
      "4:48 argument-type: the attribute 'by' cannot be a function; attributes hold strings, numbers, truth values, and lists and tables of them"
    ),
    Case(
      "ctx:annotate('x', article.headline, { by = article.headline })", "layers = { x = 'x' },",
      "4:48 argument-type: the attribute 'by' cannot be a span; its words are article.headline.text"
    ),
    Case(
      "print(desk.lexicon({ 'may', 5, might = '0.5', could = 1 }, { case = 'keep' }))", "",
      "4:33 argument-type: a word should be a string, not an integer; a list of words is { \"may\", might = 0.5 }",
      "4:44 argument-type: the weight of 'might' should be a number, not \"0.5\"; a list of words is { \"may\", might = 0.5 }"
    ),
    Case("print(ctx:lexicon({ tsv = 'may' }))"),
    Case(
      "print(os.time())", "",
      "4:11 missing-argument: 'time' is given no time, and scripts have no clock; the article's own day is article.published, and desk.date reckons with days"
    ),
    Case("print(os.time({ year = 2026, month = 3, day = 4 }))"),
    Case(
      "print(os.clock(), os.now)", "",
      "4:14 unknown-member: os has no 'clock': scripts have no clock; known are date, difftime, time",
      "4:26 unknown-member: os has no 'now'; known are date, difftime, time"),
    Case(
      "for name in pairs(article) do print(name) end", "",
      "4:23 not-iterable: an article has no elements for 'pairs' to walk over; read its fields by name, as in article.id"
    ),
    Case("for name in pairs(article.metadata) do print(name) end"),
    Case(
      "ctx.annotate('x', article.headline)", "layers = { x = 'x' },",
      "4:9 dot-call: 'annotate' is called with a dot; with a colon: ctx:annotate(…)"),
    Case(
      "print(article.text.upper())", "",
      "4:24 dot-call: 'upper' is called with a dot; with a colon: article.text:upper(…)"),
    Case(
      "print(desk:lower('x'))", "",
      "4:16 colon-call: 'lower' is called with a colon; with a dot: desk.lower(…)"),
    Case(
      "print(article.title())", "",
      "4:11 not-callable: 'article.title' is a string, not a function; leave the brackets out"),
    Case(
      "for s in article.tokens do print(s) end", "requires = { 'tokens' },",
      "4:14 not-iterable: a list of tokens is no iterator; walk it with: for i, item in ipairs(article.tokens) do"
    ),
    Case(
      "print('by ' .. article.authors)", "",
      "4:20 operand-type: a list of strings cannot be joined to a string; write table.concat(article.authors, \", \")"
    ),
    Case(
      "if article.word_count > '3' then print(1) end", "",
      "4:8 operand-type: an integer and \"3\" have no order; write tonumber(…)"),
    Case(
      "for _, t in ipairs(article.tokens) do if t.kind == 'wrod' then print(t) end end",
      "requires = { 'tokens' },",
      "4:56 never-equal: 't.kind' and \"wrod\" are never equal; did you mean 'word'?"),
    Case(
      "if article.title == 3 then print(1) end", "",
      "4:8 never-equal: a string and an integer are never equal; write tonumber(…) or tostring(…)"),
    Case(
      "print(article.dateline.place)", "",
      "4:11 maybe-nil: 'article.dateline' may be nil, and has no 'place' then; ask first: if article.dateline then … end"
    ),
    Case(
      "print('x' .. article.subtitle)", "",
      "4:18 maybe-nil: 'article.subtitle' may be nil; ask first: if article.subtitle then … end"),
    Case(
      "local tone = ctx:results('sentiment') print(tone.compound)",
      "requires = { 'sentiment?' },",
      "4:49 maybe-nil: 'tone' may be nil, and has no 'compound' then; ask first: if tone then … end"
    ),
  ]

  static let pitfalls = [
    Case(
      "print(state.words)", "",
      "4:11 maybe-nil: 'state' is nil, for the plugin has no setup; make it there: setup = function(ctx) return { … } end"
    ),
    Case("if state then print(state.words) end"),
    Case(
      "print(article.words)", "",
      "4:19 unknown-member: article has no 'words'; did you mean 'word_count' or 'tokens'?"),
    Case(
      "error('x') print(1)", "", "4:16 unreachable: this is never reached; line 4 always leaves"),
    Case(
      "article.title:gsub('a', 'b')", "",
      "4:5 ignored-result: 'gsub' changes nothing; its result is thrown away; keep it: local x = …"),
    Case(
      "print(article.tokens[0])", "requires = { 'tokens' },",
      "4:26 zero-index: there is nothing at 0; lists begin at 1"),
    Case(
      "for i = 0, #article.tokens - 1 do print(article.tokens[i]) end", "requires = { 'tokens' },",
      "4:13 zero-index: 'article.tokens[0]' is read, and there is nothing; lists begin at 1: for i = 1, #article.tokens do"
    ),
    Case(
      "if #article.title > 60 then print(1) end", "",
      "4:8 bytes: '#' counts bytes, not characters; write utf8.len(article.title)"),
    Case(
      "print(article.title:sub(1, 80))", "",
      "4:11 bytes: 'sub' counts bytes, and may cut a character in two; find the byte of a character: utf8.offset(text, 81) - 1"
    ),
    Case(
      "print(article.title:lower())", "",
      "4:11 ascii-case: 'lower' leaves letters such as é and Ü as they are; write desk.lower(article.title)"
    ),
    Case(
      "local l = {} for k in desk.each({}) do l[#l + 1] = k end print(l)", "",
      "4:44 unordered: 'l' is filled in another order in every run; sort it, or walk with pairs"),
    Case(
      "state.last = article.headline", "",
      "4:5 kept-article: 'state.last' keeps a span for the next article; keep its text or its numbers"
    ),
    Case(
      "print(article.text:find('[a-z'))", "",
      "4:29 pattern: malformed pattern (missing ']'); a plain [ is written %["),
    Case(
      "print(desk.regex('(a'))", "",
      "4:22 pattern: wrong pattern at byte 3: missing closing parenthesis; a plain ( is written \\("
    ),
    Case(
      "print(article.text:gsub('\\\\d', ''))", "",
      "4:29 regex-escape: '\\d' is a backslash and a letter to Lua's patterns; write %d, or use desk.regex"
    ),
    Case(
      "print(('%s: 100% of %d %%'):format(article.title))", "",
      "4:11 missing-argument: the format has 3 directives, and 'format' is given 1 value; each % takes a value; a plain % is written %%"
    ),
    Case(
      "print(article.title:trim())", "",
      "4:25 unknown-member: string has no 'trim'; write text:match(\"^%s*(.-)%s*$\")"),
    Case(
      "print(1) -- copydesk: allow unused-options", "",
      "4:14 unknown-code: \"unused-options\" is no code that can be allowed; did you mean 'unused-option'?"
    ),
    Case(
      "print(1) -- copydesk: allow unused-local", "",
      "4:14 unused-allow: there is no unused-local to allow here"),
  ]

  static let summaries = [
    Case(
      "", "report = function(r, summary) r:text(summary.wrods .. summary.words) end,",
      "2:73 unknown-field: the table has no 'wrods'; did you mean 'words'?"),
    Case("", "report = function(r, s) for name in pairs(s) do r:text(s[name]) end end,"),
    Case("", "report = function(r, s) if s.counts.failed > 0 then r:text(s.words) end end,"),
    Case(
      "",
      "aggregate = { new = function() return {} end, merge = function(a, b) return a end, "
        + "add = function(a, article, fields) a.n = fields.wrods end },",
      "2:159 unknown-field: the table has no 'wrods'; did you mean 'words'?"),
    Case(
      "",
      "aggregate = { new = function() return {} end, merge = function(a, b) return a end, "
        + "add = function(a, article, fields) a.n = fields.words end }, "
        + "report = function(r, s) r:text(s.total) end,"),
    Case(
      "",
      "aggregate = (function() return { new = function() return {} end, "
        + "add = function(a) return a end, merge = function(a, b) return a end } end)(), "
        + "report = function(r, s) r:text(s.total) end,"),
  ]

  @Test(arguments: summaries)
  func `what a report and an aggregate are given has the plugin's fields`(mistake: Case) {
    let fields = "fields = { words = { type = 'integer', merge = 'sum' } }, "
    let told = Self.told(analyzing("return { words = 1 }", mistake.declarations + fields))
    #expect(told == mistake.told)
  }

  @Test(arguments: names + declarations + calls + pitfalls)
  func `a mistake is told with its place and remedy`(mistake: Case) {
    #expect(Self.told(analyzing(mistake.body, mistake.declarations)) == mistake.told)
  }

  @Test func `the reference of codes is what the table of codes says`() {
    Golden("Sources/Scripting/Scripting.docc/Diagnostics.md").expect(Rule.reference)
  }

  @Test func `every code has a case`() {
    let told = (Self.names + Self.declarations + Self.calls + Self.pitfalls).flatMap(\.told)
    let others: Set<Rule> = [
      .syntax, .load, .declaration, .setup, .unusedOption, .unusedResource, .moduleCycle, .wordList,
    ]
    for rule in Rule.allCases where !others.contains(rule) {
      #expect(told.contains { $0.contains(" \(rule.rawValue): ") }, "\(rule.rawValue)")
    }
  }

  @Test func `modules are looked into as well, with their circles`() {
    let package = folder(files: [
      "plugin.lua":
        "local a = require 'a'\nreturn { api = 1, name = 'trial', analyze = function() print(a.words) end }",
      "a.lua": "local M = {}\nfunction M.words() return require 'b' end\nreturn M",
      "b.lua": "local a = require 'a'\nreturn a and mth",
    ])
    #expect(
      Self.told(package) == [
        "1:11 module-cycle: modules require each other in a circle: a → b → a; put what both need into a third",
        "2:14 unknown-global: undefined global 'mth'; did you mean 'math'?",
      ])
  }

  @Test func `word lists are looked into`() {
    let package = folder(files: [
      "plugin.lua": """
      return { api = 1, name = 'trial', resources = { words = 'words.tsv' },
        setup = function(ctx) return ctx:lexicon('words') end, analyze = function() end }
      """,
      "words.tsv": "# mine\nmay\t1\nmight 0.5\ncould\t1\t2\narea 51\t1\n",
    ])
    #expect(
      Self.told(package) == [
        "3 word-list: all of \"might 0.5\" is the term, for the line has no tab; part columns by tabs",
        "4 word-list: the line has 2 columns behind the term, and the list has 1; name them in the first line, term and then a name for each column",
      ])
  }

  @Test func `an error of loading is told once`() {
    #expect(
      Self.told(plugin("trial", "return {\n  api = = 1,\n}\n")) == [
        "2:9 syntax: expected an expression before '='"
      ])
    #expect(
      Self.told(plugin("trial", "local n = mth.floor(2)\nreturn { api = 1, n = n }")) == [
        "1:11 unknown-global: undefined global 'mth'; did you mean 'math'?"
      ])
    #expect(
      Self.told(analyzing("return {}", "sumary = 'x',")) == [
        "2 declaration: unknown key \"sumary\"; did you mean 'summary'?"
      ])
  }

  /// What honest plugins do.
  @Test(arguments: [
    "local d = article.dateline return d and d.place and print(d.place)",
    "local first = article.sentences[1] if not first then return end print(first.text)",
    "for _, e in ipairs(article:layer('entities')) do print(e.name, e.label == 'ORG') end",
    "for i, name in ipairs(article.authors) do print(i .. ': ' .. name) end",
    "local n = 0 for _, t in ipairs(article.tokens) do n = n + #t.text end print(n / #article.tokens)",
    "local t = setmetatable({}, { __index = function(_, k) return k end }) print(t.anything)",
    "local ok, message = pcall(error, 'x') print(ok, message)",
    "local head = article.text:sub(1, article.sentences[1].last) print(head)",
    "if article.title:sub(1, 1) == '#' or article.title:lower() == 'the' then print(1) end",
    "local published = article.published if published and published > '2020' then print(1) end",
    "print(article.language or 'und', (article.subtitle or ''):len())",
    "local list = {} for k in desk.each({}) do list[#list + 1] = k end table.sort(list) print(list)",
    "local s = article:slice(1, 3) print(s.text, s.quotes)",
    "for hit in ctx:lexicon({ 'a' }):hits(article) do print(hit.value, hit.term) end",
    "local m = desk.regex('a'):find(article) if m then print(m[1], m.first, m.groups.x) end",
    "local r = {} r[#r + 1] = article.title print(table.concat(r, ' '), r[1]:upper())",
    "local q = article.quotes[1] print(q and q.speaker and q.speaker.text)",
    "print(('%d'):format(3), #article.text > 0, article.metadata.paywall)",
  ])
  func `honest code is left alone`(body: String) {
    let declarations =
      "requires = { 'sentences', 'tokens', 'entities', 'quotes' },"
    let told = Self.told(analyzing(body, declarations)).filter {
      !$0.contains("unused-requirement")
    }
    #expect(told == [])
  }

  @Test func `comments allow what they name`() {
    let behind = "local a = 1 -- copydesk: allow unused-local"
    let above = "\n-- copydesk: allow unused-local, unknown-global\nlocal a = mth"
    #expect(Self.told(analyzing(behind)) == [])
    #expect(Self.told(analyzing(above)) == [])
    let top = "-- copydesk: allow unused-local\nlocal a = 1\nlocal b = 2\n"
    let rest = "return { api = 1, name = 'trial', analyze = function() end }"
    #expect(Self.told(plugin("trial", top + rest)) == [])
  }

  @Test func `Lua's library is declared as the sandbox has it`() throws {
    let source = """
      return { api = 1, name = 'trial', analyze = function()
        local names = {}
        for name, value in pairs(_G) do
          if name ~= 'desk' then names[#names + 1] = name end
          if type(value) == 'table' and name ~= '_G' and name ~= 'desk' then
            for member in pairs(value) do names[#names + 1] = name .. '.' .. member end
          end
        end
        return { names = names }
      end, fields = { names = { type = 'list' } } }
      """
    let found = try finding(plugin("trial", source)).fields["names"]?.list ?? []
    var declared: Set<String> = []
    for (library, members) in StandardLibrary.members {
      if !library.isEmpty { declared.insert(library) }
      declared.formUnion(members.keys.map { library.isEmpty ? $0 : "\(library).\($0)" })
    }
    #expect(Set(found.compactMap(\.string)) == declared)
  }

  @Test func `all types of the API and of Lua's library are understood`() {
    for owner in PluginAPI.owners {
      for member in owner.members { #expect(LuaType(member.type) != nil, "\(member.type)") }
    }
    for type in StandardLibrary.members.values.flatMap(\.values) {
      #expect(LuaType(type) != nil, "\(type)")
    }
  }
}
