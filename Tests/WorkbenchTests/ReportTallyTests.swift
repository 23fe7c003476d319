import Document
import Reporting
import Testing

@testable import Workbench

/// What a report says of a run, gathered article by article.
@Suite struct ReportTallyTests {
  private let plugin = PluginDescription(
    name: "tone", layers: [LayerDescription(name: "word", doc: "a word")],
    fields: [
      FieldDescription(name: "score", type: .number, merge: .mean, doc: "−1…1"),
      FieldDescription(name: "count", type: .integer, merge: .sum, doc: "words"),
      FieldDescription(name: "share", type: .number, merge: .histogram, doc: "0…1"),
      FieldDescription(name: "desks", type: .list, merge: .top, doc: "desks"),
      FieldDescription(name: "loud", type: .boolean, merge: .any, doc: "shouts"),
      FieldDescription(name: "note", type: .string, merge: .none, doc: "a note"),
      FieldDescription(name: "lowest", type: .map, merge: .none, doc: "a sentence"),
      FieldDescription(name: "cities", type: .map, merge: .top, doc: "cities"),
    ],
    options: [OptionDescription(name: "window", type: .integer, defaultValue: 3)])

  private func findings(_ number: Int, _ fields: Fields, about: Fields = [:]) -> Findings {
    Findings(
      id: "a\(number)", source: "a/\(number).txt", title: "Story \(number)", hash: "",
      about: about, plugins: [PluginFindings(plugin: "tone", fields: fields)])
  }

  private func report(
    _ all: [Findings], bounds: ReportBounds = ReportBounds(),
    options: [String: Fields] = [:]
  ) -> Report {
    var tally = RunTally(bounds)
    tally.begin([plugin], options: ToldOptions(options))
    for findings in all { _ = tally.add(findings) }
    return tally.report(of: RunRequest(inputs: [Array("a".utf8)]), counts: RunCounts(), pages: 0)
  }

  private func field(_ name: String, of report: Report) throws -> FieldReport {
    try #require(report.plugins[0].fields.first { $0.description.name == name })
  }

  @Test func `a mean leads to its lowest and highest articles`() throws {
    let report = report(
      [0.5, -0.5, 0.25, -0.5].enumerated().map {
        findings($0 + 1, ["score": .number($1)])
      })
    let score = try field("score", of: report)
    #expect(score.value == -0.0625)
    #expect(score.lowest.map(\.article.number) == [2, 4, 3, 1])
    #expect(score.highest.first?.article.title == "Story 1")
    #expect(score.bins.reduce(0) { $0 + $1.count } == 4)
    #expect(score.bins.flatMap(\.articles).sorted() == [1, 2, 3, 4])
  }

  @Test func `a histogram comes in bins that can be read, the end of its scale in the last`() throws
  {
    let report = report((0...100).map { findings($0 + 1, ["share": .number(Double($0) / 100)]) })
    let share = try field("share", of: report)
    #expect(share.bins.count == 16)
    #expect(share.bins.last?.upper == 1)
    #expect(share.bins.reduce(0) { $0 + $1.count } == 101)
    #expect(share.value?.list?.count == 16)
  }

  @Test func `whole numbers have bins of whole numbers`() throws {
    let report = report(
      [0, 1, 1, 3].enumerated().map {
        findings($0 + 1, ["count": .integer($1)])
      })
    #expect(try field("count", of: report).value == 5)
    #expect(try field("count", of: report).bins.map(\.count) == [1, 2, 0, 1])
  }

  @Test
  func `a name leads to its articles, the first of them by number, and says how many there are`()
    throws
  {
    let report = report(
      (1...9).map {
        findings(
          $0, ["desks": [["label": "sport", "score": 1], .string($0 == 9 ? "city" : "sport")]])
      })
    let counts = try field("desks", of: report).names.counts
    #expect(counts.map(\.name) == ["sport", "city"])
    #expect(counts[0].count == 17 && counts[0].articles == [1, 2, 3, 4, 5])
    #expect(counts[0].articleCount == 9 && counts[1].articles == [9])
  }

  @Test func `truths are counted, notes are not ranked`() throws {
    let report = report([
      findings(1, ["loud": true, "note": "one"]), findings(2, ["loud": false, "note": "two"]),
    ])
    let loud = try field("loud", of: report)
    #expect(loud.value == true && loud.trues == 1 && loud.examples == [1])
    #expect(try field("note", of: report).names.counts.isEmpty)
  }

  @Test func `numbers of a map are added where they are counts alone`() throws {
    let report = report(
      (1...2).map {
        findings($0, ["lowest": ["first": 120, "last": 180], "cities": ["Selwyn": 2]])
      })
    #expect(try field("lowest", of: report).names.counts.isEmpty)
    #expect(try field("cities", of: report).names.counts.map(\.count) == [4])
  }

  @Test func `what was skipped or failed is in no number`() {
    var skipped = findings(1, [:])
    skipped.plugins[0].skipped = "language"
    var failed = findings(2, ["score": 1])
    failed.plugins[0].error = PluginError(
      plugin: "tone", phase: "analyze", kind: .timeout, message: "late")
    let report = report([skipped, failed, findings(3, ["score": 0.5])])
    let tone = report.plugins[0]
    #expect(tone.articles == 1 && tone.errors == 1)
    #expect(tone.skips.map(\.name) == ["language"])
    #expect(tone.fields[0].articles == 1 && tone.fields[0].value == 0.5)
    #expect(report.overview.errors.total == 1 && report.overview.articlesWithErrors == 1)
    #expect(report.entries[1].hasErrors)
  }

  @Test func `what is beyond the bounds is counted all the same`() {
    var bounds = ReportBounds()
    (bounds.entries, bounds.problems) = (2, 1)
    var tally = RunTally(bounds)
    tally.begin([plugin], options: ToldOptions([:]))
    for number in 1...5 { _ = tally.add(findings(number, ["count": 1], about: ["words": 10])) }
    for name in ["x", "y"] {
      tally.add(ReadFailure(source: name, code: "empty", message: ""), isSkip: name == "x")
      tally.add(ReadFailure(source: name, code: "empty", message: ""), isSkip: false)
    }
    let report = tally.report(of: RunRequest(inputs: []), counts: RunCounts(), pages: 0)
    #expect(report.entries.map(\.mention.number) == [1, 2])
    #expect(report.overview.articles == 5 && report.overview.words == 50)
    #expect(report.plugins[0].fields[1].value == 5)
    #expect(report.overview.failures.total == 3 && report.overview.failures.shown.count == 1)
  }

  @Test func `options are those of the run, else the defaults`() {
    #expect(report([]).plugins[0].options == ["window": 3])
    #expect(report([], options: ["tone": ["window": 5]]).plugins[0].options == ["window": 5])
  }

  @Test func `days, publishers and languages are counted, with those that have none`() {
    let report = report([
      findings(1, [:], about: ["published": "2025-03-03T10:00:00Z", "publisher": "Echo"]),
      findings(2, [:], about: ["published": "2025-03-03", "language": "en"]),
      findings(3, [:], about: ["published": "--03-03"]),
    ])
    #expect(report.overview.days.map(\.name) == ["2025-03-03"])
    #expect(report.overview.days[0].count == 2)
    #expect(report.overview.publishers.without == 2)
    #expect(report.overview.languages.counts.map(\.name) == ["en"])
  }

  /// What is counted or listed is a list also where no article had the field; what has no sum is missing.
  @Test func `a plugin's report is told its merged fields and its counts`() {
    var tally = RunTally(ReportBounds())
    tally.begin([plugin], options: ToldOptions([:]))
    for number in 1...2 { _ = tally.add(findings(number, ["count": 2, "loud": false])) }
    #expect(
      tally.summaries["tone"] == [
        "count": 4, "share": [], "desks": [], "loud": false, "cities": [],
        "counts": ["articles": 2, "skipped": 0, "failed": 0],
        "outermost": ["count": ["lowest": ["a1", "a2"], "highest": ["a1", "a2"]]],
      ])
    #expect(tally.run["articles"] == 2)
  }

  @Test func `names and bins come with the articles behind them, as marks of charts take them`() {
    var tally = RunTally(ReportBounds())
    tally.begin([plugin], options: ToldOptions([:]))
    for number in 1...7 {
      _ = tally.add(findings(number, ["desks": ["x"], "share": 0.5]))
    }
    _ = tally.add(findings(8, ["desks": ["y"]]))
    let articles: Value = ["a1", "a2", "a3", "a4", "a5"]
    let summary = tally.summaries["tone"]
    #expect(
      summary?["desks"] == [
        ["name": "x", "count": 7, "articles": articles, "others": 2],
        ["name": "y", "count": 1, "articles": ["a8"]],
      ])
    let bin = summary?["share"]?.list?.first
    #expect(bin?["count"] == 7 && bin?["articles"] == articles && bin?["others"] == 2)
  }

  @Test func `key words of many articles come before many of one`() {
    var concordance = Concordance(capacity: 3)
    let article = Article(id: "a", source: "a", text: "one two three four")
    let marks = [0, 4, 8].map { Annotation(range: TextRange($0, $0 + 3)) }
    for number in 1...2 { concordance.add(marks, of: article, number: number) }
    #expect(concordance.first(9).map(\.article) == [1, 1, 2])
    #expect(concordance.first(2).map(\.article) == [1, 2])
    #expect(concordance.total == 6)
  }
}

/// What waits on disk until the report is written.
@Suite struct PageSpoolTests {
  private func bounds(pages: Int = 9, bytes: Int = 100) -> ReportBounds {
    var bounds = ReportBounds()
    (bounds.pages, bounds.pageBytes) = (pages, bytes)
    return bounds
  }

  private func add(_ text: Text, to spool: PageSpool) throws {
    let article = Article(id: "a", source: "a", text: text)
    let findings = Findings(id: "a", source: "a", title: "", hash: "")
    var lines = (JSONWriter(), JSONWriter())
    findings.write(to: &lines.0)
    article.write(to: &lines.1)
    try spool.add(lines.0.bytes[...], lines.1.bytes[...], text: text)
  }

  @Test func `pages come back in order, more than once`() throws {
    let spool = try PageSpool(bounds())
    for text in ["first", "second", "third"] as [Text] { try add(text, to: spool) }
    for _ in 0..<2 {
      var texts: [String] = []
      try spool.read { texts.append("\($0.number) \($0.article.text)") }
      #expect(texts == ["1 first", "2 second", "3 third"])
    }
  }

  @Test func `nothing follows a text that is left out, so that pages are the first articles`()
    throws
  {
    let spool = try PageSpool(bounds(bytes: 10))
    for text in ["12345", "too long for it", "1"] as [Text] { try add(text, to: spool) }
    #expect(spool.pages == 1 && spool.isFull)
  }

  @Test func `a report without pages keeps none`() throws {
    let spool = try PageSpool(bounds(pages: 0))
    #expect(spool.isFull)
    try add("text", to: spool)
    #expect(spool.pages == 0)
  }
}
