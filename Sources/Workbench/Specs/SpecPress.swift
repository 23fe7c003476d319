import Annotating
import Document
import Reporting
import Scripting

/// Finds the layers of specs' articles.
struct SpecAnnotator {
  private let annotator = Annotator()

  /// The article with all that a host's plugins require.
  func annotated(_ article: Article, for host: PluginHost) -> Article {
    var article = article
    annotator.annotate(&article, with: host.layers)
    return article
  }
}

/// Runs a plugin over the articles of one spec, each in a fresh state, and holds what it found against what was expected.
struct SpecPress {
  private let plugin: String
  private let host: PluginHost
  private let spec: Spec
  /// What the plugin found, by article.
  private var found: [PluginFindings] = []
  /// What it and those that it requires found over all articles.
  private var tallies: [PluginTally]
  private var parts: [(plugin: String, part: Value)] = []

  init(_ plugin: String, _ host: PluginHost, _ spec: Spec, _ annotator: SpecAnnotator) {
    self.plugin = plugin
    self.host = host
    self.spec = spec
    tallies = host.descriptions.map {
      PluginTally($0, options: $0.name == plugin ? spec.options : [:], bounds: ReportBounds())
    }
    for (index, article) in spec.articles.enumerated() where timeout == nil {
      add(article, index + 1, annotator)
    }
  }

  /// Why no further articles were looked at.
  var timeout: PluginError? {
    found.last?.error.flatMap { $0.kind == .timeout ? $0 : nil }
  }

  private mutating func add(_ article: Article, _ number: Int, _ annotator: SpecAnnotator) {
    let article = annotator.annotated(article, for: host)
    let mention = ArticleMention(
      number: number, title: article.title.string, source: article.source)
    for (index, findings) in host.analyze(article, afresh: true).enumerated() {
      tallies[index].add(
        findings, of: mention, publisher: article.metadata.publisher?.value)
      tallies[index].addMarks(of: findings, in: article)
      if let part = findings.aggregate { parts.append((findings.plugin, part)) }
      if findings.plugin == plugin { found.append(findings) }
    }
  }

  var differences: [Difference] {
    let expected = spec.expected
    let differences = zip(found, spec.articles).flatMap {
      expected.differences(from: $0, in: $1)
    }
    guard expected.summary != nil || !expected.report.isEmpty else { return differences }
    return differences + sectionDifferences
  }

  private var sectionDifferences: [Difference] {
    let expected = spec.expected
    let (summary, section) = folded
    if let error = section?.error {
      if let wanted = expected.error, error.message.contains(wanted) { return [] }
      return [Difference(place: "report", expected: "no error", found: "\"\(error.message)\"")]
    }
    var differences: [Difference] = []
    for entry in expected.summary?.entries ?? [] {
      expected.compare(
        summary[entry.name], entry.value, at: "summary.\(entry.name)", &differences)
    }
    let words = section?.words ?? ""
    for wanted in expected.report where !words.contains(wanted) {
      differences.append(Difference(place: "report", expected: "\"\(wanted)\"", found: words))
    }
    return differences
  }

  /// What the plugin's fields merged to, with what its `aggregate` made, and its section of the report.
  private var folded: (summary: Fields, section: ReportSection?) {
    let names = ArticleNames(ids: spec.articles.map(\.id))
    var summaries: [String: Fields] = [:]
    var merged: Fields = [:]
    for tally in tallies {
      summaries[tally.description.name] = tally.summary(names)
      if tally.description.name == plugin { merged = tally.summary(.none) }
    }
    let words = spec.articles.reduce(0) { $0 + $1.text.wordCount }
    let run: Fields = [
      "articles": .integer(Int64(spec.articles.count)), "words": .integer(Int64(words)),
      "skipped": 0, "unreadable": 0,
    ]
    fold()
    let summary = host.summary(of: plugin, merged: merged)
    // `finish` may have changed what was folded.
    fold()
    let sections = host.report(summaries: summaries, run: run)
    return (summary, sections.first { $0.plugin == plugin })
  }

  private func fold() {
    host.forgetFolded()
    for (plugin, part) in parts { host.fold(plugin: plugin, part: part) }
  }

  /// All that was found, as a snapshot keeps it.
  var snapshot: String {
    var lines: [String] = []
    for (findings, article) in zip(found, spec.articles) {
      if spec.articles.count > 1 { lines.append("of \(article.id)") }
      if let skipped = findings.skipped { lines.append("skipped \(skipped)") }
      if let error = findings.error { lines.append("error \(error.message)") }
      for entry in findings.fields.entries { lines.append("\(entry.name) = \(entry.value.shown)") }
      for layer in findings.annotations where !layer.annotations.isEmpty {
        lines.append("marks of \(layer.name)")
        for (place, text) in [(Annotation.Place.title, article.title), (.text, article.text)] {
          let marks = layer.annotations.filter { $0.place == place }.map {
            MarkedText.Mark(layer: layer.name, $0)
          }
          guard !marks.isEmpty else { continue }
          lines += MarkedText.Mark.written(marks, into: text).split(separator: "\n").map {
            "  \($0)"
          }
        }
      }
    }
    return lines.map { "\($0)\n" }.joined()
  }
}

extension ReportSection {
  /// All words of the section, a piece a line.
  var words: String {
    var json = JSONWriter()
    write(to: &json)
    let value = try? JSONParser.parse(json.bytes[...])
    return (value?["blocks"]?.words ?? []).joined(separator: "\n")
  }
}

extension Value {
  /// The strings and numbers anywhere in the value.
  fileprivate var words: [String] {
    switch self {
    case .string(let words): [words]
    case .list(let list): list.flatMap(\.words)
    case .map(let map): map.entries.flatMap { $0.value.words }
    case .integer, .number: [shown]
    case .null, .bool: []
    }
  }
}
