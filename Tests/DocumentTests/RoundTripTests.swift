import Document
import Testing

/// What one part of the program writes, another reads back whole.
@Suite struct RoundTripTests {
  @Test func `an article keeps its metadata, its provenance and its layers`() throws {
    var article = Sample.article
    article.metadata.add(
      "image", "https://post.example/a.jpg", from: "meta:og:image", among: "html")
    article.metadata.add("captions", ["A boat"], from: "figcaption", among: "html")
    var json = JSONWriter()
    article.write(to: &json)
    let again = try Article(json: try JSONParser.parse(json.bytes))
    #expect(again.text == article.text)
    #expect(again.metadata == article.metadata)
    #expect(again.warnings == article.warnings)
    #expect(again.layers.sentences == article.layers.sentences)
    #expect(again.layers.quotes?.ranges == article.layers.quotes?.ranges)
    #expect(again.layers.quotes?.notes == article.layers.quotes?.notes)
    #expect(again.layers.entities?.notes == article.layers.entities?.notes)
    #expect(again.layers.tokens == nil)
    var twice = JSONWriter()
    again.write(to: &twice)
    #expect(twice.bytes == json.bytes)
  }

  @Test func `only the layers asked for are written`() throws {
    var json = JSONWriter()
    Sample.article.write(to: &json, layers: [.sentences])
    let layers = try JSONParser.parse(json.bytes)["layers"]?.map
    #expect(layers?.names == ["sentences"])
  }

  @Test func `a range that cuts a character is an error`() throws {
    let line =
      #"{"schema":"copydesk/1","id":"a","source":"a","text":"é","layers":{"sentences":[{"range":[0,1]}]}}"#
    let json = try JSONParser.parse(Array(line.utf8))
    #expect(
      throws: SchemaFault(
        path: "layers.sentences.range", expected: "a range inside the text that cuts no character")
    ) { try Article(json: json) }
  }

  @Test func `control characters are escaped, those of Latin-1 too`() throws {
    let text = "a\u{1B}[m\u{7F}\u{9B}m\u{A0}é"
    var json = JSONWriter()
    json.value(text)
    #expect(String(decoding: json.bytes, as: UTF8.self) == #""a\u001b[m\u007f\u009bm\#u{A0}é""#)
    #expect(try JSONParser.parse(json.bytes) == .string(text))
  }

  @Test(arguments: [
    Outcome.findings(Sample.findings),
    .failed(
      ReadFailure(source: "a.bin", code: "binary", message: "not a text", remedy: "leave it")),
    .skipped(ReadFailure(source: "b.txt", code: "empty", message: "nothing in it")),
  ])
  func `an outcome comes back as it was`(outcome: Outcome) throws {
    var json = JSONWriter()
    outcome.write(to: &json, timings: true, internals: true)
    var again = JSONWriter()
    try Outcome(json: try JSONParser.parse(json.bytes))
      .write(to: &again, timings: true, internals: true)
    #expect(again.bytes == json.bytes)
  }

  @Test func `timings and internals are left out unless asked for`() throws {
    var json = JSONWriter()
    Sample.findings.write(to: &json)
    let members = try JSONParser.parse(json.bytes)["plugins"]?["hedging"]?.map?.names
    #expect(members == ["fields", "annotations", "error"])
  }

  @Test func `a plugin cannot overwrite the host's own members of an annotation`() throws {
    var findings = Sample.findings
    findings.plugins[0].annotations[0].annotations = [
      Annotation(range: TextRange(4, 9), attributes: ["range": [9, 99], "in": "title"])
    ]
    var json = JSONWriter()
    findings.write(to: &json)
    let annotation = try JSONParser.parse(json.bytes)["plugins"]?["hedging"]?["annotations"]?[
      "hedge"]
    #expect(annotation == [["range": [4, 9]]])
  }

  @Test func `a plugin's description comes back as it was`() throws {
    let description = PluginDescription(
      name: "hedging", version: "1.0.0", summary: "How far a story hedges", author: "J. Roe",
      license: "MIT", categories: ["style"], languages: ["en"], requires: ["sentences"],
      layers: [.init(name: "hedge", doc: "a weakening word")],
      fields: [.init(name: "rate", type: .number, merge: .mean, doc: "hedged / all")],
      options: [
        .init(
          name: "min", type: .integer, defaultValue: 4, minimum: 1, maximum: 9, choices: [4, 5],
          doc: "shortest")
      ],
      help: "Long words.", path: "hedging.lua", hash: "00", hasAggregate: true, hasReport: true)
    var json = JSONWriter()
    description.write(to: &json)
    #expect(try PluginDescription(json: try JSONParser.parse(json.bytes)) == description)
  }

  @Test func `a section of a report comes back as it was`() throws {
    let target = Target(article: "a", range: TextRange(1, 5))
    let section = ReportSection(
      plugin: "hedging",
      blocks: [
        .heading("Hedging", level: 1), .text("words"), .callout("careful"),
        .overview("unique stories", count: 12),
        .table(
          Table(title: "t", columns: ["a", "b"], rows: [[Cell(1), Cell("x", target: target)]])),
        .bar(Chart(title: "b", measure: "articles", points: [Point(label: "x", value: 2)])),
        .line(
          Chart(title: "l", points: [Point(label: "2025-01-01", value: nil, target: target)])),
        .network(
          Network(
            title: "n", measure: "ties",
            nodes: [.init(name: "a", value: 2, group: "g", targets: [target]), .init(name: "b")],
            ties: [.init(from: 0, to: 1, weight: 2.5, targets: [target, target])], limit: 5)),
        .map(
          PlaceMap(
            title: "m", measure: "stories",
            places: [
              .init(name: "Ulm", latitude: 48.4, longitude: 10, value: 3, targets: [target])
            ])),
        .footnote(mark: "¹", "note"),
        .download(file: "a.csv", Table(columns: ["a"], rows: [[Cell("x")]])),
        .table(
          Table(
            columns: ["a", "b"], rows: [[Cell(1), Cell("2025-01-01")]], formats: [.signed, .date],
            totals: [1, .null])),
        .histogram(
          Histogram(
            title: "h", measure: "words", unit: "stories",
            bins: [.init(lower: 0, upper: 1.5, count: 3, targets: [target])])),
        .heatmap(
          HeatMap(
            title: "m", measure: "stories", rows: ["a", "b"], columns: ["c"],
            cells: [.init(row: 1, column: 0, value: -2.5, targets: [target])])),
        .series(
          SeriesChart(
            form: .shares, title: "s", measure: "x",
            series: [
              .init(
                name: "a",
                points: [
                  Point(label: "x", value: 1, targets: Targets([target, target], others: 7))
                ])
            ])),
        .kwic(layer: "hedging.hedge", title: "k", limit: 5),
        .passages(title: "p", [Passage(text: "said", target: target, label: "0.5")]),
      ],
      error: PluginError(plugin: "hedging", phase: "report", kind: .error, message: "oh"))
    var json = JSONWriter()
    section.write(to: &json)
    #expect(try ReportSection(json: try JSONParser.parse(json.bytes)) == section)
  }
}

private enum Sample {
  static var article: Article {
    var article = Article(
      id: "a", source: "a.txt", hash: "00ff", text: "“We won,” said Ann Roe.",
      warnings: [Warning(code: "nul", message: "1 NUL left out")])
    article.metadata.title = Sourced("A win", from: "text:headline")
    article.metadata.authors = Sourced(["Jo Doe"], from: "text:byline")
    article.metadata.dateline = Sourced(
      Dateline(
        places: ["PARIS", "BERLIN"], date: "2025-03-03", agency: "AP", range: TextRange(0, 3)),
      from: "text:dateline")
    article.metadata.other = Sourced(["desk": "sport"], from: "json")
    article.layers.sentences = [article.text.range]
    var quotes = Layer<Quote>()
    quotes.append(
      TextRange(0, 13),
      Quote(
        kind: .direct, speaker: TextRange(19, 26), speakerName: "Ann Roe", role: TextRange(19, 22),
        cue: TextRange(14, 18), stance: .conceding, confidence: 0.9, why: "cue after"))
    article.layers.quotes = quotes
    var entities = Layer<Entity>()
    entities.append(TextRange(19, 26), Entity(label: .person, name: "Ann Roe", number: 1))
    article.layers.entities = entities
    return article
  }

  static var findings: Findings {
    Findings(
      id: "a", source: "a.txt", title: "A win", hash: "00ff", about: ["published": "2025-01-01"],
      warnings: [Warning(code: "nul", message: "1 NUL left out")],
      plugins: [
        PluginFindings(
          plugin: "hedging", fields: ["hedged": 2, "rate": 0.5],
          annotations: [
            AnnotationLayer(
              name: "hedge",
              annotations: [
                Annotation(range: TextRange(4, 9), attributes: ["weight": 1.5]),
                Annotation(range: TextRange(0, 5), place: .title),
              ])
          ], aggregate: ["n": 1], log: ["hello"], seconds: 0.25)
      ])
  }
}
