import Document

@testable import Reporting

/// A small run, with everything in it that writers must show: two plugins, a failure, a skip, doubts, hostile words.
enum Sample {
  static let plugins = [
    PluginDescription(
      name: "tone", version: "1.2.0", summary: "How a story sounds", categories: ["style"],
      layers: [LayerDescription(name: "word", doc: "a word with a tone")],
      fields: [
        FieldDescription(name: "compound", type: .number, merge: .mean, doc: "tone, −1…1"),
        FieldDescription(name: "words", type: .integer, merge: .sum, doc: "words with a tone"),
        FieldDescription(name: "loud", type: .boolean, merge: .any, doc: "whether it shouts"),
      ],
      options: [
        OptionDescription(
          name: "window", type: .integer, defaultValue: 3, minimum: 1, doc: "words looked back on")
      ], path: "Plugins/tone", hash: "5be1"),
    PluginDescription(
      name: "desks", version: "0.3", summary: "Which desk a story belongs to", languages: ["en"],
      fields: [
        FieldDescription(name: "topics", type: .list, merge: .top, doc: "desks with their scores"),
        FieldDescription(name: "note", type: .string, merge: .none, doc: "a word to the editor"),
      ], path: "Plugins/desks.lua", hash: "77c0"),
  ]

  static var quake: Article {
    var article = Article(
      id: "quake", source: "wire/quake.txt", hash: "0a1b",
      text: """
        NORTH HAVEN (Coastwire) — A terrible quake shook the harbour on Monday. No one was hurt.

        “We were lucky, very lucky,” said the harbour master, Ida Holm.
        """)
    article.metadata.title = Sourced("Terrible quake shakes harbour", from: "text:headline")
    article.metadata.dateline = Sourced(
      Dateline(places: ["NORTH HAVEN"], agency: "Coastwire", range: TextRange(0, 28)),
      from: "text:dateline")
    article.metadata.published = Sourced("2025-03-03", from: "file name")
    article.metadata.publisher = Sourced("Coastwire", from: "text:dateline")
    article.metadata.language = Sourced("en", from: "detected")
    article.metadata.authors = Sourced(["Bo Lind", "Eva Ros"], from: "text:byline")
    return article
  }

  static let quakeFindings = Findings(
    id: "quake", source: "wire/quake.txt", title: "Terrible quake shakes harbour", hash: "0a1b",
    about: [
      "published": "2025-03-03", "publisher": "Coastwire", "language": "en",
      "authors": ["Bo Lind", "Eva Ros"], "words": 27,
    ],
    plugins: [
      PluginFindings(
        plugin: "tone", fields: ["compound": -0.25, "words": 4, "loud": false],
        annotations: [
          AnnotationLayer(
            name: "word",
            annotations: [
              Annotation(
                range: TextRange(0, 8), place: .title, attributes: ["valence": -2.1]),
              mark("terrible", -2.1), mark("lucky", 1.8), mark("very lucky", 2.1),
            ])
        ]),
      PluginFindings(
        plugin: "desks",
        fields: [
          "topics": [
            ["id": "d:1", "label": "disaster", "score": 0.75],
            ["id": "d:2", "label": "shipping", "score": 0.2],
          ],
          "note": "=SUM(A1), see \"style\"",
        ]),
    ])

  static var strike: Article {
    var article = Article(
      id: "-grève", source: "wire/grève.txt", hash: "2c3d", text: "La grève continue à Port-Vieux.",
      warnings: [Warning(code: "nul", message: "1 NUL left out")])
    article.metadata.title = Sourced("La grève\u{1B}[31m continue", from: "text:headline")
    article.metadata.language = Sourced("fr", from: "detected")
    return article
  }

  static let strikeFindings = Findings(
    id: "-grève", source: "wire/grève.txt", title: "La grève\u{1B}[31m continue", hash: "2c3d",
    about: ["language": "fr", "words": 5],
    warnings: [Warning(code: "nul", message: "1 NUL left out")],
    plugins: [
      PluginFindings(
        plugin: "tone",
        error: PluginError(
          plugin: "tone", phase: "analyze", kind: .timeout, message: "ran for more than 5 s",
          file: "tone/plugin.lua", line: 40, sourceLine: "  while true do",
          traceback: ["tone/plugin.lua:40: in function 'score'"], remedy: "raise --time-limit")),
      PluginFindings(plugin: "desks", skipped: "language"),
    ])

  static let failure = ReadFailure(
    source: "wire/photo.bin", code: "binary", message: "not a text", remedy: "leave it out")
  static let skip = ReadFailure(source: "wire/.empty", code: "empty", message: "nothing in it")

  /// The run's outcomes, in order.
  static var entries: [FindingsEntry] {
    [
      entry(.findings(quakeFindings), quake), entry(.failed(failure)), entry(.skipped(skip)),
      entry(.findings(strikeFindings), strike),
    ]
  }

  static func entry(_ outcome: Outcome, _ article: Article? = nil) -> FindingsEntry {
    var json = JSONWriter()
    outcome.write(to: &json)
    return FindingsEntry(line: json.bytes[...], outcome: outcome, article: article)
  }

  static func written(
    by writer: some FindingsWriter, plugins: [PluginDescription] = plugins,
    _ entries: [FindingsEntry] = entries
  ) -> [UInt8] {
    var writer = writer
    var output: [UInt8] = []
    writer.begin(plugins, to: &output)
    for entry in entries { writer.write(entry, to: &output) }
    writer.end(to: &output)
    return output
  }

  /// The first place of some words in the quake's text.
  private static func mark(_ words: String, _ valence: Double) -> Annotation {
    let text = quake.text.string
    let start = text.utf8.indices.first { text.utf8[$0...].starts(with: words.utf8) }
    let offset = start.map { text.utf8.distance(from: text.startIndex, to: $0) } ?? 0
    return Annotation(
      range: TextRange(offset, offset + words.utf8.count), attributes: ["valence": .number(valence)]
    )
  }
}
