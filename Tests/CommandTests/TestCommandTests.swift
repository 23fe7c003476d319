import Testing

/// `copydesk test`.
@Suite struct TestCommandTests {
  /// A plugin that marks words, with a bad memory and a bad `merge`.
  private static let plugin = """
    local seen = 0
    return {
      api = 1, name = "maybe",
      layers = { hedge = "a hedge" },
      fields = {
        hedges = { type = "integer", merge = "sum", doc = "hedges" },
        seen = { type = "integer", doc = "articles before" },
        words = { type = "list", merge = "top", doc = "the words" },
      },
      options = {
        fault = { type = "string", default = "", choices = { "", "state", "error", "hang", "merge" }, doc = "what is wrong" },
      },
      analyze = function(article, ctx)
        local fault = ctx.options.fault
        local hedges, words = 0, {}
        for _, hit in ipairs(desk.regex("maybe|might"):all(article)) do
          ctx:annotate("hedge", hit, { weight = hit.text == "maybe" and 1 or 0.5 })
          hedges, words[#words + 1] = hedges + 1, hit.text
        end
        ctx:log("looked at " .. article.word_count .. " words")
        if fault == "error" then error("no luck") end
        if fault == "hang" then while true do end end
        if FAULTY then seen = seen + 1 end
        return { hedges = hedges, words = words, seen = seen }
      end,
      aggregate = {
        new = function() return { n = 0 } end,
        add = function(acc, article, fields) acc.n = fields.hedges end,
        merge = function(a, b) return { n = MERGED } end,
      },
      report = function(report, summary)
        report:heading("Maybe")
        report:text(("Of all words, %d are hedges."):format(summary.n))
      end,
    }

    """

  private func folder(
    _ specs: String, as name: String = "a.lua", faulty: Bool = false, merged: String = "a.n + b.n"
  ) -> Scratch {
    var plugin = ""
    for line in Self.plugin.split(separator: "\n") {
      let changed =
        line.contains("FAULTY")
        ? (faulty ? "    seen = seen + 1" : "")
        : line.contains("MERGED")
          ? "    merge = function(a, b) return { n = \(merged) } end," : String(line)
      plugin += changed + "\n"
    }
    return Scratch(["maybe/plugin.lua": plugin, "maybe/tests/\(name)": specs])
  }

  @Test func `of two plugins of one name that which is tried is the companion`() {
    let specs = """
      return { { name = "with hedges", with = "style", text = "It may rain.", fields = { found = "mine" } } }
      """
    let style = """
      return { api = 1, name = "style", fields = { own = { type = "string", doc = "x" } },
        analyze = function() return { own = "mine" } end }
      """
    let asking = """
      return { api = 1, name = "asking", requires = { "style?" }, fields = { found = { type = "string", doc = "x" } },
        analyze = function(article, ctx)
          local style = ctx:results("style")
          return { found = style and style.own }
        end }
      """
    let output = Program.run(
      "test", "./asking", "./style",
      in: Scratch([
        "asking/plugin.lua": asking, "asking/tests/a.lua": specs, "style/plugin.lua": style,
      ]))
    #expect(output.text.contains("asking: ok"), "\(output.text)")
    #expect(output.status == 0)
  }

  @Test func `specs say what is found and what is not`() {
    let output = Program.run(
      "test", "maybe",
      in: folder(
        """
        return {
          { name = "marks", text = "It [hedge weight=1:maybe] rains [sic], or it [hedge:might] not.",
            fields = { hedges = 2, words = { includes = { "might" } } } },
          { name = "no marks", text = "It [!hedge:may be] or maybe not.", fields = { hedges = { least = 1 } } },
          { name = "title", title = "Storm", text = "\\\\[hedge:all]", marks = { hedge = {} } },
          { name = "options", options = { fault = "error" }, text = "x", error = "no luck" },
          { name = "wrong options", options = { fault = "eror" }, text = "x", error = "among the choices" },
          { name = "log", text = "one two", log = "2 words", missing = {} },
          { name = "all", articles = { { text = "maybe" }, { text = "maybe might" } },
            summary = { hedges = 3, n = 3, words = { { name = "maybe" }, { name = "might" } } }, report = { "Of all words, 3" } },
        }
        """))
    #expect(output.text.hasPrefix("maybe: ok, 7 specs and 5 laws in "), "\(output.text)")
    #expect(output.status == 0)
  }

  @Test func `what failed is shown as expected above found`() {
    let output = Program.run(
      "test", "maybe",
      in: folder(
        """
        [[spec]]
        name = "too few"
        text = "It [hedge:maybe] rains, or it might [!hedge:not]."
        fields.hedges = 1

        """, as: "a.toml"))
    #expect(
      output.text.hasPrefix(
        """
        failed: maybe/tests/a.toml:2: too few
          fields.hedges
            expected  1
            found     2
          hedge
            expected  It [hedge:maybe] rains, or it might [!hedge:not].
            found     It [hedge:maybe] rains, or it [hedge:might] not.
        maybe: 1 of 6 failed, 1 spec and 5 laws in 
        """), "\(output.text)")
    #expect(output.status == 1)
  }

  @Test func `a spec says which optional plugins are there`() {
    let folder = Scratch([
      "glad.lua": """
      return {
        api = 1, name = "glad", requires = { "sentiment?" },
        fields = { glad = { type = "boolean", merge = "any", doc = "whether it is glad" } },
        analyze = function(article, ctx)
          local tone = ctx:results("sentiment")
          return { glad = tone and tone.compound > 0 }
        end,
      }

      """,
      "glad.test.lua": """
      return {
        { name = "alone", text = "A wonderful success.", missing = { "glad" } },
        { name = "beside", text = "A wonderful success.", with = { "sentiment" }, fields = { glad = true } },
        { name = "stranger", text = "x", with = "topics", missing = { "glad" } },
      }

      """,
    ])
    let output = Program.run("test", "./glad.lua", in: folder)
    #expect(output.status == 1)
    #expect(
      output.text.hasPrefix(
        """
        failed: glad.test.lua:4: stranger
        """), "\(output.text)")
    #expect(
      output.text.contains(
        "with: the plugin does not read 'topics' as an optional one; write requires = { \"topics?\" }"
      ), "\(output.text)")
    #expect(output.text.contains("glad.lua: 1 of 5 failed, 3 specs"), "\(output.text)")
  }

  @Test(arguments: [
    ("txt = \"x\"", "there is no key 'txt'; did you mean 'text'?"),
    ("text = \"[hegde:x]\"", "there is no layer 'hegde'; did you mean 'hedge'?"),
    ("fields = { hedgs = 1 }", "the plugin has no field 'hedgs'; did you mean 'hedges'?"),
    ("text = \"[hedge:x\"", "the mark [hedge:… has no ']'"),
    ("text = 1", "text: expected a string, got integer"),
  ])
  func `what is wrong with a spec is told with its place`(spec: String, message: String) {
    let output = Program.run("test", "maybe", in: folder("return { { name = \"a\", \(spec) } }"))
    #expect(
      output.text.contains("error: maybe: maybe/tests/a.lua:1: \(message)"), "\(output.text)")
    #expect(output.status == 1)
  }

  @Test(arguments: [
    ("a.lua", "return {\n  { name = \"a\", text = \"x\" },\n  { text = \"x\" },\n}\n"),
    ("a.toml", "[[spec]]\nname = \"a\"\n[[spec]]\ntext = \"x\"\n"),
  ])
  func `a spec without a name is told with its line`(file: String, specs: String) {
    let folder = folder("return {}")
    folder.write("maybe/tests/\(file)", specs)
    let output = Program.run("test", "maybe", in: folder)
    #expect(
      output.text.contains(
        "error: maybe: maybe/tests/\(file):3: a spec is a table with a name; give it one: name = "),
      "\(output.text)")
  }

  @Test func `a file of specs that cannot be read fails alone`() {
    let folder = folder("return {\n  { name = \"a\" \n")
    folder.write(
      "maybe/tests/b.lua", "return { { name = \"b\", text = \"maybe\", fields = { hedges = 1 } } }")
    let output = Program.run("test", "maybe", in: folder)
    #expect(output.text.contains("maybe/tests/a.lua:3: '}' expected"), "\(output.text)")
    #expect(output.text.contains("1 of 7 failed, 2 specs"), "\(output.text)")
  }

  @Test func `state from article to article is found out`() {
    let output = Program.run("test", "maybe", in: folder("return {}", faulty: true))
    #expect(output.text.contains("law: an article gives the same"), "\(output.text)")
    #expect(
      output.text.contains("expected  0 in a fresh state")
        || output.text.contains("expected  1 in a fresh state"))
    #expect(output.status == 1)
  }

  @Test(arguments: [
    ("a.n - b.n", ["however parts are grouped", "whatever order parts come"]),
    ("a.n", ["whatever order parts come"]),
  ])
  func `a merge that breaks the laws is found out`(merge: String, laws: [String]) {
    let specs =
      "return { { name = \"a\", text = \"maybe\", fields = { hedges = 1 } }, "
      + "{ name = \"b\", text = \"maybe might might\", fields = { hedges = 3 } }, "
      + "{ name = \"c\", text = \"x\", fields = { hedges = 0 } } }"
    let output = Program.run("test", "maybe", in: folder(specs, merged: merge))
    for law in laws { #expect(output.text.contains(law), "\(output.text)") }
    #expect(output.status == 1)
  }

  @Test func `a spec that hangs fails, and the others are tried`() {
    let output = Program.run(
      "test", "--timeout", "1", "maybe",
      in: folder(
        """
        return {
          { name = "hangs", text = "x", fields = { hedges = 0 }, options = { fault = "hang" } },
          { name = "goes on", text = "maybe", fields = { hedges = 1 } },
        }
        """))
    #expect(output.text.contains("the time limit was reached"), "\(output.text)")
    #expect(output.text.contains("1 of 7 failed"), "\(output.text)")
  }

  @Test func `what never ends is waited for once`() {
    let output = Program.run(
      "test", "--timeout", "2", "endless.lua",
      in: Scratch([
        "endless.lua": """
        return {
          api = 1, name = "endless", fields = { n = { type = "integer", doc = "x" } },
          analyze = function()
            while true do end
          end,
        }

        """,
        "endless.test.lua": """
        return {
          { name = "one", text = "x", fields = { n = 1 } },
          { name = "two", articles = { { text = "x" }, { text = "y" } }, log = "z" },
        }
        """,
      ]))
    let told = output.lines.count { $0.contains("endless.lua:4: the time limit was reached") }
    #expect(told == 4, "\(output.text)")
    #expect(output.text.contains("4 of 4 failed, 2 specs and 2 laws"), "\(output.text)")
    #expect(output.status == 1)
  }

  @Test func `a filter that holds back everything is a mistake`() {
    let folder = folder("return { { name = \"rain\", text = \"maybe\", fields = { hedges = 1 } } }")
    let output = Program.run("test", "--filter", "zzz", "maybe", in: folder)
    #expect(
      output.errors.contains(
        "error: --filter: no spec matches 'zzz'; there are specs such as 'rain'"),
      "\(output.errors)")
    #expect(output.status == 1)
    #expect(Program.run("test", "--filter", "rain", "maybe", in: folder).status == 0)
  }

  @Test func `a spec that expects nothing fails`() {
    let output = Program.run(
      "test", "maybe",
      in: folder("return { { name = \"idle\", text = \"maybe\", fields = {} } }"))
    #expect(
      output.text.contains("this spec expects nothing; write fields, marks, "), "\(output.text)")
    #expect(output.text.contains("maybe: 1 of 6 failed"), "\(output.text)")
    #expect(output.status == 1)
  }

  @Test func `snapshots are kept by update and compared without it`() {
    let folder = folder("return { { name = \"snap\", text = \"maybe\", snapshot = true } }")
    #expect(Program.run("test", "maybe", in: folder).status == 1)
    let written = Program.run("test", "--update", "maybe", in: folder)
    #expect(written.text.hasPrefix("maybe/tests/a.snap: written\n"))
    #expect(
      folder.read("maybe/tests/a.snap") == """
        == snap
        hedges = 1
        seen = 0
        words = ["maybe"]
        marks of hedge
          [hedge weight=1:maybe]

        """)
    #expect(Program.run("test", "maybe", in: folder).status == 0)
    folder.write(
      "maybe/tests/a.lua", "return { { name = \"snap\", text = \"might\", snapshot = true } }")
    let changed = Program.run("test", "maybe", in: folder)
    #expect(changed.text.contains("    found     hedges = 1\n"), "\(changed.text)")
    #expect(changed.status == 1)
  }

  @Test func `formats are for programs`() throws {
    let folder = folder(
      "return { { name = \"a < b\", text = \"maybe\", fields = { hedges = 2 } }, { name = \"c\", fields = { hedges = 0 } } }"
    )
    let tap = Program.run("test", "--format", "tap", "maybe", in: folder)
    #expect(tap.lines.first == "TAP version 14")
    #expect(tap.lines.last == "1..7")
    #expect(tap.text.contains("not ok 1 - maybe: maybe/tests/a.lua:1: a < b\n"))
    let junit = Program.run("test", "--format", "junit", "maybe", in: folder)
    #expect(
      junit.text.contains(
        "<testsuite name=\"maybe\" file=\"maybe\" tests=\"7\" failures=\"1\" errors=\"0\""))
    #expect(junit.text.contains("<testcase name=\"a &lt; b\" classname=\"maybe\""))
    let json = Program.run("test", "--format", "json", "--filter", "a.LUA: c", "maybe", in: folder)
    #expect(json.lines.count == 1)
    #expect(json.text.contains("\"name\":\"c\",\"passed\":true"))
  }

  @Test func `a plugin of one file has its specs beside it, and they are no plugins`() {
    let folder = folder("return {}")
    let plugin = folder.read("maybe/plugin.lua") ?? ""
    folder.write("single/maybe.lua", plugin)
    folder.write("single/maybe.test.lua", "return { { name = \"a\", text = \"[hedge:maybe]\" } }")
    folder.write("single/maybe_test.toml", "[[spec]]\nname = \"b\"\ntext = \"[hedge:might]\"\n")
    let output = Program.run("test", "single", in: folder)
    #expect(output.text.hasPrefix("single/maybe.lua: ok, 2 specs and 5 laws"), "\(output.text)")
    #expect(Program.run("check", "single", in: folder).lines.count == 1)
  }

  @Test func `coverage says which lines ran`() {
    let folder = Scratch([
      "half/plugin.lua": """
      local words = require "words"
      return {
        api = 1, name = "half",
        analyze = function(article)
          local count = words.count(article)
          if count > 1000 then
            error("too many")
          end
          local function unused()
            return 1
          end
        end,
      }

      """,
      "half/words.lua": """
      local words = {}
      function words.count(article)
        return article.word_count
      end
      function words.never() return 1 end
      return words

      """,
    ])
    let summary = Program.run("test", "half", "--coverage", "summary", in: folder)
    #expect(
      summary.text.hasSuffix(
        """
        half/plugin.lua: 8 of 10 lines ran, 80 %; not 7, 10
        half/words.lua: 6 of 6 lines ran, 100 %

        """), "\(summary.text)")
    let listing = Program.run("test", "half", "--coverage", "listing", in: folder)
    #expect(listing.text.contains("\n      !        error(\"too many\")\n"), "\(listing.text)")
    _ = Program.run("test", "half", "--coverage", "half.info", in: folder)
    let lcov = folder.read("half.info") ?? ""
    #expect(lcov.hasPrefix("TN:\nSF:half/plugin.lua\nDA:1,"), "\(lcov)")
    #expect(lcov.contains("\nDA:7,0\n"))
    #expect(lcov.hasSuffix("LF:6\nLH:6\nend_of_record\n"))
  }

  @Test func `a plugin that does not load has status 4`() {
    let folder = Scratch(["bad.lua": "return { api = 1, nam = \"bad\" }"])
    let output = Program.run("test", "bad.lua", in: folder)
    #expect(output.errors.contains("did you mean 'name'?"))
    #expect(output.status == 4)
    let missing = Program.run("test", "sentimant", in: folder)
    #expect(missing.errors.contains("did you mean 'sentiment'?"))
    #expect(missing.status == 2)
  }
}
