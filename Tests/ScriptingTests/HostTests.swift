import Document
import Testing

@testable import Scripting

@Suite struct HostTests {
  private func named(_ name: String, requires: String = "") -> PluginPackage {
    analyzing(
      "return { n = 1 }", name: name,
      "requires = { \(requires) }, fields = { n = { type = 'integer' } },")
  }

  @Test func `plugins run behind those that they require`() throws {
    let host = try PluginHost([
      named("a", requires: "'c', 'tokens'"), named("b"), named("c", requires: "'b'"),
    ])
    #expect(host.descriptions.map(\.name) == ["b", "c", "a"])
    var entered: [Int] = []
    let found = host.analyze(.harbour) { entered.append($0) }
    #expect(found.map(\.plugin) == ["b", "c", "a"])
    #expect(entered == [0, 1, 2])
  }

  @Test func `what cannot be ordered is told`() throws {
    #expect(
      problems(
        named("a", requires: "'b'"), named("b", requires: "'c'"), named("c", requires: "'a'"))
        == [
          "2: requires: the plugins require each other in a circle: a → b → c → a; "
            + "let one of them do without the other"
        ])
    #expect(
      problems(named("a", requires: "'sentiment'")) == [
        "2: requires[1]: there is no layer or plugin \"sentiment\"; "
          + "install the plugin \"sentiment\" or name its file too"
      ])
    #expect(
      problems(named("a"), named("a")) == [
        "2: the name \"a\" is taken by a.lua; run one of the two"
      ])
    #expect(
      problems(named("a", requires: "'a'")) == ["2: requires[1]: a plugin cannot require itself"])
    #expect(try PluginHost.describe(named("a", requires: "'b'")).requires == ["b"])
  }

  @Test func `a plugin may be called as a layer is, and is required by a layer of its own`() throws
  {
    let entities = analyzing(
      "ctx:annotate('city', article.sentences[1]) return { n = #article.entities }",
      name: "entities",
      "requires = { 'entities', 'sentences' }, layers = { city = 'x' }, fields = { n = { type = 'integer' } },"
    )
    let reader = analyzing(
      """
      local cities = #article:layer("entities.city")
      return { n = cities, all = ctx:results("entities").n }
      """, name: "reader",
      "requires = { 'entities.city' }, fields = { n = { type = 'integer' }, all = { type = 'integer' } },"
    )
    let host = try PluginHost([reader, named("other", requires: "'entities'"), entities])
    #expect(host.descriptions.map(\.name) == ["entities", "reader", "other"])
    #expect(host.descriptions.map(\.requiredPlugins) == [[], ["entities"], []])
    let found = host.analyze(.harbour)
    #expect(found[1].fields["n"] == 1)
    #expect(found[1].fields["all"] == found[0].fields["n"])
    #expect(
      problems(named("a", requires: "'entities.place'"), entities) == [
        "2: requires[1]: there is no layer \"entities.place\"; "
          + "name one of its layers, or the plugin \"entities\" alone"
      ])
  }

  @Test func `plugins read what those they require found`() throws {
    let writer = analyzing(
      """
      ctx:annotate("word", article.sentences[3], { weight = 2 })
      ctx:annotate("word", article.headline, { weight = 1 })
      ctx:annotate("word", article.sentences[1])
      return { n = 3 }
      """, name: "writer",
      "requires = { 'sentences' }, layers = { word = 'x', none = 'y' }, fields = { n = { type = 'integer' } },"
    )
    let reader = analyzing(
      """
      local words = article:layer("writer.word")
      local found = {}
      for i, word in ipairs(words) do
        found[i] = word.place .. ":" .. word.text:sub(1, 4) .. ":" .. tostring(word.attributes.weight)
      end
      return {
        found = found, n = ctx:results("writer").n, none = #article:layer("writer.none"),
        within = #article:layer("writer.word", { within = { first = 1, last = 18 } }),
      }
      """, name: "reader",
      """
      requires = { 'writer' }, fields = { found = { type = 'list' }, n = { type = 'integer' },
        none = { type = 'integer' }, within = { type = 'integer' } },
      """)
    let found = try findings(reader, writer)
    #expect(found.map(\.plugin) == ["writer", "reader"])
    #expect(found[1].error == nil)
    #expect(
      found[1].fields == [
        "found": ["title:Port:1", "text:The :nil", "text:Fees:2"], "n": 3, "none": 0, "within": 1,
      ])
    #expect(
      found[0].annotations == [
        AnnotationLayer(
          name: "word",
          annotations: [
            Annotation(range: TextRange(0, 12), place: .title, attributes: ["weight": 1]),
            Annotation(range: TextRange(0, 18)),
            Annotation(range: TextRange(57, 70), attributes: ["weight": 2]),
          ])
      ])
  }

  @Test func `a plugin reads an optional one where it is there, and does without where it is not`()
    throws
  {
    let writer = analyzing(
      """
      if article.title == "none" then error("x") end
      ctx:annotate("word", article.sentences[1])
      return { n = 3 }
      """, name: "writer",
      "requires = { 'sentences' }, layers = { word = 'x' }, fields = { n = { type = 'integer' } },")
    let reader = plugin(
      "reader",
      """
      return {
        api = 1, name = "reader", requires = { "writer?", "writer.word?" },
        fields = { n = { type = "integer" }, words = { type = "integer" } },
        analyze = function(article, ctx)
          local found = ctx:results("writer")
          return { n = found and found.n, words = #article:layer("writer.word") }
        end,
        report = function(report, summary, ctx) report:text(tostring(ctx:summary("writer"))) end,
      }
      """)
    let alone = try PluginHost([reader])
    #expect(alone.descriptions[0].requiredPlugins == [])
    #expect(alone.descriptions[0].optionalPlugins == ["writer", "writer"])
    #expect(alone.analyze(.harbour).map(\.fields) == [["words": 0]])
    #expect(alone.report(summaries: [:])[0].blocks == [.text("nil")])
    let both = try PluginHost([reader, writer])
    #expect(both.descriptions.map(\.name) == ["writer", "reader"])
    #expect(both.analyze(.harbour)[1].fields == ["n": 3, "words": 1])
    var failing = Article.harbour
    failing.metadata.title = Sourced("none", from: "json")
    let found = both.analyze(failing)
    #expect(found[0].error != nil)
    #expect(found[1].fields == ["words": 0])
    #expect(
      problems(named("a", requires: "'dates?'"), named("b", requires: "'b?', 'A?', '?'")) == [
        "2: requires[1]: the layer \"dates\" is always there; write \"dates\"",
        "2: requires[2]: \"A?\" is no name; \(Names.pluginRule)",
        "2: requires[3]: \"?\" is no name; \(Names.pluginRule)",
        "2: requires[1]: a plugin cannot require itself",
      ])
    #expect(
      problems(named("a", requires: "'writer.wrod?'"), writer) == [
        "2: requires[1]: there is no layer \"writer.wrod\"; did you mean 'writer.word'?"
      ])
    #expect(
      problems(named("a", requires: "'b?'"), named("b", requires: "'a'")) == [
        "2: requires: the plugins require each other in a circle: a → b → a; "
          + "let one of them do without the other"
      ])
  }

  @Test func `a plugin is skipped for a reason`() throws {
    let german = analyzing("return {}", name: "german", "languages = { 'de' },")
    let english = analyzing("return {}", name: "english", "languages = { 'de', 'en' },")
    let short = analyzing(
      "return {}", name: "short", "match = function(article) return article.word_count < 5 end,")
    let dependent = named("dependent", requires: "'german'")
    let failing = analyzing("error('x')", name: "failing")
    let orphan = named("orphan", requires: "'failing'")
    let found = try findings(german, english, short, dependent, failing, orphan)
    #expect(found.map(\.skipped) == ["language", nil, "match", "requires", nil, "requires"])
    #expect(found.map { $0.error != nil } == [false, false, false, false, true, false])
    var unknown = Article.harbour
    unknown.metadata.language = nil
    #expect(try finding(german, of: unknown).skipped == nil)
  }

  @Test func `a banned plugin does not run`() throws {
    let host = try PluginHost([named("a"), named("b", requires: "'a'")])
    let ban = PluginError(plugin: "a", phase: "analyze", kind: .crash, message: "it crashed")
    var entered: [Int] = []
    let found = host.analyze(.harbour, bans: [0: ban]) { entered.append($0) }
    #expect(found.map(\.error) == [ban, nil])
    #expect(found.map(\.skipped) == [nil, "requires"])
    #expect(entered == [1])
  }

  @Test func `a spent state is opened anew and set up again`() throws {
    let package = plugin(
      "trial",
      """
      return {
        api = 1, name = "trial", fields = { n = { type = "integer" } },
        setup = function() return { count = 0 } end,
        analyze = function(article, ctx, state)
          state.count = state.count + 1
          if article.title == "slow" then while true do pcall(function() while true do end end) end end
          if article.title == "big" then local t = {} while true do t[#t + 1] = ("x"):rep(1e5) .. #t end end
          return { n = state.count }
        end,
      }
      """)
    func article(_ title: String) -> Article {
      var article = Article.harbour
      article.metadata.title = Sourced(title, from: "json")
      return article
    }
    let host = try PluginHost([package], limits: Limits(seconds: 1, memory: 8 << 20))
    let titles = ["a", "b", "slow", "c", "big", "d", "e"]
    let found = titles.map { host.analyze(article($0))[0] }
    #expect(found.map { $0.fields["n"] } == [1, 2, nil, 1, nil, 1, 2])
    #expect(found.map(\.error?.kind) == [nil, nil, .timeout, nil, .memory, nil, nil])
    let fresh = try PluginHost([package], fresh: true)
    #expect(["a", "b", "c"].map { fresh.analyze(article($0))[0].fields["n"] } == [1, 1, 1])
  }

  @Test func `a budget of time runs down and never to nothing`() {
    let budget = Budget(seconds: 1000)
    let left = budget.secondsLeft
    #expect(left <= 1000)
    #expect(budget.secondsLeft <= left)
    #expect(Budget(seconds: -5).secondsLeft == 0.001)
  }

  @Test func `chance depends on the article alone`() throws {
    let package = analyzing(
      "return { n = math.random(1000000), first = first() }",
      "fields = { n = { type = 'integer' }, first = { type = 'boolean' } },")
    let code = String(decoding: package.main, as: UTF8.self)
    let counting = plugin(
      "trial",
      "local calls = 0\nlocal function first() calls = calls + 1 return calls == 1 end\n" + code)
    let host = try PluginHost([counting])
    var other = Article.harbour
    other.hash = "0123456789abcdef0123"
    let draws = [Article.harbour, other, .harbour].map { host.analyze($0)[0].fields }
    #expect(draws[0]["n"] == draws[2]["n"])
    #expect(draws[0]["n"] != draws[1]["n"])
    #expect(draws.map { $0["first"] } == [true, false, false])
    #expect(try finding(counting).fields["n"] == draws[0]["n"])
  }

  @Test func `a handle that was kept is refused`() throws {
    let package = plugin(
      "trial",
      """
      local kept
      return {
        api = 1, name = "trial", requires = { "sentences" },
        analyze = function(article)
          if kept then return { x = kept.text } end
          kept = article.sentences[1]
        end,
      }
      """)
    let host = try PluginHost([package])
    #expect(host.analyze(.harbour)[0].error == nil)
    #expect(
      host.analyze(.harbour)[0].error?.short == "5: this sentence is from an earlier article; "
        + "an article's spans are gone with it; keep their texts or numbers")
  }

  @Test func `what setup writes is told with the first article`() throws {
    let host = try PluginHost([
      analyzing("ctx:log('here')", "setup = function(ctx) ctx:log('set up') end,")
    ])
    #expect(host.analyze(.harbour)[0].log == ["set up", "here"])
    #expect(host.analyze(.harbour)[0].log == ["here"])
  }

  @Test func `print shows what values hold, as log does, or what scripts say of them`() throws {
    let package = analyzing(
      """
      print({ 1, 2, a = { b = 1 } })
      print(article.sentences[1])
      ctx:log(article.sentences[1])
      print(setmetatable({}, { __tostring = function() return "me" end }), 2.0)
      """, "requires = { 'sentences' },")
    let log = try finding(package).log
    #expect(log[0] == "{1, 2, a = {b = 1}}")
    #expect(log[1].hasPrefix("sentence 1–"))
    #expect(log[1] == log[2])
    #expect(log[3] == "me\t2.0")
  }

  @Test func `logs are kept, in bounds`() throws {
    let package = analyzing(
      """
      print("a", 1, 2.5, true, nil, article)
      ctx:log("%d", "b")
      ctx:log(("x"):rep(10000))
      for i = 1, 300 do ctx:log(i) end
      error("end")
      """)
    let found = try finding(package)
    #expect(found.log.count == 201)
    #expect(found.log[0].hasPrefix("a\t1\t2.5\ttrue\tnil\tarticle \""))
    #expect(found.log[1] == "%d\tb")
    #expect(found.log[2].utf8.count == 2000)
    #expect(found.log.last == "… and 103 more lines")
    #expect(found.error?.message == "end")
  }

  @Test func `items of a layer are annotated and scanned in one call, in either text`() throws {
    let writer = analyzing(
      """
      ctx:annotate("word", article.headline)
      ctx:annotate_each("word", article.sentences, { 3, 1 }, 2, { weight = { 2, "x" }, sure = { [2] = true } })
      """, name: "writer", "requires = { 'sentences' }, layers = { word = 'x' },")
    let reader = analyzing(
      """
      local words = article:layer("writer.word")
      ctx:annotate_each("mark", words, { 1, 3 }, 2)
      local lexicon = ctx:lexicon({ "the", "port", "fees" })
      local hits, counts = { first = {} }, { hits = {} }
      lexicon:scan(words, hits, counts)
      lexicon:annotate("hit", { 1, 2 }, 2)
      return { found = counts.hits }
      """, name: "reader",
      """
      requires = { 'writer' }, layers = { mark = 'x', hit = 'y' }, fields = { found = { type = 'list' } },
      """)
    let found = try findings(reader, writer)
    let written = try #require(found[0].annotations.first).annotations
    #expect(written.map(\.place) == [.title, .text, .text])
    #expect(written.map(\.attributes) == [[:], ["sure": true, "weight": "x"], ["weight": 2]])
    #expect(found[1].error == nil)
    #expect(
      found[1].annotations.map { $0.annotations.map(\.place) } == [
        [.title, .text], [.title, .text],
      ])
    #expect(found[1].fields == ["found": [1, 2, 1]])
  }

  @Test(arguments: [
    (
      "ctx:annotate_each('x', article.sentences, { 9 }, 1)",
      "4: there is no item 9: the items are 3"
    ),
    (
      "ctx:annotate_each('x', article.sentences, {}, 30000)",
      "4: more than 20000 annotations in one article"
    ),
    (
      "ctx:annotate_each('x', article, {}, 0)",
      "4: bad argument #2 to 'annotate_each' (expected sequence, got article)"
    ),
  ])
  func `marking many items says what is wrong`(_ call: String, _ told: String) throws {
    let plugin = analyzing(call, "requires = { 'sentences' }, layers = { x = 'x' },")
    #expect(try finding(plugin).error?.short == told)
  }

  @Test func `annotations are bounded`() throws {
    let found = try finding(
      analyzing(
        "for i = 1, 30000 do ctx:annotate('x', { first = 1, last = 3 }) end",
        "layers = { x = 'x' },"))
    #expect(found.error?.short == "4: more than 20000 annotations in one article")
    #expect(found.annotations.isEmpty)
  }

  @Test func `numbers take the declared type`() throws {
    let found = try finding(
      analyzing(
        "return { i = 6 / 2, n = 2, m = {}, l = {}, b = false, s = '' }",
        """
        fields = { i = { type = "integer" }, n = { type = "number" }, m = { type = "map" },
          l = { type = "list" }, b = { type = "boolean" }, s = { type = "string" } },
        """))
    #expect(
      found.fields == [
        "i": 3, "n": .number(2), "m": .map([:]), "l": [], "b": false, "s": "",
      ])
  }

  @Test func `the end of a run has time for every ten thousand articles`() {
    let limits = Limits(seconds: 5)
    #expect([0, 1, 10_000, 100_000].map { limits.secondsAtEnd(of: $0) } == [5, 5, 5, 50])
  }
}
