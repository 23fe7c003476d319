import Document

// Beside an article's text: what is known about it and from where, and what each plugin found.

extension HTMLReport {
  private static let shownElements = 12

  mutating func writeMetadata(_ page: ArticlePage) {
    let article = page.article
    html.markup("<h4>About the article</h4>\n<table><tbody>")
    for item in article.known { write(item) }
    writeRow("Words") { $0.text(page.findings.about["words"]?.inline ?? "–") }
    writeRow("Source") { $0.isolated(article.source) }
    if article.id != article.source { writeRow("Id") { $0.isolated(article.id) } }
    if !article.hash.isEmpty {
      writeRow("SHA-256") {
        $0.element("code", .init("title", article.hash), text: String(article.hash.prefix(12)))
      }
    }
    html.markup("</tbody></table>\n")
    for warning in article.warnings {
      html.element("p", .init("class", "from")) { $0.text("\(warning.message) (\(warning.code))") }
    }
  }

  private mutating func write(_ item: KnownItem) {
    writeRow(item.name) { cell in
      if item.isAddress, let url = SafeURL.link(item.value) {
        cell.element("a", .init("href", url), .init("rel", "noopener noreferrer"), text: url)
      } else {
        cell.isolated(item.value)
      }
      cell.element("small", .init("class", "from"), text: item.provenance)
    }
  }

  private mutating func writeRow(_ name: String, body: (inout HTML) -> Void) {
    html.element("tr") { row in
      row.element("th", .init("scope", "row"), text: name)
      row.element("td", body: body)
    }
  }

  // MARK: Findings

  mutating func writeFindings(_ page: ArticlePage) {
    for plugin in page.findings.plugins {
      html.element("h4", text: plugin.plugin)
      if plugin.error != nil {
        html.markup("<p>Failed; see above.</p>")
      } else if let reason = plugin.skipped {
        html.element("p", text: "Skipped: \(PluginReport.reason(reason)).")
      } else {
        guard !plugin.fields.entries.isEmpty || !plugin.annotations.isEmpty else {
          html.markup("<p>Nothing.</p>")
          continue
        }
        html.markup("<table class=\"found\"><tbody>")
        for entry in plugin.fields.entries { write(entry, of: plugin.plugin) }
        for layer in plugin.annotations { write(layer, of: plugin.plugin) }
        html.markup("</tbody></table>\n")
      }
    }
  }

  private mutating func write(_ entry: Fields.Entry, of plugin: String) {
    let words = report.words(of: entry, plugin: plugin)
    html.element("tr") { row in
      row.element("th", .init("scope", "row"), text: entry.name)
      if entry.value.number != nil {
        row.element("td", .init("class", "n"), text: words)
      } else {
        row.element("td") { Self.write(entry.value, words, to: &$0) }
      }
    }
  }

  private mutating func write(_ layer: AnnotationLayer, of plugin: String) {
    let look = legend.look(of: legend.number(of: layer.name, plugin: plugin) ?? 0)
    html.element("tr") { row in
      row.element("th", .init("scope", "row")) {
        $0.element("mark", .init("class", look), text: layer.name)
      }
      row.element("td", .init("class", "n"), text: Figures.count(layer.annotations.count, "mark"))
    }
  }

  private static func write(_ value: Value, _ words: String, to html: inout HTML) {
    guard case .list(let elements) = value, elements.count > 1,
      elements.contains(where: { $0.record != nil })
    else { return html.isolated(words.isEmpty ? "–" : words) }
    for (index, element) in elements.prefix(shownElements).enumerated() {
      if index > 0 { html.markup("<br>") }
      html.isolated(element.record?.text ?? element.inline)
    }
    let more = elements.count - shownElements
    if more > 0 { html.element("small", text: "and \(Figures.count(more, "more", "more"))") }
  }
}

/// A piece of metadata as it is shown.
struct KnownItem: Hashable {
  var name: String
  var value: String
  var provenance: String
  var isAddress = false
}

extension Article {
  /// All that is known about the article, with where it is known from.
  var known: [KnownItem] {
    let metadata = metadata
    var items: [KnownItem] = []
    func add(_ name: String, _ sourced: Sourced<String>?, isAddress: Bool = false) {
      guard let sourced else { return }
      items.append(
        KnownItem(
          name: name, value: sourced.value, provenance: sourced.provenance, isAddress: isAddress))
    }
    add("Title", metadata.title)
    add("Subtitle", metadata.subtitle)
    add("Kicker", metadata.kicker)
    add("Byline", metadata.byline)
    add("Authors", metadata.authors.map { Sourced($0.value.listed, from: $0.provenance) })
    add("Dateline", metadata.dateline.map { Sourced($0.value.sentence, from: $0.provenance) })
    add("Published", metadata.published)
    add("Modified", metadata.modified)
    add("Publisher", metadata.publisher)
    add("Section", metadata.section)
    add(
      "Tags", metadata.tags.map { Sourced($0.value.joined(separator: ", "), from: $0.provenance) })
    add("Address", metadata.url, isAddress: true)
    add(
      "Language",
      metadata.language.map {
        Sourced("\(Language.name($0.value)) (\($0.value))", from: $0.provenance)
      })
    return items
  }
}

extension Dateline {
  /// `PARIS/BERLIN, 3 March 2025, AP`.
  var sentence: String {
    [places.joined(separator: "/"), date.map(CalendarDate.shown) ?? "", agency ?? ""].filter {
      !$0.isEmpty
    }
    .joined(separator: ", ")
  }
}
