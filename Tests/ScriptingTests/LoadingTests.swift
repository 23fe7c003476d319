import Document
import Testing

@testable import Scripting

@Suite struct LoadingTests {
  @Test func `a plugin says what it is`() throws {
    let package = folder(
      "hedging",
      files: [
        "plugin.lua": """
        local words = require "words"

        --- How far a story hedges its claims.
        ---
        --- Counts *may*, *might* and the like.
        ---@type copydesk.Plugin
        return {
          api = 1, name = "hedging", version = "1.2.0", summary = "Hedges",
          author = "Jo Roe", license = "MIT", categories = { "style" }, languages = { "en" },
          requires = { "sentences", "tokens" },
          layers = { weak = "weakens", hedge = "hedges" },
          fields = {
            rate = { type = "number", merge = "mean", doc = "hedged / all" },
            hedged = { type = "integer", merge = "sum" },
          },
          options = {
            min_words = { type = "integer", default = 4, min = 1, max = 9.5, doc = "shortest" },
            mode = { type = "string", default = "all", choices = { "all", "some" } },
          },
          resources = { list = "lists/hedges.tsv" },
          analyze = function() return { hedged = words.count } end,
          report = function() end,
        }
        """,
        "words.lua": "return { count = 3 }", "lists/hedges.tsv": "may\\t1\\n",
      ])
    let description = try PluginHost.describe(package)
    #expect(
      description
        == PluginDescription(
          name: "hedging", version: "1.2.0", summary: "Hedges", author: "Jo Roe", license: "MIT",
          categories: ["style"], languages: ["en"], requires: ["sentences", "tokens"],
          layers: [
            LayerDescription(name: "weak", doc: "weakens"),
            LayerDescription(name: "hedge", doc: "hedges"),
          ],
          fields: [
            FieldDescription(name: "rate", type: .number, merge: .mean, doc: "hedged / all"),
            FieldDescription(name: "hedged", type: .integer, merge: .sum, doc: ""),
          ],
          options: [
            OptionDescription(
              name: "min_words", type: .integer, defaultValue: 4, minimum: 1, maximum: 9.5,
              doc: "shortest"),
            OptionDescription(
              name: "mode", type: .string, defaultValue: "all", choices: ["all", "some"]),
          ],
          help: "How far a story hedges its claims.\n\nCounts *may*, *might* and the like.",
          path: "plugins/hedging", hash: description.hash, hasAggregate: false, hasReport: true))
    let host = try PluginHost([package])
    #expect(host.layers == [.sentences, .tokens])
    #expect(host.analyze(.harbour)[0].fields == ["hedged": 3])
  }

  @Test func `the hash covers code, modules and resources`() throws {
    func hash(_ main: String = "", words: String = "", list: String = "") throws -> String {
      try PluginHost.describe(
        folder(files: [
          "plugin.lua": """
          \(main) return { api = 1, name = "trial", resources = { list = "list.txt" },
            analyze = function() return require("words") end }
          """,
          "words.lua": words, "list.txt": list,
        ])
      ).hash
    }
    let hashes = [
      try hash(), try hash("local x;"), try hash(words: "return 1"), try hash(list: "a"),
      try hash(words: "a"), try hash(),
    ]
    #expect(Set(hashes).count == 5)
    #expect(hashes.allSatisfy { $0.utf8.count == 64 })
  }

  @Test func `everything that is wrong is told at once`() {
    let told = problems(
      plugin(
        "trial",
        """
        return {
          api = 2, name = "trail", analyse = function() end, feilds = {},
          version = 1, summary = "a\\nb", languages = { 1, "English" }, categories = "style",
          requires = { "sentense", "Trial!" },
          layers = { hedge = {}, ["a b"] = "x" },
          fields = {
            a = { type = "int", merge = "avg" },
            b = "number",
            c = { type = "string", merge = "sum", dco = "" },
            counts = { type = "list" },
          },
          options = {
            o = { type = "integer" },
            p = { type = "integer", default = 5, max = 4 },
            q = { type = "string", default = "en", choices = { "english", "german" } },
            r = { type = "string", default = "en", min = 4 },
            s = { type = "integer", default = 2, min = 3, max = 1 }, t = 1,
          },
          resources = { words = "../words.tsv" },
          setup = {},
          aggregate = { new = function() end, ad = function() end, merge = 5 },
        }
        """))
    #expect(
      told == [
        "2: unknown key \"analyse\"; did you mean 'analyze'?",
        "2: unknown key \"feilds\"; did you mean 'fields'?",
        "2: api: version 2 is not known; this copydesk knows 1; write api = 1",
        "2: name: \"trail\" does not agree with the file trial.lua; "
          + "rename the file or write name = \"trial\"",
        "3: version: expected a string, got integer",
        "3: summary: it has a line break or control character; write it on one line",
        "3: categories: expected a list of strings, got string; write categories = { \"…\" }",
        "3: languages[1]: expected a language, got integer",
        "3: languages[2]: \"English\" is no primary language tag; "
          + "write \"en\", not \"English\" or \"en-US\"",
        "4: requires[2]: \"Trial!\" is no name; "
          + "lower-case letters, digits, '_' and '-', a letter first, at most 64",
        "5: layers.hedge: expected what it marks, as a string, got table",
        "5: layers.a b: \"a b\" is no name; letters, digits and '_', a letter first, at most 64",
        "7: unknown type \"int\" in fields.a; did you mean 'integer'?",
        "7: unknown merge \"avg\" in fields.a; did you mean 'mean'?",
        "8: fields.b: expected a table, got string; "
          + "write b = { type = \"number\", merge = \"mean\", doc = \"…\" }",
        "9: unknown key \"dco\" in fields.c; did you mean 'doc'?",
        "9: fields.c.merge: \"sum\" cannot merge values of type string; "
          + "string merges by top, list, none",
        "10: fields.counts: the name is the host's own; choose another name",
        "13: options.o.default: missing; every option has a default",
        "14: options.p.default: 5 is above the maximum 4; lower it, or raise max",
        "15: options.q.default: \"en\" is not among the choices; one of \"english\", \"german\"",
        "16: options.r.min: only integers and numbers have bounds",
        "17: options.s.min: it is above max; exchange the two",
        "17: options.s.default: 2 is below the minimum 3; raise it, or lower min",
        "17: options.t: expected a table, got integer; "
          + "write t = { type = \"…\", default = …, doc = \"…\" }",
        "19: resources.words: a plugin of one file has no resources; "
          + "make it a folder, trial/plugin.lua, and put ../words.tsv into it",
        "20: setup: expected a function, got table",
        "21: unknown key \"ad\" in aggregate; did you mean 'add'?",
        "21: aggregate.merge: expected a function, got integer",
        "21: aggregate.add: missing; write add = function(acc, article, fields, ctx) … end",
        "4: requires[1]: there is no layer or plugin \"sentense\"; did you mean 'sentences'?",
      ])
  }

  @Test(arguments: [
    (
      "return 5",
      "the file must return a table, but it returned integer; "
        + "end it with: return { api = 1, … }"
    ),
    (
      "local x = 1",
      "the file must return a table, but it returned nil; "
        + "end it with: return { api = 1, … }"
    ),
    ("return {", "1: expected '}' before the end of the file, to close '{' on line 1"),
    (
      "return { api = 1 name = 'x' }",
      "1: expected '}' before 'name', to close '{' on line 1; a comma may be missing before it"
    ),
    ("error('boom')", "1: boom"),
    (
      "\n\nlocal x = nil; x.y = 1",
      "3: attempt to index a nil value (local 'x'); 'x' is nil here; ask first: if x then … end"
    ),
    (
      "while true do end",
      "1: the time limit was reached; "
        + "see whether a loop ends here, do less for one article, or raise limits.seconds"
    ),
    (
      "\u{1B}Lua",
      "attempt to load a binary chunk (mode is 't'); "
        + "plugins are Lua source; compiled Lua is not loaded"
    ),
    (
      "return { api = 1, name = 'a\\xFF', analyze = function() end }",
      "1: name: text that is not valid UTF-8"
    ),
    (
      "return { 1, api = 1, name = 'trial', analyze = function() end }",
      "1: the plugin's table has a key of type integer; its keys are names"
    ),
    (
      "return { api = 1, name = 'trial', analyze = function() end,\nsetup = function() error('no') end }",
      "2: no"
    ),
    (
      "return { api = 1, name = 'trial', analyze = setmetatable({}, {}) }",
      "1: analyze: expected a function, got table"
    ),
  ])
  func `a file that gives no plugin`(code: String, told: String) {
    let found = PluginHost.check([plugin("trial", code)], limits: Limits(seconds: 0.5))
    #expect(found.map(\.short) == [told])
    #expect(found.allSatisfy { $0.file == "trial.lua" })
  }

  @Test(
    arguments: [
      ("", "'name'"), ("../x", nil), ("/etc/passwd", nil), ("a//b", nil), ("a\\b", nil),
      ("./a", nil),
      ("missing.txt", "cannot be read from the plugin's folder"),
    ] as [(String, String?)])
  func `a resource outside the folder`(path: String, told: String?) {
    let package = folder(files: [
      "plugin.lua": """
      return { api = 1, name = "trial", analyze = function() end, resources = { x = [[\(path)]] } }
      """,
      "../x": "", "/etc/passwd": "", "a//b": "", "a\\b": "", "./a": "", "": "",
    ])
    let found = problems(package)
    #expect(found.count == 1)
    #expect(
      found.first?.contains(
        told == "cannot be read from the plugin's folder"
          ? "cannot be read" : "is not inside the plugin's folder") == true)
  }

  @Test(arguments: [
    (
      "require('../secret')",
      "'../secret' cannot be a module's name; write its path from the script's folder "
        + "without '.lua', with dots between folders"
    ),
    ("require('nothing')", "module 'nothing' not found: no file trial/nothing.lua"),
    ("require('cjson')", "module 'cjson' not found: it is desk.json here"),
    (
      "require('wo' .. 'rds')",
      "module 'words' is required too late; "
        + "require it at the top of the plugin, or name it literally: require \"words\""
    ),
  ])
  func `a module that is not there`(code: String, told: String) throws {
    let package = folder(files: [
      "plugin.lua":
        "return { api = 1, name = 'trial', analyze = function() \(code) end }",
      "words.lua": "return {}",
    ])
    let error = try #require(try finding(package).error)
    #expect(error.short == "1: " + told)
  }

  @Test(
    arguments: [
      (["n": "x"], "option 'n': expected an integer, got \"x\""),
      (["n": 2.5], "option 'n': expected an integer, got 2.5"),
      (["n": 0], "option 'n': 0 is below the minimum 1"),
      (["n": 11], "option 'n': 11 is above the maximum 10"),
      (["mode": "al"], "option 'mode': \"al\" is not among the choices; did you mean 'all'?"),
      (["mod": "all"], "unknown option \"mod\"; did you mean 'mode'?"),
    ] as [(Fields, String)])
  func `an option that cannot be`(given: Fields, told: String) {
    #expect(problems(Self.optioned, options: ["trial": given]) == [told])
  }

  static let optioned = analyzing(
    "return { x = ctx.options.n .. ctx.options.mode .. tostring(ctx.options.on) .. #ctx.options.l }",
    """
    fields = { x = { type = "string" } }, options = {
      n = { type = "integer", default = 4, min = 1, max = 10 },
      mode = { type = "string", default = "all", choices = { "all", "some" } },
      on = { type = "boolean", default = false }, l = { type = "list", default = { 1, 2 } },
    },
    """)

  @Test func `an option that users must set`() throws {
    let plugin = analyzing(
      "return { x = ctx.options.list }",
      """
      fields = { x = { type = "string" } },
      options = { list = { type = "string", required = true, doc = "a list of your own" } },
      """)
    let failure = #expect(throws: PluginLoadFailure.self) { try PluginHost([plugin]) }
    #expect(
      failure?.problems.map(\.short) == [
        "option 'list' is not set: a list of your own; "
          + "set it with --option trial.list=…, or in copydesk.toml"
      ])
    #expect(try finding(plugin, options: ["trial": ["list": "mine"]]).fields == ["x": "mine"])
    // What is wrong with the plugin itself is looked for all the same.
    #expect(PluginHost.check([plugin]).isEmpty)
    let described = try PluginHost.describe(plugin)
    #expect(described.missingOptions([:]).map(\.name) == ["list"])
    #expect(described.missingOptions(["list": "mine"]).isEmpty)
  }

  @Test func `options are given or defaults`() throws {
    #expect(try finding(Self.optioned).fields == ["x": "4allfalse2"])
    let given: Fields = ["n": 7.0, "mode": "some", "on": true, "l": []]
    #expect(try finding(Self.optioned, options: ["trial": given]).fields == ["x": "7sometrue0"])
    #expect(problems(Self.optioned, options: ["other": ["x": 1]]) == [])
  }
}
