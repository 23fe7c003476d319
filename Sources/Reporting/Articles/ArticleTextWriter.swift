package import Document

/// Articles as they were read, for people: what is known of each and where that was found, its text, its layers.
package struct ArticleTextWriter: FindingsWriter {
  private let style: TextStyle
  private var isFirst = true

  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  package var needs: FindingsNeeds { [.outcome, .article] }

  package mutating func begin(_ plugins: [PluginDescription], to output: inout [UInt8]) {}

  package mutating func write(_ entry: FindingsEntry, to output: inout [UInt8]) {
    if !isFirst { output.append(UInt8(ascii: "\n")) }
    isFirst = false
    var page = TextPage(style: style)
    switch entry.outcome {
    case .failed(let failure)?: page.verdict(failure, "cannot be read", .failure)
    case .skipped(let failure)?: page.verdict(failure, "skipped", .dim)
    default: if let article = entry.article { write(article, to: &page) }
    }
    output.append(contentsOf: page.text.utf8)
  }

  package func end(to output: inout [UInt8]) {}

  private func write(_ article: Article, to page: inout TextPage) {
    let title = article.metadata.title?.value ?? article.id
    page.paragraph(Printable.string(title), paint: .title)
    if article.source != title { page.paragraph(Printable.string(article.source), paint: .dim) }
    for warning in article.warnings {
      page.paragraph(Printable.string("warning: \(warning.message)"), paint: .warning)
    }
    page.facts(about: article)
    page.line("")
    for paragraph in article.text.string.split(separator: "\n") {
      page.paragraph(Printable.string(String(paragraph)), indent: 2)
    }
    for (name, rows) in article.layerRows { page.layer(name, rows) }
  }
}

extension TextPage {
  mutating func verdict(_ failure: ReadFailure, _ verdict: String, _ paint: TextStyle.Paint) {
    let remedy = failure.remedy.map { "; \($0)" } ?? ""
    paragraph(
      Printable.string("\(failure.source): \(verdict): \(failure.message)\(remedy)"), paint: paint)
  }

  /// Each piece of metadata with its provenance.
  fileprivate mutating func facts(about article: Article) {
    let provenance = article.metadata.provenance
    for (name, value) in article.metadata.shown {
      let place = provenance[name]?.string ?? ""
      let label = style.painted(DisplayWidth.padded(name, to: 10), .plugin)
      let origin = place.isEmpty ? "" : "  " + style.painted("(\(Printable.string(place)))", .dim)
      line("  \(label) \(Printable.string(value))\(origin)")
    }
  }

  /// A layer's rows, each on one line with its range.
  fileprivate mutating func layer(_ name: String, _ rows: [LayerRow]) {
    line("")
    line("  " + style.painted(name, .plugin) + "  " + style.painted("\(rows.count)", .dim))
    for row in rows {
      let range = DisplayWidth.padded("\(row.range.lower)–\(row.range.upper)", to: 12)
      let words = Printable.string(row.note.isEmpty ? row.words : "\(row.words)  (\(row.note))")
      line("    \(style.painted(range, .dim)) \(DisplayWidth.cut(words, to: style.width - 17))")
    }
  }
}

/// A range of a layer as people read it.
private struct LayerRow {
  var range: TextRange
  var words: String
  var note: String
}

extension Metadata {
  /// What is known, by its names on disk, in their order.
  fileprivate var shown: [(name: String, value: String)] {
    let members: [(String, String?)] = [
      ("subtitle", subtitle?.value), ("kicker", kicker?.value), ("byline", byline?.value),
      ("authors", authors?.value.joined(separator: ", ")), ("dateline", dateline?.value.shown),
      ("published", published?.value), ("modified", modified?.value),
      ("publisher", publisher?.value), ("section", section?.value),
      ("tags", tags?.value.joined(separator: ", ")), ("url", url?.value),
      ("language", language?.value),
    ]
    return members.compactMap { name, value in value.map { (name, $0) } }
  }
}

extension Dateline {
  fileprivate var shown: String {
    [places.joined(separator: "/"), date ?? "", agency ?? ""].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }
}

extension Article {
  /// The layers that were computed, each with its ranges.
  fileprivate var layerRows: [(name: String, rows: [LayerRow])] {
    let layers = layers
    var result: [(String, [LayerRow])] = []
    func add(_ kind: LayerKind, _ ranges: [TextRange]?) {
      if let ranges { result.append((kind.rawValue, ranges.map { row($0) })) }
    }
    func add<Note>(_ kind: LayerKind, _ layer: Layer<Note>?, _ note: (Note) -> String) {
      guard let layer else { return }
      result.append(
        (kind.rawValue, zip(layer.ranges, layer.notes).map { row($0, note($1)) }))
    }
    add(.paragraphs, layers.paragraphs)
    add(.sentences, layers.sentences)
    add(.tokens, layers.tokens) { $0.name }
    add(.quoted, layers.quoted)
    add(.quotes, layers.quotes) { quote in
      let speaker = quote.speakerName ?? quote.speaker.map { text[$0] }
      return [quote.kind.rawValue, speaker ?? "no speaker"].joined(separator: ", ")
    }
    add(.entities, layers.entities) { "\($0.label.rawValue) \($0.number), \($0.name)" }
    add(.amounts, layers.amounts) { "\($0.kind.rawValue), \(Figures.shown($0.value)) \($0.unit)" }
    add(.dates, layers.dates) { $0.iso }
    add(.links, layers.links) { $0.url }
    if let scopes = layers.scopes {
      // The kind goes first, for whole stories are cut to the line.
      let rows = zip(scopes.ranges, scopes.notes).map { range, scope in
        let words = (scope.place == .title ? title : text)[range]
        return LayerRow(range: range, words: "\(scope.kind.rawValue): \(words)", note: "")
      }
      result.append((LayerKind.scopes.rawValue, rows))
    }
    return result
  }

  private func row(_ range: TextRange, _ note: String = "") -> LayerRow {
    LayerRow(range: range, words: text[range], note: note)
  }
}
