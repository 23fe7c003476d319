import Document
import Testing

@testable import Workbench

/// Conditions on articles and on runs.
@Suite struct ExpressionTests {
  private static let findings = Findings(
    id: "quay", source: "a.jsonl:3", title: "Storm at the quay", hash: "0a",
    about: [
      "published": "2026-03-09T08:15:00Z", "publisher": "Coastwire", "language": "en",
      "authors": ["Ida Holm", "Bo Lind"], "words": 412,
    ],
    plugins: [
      PluginFindings(
        plugin: "tone",
        fields: ["compound": -0.6, "loud": true, "quiet": false, "hits": 0, "note": "it's late"]),
      PluginFindings(
        plugin: "my-topics",
        fields: [
          "topics": [
            ["id": "t:1", "label": "Weather", "score": 0.5], ["id": "t:2", "label": "sea"],
          ],
          "counts": ["storm": 3, "rain": 1],
        ]),
      PluginFindings(plugin: "skips", skipped: "language"),
    ])

  @Test(arguments: [
    ("tone.compound < -0.5", true), ("tone.compound >= -0.6 and words > 400", true),
    ("tone.compound < -0.5 and not publisher = 'Coastwire'", false),
    ("words = 412 or words = 1", true), ("not (words = 1 or words = 2)", true),
    ("publisher == \"Coastwire\"", true), ("publisher != 'Coastwire'", false),
    ("publisher = 'coastwire'", false), ("publisher contains 'COAST'", true),
    ("title matches '^Storm .*quay$'", true), ("title matches '(?i)^storm$'", false),
    ("authors = 'Bo Lind'", true), ("authors contains 'lind'", true), ("authors = 'Lind'", false),
    ("my-topics.topics = 'sea'", true), ("my-topics.topics matches 'We?ather'", true),
    ("my-topics.counts = 'storm'", true), ("my-topics.counts.storm > 2", true),
    ("section = 'Coast'", false), ("section != 'Coast'", false), ("not section = 'Coast'", true),
    ("section", false), ("publisher", true), ("tone.hits", false), ("tone.loud", true),
    ("tone.quiet", false), ("tone.loud = true and tone.quiet = false", true),
    ("published >= 2026-03-09", true), ("published > 2026-03-09", false),
    ("published = 2026-03", true), ("published < 2026-03-09T08", false),
    ("published = 2026-03-09T08:15", true), ("published > '2026-03-09'", true),
    ("words / 2 - 6 = 200", true), ("words > 2 * (100 + 100)", true), ("-words < 0", true),
    ("words / 0 > 1", false), ("tone.compound + 1 < .5e0 or words > 4.1e2", true),
    ("skips.status = 'skipped'", true), ("tone.note = 'it''s late'", true),
    ("tone.status = 'ok' and id = 'quay' and source contains ':3' and language = 'en'", true),
  ])
  func `a condition holds or not`(text: String, holds: Bool) throws {
    // A number begins with a digit.
    let text = text.replacing(".5e0", with: "0.5e0")
    let condition = try Expression(text)
    #expect(condition.holds(for: ArticleValues(Self.findings)) == holds)
  }

  @Test(arguments: [
    ("", 0, "expected a name, a number or a text in quotation marks"),
    ("words >", 7, "expected a name, a number or a text in quotation marks"),
    ("words > 3 4", 10, "expected 'and' or 'or'"), ("(words > 3", 10, "expected ')'"),
    ("words > 3)", 9, "a ')' without its '('"),
    ("1 < words < 3", 10, "one comparison after the other"),
    ("title = 'storm", 8, "a quotation mark without its pair"),
    ("title ? 3", 6, "unexpected '?'"), ("words > 3x", 8, "'3x' is no number"),
    ("title matches storm", 14, "expected a pattern in quotation marks"),
    ("title matches 'a('", 17, "no regular expression: missing closing parenthesis"),
    ("tone..compound", 0, "a name with a dot too many"),
  ])
  func `a condition that cannot be read says where`(text: String, offset: Int, message: String) {
    let fault = #expect(throws: Expression.Fault.self) { try Expression(text) }
    #expect(fault?.offset == offset)
    #expect(fault?.message == message)
  }

  @Test func `no depth of parentheses exhausts the stack`() {
    for text in [String(repeating: "(", count: 100_000), String(repeating: "not ", count: 100_000)]
    {
      let fault = #expect(throws: Expression.Fault.self) { try Expression(text) }
      #expect(fault?.message == "nested too deeply")
    }
  }

  private static let plugins = [
    PluginDescription(
      name: "tone",
      fields: [
        FieldDescription(name: "compound", type: .number, merge: .mean, doc: ""),
        FieldDescription(name: "note", type: .string, merge: .top, doc: ""),
      ])
  ]

  @Test(arguments: [
    ("tone.compound < 0 and words > 3", nil, nil), ("tone.status = 'ok'", nil, nil),
    ("publishr = 'a'", 0, "did you mean 'publisher' or 'published'?"),
    ("words > 3 and tone.compund < 0", 19, "did you mean 'compound'?"),
    ("ton.compound < 0", 0, "did you mean 'tone'?"),
    ("tone < 0", 0, "name a field, such as tone.compound"),
    ("change(tone.compound) < 0", 0, nil), ("tone.compound = 'low'", 0, nil),
    ("'low' = tone.compound", 8, nil), ("tone.note > 3", 0, nil), ("words = '3'", 0, nil),
  ])
  func `names are checked against what runs`(text: String, offset: Int?, remedy: String?) throws {
    let condition = try Expression(text)
    var fault: Expression.Fault?
    do { try condition.checkArticleNames(Self.plugins) } catch { fault = error }
    #expect(fault?.offset == offset)
    if let remedy { #expect(fault?.remedy == remedy) }
  }

  @Test(arguments: [
    (nil, nil, nil), ("2026-03-09", "2026-03-09", nil), ("2026", nil, nil),
    ("2026-03-10", nil, ArticleFilter.Reason.early), (nil, "2026-03-08", .late),
    (nil, "2026-03", nil), ("2027", nil, .early), ("2026-03-09T09", nil, .early),
  ])
  func `time is cut to what is given`(
    since: String?, until: String?, reason: ArticleFilter.Reason?
  ) {
    let filter = ArticleFilter(since: since, until: until)
    #expect(filter.objection(to: Self.findings) == reason)
  }

  @Test func `what has no date is in no time`() {
    var findings = Self.findings
    findings.about["published"] = "--03-09"
    #expect(ArticleFilter(since: "2026").objection(to: findings) == .undated)
    findings.about["published"] = nil
    #expect(ArticleFilter(until: "2026").objection(to: findings) == .undated)
  }

  // MARK: Gates

  private static func measures(_ values: [(day: String, compound: Double, note: String)])
    -> Measures
  {
    var measures = Measures(["tone.compound", "tone.note"])
    for value in values {
      measures.add(
        .findings(
          Findings(
            id: "a", source: "a", title: "", hash: "", about: ["published": .string(value.day)],
            plugins: [
              PluginFindings(
                plugin: "tone",
                fields: ["compound": .number(value.compound), "note": .string(value.note)])
            ])))
    }
    return measures
  }

  @Test(arguments: [
    ("articles = 5", true), ("tone.compound.mean < -0.1", true), ("tone.mean < -0.1", true),
    ("tone.compound.min = -1 and tone.compound.max = 0.2", true),
    ("tone.compound.sum > 0", false), ("tone.note.names = 3", true), ("tone.note.count = 5", true),
    ("old(tone.compound.mean) = 0.5", true), ("change(tone.compound.mean) < -0.6", true),
    ("change(articles) = 4", true), ("new(tone.note) = 2", true),
    ("zscore(tone.compound) < -3", true),
    ("failures + errors > 0", false), ("failures / articles > 0.01", false), ("left_out = 2", true),
  ])
  func `a gate is about a whole run`(text: String, holds: Bool) throws {
    let now = Self.measures([
      ("2026-03-01", 0.1, "a"), ("2026-03-02", 0.2, "a"), ("2026-03-03", 0.1, "b"),
      ("2026-03-04", 0.0, "c"), ("2026-03-05", -1, "a"),
    ])
    let gate = Gate(try Expression(text))
    try gate.check(Self.plugins, hasEarlier: true)
    let values = GateValues(
      plugins: Self.plugins, now: now, earlier: Self.measures([("2026-02-28", 0.5, "a")]),
      leftOut: 2)
    #expect(GateResult(gate, values).holds == holds)
  }

  @Test(arguments: [
    ("artcles > 3", 0, "did you mean 'articles'?"),
    ("tone.compound < 0", 0, "one of mean, sum, min, max, count, names"),
    ("tone.compund.mean < 0", 5, "did you mean 'compound'?"),
    ("chnge(tone.mean) < 0", 0, "did you mean 'change'?"),
    ("change(tone.mean) < 0", 0, "name it with --since-run"),
  ])
  func `a gate that cannot be measured says where`(
    text: String, offset: Int, remedy: String
  ) throws {
    let gate = Gate(try Expression(text))
    let fault = #expect(throws: Expression.Fault.self) {
      try gate.check(Self.plugins, hasEarlier: false)
    }
    #expect(fault?.offset == offset)
    #expect(fault?.remedy == remedy)
  }

  @Test func `too few days have no z-score`() {
    let few = Self.measures([
      ("2026-03-01", 1, "a"), ("2026-03-02", 2, "a"), ("2026-03-03", 3, "a"),
    ])
    #expect(few["tone.compound"]?.zScore(earlier: nil) == nil)
  }
}
