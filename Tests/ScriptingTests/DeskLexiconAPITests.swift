import Document
import Testing

@testable import Scripting

@Suite struct DeskLexiconAPITests {
  private static let tone = """
    # Words with a tone; own work.
    term\tvalue\tkind
    well\t2\tgood
    slept\t0.5
    fell\t-1.5\tbad
    port\t1
    """

  /// What a piece of Lua returns that has a lexicon in `state`.
  private func lua(_ code: String, _ arguments: String = "\"tone\"") throws -> String {
    try ScriptingTests.lua(
      code, setup: "return ctx:lexicon(\(arguments))", files: ["tone.tsv": Self.tone])
  }

  @Test func `walks over hits in the article, in spans, in the headline and in strings`() throws {
    let code = """
      local out = {}
      for _, text in ipairs { article, article.sentences[2], article.headline, "fell, fell" } do
        local list = {}
        for hit, value in state:hits(text) do
          list[#list + 1] = hit.term .. " " .. value .. " " .. hit.word .. " " .. hit.first
        end
        out[#out + 1] = list
      end
      return out
      """
    let out = try lua(code)
    #expect(
      out
        == #"[["port 1.0 2 5","slept 0.5 5 26","well 2.0 6 32","fell -1.5 11 63"],"#
        + #"["slept 0.5 2 26","well 2.0 3 32"],["port 1.0 1 1"],["fell -1.5 1 1","fell -1.5 2 7"]]"#
    )
  }

  @Test func `a hit knows its entry`() throws {
    let code = """
      local hit = state:hits(article.sentences[2])()
      local loud = state:hits("WELL")()
      return { hit.text, hit.value, hit.entry, hit.place, hit.capitals, loud.capitals, loud:get("kind"),
        hit:get("kind") == nil, hit.last }
      """
    let out = try lua(code)
    #expect(out == #"["slept",0.5,2,"text",false,true,"good",true,30]"#)
  }

  @Test func `hits of either text can be annotated`() throws {
    let main = """
      return {
        api = 1, name = "trial", resources = { tone = "tone.tsv" }, layers = { tone = "words" },
        setup = function(ctx) return ctx:lexicon("tone") end,
        analyze = function(article, ctx, tone)
          for _, text in ipairs { article, article.headline } do
            for hit, value in tone:hits(text) do ctx:annotate("tone", hit, { value = value }) end
          end
        end,
      }
      """
    let found = try finding(folder("trial", files: ["tone.tsv": Self.tone, "plugin.lua": main]))
    let annotations = try #require(found.annotations.first).annotations
    #expect(annotations.map(\.place) == [.title, .text, .text, .text, .text])
    #expect(annotations.first?.attributes == ["value": 1.0])
    #expect(annotations.first?.range == TextRange(0, 4))
  }

  @Test func `hits of a scan are annotated at once`() throws {
    let main = """
      return {
        api = 1, name = "trial", resources = { tone = "tone.tsv" }, layers = { tone = "words" },
        setup = function(ctx) return ctx:lexicon("tone") end,
        analyze = function(article, ctx, tone)
          tone:scan(article, {})
          tone:annotate("tone", { 4, 2 }, 2, { value = { -1.5, "x" }, sure = { [2] = true } })
        end,
      }
      """
    let found = try finding(folder("trial", files: ["tone.tsv": Self.tone, "plugin.lua": main]))
    let annotations = try #require(found.annotations.first).annotations
    #expect(annotations.map(\.attributes) == [["sure": true, "value": "x"], ["value": -1.5]])
    #expect(annotations.map(\.range) == [TextRange(25, 30), TextRange(62, 66)])
  }

  @Test func `counts and sums`() throws {
    #expect(
      try lua("return { state:count(article), { state:sum(article) }, #state, state[1] }")
        == #"[4,[2.0,4],4,"well"]"#)
  }

  @Test func `looks up entries and columns`() throws {
    let code = """
      return { state:entry("WELL"), state:entry("ill") == nil, state:get("fell"),
        state:get("fell", "kind"), state:get("port", "kind") == nil, state.columns,
        state:column("kind", "none"), state:column("value") }
      """
    #expect(
      try lua(code)
        == #"[1,true,-1.5,"bad",true,["value","kind"],["good","none","bad","none"],[2,0.5,-1.5,1]]"#
    )
  }

  @Test func `scans into columns`() throws {
    let code = """
      local hits = { entry = {}, word = {}, capitals = {}, first = {}, last = {} }
      local counts = { hits = {}, words = {}, capitals = {}, exclamations = {}, questions = {} }
      local found, texts = state:scan("So WELL I slept! Or? Not well?!", hits, counts)
      return { found, texts, hits.entry, hits.word, hits.capitals, hits.first, hits.last,
        counts.hits, counts.words, counts.capitals, counts.exclamations, counts.questions,
        state:hit(2).first }
      """
    #expect(
      try lua(code)
        == "[3,1,[1,2,1],[2,4,7],[true,false,false],[4,11,26],[7,15,29],[3],[7],[2],[2],[2],11]")
  }

  @Test func `scans all items of a layer at once`() throws {
    let code = """
      local hits, counts = { word = {}, first = {} }, { hits = {}, words = {}, first = {}, last = {} }
      local found, texts = state:scan(article.sentences, hits, counts)
      local each, sums = { word = {}, first = {} }, { hits = {}, words = {}, first = {}, last = {} }
      for n, sentence in ipairs(article.sentences) do
        for hit in state:hits(sentence) do
          table.insert(each.word, hit.word)
          table.insert(each.first, hit.first)
        end
        sums.hits[n] = state:count(sentence)
        local row = { words = {} }
        state:scan(sentence, nil, row)
        sums.words[n], sums.first[n], sums.last[n] = row.words[1], sentence.first, sentence.last
      end
      local function same(a, b) return desk.json.encode(a) == desk.json.encode(b) end
      return { found == state:count(article), texts == #article.sentences, same(hits, each), same(counts, sums) }
      """
    #expect(try lua(code) == "[true,true,true,true]")
  }

  @Test func `a scan that only counts leaves the hits of the one before`() throws {
    let code = """
      local counts = { hits = {} }
      state:scan("well", {})
      state:scan("fell fell", nil, counts)
      return { counts.hits, state:hit(1).term }
      """
    #expect(try lua(code) == #"[[2],"well"]"#)
  }

  @Test func `takes lists from the plugin itself, and joins them`() throws {
    let code = """
      local list = {}
      for hit, value in state:hits("port might, may; fell") do
        list[#list + 1] = { hit.term, value }
      end
      return list
      """
    #expect(
      try lua(code, #""tone", { "may", might = 0.5 }"#)
        == #"[["port",1.0],["might",0.5],["may",1.0],["fell",-1.5]]"#)
  }

  @Test func `takes options`() throws {
    #expect(
      try lua(
        "return { state:count('a b a b'), state:count('A :)'), state:entry('a b') }",
        #"{ "a", "a b", ":)" }, { words = "spaced", case = "keep", overlaps = true }"#)
        == "[4,1,2]")
  }

  @Test(arguments: [
    ("return state:hits(1)", "bad argument #1 to 'hits' (expected string or span, got integer)"),
    ("return state:get('well', 'knd')", "the lexicon has no column \"knd\"; did you mean 'kind'?"),
    ("return state:hit(1)", "the lexicon has scanned nothing yet"),
    ("state:scan('well', {}) return state:hit(2)", "there is no hit 2: the last scan found 1"),
    (
      "state:scan('well', {}) state:annotate('mark', { 1 }, 1)",
      "the last scan was of a string, which is no place in the article"
    ),
    (
      "state:scan(article, {}) state:annotate('mark', { 1, 9 }, 2)",
      "there is no hit 9: the last scan found 4"
    ),
    (
      "state:scan(article, {}) state:annotate('mark', { 1 }, 1, { range = {} })",
      "attributes.range: the name is the host's own"
    ),
    (
      "state:scan(article, {}) state:annotate('mark', { 1 }, 1, { x = { {} } })",
      "attributes.x[1]: expected a string, number or boolean"
    ),
    (
      "state:scan(article, { entrys = {} })",
      "hits.entrys: there is no such column; did you mean 'entry'?"
    ),
    (
      "state:scan(article, { entry = 1 })",
      "hits.entry: expected a list to fill, got integer"
    ),
    (
      "local counts = {} counts.words = counts state:scan(article, {}, counts)",
      "counts.words: expected a list to fill, got table"
    ),
    (
      "return ctx:lexicon('tine')",
      "the resource \"tine\" is not declared; did you mean 'tone'?"
    ),
    (
      "return ctx:lexicon()",
      "bad argument #1 to 'lexicon' (expected string or table, got nil)"
    ),
    (
      "return ctx:lexicon('tone', { words = 'letters' })",
      "'words' is one of \"words\", \"spaced\", \"characters\", not \"letters\""
    ),
    (
      "return ctx:lexicon('tone', { word = 'words' })",
      "unknown option 'word'; did you mean 'words'?"
    ),
    (
      "return ctx:lexicon { 1 }",
      "a list of words has strings, or words with numbers: { \"may\", might = 0.5 }"
    ),
    (
      "return ctx:lexicon { 'may', May = 1 }",
      "the list of words: 'May' stands on line 2 already"
    ),
    (
      "for i = 1, 101 do ctx:lexicon('tone') end",
      "more than 100 lexicons; make them in setup, once"
    ),
  ])
  func `says what is wrong`(code: String, expected: String) throws {
    let out = try lua(code)
    #expect(out == expected)
  }

  @Test func `the text of a word list may come from anywhere`() throws {
    let list = ##"{ tsv = "# mine\nterm\tvalue\tkind\nport\t3\tplace\nfell\t-2\n" }"##
    let code =
      "local hit = state:hits(article.headline)() return { hit.value, hit:get('kind'), #state }"
    let out = try lua(code, list)
    #expect(out == #"[3.0,"place",2]"#)
  }

  @Test func `says where the text of a word list is wrong`() throws {
    let main = """
      return {
        api = 1, name = "trial",
        setup = function(ctx) ctx:lexicon({ tsv = "well\\t1\\nfell\\ttwo" }) end, analyze = function() end,
      }
      """
    #expect(
      problems(plugin("trial", main)) == [
        "3: the word list, line 2: expected a number, got 'two'; "
          + "columns of words are named in a line above that begins with 'term'"
      ])
  }

  @Test func `says where a list is wrong`() throws {
    let main = """
      return {
        api = 1, name = "trial", resources = { tone = "tone.tsv" },
        setup = function(ctx) ctx:lexicon("tone") end, analyze = function() end,
      }
      """
    let package = folder("trial", files: ["tone.tsv": "# tone\nwell\ttwo", "plugin.lua": main])
    #expect(
      problems(package) == [
        "3: the resource \"tone\", line 2: expected a number, got 'two'; "
          + "columns of words are named in a line above that begins with 'term'"
      ])
  }

  @Test func `hits do not outlive their article`() throws {
    let main = """
      local kept
      return {
        api = 1, name = "trial",
        fields = { out = { type = "string", merge = "none", doc = "out" } },
        setup = function(ctx) return ctx:lexicon { "port" } end,
        analyze = function(article, ctx, tone)
          if kept then return { out = tostring(kept()) } end
          kept = tone:hits(article)
          return {}
        end,
      }
      """
    let host = try PluginHost([plugin("trial", main)])
    _ = host.analyze(.harbour)
    #expect(
      host.analyze(.harbour).first?.error?.message
        == "these hits are from an earlier article")
  }
}
