import Document
import Reporting

/// What one plugin found over a run.
struct PluginTally {
  let description: PluginDescription
  private let options: Fields
  private var articles = 0
  private var errors = 0
  private var skips: NameTally
  private var fields: [FieldTally]
  private var layers: [LayerReport]
  /// Only for a plugin that writes its own report.
  private var publishers: PublisherTally?
  /// By the layers' places.
  private var strongest: [StrongestMarks] = []

  init(_ description: PluginDescription, options given: Fields, bounds: ReportBounds) {
    self.description = description
    options = Fields(
      description.options.map { Fields.Entry($0.name, given[$0.name] ?? $0.defaultValue) })
    skips = NameTally(examples: bounds.examples)
    fields = description.fields.map { FieldTally($0, examples: bounds.examples) }
    layers = description.layers.map { LayerReport(description: $0) }
    guard description.hasReport else { return }
    publishers = PublisherTally(description, examples: bounds.examples)
    strongest = description.layers.map { _ in StrongestMarks() }
  }

  /// - Parameter publisher: the article's; nil where it is not known.
  mutating func add(
    _ findings: PluginFindings, of article: ArticleMention, publisher: String?
  ) {
    guard findings.error == nil else {
      errors += 1
      return
    }
    if let reason = findings.skipped { return skips.add(.string(reason), article: article.number) }
    articles += 1
    if let publisher {
      publishers?.add(findings.fields, of: publisher, article: article.number)
    }
    for index in fields.indices {
      guard let value = findings.fields[fields[index].description.name] else { continue }
      fields[index].add(value, of: article)
    }
    for layer in findings.annotations where !layer.annotations.isEmpty {
      guard let index = layers.firstIndex(where: { $0.description.name == layer.name }) else {
        continue
      }
      layers[index].annotations += layer.annotations.count
      layers[index].articles += 1
    }
  }

  /// Whether some marks of an article are among the strongest, for which its text is needed.
  func wantsText(of findings: PluginFindings) -> Bool {
    places(of: findings).contains { place, layer in strongest[place].wants(layer.annotations) }
  }

  mutating func addMarks(of findings: PluginFindings, in article: Article) {
    for (place, layer) in places(of: findings) {
      strongest[place].add(layer.annotations, of: article)
    }
  }

  /// The layers that findings have marks in, by their places.
  private func places(of findings: PluginFindings) -> [(Int, AnnotationLayer)] {
    guard !strongest.isEmpty else { return [] }
    return findings.annotations.compactMap { layer in
      description.layers.firstIndex { $0.name == layer.name }.map { ($0, layer) }
    }
  }

  /// What the plugin's own report is told: its merged fields by name, `counts` of its articles, what they are by publisher,
  /// the articles with the lowest and highest numbers, and the marks with such.
  func summary(_ names: ArticleNames) -> Fields {
    var summary = Fields()
    for field in fields {
      if let value = field.summary(names) { summary.append(field.description.name, value) }
    }
    summary["counts"] = [
      "articles": .integer(Int64(articles)), "skipped": .integer(Int64(skipped)),
      "failed": .integer(Int64(errors)),
    ]
    summary["publishers"] = publishers?.value(names)
    let outermost = fields.compactMap { field in
      field.outermost(names).map { Fields.Entry(field.description.name, $0) }
    }
    if !outermost.isEmpty { summary["outermost"] = .map(Fields(outermost)) }
    let marks = zip(description.layers, strongest).filter { !$1.isEmpty }
    if !marks.isEmpty {
      summary["strongest"] = .map(Fields(marks.map { .init($0.name, $1.value) }))
    }
    return summary
  }

  /// How often a field has a name, with its articles; nil where the field is not this plugin's.
  /// - Parameter path: `plugin.field`.
  func located(_ name: Count, in path: String) -> Count? {
    fields.first { "\(description.name).\($0.description.name)" == path }?.count(of: name.name)
  }

  var report: PluginReport {
    var report = PluginReport(description: description, options: options)
    report.articles = articles
    report.errors = errors
    report.skips = skips.ranking(limit: 10).counts
    report.fields = fields.map(\.report)
    report.layers = layers
    return report
  }

  private var skipped: Int { skips.ranking(limit: .max).counts.reduce(0) { $0 + Int($1.count) } }
}
