import Document

@testable import Reporting

extension Sample {
  /// A report of the sample run, with some words at the end of everything that comes from articles and plugins.
  static func report(_ more: String = "") -> Report {
    func said(_ words: String) -> String { words + more }
    let mentions = [
      ArticleMention(
        number: 1, title: said("Terrible quake shakes harbour"), source: said("wire/quake.txt")),
      ArticleMention(number: 2, title: said("La grève continue"), source: said("wire/grève.txt")),
      ArticleMention(number: 3, title: "", source: said("wire/late.txt")),
    ]
    var report = Report(overview: overview(mentions, said), pages: 2)
    report.entries = [
      ArticleEntry(
        mention: mentions[0], id: "quake",
        about: [
          "published": .string(said("2025-03-03")), "publisher": .string(said("Coastwire")),
          "language": .string(said("en")), "words": 27,
        ], leads: [-0.25, .string(said("note"))]),
      ArticleEntry(
        mention: mentions[1], id: "-grève", about: ["language": "fr", "words": 5],
        leads: [.null, .null], hasErrors: true),
      ArticleEntry(mention: mentions[2], id: "late", about: ["published": "--02-26"]),
    ]
    report.plugins = [tone(mentions, said), desks(said)]
    report.concordances = concordances(more)
    return report
  }

  private static func overview(
    _ mentions: [ArticleMention], _ said: (String) -> String
  ) -> Overview {
    var overview = Overview()
    overview.inputs = [said("wire")]
    overview.articles = 4
    overview.words = 1032
    overview.bytes = 7120
    overview.failures.add(
      ReadFailure(
        source: said("wire/photo.bin"), code: "binary", message: said("not a text"),
        remedy: said("leave it out")), limit: 9)
    overview.skips.add(
      ReadFailure(source: said("wire/.empty"), code: "empty", message: said("nothing in it")),
      limit: 9)
    overview.errors.add(
      ArticleError(article: mentions[1], error: error(said)), limit: 9)
    overview.articlesWithErrors = 1
    overview.warnings = Ranking([Count(said("nul"), 1, articles: [2])], names: 1)
    overview.days = [Count("2025-03-01", 1, articles: [2]), Count("2025-03-03", 2, articles: [1])]
    overview.publishers = Ranking(
      [Count(said("Coastwire"), 3, articles: [1, 3]), Count(said("Port Echo"), 1, articles: [2])],
      names: 4, without: 1)
    overview.languages = Ranking([Count("en", 3, articles: [1]), Count("fr", 1)], names: 2)
    overview.limits = [Setting("time of one plugin for one article", "5 s")]
    return overview
  }

  private static func error(_ said: (String) -> String) -> PluginError {
    PluginError(
      plugin: said("tone"), phase: "analyze", kind: .timeout,
      message: said("ran for more than 5 s"),
      file: said("tone/plugin.lua"), line: 40, sourceLine: said("  while true do"),
      traceback: [said("tone/plugin.lua:40: in function 'score'")], remedy: said("raise the limit"))
  }

  // MARK: Plugins

  private static func described(
    _ plugin: PluginDescription, _ said: (String) -> String
  ) -> PluginDescription {
    var plugin = plugin
    plugin.summary = said(plugin.summary)
    plugin.version = said(plugin.version)
    for index in plugin.fields.indices { plugin.fields[index].doc = said(plugin.fields[index].doc) }
    for index in plugin.layers.indices { plugin.layers[index].doc = said(plugin.layers[index].doc) }
    return plugin
  }

  /// A plugin without a report of its own: all that is made of fields, merges and layers.
  private static func tone(
    _ mentions: [ArticleMention], _ said: (String) -> String
  ) -> PluginReport {
    let description = described(plugins[0], said)
    var plugin = PluginReport(description: description, options: ["window": 3])
    plugin.articles = 3
    plugin.errors = 1
    var compound = FieldReport(description: description.fields[0])
    compound.articles = 3
    compound.value = 0.125
    compound.bins = [
      Bin(lower: -0.5, upper: 0, count: 1, articles: [1]),
      Bin(lower: 0, upper: 0.5, count: 2, articles: [2, 3]),
    ]
    compound.lowest = [Extreme(value: -0.25, article: mentions[0])]
    compound.highest = [
      Extreme(value: 0.375, article: mentions[1]), Extreme(value: 0.25, article: mentions[2]),
    ]
    var loud = FieldReport(description: description.fields[2])
    loud.articles = 3
    loud.value = true
    loud.trues = 2
    loud.examples = [2, 9]
    plugin.fields = [compound, FieldReport(description: description.fields[1]), loud]
    plugin.layers = [LayerReport(description: description.layers[0])]
    plugin.layers[0].annotations = 4
    plugin.layers[0].articles = 1
    return plugin
  }

  /// A plugin whose report has every kind of block.
  private static func desks(_ said: (String) -> String) -> PluginReport {
    let description = described(plugins[1], said)
    var plugin = PluginReport(description: description)
    plugin.articles = 2
    plugin.skips = [Count(said("language"), 2, articles: [2])]
    var topics = FieldReport(description: description.fields[0])
    topics.articles = 2
    topics.names = Ranking(
      [Count(said("disaster"), 2, articles: [1, 3]), Count(said("shipping"), 1, articles: [1])],
      names: 2)
    plugin.fields = [topics]
    let quake = Target(article: "quake", range: TextRange(30, 38))
    // Here plugins may use emphasis and code.
    let more = said("")
    let markdown = more.utf8.contains(UInt8(ascii: "`")) ? "" : more
    plugin.blocks =
      [
        .heading(said("Desks"), level: 1), .text("Which desk a *story* belongs to" + markdown),
        .heading(said("By desk"), level: 2), .callout("Scores are not counts" + markdown),
        .table(
          Table(
            title: said("Desks"), columns: [said("desk"), "stories"],
            rows: [
              [Cell(.string(said("disaster")), target: quake), Cell(2)],
              [Cell(.string(said("shipping"))), Cell(-1.5)],
            ])),
        .bar(
          Chart(
            title: said("Desks"), measure: said("stories"),
            points: [
              Point(label: said("disaster"), value: 2, target: quake),
              Point(label: said("shipping"), value: -1), Point(label: said("none"), value: nil),
            ])),
        .line(
          Chart(
            title: said("By day"), measure: said("stories"),
            points: [
              Point(label: "2025-03-01", value: 1), Point(label: "2025-03-02", value: nil),
              Point(label: "2025-03-03", value: 3, target: quake),
              Point(label: "2025-03-05", value: 2),
            ])),
        .network(network(said, quake)), .map(map(said, quake)),
      ] + further(said, quake) + [
        .kwic(layer: "tone.word", title: said("Words with a tone"), limit: 2),
        .passages(
          title: said("Passages"),
          [
            Passage(text: said("A terrible quake shook"), target: quake, label: said("−2.1")),
            Passage(text: said("lost"), target: Target(article: said("elsewhere"))),
          ]),
      ]
    return plugin
  }

  /// Charts of several quantities.
  private static func further(_ said: (String) -> String, _ quake: Target) -> [ReportBlock] {
    let late = Target(article: "late")
    let series: [SeriesChart.Series] = [
      .init(
        name: said("Coastwire"),
        points: [
          Point(label: "2025-03-01", value: 1, targets: [quake, late]),
          Point(label: "2025-03-02", value: 4), Point(label: "2025-03-03", value: 2),
          Point(label: "2025-03-05", value: 3, target: late),
        ]),
      .init(name: said("Port Echo"), points: [Point(label: "2025-03-02", value: -2)]),
    ]
    let parts: [SeriesChart.Series] = [
      .init(
        name: said("negative"),
        points: [Point(label: said("Local"), value: -2), Point(label: said("Sport"), value: nil)]),
      .init(
        name: said("positive"),
        points: [
          Point(label: said("Local"), value: 5, target: quake),
          Point(label: said("Sport"), value: 3, targets: [quake, late]),
        ]),
    ]
    func chart(_ form: SeriesChart.Form, _ series: [SeriesChart.Series]) -> ReportBlock {
      .series(
        SeriesChart(
          form: form, title: said("Stories"), measure: said("stories a day"), series: series))
    }
    return [
      .footnote(mark: "¹", "Reprints count *once*"),
      .table(
        Table(
          title: said("Shares"), columns: [said("desk"), "share", "since"],
          rows: [
            [Cell(.string(said("Local"))), Cell(0.125), Cell("2025-03-04")],
            [Cell(.string(said("Sport")), target: quake), Cell(-0.5), Cell(.null)],
          ], formats: [.plain, .percent1, .date], totals: [.null, -0.375, .null])),
      .download(
        file: "desks.csv",
        Table(title: said("Desks"), columns: ["desk"], rows: [[Cell(.string(said("=Local")))]])),
      chart(.lines, series), chart(.multiples, series), chart(.stack, parts),
      chart(.shares, parts),
      .heatmap(
        HeatMap(
          title: said("Topics"), measure: said("stories"),
          rows: [said("disaster"), said("shipping")],
          columns: [
            said(
              "The Northern Harbour Gazette and Morning Post of the Whole Coast, "
                + "with the Evening Courier and the Sunday Shipping Register"),
            said("Coastwire"),
          ],
          cells: [
            .init(row: 0, column: 0, value: 12, targets: [quake, late]),
            .init(row: 0, column: 1, value: -3, targets: [quake]),
            .init(row: 1, column: 1, value: 0),
          ])),
      .histogram(
        Histogram(
          title: said("Length"), measure: said("words"), unit: said("stories"),
          bins: [
            .init(lower: 0, upper: 200, count: 3, targets: [quake]),
            .init(lower: 200, upper: 400, count: 0), .init(lower: 400, upper: 600, count: 1),
          ])),
    ]
  }

  private static func network(_ said: (String) -> String, _ quake: Target) -> Network {
    Network(
      title: said("Who is named with whom"), measure: said("articles"),
      nodes: [
        .init(name: said("Ada Brandt"), group: said("people"), targets: [quake]),
        .init(name: said("City council"), value: 1, group: said("bodies")),
        .init(name: said("Coastwire"), value: 9), .init(name: said("Nobody")),
      ],
      ties: [
        .init(from: 0, to: 1, weight: 2, targets: [quake, Target(article: "late")]),
        .init(from: 2, to: 0, targets: [Target(article: said("elsewhere"))]),
        .init(from: 0, to: 2, weight: 0.5),
      ], limit: 3)
  }

  private static func map(_ said: (String) -> String, _ quake: Target) -> PlaceMap {
    PlaceMap(
      title: said("Where stories are from"), measure: said("stories"),
      places: [
        .init(name: said("Vienna"), latitude: 48.21, longitude: 16.37),
        .init(name: said("Ulm"), latitude: 48.4, longitude: 9.99, value: 12, targets: [quake]),
      ])
  }

  private static func concordances(_ more: String) -> [String: Concordance] {
    var concordance = Concordance(capacity: 10)
    concordance.add(
      quakeFindings.plugins[0].annotations[0].annotations, of: quake(more), number: 1)
    return ["tone.word": concordance]
  }

  // MARK: Pages

  /// The sample's articles as pages of a report.
  static func pages(_ more: String = "") -> [ArticlePage] {
    func said(_ words: String) -> String { words + more }
    var findings = quakeFindings
    findings.plugins[0].annotations[0].annotations[1].attributes = ["why": .string(said("bad"))]
    findings.plugins[1].fields["note"] = .string(said("see style"))
    var failed = strikeFindings
    failed.plugins[0].error = error(said)
    return [
      ArticlePage(number: 1, findings: findings, article: quake(more)),
      ArticlePage(number: 2, findings: failed, article: strike),
    ]
  }

  /// The quake with more words at the end of its title, text and metadata.
  private static func quake(_ more: String) -> Article {
    let quake = Self.quake
    var article = Article(
      id: quake.id, source: quake.source + more, hash: quake.hash,
      text: Text(quake.text.string + more))
    article.metadata = quake.metadata
    article.metadata.title?.value += more
    article.metadata.publisher?.value += more
    article.metadata.dateline?.value.places[0] += more
    article.metadata.authors?.value[0] += more
    article.metadata.subtitle = Sourced("No one hurt" + more, from: "text" + more)
    article.metadata.language?.value += more
    article.warnings = [Warning(code: "nul" + more, message: "1 NUL left out" + more)]
    return article
  }

  static func written<Writer: ReportWriter>(
    by type: Writer.Type, _ report: Report = report(), pages: [ArticlePage] = pages()
  ) -> String {
    var writer = type.init(report)
    var output: [UInt8] = []
    writer.begin(to: &output)
    for page in pages { writer.write(page, to: &output) }
    writer.end(to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Words that would break out of something if they could.
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</style></title></textarea>-->]]>", "&lt;b&gt;&#60;i&#62;", "\u{0}\u{1B}[31m\u{9B}2J\u{7F}",
    "\u{202E}gnp.exe\u{2066}", "](javascript:alert(1)) ![x](y)", "| a | b |\n| - | - |",
    "\n# heading\n- item\n1. one\n> quote\n```\ncode", "**bold** _it_ `code` ~~no~~ <b>",
    "\\", "\\[x\\](y)", "http://evil.example www.evil.example",
    "[^1]: note", "<!-- x", "&amp", "$x$", "=1+1", "#top", "javascript:alert(1)",
  ]
}
