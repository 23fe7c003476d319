import Document

// A plugin's section: what its own report says or, without one, what can be said from its declared fields and merges.

extension HTMLReport {
  private static let shownNames = 15
  private static let shownLines = 20

  mutating func writePlugin(_ index: Int) {
    let plugin = report.plugins[index]
    citations.section = index + 1
    defer { citations.section = nil }
    var blocks = plugin.blocks[...]
    if plugin.hasOwnHeading { blocks = blocks.dropFirst() }
    let id = "plugin-\(index + 1)"
    html.open("section", [.init("id", id), .init("aria-labelledby", "\(id)-title")])
    html.element("p", .init("class", "kicker")) {
      $0.text("Plugin · \(plugin.description.name) \(plugin.description.version)")
    }
    html.element("h2", .init("id", "\(id)-title"), text: plugin.heading)
    html.element(
      "p", .init("class", "summary"), text: plugin.coverage(of: report.overview.articles))
    if let line = plugin.validationLine {
      html.element("p", .init("class", "links"), text: line)
    }
    if let error = plugin.error { writeProblem(error, "The plugin's own report is missing") }
    if blocks.isEmpty {
      writeFields(of: plugin)
    } else {
      writeBlocks(blocks, of: plugin.description.name)
      html.markup("<details><summary>All fields of this plugin, as the run merged them</summary>")
      writeFields(of: plugin)
      html.markup("</details>\n")
    }
    html.markup("</section>\n")
  }

  mutating func writeProblem(_ error: PluginError, _ title: String) {
    html.element("div", .init("class", "problem")) { box in
      box.element("p") { $0.element("b", text: title) }
      box.element("p", text: error.sentence)
      if let line = error.sourceLine { box.element("pre", text: line) }
      if !error.traceback.isEmpty {
        box.element("pre", text: error.traceback.joined(separator: "\n"))
      }
    }
  }

  // MARK: Fields

  private mutating func writeFields(of plugin: PluginReport) {
    let numbers = plugin.fields.filter { !$0.bins.isEmpty }
    let truths = plugin.fields.filter { $0.description.type == .boolean && $0.articles > 0 }
    if !numbers.isEmpty { writeNumbers(numbers) }
    if !truths.isEmpty { writeTruths(truths) }
    for field in numbers where field.description.merge == .histogram { writeHistogram(field) }
    for field in plugin.fields where !field.names.counts.isEmpty { writeNames(field) }
    for field in plugin.fields where field.description.merge == .list { writeList(field) }
    writeMissing(plugin.fields.filter { $0.articles == 0 })
    for layer in plugin.layers { writeConcordance(of: layer, plugin) }
  }

  private mutating func writeNumbers(_ fields: [FieldReport]) {
    scrolling("Numbers") { page in
      page.html.markup("<table><thead><tr><th>Field</th><th class=\"n\">Over the run</th>")
      page.html.markup("<th class=\"n\">Articles</th><th>Distribution</th>")
      page.html.markup("<th>Lowest</th><th>Highest</th></tr></thead><tbody>")
      for field in fields { page.writeNumberRow(field) }
      page.html.markup("</tbody></table>")
    }
  }

  private mutating func writeNumberRow(_ field: FieldReport) {
    html.markup("<tr>")
    writeFieldName(field.description)
    html.element("td", .init("class", "n")) { cell in
      let isOne = field.value?.number != nil
      if isOne, let value = field.value { cell.element("b", text: value.inline) }
      cell.element("small", text: field.description.merge.word)
    }
    html.element("td", .init("class", "n"), text: Figures.shown(field.articles))
    html.element("td") { Sparkline(bins: field.bins, names: field.binNames).write(to: &$0) }
    writeExtremes(field.lowest)
    writeExtremes(field.highest)
    html.markup("</tr>")
  }

  private mutating func writeFieldName(_ field: FieldDescription) {
    html.element("th", .init("scope", "row")) {
      $0.text(field.name)
      if !field.doc.isEmpty { $0.element("small", text: field.doc) }
    }
  }

  /// The outermost article in full, the next ones by their numbers.
  private mutating func writeExtremes(_ extremes: [Extreme]) {
    html.markup("<td>")
    if let first = extremes.first {
      html.text(Figures.shown(first.value, digits: 4, minus: "−"))
      html.markup("<small>")
      writeMention(first.article, limit: 48)
      let others = extremes.dropFirst()
      if !others.isEmpty {
        html.text("; then ")
        writeLinks(others.map(\.article.number))
      }
      html.markup("</small>")
    }
    html.markup("</td>")
  }

  private mutating func writeTruths(_ fields: [FieldReport]) {
    scrolling("Yes or no") { page in
      page.html.markup("<table><thead><tr><th>Field</th><th class=\"n\">Over the run</th>")
      page.html.markup("<th class=\"n\">Yes</th><th class=\"n\">Articles</th>")
      page.html.markup("<th>Yes in</th></tr></thead><tbody>")
      for field in fields {
        page.html.markup("<tr>")
        page.writeFieldName(field.description)
        page.html.element("td", .init("class", "n")) { cell in
          cell.text(field.value?.inline ?? "–")
          cell.element("small", text: field.description.merge.word)
        }
        page.html.element("td", .init("class", "n"), text: Figures.shown(field.trues))
        page.html.element("td", .init("class", "n"), text: Figures.shown(field.articles))
        page.html.markup("<td class=\"links\">")
        page.writeLinks(field.examples, of: field.trues)
        page.html.markup("</td></tr>")
      }
      page.html.markup("</tbody></table>")
    }
  }

  private mutating func writeHistogram(_ field: FieldReport) {
    let bins = field.bins
    guard bins.count > 1 else { return }
    html.markup("<figure>")
    writeCaption(field.description.name, field.description.doc)
    let id = nextChart()
    HistogramChart(
      id: id, title: field.description.name, bins: bins, links: links(of: bins, "\(id)-data"),
      binNames: field.binNames
    ).write(to: &html)
    writeBinsTable(
      bins, names: field.binNames, first: field.description.name, id: "\(id)-data")
    html.markup("</figure>\n")
  }

  mutating func writeCaption(_ title: String, _ note: String) {
    html.element("figcaption") {
      $0.text(title)
      if !note.isEmpty { $0.element("span", text: note) }
    }
  }

  private mutating func writeNames(_ field: FieldReport) {
    let shown = field.names.counts.prefix(Self.shownNames)
    html.markup("<figure>")
    let missing =
      field.articles < report.overview.articles
      ? " of \(Figures.count(field.articles, "article"))" : ""
    writeCaption(
      field.description.name, field.description.doc + (missing.isEmpty ? "" : " ·\(missing)"))
    let id = nextChart()
    BarChart(
      id: id,
      chart: Chart(
        title: field.description.name, measure: "how often each occurs",
        points: shown.map { Point(label: $0.name, value: $0.count) }),
      links: links(of: shown, "\(id)-data")
    ).write(to: &html)
    writeCountsTable(
      field.names, first: field.description.name, id: "\(id)-data", name: { $0 })
    html.markup("</figure>\n")
  }

  private mutating func writeList(_ field: FieldReport) {
    guard let values = field.value?.list, !values.isEmpty else { return }
    html.markup("<figure>")
    writeCaption(field.description.name, field.description.doc)
    html.markup("<ul>")
    for value in values.prefix(Self.shownLines) {
      html.element("li") { $0.isolated(value.inline) }
    }
    html.markup("</ul>")
    if values.count > Self.shownLines {
      html.element(
        "p", .init("class", "links"),
        text: "And \(Figures.count(values.count - Self.shownLines, "more", "more")).")
    }
    html.markup("</figure>\n")
  }

  private mutating func writeMissing(_ fields: [FieldReport]) {
    guard !fields.isEmpty else { return }
    html.element(
      "p", .init("class", "links"),
      text: "No article has a value for \(fields.map(\.description.name).listed).")
  }

  private mutating func writeConcordance(of layer: LayerReport, _ plugin: PluginReport) {
    guard layer.annotations > 0 else { return }
    let name = "\(plugin.description.name).\(layer.description.name)"
    writeKWIC(
      layer: name, title: layer.description.name, note: layer.description.doc,
      limit: Self.shownLines)
  }
}

extension PluginReport {
  /// What the plugin does, and how many articles it has a result for: the denominator of all its numbers.
  func coverage(of total: Int) -> String {
    let summary = description.summary.isEmpty ? "" : description.summary + ". "
    var parts = ["Results for \(Figures.shown(articles)) of \(Figures.count(total, "article"))"]
    for skip in skips {
      parts.append("\(Figures.shown(Int(skip.count))) skipped: \(Self.reason(skip.name))")
    }
    if errors > 0 { parts.append("failed on \(Figures.shown(errors))") }
    return summary + parts.joined(separator: "; ") + "."
  }

  static func reason(_ skip: String) -> String {
    switch skip {
    case "language": "in another language"
    case "match": "not of its kind"
    case "requires": "a plugin it builds on has no result"
    default: skip
    }
  }
}
