import Document
import Testing

@testable import Scripting

/// What authors get wrong, and what they are told: `line: message; remedy`. Each shows what its author reads.
@Suite struct MistakesTests {
  /// A mistake in `analyze`, whose body is on line 4.
  struct Mistake: CustomTestStringConvertible {
    var body: String
    var declarations = ""
    var told: String
    var kind = PluginError.Kind.error

    var testDescription: String { body }
  }

  static let mistakes = [
    Mistake(
      body: "return { x = artcle.title }", told: "4: undefined global 'artcle'"),
    Mistake(
      body: "local n = mth.floor(2)",
      told: "4: undefined global 'mth'; did you mean 'math'?"),
    Mistake(
      body: "count = 0", told: "4: global 'count' cannot be set; declare it: local count"),
    Mistake(
      body: "string.upper = nil",
      told: "4: 'string.upper' cannot be set: libraries are read-only; "
        + "keep it in a local"),
    Mistake(
      body: "local f = io.open('x')", told: "4: undefined global 'io': scripts reach no files",
      kind: .denied),
    Mistake(
      body: "os.exit(0)", told: "4: os has no 'exit': scripts cannot end the process; use error",
      kind: .denied),
    Mistake(
      body: "for _, s in ipairs(article.sentences) do end",
      told: "4: the layer \"sentences\" was not required; add \"sentences\" to requires"),
    Mistake(
      body: "local t = article.sentences[1].tokens", declarations: "requires = { 'sentences' },",
      told: "4: the layer \"tokens\" was not required; add \"tokens\" to requires"),
    Mistake(
      body: "local t = article.titel", told: "4: article has no 'titel'; did you mean 'title'?"),
    Mistake(
      body: "local t = article.sentences[1].txt", declarations: "requires = { 'sentences' },",
      told: "4: sentence has no 'txt'; did you mean 'text'?"),
    Mistake(
      body: "local n = article.title + 1",
      told: "4: attempt to add a 'string' with a 'number'; "
        + "words are joined with '..'; a number in words is tonumber(text)"),
    Mistake(
      body: "local n = article.headline + 1",
      told: "4: attempt to perform arithmetic on a span value (field 'headline'); "
        + "reckon with a number of it, such as #value.text"),
    Mistake(
      body: "local n = 'by ' .. article",
      told: "4: attempt to concatenate an article value (local 'article'); "
        + "its words are value.text"),
    Mistake(
      body: "local n = article.words",
      told: "4: article has no 'words'; did you mean 'word_count' or 'tokens'?"),
    Mistake(
      body: "local n = ctx.options.least",
      told: "4: options has no 'least'; "
        + "declare it: options = { least = { type = \"…\", default = … } }"),
    Mistake(
      body: "local n = ctx.options.words",
      declarations: "options = { least = { type = 'integer', default = 1 }, "
        + "top = { type = 'integer', default = 2 } },",
      told: "4: options has no 'words'; known are least, top"),
    Mistake(
      body: "local n = state.words",
      told: "4: attempt to index a nil value (local 'state'); "
        + "the state is what setup returns: setup = function(ctx) return { … } end"),
    Mistake(
      body: "local n = desk.lexicon({ may = 1, might = '2' })",
      told: "4: the weight of \"might\" is no number; a list of words is { \"may\", might = 0.5 }"),
    Mistake(
      body: "local n = os.time()",
      told: "4: os.time needs a date to turn into a time: scripts have no clock; "
        + "the article's own day is article.published, and desk.date reckons with days"),
    Mistake(
      body: "return { n = article.headline }",
      declarations: "fields = { n = { type = 'string' } },",
      told: "2: result.n: expected string, got span; its words are value.text", kind: .result),
    Mistake(
      body: "article.title = 'x'",
      told: "4: this article cannot be changed; keep what you find in a local, and return it"),
    Mistake(
      body: "for token in article.tokens do end", declarations: "requires = { 'tokens' },",
      told: "4: attempt to call a sequence value (behind 'in'); "
        + "walk it with: for i, item in ipairs(items) do"),
    Mistake(
      body: "local place = article.dateline.place:lower() return article.kicker:lower()",
      told: "4: attempt to index a nil value (field 'kicker'); "
        + "not every article has it: if x.kicker then … end"),
    Mistake(
      body: "local s = article.text.upper()",
      told: "4: bad argument #1 to 'upper' (string expected, got no value); "
        + "call it with a colon, as in value:upper()"),
    Mistake(
      body: "ctx.annotate('x', article.headline)", declarations: "layers = { x = 'x' },",
      told: "4: call 'annotate' with a colon: ctx:annotate(…), not with string"),
    Mistake(
      body: "ctx:anotate('x', article.headline)", declarations: "layers = { x = 'x' },",
      told: "4: ctx has no 'anotate'; did you mean 'annotate'?"),
    Mistake(
      body: "ctx:annotate('hegde', article.headline)", declarations: "layers = { hedge = 'x' },",
      told: "4: the layer \"hegde\" is not declared; did you mean 'hedge'?"),
    Mistake(
      body: "ctx:annotate('hedge', article.headline)",
      told: "4: the layer \"hedge\" is not declared; "
        + "declare it: layers = { hedge = \"what it marks\" }"),
    Mistake(
      body: "ctx:annotate('x', 'port')", declarations: "layers = { x = 'x' },",
      told: "4: bad argument #2 to 'annotate' (expected span, got string); "
        + "give it a sentence, a hit or another span, or { first = 1, last = 3 }"),
    Mistake(
      body: "ctx:annotate('x', { first = 1, last = 500 })", declarations: "layers = { x = 'x' },",
      told: "4: the span 1…500 is not inside the text, which has 70 bytes; "
        + "positions are bytes of the text, from 1 to #article.text"),
    Mistake(
      body: "article:slice(math.maxinteger, math.maxinteger)",
      told: "4: the span 9223372036854775807…9223372036854775807 is not inside the text, "
        + "which has 70 bytes; positions are bytes of the text, from 1 to #article.text"),
    Mistake(
      body: "ctx:annotate('x', { first = 1, last = 20 })", declarations: "layers = { x = 'x' },",
      told: "4: the span 1…20 would cut a character of the text in two; "
        + "a letter such as é has two bytes; utf8.offset finds where characters begin"),
    Mistake(
      body: "ctx:annotate('x', { from = 1, to = 20 })", declarations: "layers = { x = 'x' },",
      told: "4: a span's table needs integers 'first' and 'last'; write { first = 1, last = 3 }"),
    Mistake(
      body: "ctx:annotate('x', article.headline, { f = print })",
      declarations: "layers = { x = 'x' },",
      told: "4: attributes.f: expected a value, got function; "
        + "attributes hold strings, numbers, truth values, and lists and tables of them"),
    Mistake(
      body: "ctx:annotate('x', article.headline, { range = 1 })",
      declarations: "layers = { x = 'x' },",
      told: "4: attributes.range: the name is the host's own"),
    Mistake(
      body: "local n = ctx.options.min_word",
      declarations: "options = { min_words = { type = 'integer', default = 4 } },",
      told: "4: options has no 'min_word'; did you mean 'min_words'?"),
    Mistake(
      body: "ctx:results('sentiment')",
      told: "4: the plugin \"sentiment\" was not required; add \"sentiment\" to requires"),
    Mistake(
      body: "ctx:summary()",
      told: "4: ctx:summary works in report only, not in analyze; "
        + "in analyze: ctx:results(\"plugin\")"),
    Mistake(
      body: "article:layer('sentense')",
      told: "4: unknown layer \"sentense\"; did you mean 'sentences'?"),
    Mistake(
      body: "article:layer('sentences', { wihtin = article.headline })",
      declarations: "requires = { 'sentences' },",
      told: "4: unknown option 'wihtin'; did you mean 'within'?"),
    Mistake(
      body: "local words = require('words')",
      told: "4: module 'words' not found: a plugin of one file has no modules; "
        + "make it a folder, trial/plugin.lua"),
    Mistake(
      body: "error({ code = 5 })",
      told:
        "4: the error object is a table; give error a string, or a table with a string 'message'"),
    Mistake(body: "error()", told: "4: the error object is nil; give error a message"),
    Mistake(
      body: "while true do end",
      told:
        "4: the time limit was reached; see whether a loop ends here, do less for one article, or raise limits.seconds",
      kind: .timeout),
    Mistake(
      body: "return { rate = 'high' }", declarations: "fields = { rate = { type = 'number' } },",
      told: "2: result.rate: expected number, got string; "
        + "write tonumber(…), or declare type = \"string\"", kind: .result),
    Mistake(
      body: "return { rte = 1 }", declarations: "fields = { rate = { type = 'number' } },",
      told: "3: result.rte: the field is not declared; did you mean 'rate'?", kind: .result),
    Mistake(
      body: "return { mood = 1 }", declarations: "fields = { rate = { type = 'number' } },",
      told: "3: result.mood: the field is not declared; "
        + "declare it: fields = { mood = { type = \"…\", merge = \"…\" } }", kind: .result),
    Mistake(
      body: "return { rate = 0 / 0 }", declarations: "fields = { rate = { type = 'number' } },",
      told: "3: result.rate: expected a finite number, got nan; "
        + "guard the division: n / math.max(1, total)", kind: .result),
    Mistake(
      body: "return { n = 1.5 }", declarations: "fields = { n = { type = 'integer' } },",
      told: "2: result.n: expected integer, got number 1.5; "
        + "round it with math.floor or //, or declare type = \"number\"", kind: .result),
    Mistake(
      body: "return { n = 0 / 0 }", declarations: "fields = { n = { type = 'integer' } },",
      told: "2: result.n: expected integer, got number \(-Double.nan); "
        + "0/0 is no number; guard the division: n // math.max(1, total)", kind: .result),
    Mistake(
      body: "return { n = 2 ^ 65 }", declarations: "fields = { n = { type = 'integer' } },",
      told: "2: result.n: expected integer, got number 3.6893488147419103e+19; "
        + "it is too large for an integer; declare type = \"number\"", kind: .result),
    Mistake(
      body: "return { n = {} }", declarations: "fields = { n = { type = 'integer' } },",
      told: "2: result.n: expected integer, got table; give one number of it, such as #list, "
        + "or declare type = \"list\" or \"map\"", kind: .result),
    Mistake(
      body: "for _ in pairs(article) do end",
      told: "4: pairs: an article has no elements; it has fields, as in value.name"),
    Mistake(
      body: "return { n = { a = 1 } }", declarations: "fields = { n = { type = 'list' } },",
      told: "2: result.n: expected list, got map; "
        + "a list has values alone; for names with values declare type = \"map\"", kind: .result),
    Mistake(
      body: "return { n = { article } }", declarations: "fields = { n = { type = 'list' } },",
      told: "3: result.n[1]: expected a value, got article; "
        + "results hold strings, numbers, truth values, and lists and tables of them", kind: .result
    ),
    Mistake(
      body: "return 5", declarations: "fields = { n = { type = 'integer' } },",
      told: "3: result: expected a table, got integer; return { name = value }", kind: .result),
    Mistake(
      body: "local n = 1", declarations: "fields = { n = { type = 'integer' } },",
      told: "3: result: expected a table with the declared fields, got nil; "
        + "end analyze with: return { n = … }", kind: .result),
    Mistake(
      body: "return { 1, 2 }", declarations: "fields = { n = { type = 'integer' } },",
      told: "3: result: expected names as keys, got a key of type integer; "
        + "return { name = value }; a list goes into a field of type \"list\"", kind: .result),
  ]

  @Test(arguments: mistakes)
  func `a mistake is told`(mistake: Mistake) throws {
    let host = try PluginHost(
      [analyzing(mistake.body, mistake.declarations)], limits: Limits(seconds: 0.5))
    let error = try #require(host.analyze(.harbour).first?.error)
    #expect(error.short == mistake.told)
    #expect(error.kind == mistake.kind)
    #expect(error.plugin == "trial")
    #expect(error.phase == "analyze")
    #expect(error.file == "trial.lua")
    #expect(error.sourceLine != nil)
  }

  @Test func `a traceback has the plugin's own frames only`() throws {
    let package = folder(files: [
      "plugin.lua": """
      local words = require "words"
      return {
        api = 1, name = "trial",
        analyze = function(article, ctx)
          local ok = pcall(error, "x")
          words.count(article.title)
        end,
      }
      """,
      "words.lua": """
      local words = {}
      local function split(text)
        return text.field.field
      end
      function words.count(text)
        local parts = split(text)
        return parts
      end
      return words
      """,
    ])
    let error = try #require(try finding(package).error)
    #expect(error.message == "string has no 'field'")
    #expect(error.file == "plugins/trial/words.lua")
    #expect(error.line == 3)
    #expect(error.sourceLine == "return text.field.field")
    #expect(
      error.traceback == [
        "trial/words.lua:3: in function 'split'", "trial/words.lua:6: in function 'count'",
        "trial/plugin.lua:6: in function 'analyze'",
      ])
  }

  @Test func `an error of one article leaves the next alone`() throws {
    let package = analyzing(
      "if article.title == 'bad' then error('no') end return { n = 1 }",
      "fields = { n = { type = 'integer' } },")
    let host = try PluginHost([package])
    var bad = Article.harbour
    bad.metadata.title = Sourced("bad", from: "json")
    #expect(host.analyze(bad)[0].error?.short == "4: no")
    #expect(host.analyze(.harbour)[0].fields == ["n": 1])
  }
}
