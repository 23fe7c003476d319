import CUnicode
import Document
import Testing

@testable import Scripting

/// The libraries within `desk`.
@Suite struct DeskLibraryTests {
  /// What expressions of Lua give, as `desk.json.encode` writes it.
  private func value(_ expression: String, _ setup: String = "") throws -> String {
    let found = try finding(analyzing("\(setup) print(desk.json.encode({ \(expression) }))"))
    if let error = found.error { return error.short.drop { $0 != " " }.dropFirst().description }
    return found.log.first ?? ""
  }

  // MARK: Statistics

  @Test(arguments: [
    // Intervals by integrating the densities numerically.
    ("desk.round(desk.stats.interval({ 2, 4, 9, 5 }), 6)", "[0.315566]"),
    ("desk.round(desk.stats.interval({ 1, 2 }, 0.9), 5)", "[-1.65688]"),
    ("desk.round(desk.stats.wilson(0, 10), 6)", "[0.0]"),
    ("desk.round(select(2, desk.stats.wilson(0, 10)), 6)", "[0.277533]"),
    ("desk.stats.quantile({ 4, 1, 3, 2 }, 0.25)", "[1.75]"),
    ("desk.stats.correlation({ 1, 2, 3 }, { 2, 4, 6 })", "[1.0]"),
    ("desk.stats.correlation({ 1, 2, 3 }, { 5, 5, 5 })", "[]"),
    ("desk.stats.correlation({ 1, 2, 2 }, { 1, 3, 3 }, { method = 'spearman' })", "[1.0]"),
    ("desk.stats.sum({ 1e16, 1, -1e16 })", "[1.0]"),
    ("desk.stats.deviation({ 1 })", "[]"),
    // By the formulas of the paper in double precision: 40 and 10 times of 10,000 and 12,000 words.
    ("desk.round(desk.stats.log_odds(40, 10, 10000, 12000), 6)", "[1.484064]"),
    ("desk.round(select(2, desk.stats.log_odds(40, 10, 10000, 12000, 500)), 6)", "[4.39339]"),
    ("(desk.stats.log_odds(5, 5, 100, 100))", "[0.0]"),
    ("desk.stats.log_odds(0, 0, 100, 100)", "[]"),
    ("desk.stats.log_odds(9, 9, 9, 9)", "[]"),
    ("desk.stats.median({})", "[]"),
  ])
  func `statistics are those that others compute`(expression: String, expected: String) throws {
    let value = try value(expression)
    #expect(value == expected)
  }

  @Test(arguments: [
    ("desk.stats.mean({ 1, 'two' })", "element 2 of the list is not a finite number"),
    ("desk.stats.mean({ 1, 0 / 0 })", "element 2 of the list is not a finite number"),
    ("desk.stats.correlation({ 1 }, { 1, 2 })", "the lists differ in length: 1 and 2"),
    ("desk.stats.log_odds(3, 1, 2, 2)", "counts are from 0 to the words: 3.0 of 2.0, 1.0 of 2.0"),
    ("desk.tally.words('a', { words = 6 })", "'words' is from 1 to 5"),
    (
      "desk.tally.size({ texts = { 'no tally' } })",
      "bad argument #1 to 'desk.tally.size' (expected a tally of desk.tally, got table)"
    ),
    ("desk.stats.wilson(3, 2)", "successes are from 0 to the trials: 3.0 of 2.0"),
    (
      "desk.stats.quantile({ 1 }, 2)",
      "bad argument #2 to 'desk.stats.quantile' (expected number, 0…1, got integer)"
    ),
    ("desk.csv.decode('a,\"b')", "line 1: a quotation mark is not closed"),
    ("desk.csv.decode('a\\n\"b\"c')", "line 2: text behind the closing quotation mark"),
    ("desk.csv.decode('a,a\\n1,2', { header = true })", "two columns have one name"),
    (
      "desk.csv.decode('a', { seperator = ';' })",
      "unknown option 'seperator'; did you mean 'separator'?"
    ),
    (
      "desk.csv.encode({ { {} } })",
      "row 1, field 1: expected a string, number or boolean, got table"
    ),
    (
      "desk.similarity.estimate('00', '00')",
      "expected two signatures of one size, made by desk.similarity.minhash"
    ),
    (
      "desk.similarity.cosine({ 'a' }, { b = 'c' })", "expected weights: a table of numbers by word"
    ),
    ("desk.text.segment('a', 'word')", "unknown unit \"word\"; did you mean 'words'?"),
  ])
  func `what cannot be done is said in words`(expression: String, message: String) throws {
    #expect(try value(expression) == message)
  }

  // MARK: Tables

  @Test(arguments: [
    (
      "desk.csv.decode('a,b\\r\\n\\r\\n\"x \"\"y\"\"\",\"1\\n2\"\\r\\n')",
      #"[[["a","b"],["x \"y\"","1\n2"]]]"#
    ),
    ("desk.csv.decode('a;b\\n;\\n', { separator = ';' })", #"[[["a","b"],["",""]]]"#),
    ("desk.csv.decode('')", "[[]]"),
    ("desk.csv.decode(desk.csv.encode({ { 'a\"b', true, 1.5 } }))", #"[[["a\"b","true","1.5"]]]"#),
  ])
  func `tables are read and written by RFC 4180`(expression: String, expected: String) throws {
    let value = try value(expression)
    #expect(value == expected)
  }

  // MARK: Similarity

  @Test(arguments: [
    ("desk.similarity.jaccard('Fees may FALL', 'fees fell')", "[0.25]"),
    ("desk.similarity.jaccard('', '')", "[]"),
    ("desk.similarity.jaccard({ 1, 2, 2 }, { 2, 3 })", "[0.3333333333333333]"),
    ("desk.similarity.cosine('', 'a')", "[]"),
    ("desk.round(desk.similarity.cosine({ a = 1, b = 1 }, { a = 1 }), 4)", "[0.7071]"),
    (
      "desk.similarity.minhash('One two', { size = 8 })",
      "[\"565ee700212939bca01cda587a573b6f22182a8218db6f8c768982fd4a89efb5\"]"
    ),
    (
      "desk.similarity.estimate(desk.similarity.minhash('a b c d'), desk.similarity.minhash('A b c D!'))",
      "[1.0]"
    ),
  ])
  func `texts are compared by their words`(expression: String, expected: String) throws {
    let value = try value(expression)
    #expect(value == expected)
  }

  @Test func `signatures tell how many runs of words are shared`() throws {
    let setup = """
      local a, b = {}, {}
      for i = 1, 400 do a[i] = "w" .. i; b[i] = i <= 300 and a[i] or "x" .. i end
      a, b = table.concat(a, " "), table.concat(b, " ")
      local options = { size = 1024, words = 1 }
      local near = desk.similarity.estimate(desk.similarity.minhash(a, options), desk.similarity.minhash(b, options))
      """
    // 300 of 500 are in both.
    #expect(try value("math.abs(near - 0.6) < 0.06", setup) == "[true]")
  }

  // MARK: Texts

  @Test(arguments: [
    ("'Zoë', 'zoe'", "[1]"), ("'zoe', 'Zoë'", "[-1]"), ("'zoe', 'Zoe'", "[-1]"),
    ("'a', 'a'", "[0]"),
    ("'zoea', 'zoë'", "[1]"), ("'Åbo', 'Zug'", "[-1]"), ("'Åbo', 'Zug', 'sv'", "[1]"),
    ("'ch', 'cz', 'cs'", "[1]"), ("'ch', 'cz', 'fr'", "[-1]"),
    ("'Müller', 'Mueller', 'de'", "[1]"), ("'Müller', 'Muff', 'de'", "[1]"),
    ("'Müller', 'Muff', 'de-u-co-phonebk'", "[-1]"),
    ("'b', 'a', 'tlh'", "[1]"), ("'日本', '中国', 'zh'", "[-1]"),
  ])
  func `texts are ordered by letters, marks and case`(pair: String, expected: String) throws {
    #expect(try value("desk.text.compare(\(pair))") == expected)
  }

  @Test(arguments: [
    ("desk.text.length('e\\u{301}👩‍🚒')", "[2]"),
    ("desk.text.plain('ÉCOLE Straße')", "[\"ecole strasse\"]"),
    ("desk.text.distance('kitten', 'sitting')", "[3]"),
    ("desk.text.distance('', 'été')", "[3]"),
    ("desk.text.segment('a\\r\\n\\r\\n b ', 'lines')", "[[\"a\",\"b\"]]"),
    ("desk.text.segment('a\\nb\\n \\nc', 'paragraphs')", "[[\"a\\nb\",\"c\"]]"),
    ("desk.text.shorten('Fees may fall', 20)", "[\"Fees may fall\"]"),
    ("desk.text.shorten('Fees, may fall', 7)", "[\"Fees…\"]"),
    ("desk.text.shorten('Donaudampf', 4)", "[\"Don…\"]"),
  ])
  func `texts are measured and cut in characters`(expression: String, expected: String) throws {
    let value = try value(expression)
    #expect(value == expected)
  }

  @Test(arguments: [
    (
      "en",
      [
        "port": 1, "people": 2, "table": 2, "wanted": 2, "reopened": 3, "walked": 1, "nation": 2,
        "media": 3, "radio": 3, "prices": 2, "makes": 1, "government": 3, "Friday": 2, "the": 1,
        "video": 3, "region": 2, "minister": 3, "quiet": 2, "business": 3, "beyond": 2,
      ]
    ),
    ("de", ["Häuser": 2, "Minister": 3, "Regierung": 3, "Zeitung": 2, "neue": 2]),
    ("fr", ["ministre": 2, "école": 2, "parlent": 1, "gouvernement": 3]),
    ("es", ["gobierno": 3, "teatro": 3, "ciudad": 2]),
    ("it", ["governo": 3, "paese": 3]),
  ])
  func `syllables are told by letters`(language: String, words: [String: Int]) throws {
    let syllables = Syllables(language: language)
    var wrong: [String] = []
    for (word, count) in words {
      let bytes = Array(word.utf8).withUnsafeBufferPointer { convert($0, COPYDESK_PLAIN) } ?? []
      let told = syllables.count(bytes)
      if told != count { wrong.append("\(word): \(told)") }
    }
    // Rules err for single words; here for `quiet` and `business`.
    #expect(wrong.count <= words.count / 9, "\(wrong)")
  }

  @Test func `measures of readability are those of their formulas`() throws {
    let text = "The cat sat on the mat. It was happy."
    let setup = "local r = desk.text.readability('\(text)', { language = 'en' })"
    let counts = "r.words, r.sentences, r.syllables, r.letters, r.long_words, r.complex_words"
    #expect(try value(counts, setup) == "[9,2,10,27,0,0]")
    #expect(try value("desk.round(r.flesch, 3), desk.round(r.lix, 3)", setup) == "[108.268,4.5]")
    #expect(
      try value("desk.round(r.flesch_kincaid, 3), desk.round(r.ari, 3)", setup) == "[-0.724,-5.05]")
  }

  // MARK: Markup

  @Test(arguments: [
    ("desk.html.escape([[<a href='x'>\"&]])", #"["&lt;a href=&#39;x&#39;&gt;&quot;&amp;"]"#),
    ("desk.html.unescape('&lt;&#x41;&#65;&eacute;&amp;lt; & &')", #"["<AA&eacute;&lt; & &"]"#),
    ("desk.markdown.escape('1. _a_ `b`\\n# c')", ##"["1\\. \\_a\\_ \\`b\\` \\# c"]"##),
  ])
  func `words stay words in markup`(expression: String, expected: String) throws {
    let value = try value(expression)
    #expect(value == expected)
  }

  // MARK: Dates

  @Test(arguments: [
    ("2021-01-03", "[53,2020]"), ("2021-01-04", "[1,2021]"), ("2024-12-30", "[1,2025]"),
    ("2026-12-31", "[53,2026]"),
  ])
  func `weeks are those of ISO 8601`(day: String, expected: String) throws {
    let setup = "local day = desk.date('\(day)')"
    #expect(try value("day.week, day.week_year", setup) == expected)
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2025-03-15", -3, "2024-12-15"),
    ("2025-11-30", 14, "2027-01-30"),
  ])
  func `months are added by the calendar`(day: String, months: Int, expected: String) throws {
    #expect(try value("desk.date('\(day)'):add_months(\(months)).iso") == "[\"\(expected)\"]")
  }
}
