import Document

// A plugin's section in Markdown: its own report, or its fields as they were merged.

extension MarkdownReport {
  private static let shownLines = 20
  static let shownRows = 500

  mutating func writePlugin(_ plugin: PluginReport) {
    var blocks = plugin.blocks[...]
    if plugin.hasOwnHeading { blocks = blocks.dropFirst() }
    md.heading(2, plugin.heading)
    md.paragraph(plugin.coverage(of: report.overview.articles))
    if let line = plugin.validationLine { md.paragraph(line) }
    if let error = plugin.error {
      md.markup("> **The plugin's own report is missing.** ")
      md.paragraph(error.sentence)
    }
    if blocks.isEmpty {
      writeFields(of: plugin)
    } else {
      writeBlocks(blocks, of: plugin.description.name)
    }
  }

  // MARK: Fields

  private mutating func writeFields(of plugin: PluginReport) {
    writeNumbers(plugin.fields.filter { !$0.bins.isEmpty })
    writeTruths(plugin.fields.filter { $0.description.type == .boolean && $0.articles > 0 })
    for field in plugin.fields where field.description.merge == .histogram {
      guard field.bins.count > 1 else { continue }
      writeBins(
        field.bins, field.description.name, field.description.name, names: field.binNames)
    }
    for field in plugin.fields { writeCounts(field.names, field.description.name, name: { $0 }) }
    for field in plugin.fields where field.description.merge == .list { writeList(field) }
    for layer in plugin.layers where layer.annotations > 0 {
      let name = "\(plugin.description.name).\(layer.description.name)"
      writeKWIC(name, layer.description.name, Self.shownLines)
    }
  }

  private mutating func writeNumbers(_ fields: [FieldReport]) {
    guard !fields.isEmpty else { return }
    md.tableHead(["Field", "Merged as", "Over the run", "Articles", "Lowest", "Highest"]) {
      (2...3).contains($0)
    }
    for field in fields {
      md.markup("| ")
      writeName(of: field.description)
      md.markup(" | ")
      md.text(field.description.merge.word)
      md.markup(" | ")
      md.text(field.value?.number == nil ? "" : field.value?.inline ?? "")
      md.markup(" | ")
      md.text(Figures.shown(field.articles))
      md.markup(" | ")
      write(field.lowest)
      md.markup(" | ")
      write(field.highest)
      md.markup(" |\n")
    }
    md.markup("\n")
  }

  private mutating func writeName(of field: FieldDescription) {
    md.strong(field.name)
    if !field.doc.isEmpty { md.text(" \(field.doc)") }
  }

  private mutating func write(_ extremes: [Extreme]) {
    guard let first = extremes.first else { return }
    md.text("\(Figures.shown(first.value, digits: 4, minus: "−")) ")
    writeMention(first.article)
  }

  private mutating func writeTruths(_ fields: [FieldReport]) {
    guard !fields.isEmpty else { return }
    md.tableHead(["Field", "Merged as", "Over the run", "Yes", "Articles", "Yes in"]) {
      (3...4).contains($0)
    }
    for field in fields {
      md.markup("| ")
      writeName(of: field.description)
      for words in [
        field.description.merge.word, field.value?.inline ?? "–", Figures.shown(field.trues),
        Figures.shown(field.articles),
      ] {
        md.markup(" | ")
        md.text(words)
      }
      md.markup(" | ")
      writeLinks(field.examples, of: field.trues)
      md.markup(" |\n")
    }
    md.markup("\n")
  }

  private mutating func writeList(_ field: FieldReport) {
    guard let values = field.value?.list, !values.isEmpty else { return }
    md.heading(3, field.description.name)
    for value in values.prefix(Self.shownLines) {
      md.markup("- ")
      md.text(value.inline)
      md.markup("\n")
    }
    md.markup("\n")
    let more = values.count - Self.shownLines
    if more > 0 { md.paragraph("And \(Figures.count(more, "more", "more")).") }
  }

  // MARK: Blocks

  private mutating func writeBlocks(_ blocks: ArraySlice<ReportBlock>, of plugin: String) {
    var outline = Outline()
    for block in blocks {
      switch block {
      case .heading(let words, let level): md.heading(outline.depth(of: level), words)
      case .text(let words):
        md.inlines(Inline.parse(words))
        md.markup("\n\n")
      case .callout(let words):
        md.markup("> ")
        md.inlines(Inline.parse(words))
        md.markup("\n\n")
      case .footnote, .overview: break
      case .download(let file, let table):
        md.download(
          table.title.isEmpty ? file : table.title, ReportFiles.name(file, of: plugin),
          " (CSV, \(Figures.count(table.rows.count, "row")))")
      case .table(let table): write(table)
      case .bar(let chart): write(chart, first: "Name", hasBars: true)
      case .line(let chart): write(chart, first: "Date", hasBars: false)
      case .network(let network):
        let drawing = NetworkDrawing(network)
        write([drawing.tieTable, drawing.nodeTable], drawing.title, drawing.note)
      case .map(let map):
        let drawing = MapDrawing(map)
        write([drawing.table], drawing.title, drawing.measure)
      case .histogram(let histogram): write([histogram.table], histogram.title, "")
      case .heatmap(let map):
        let drawing = HeatMapDrawing(map)
        write([drawing.matrix], drawing.title, drawing.measure)
      case .series(let chart):
        write([SeriesMatrix(chart).table], chart.title, chart.measure)
      case .kwic(let layer, let title, let limit):
        writeKWIC(layer, title.isEmpty ? layer : title, limit)
      case .passages(let title, let passages): write(passages, title)
      }
    }
    for block in blocks {
      guard case .footnote(let mark, let words) = block else { continue }
      md.text(mark + " ")
      md.inlines(Inline.parse(words))
      md.markup("\n\n")
    }
  }

  private mutating func write(_ table: Table) {
    if !table.title.isEmpty { md.heading(4, table.title) }
    md.tableHead(table.columns, numeric: table.isNumeric)
    for row in table.rows.prefix(Self.shownRows) {
      for (index, cell) in row.prefix(table.columns.count).enumerated() {
        md.markup("| ")
        md.link(to: anchor(of: cell.target), table.shown(cell.value, column: index))
        md.markup(" ")
      }
      md.markup("|\n")
    }
    if let line = table.totalLine { md.row(line) }
    md.markup("\n")
    let more = table.rows.count - Self.shownRows
    if more > 0 { md.paragraph("And \(Figures.count(more, "more row")).") }
  }

  private mutating func writeKWIC(_ layer: String, _ title: String, _ limit: Int) {
    let lines = report.concordances[layer]?.first(limit) ?? []
    md.heading(4, title)
    guard !lines.isEmpty else { return md.paragraph("Nothing marked.") }
    let total = report.concordances[layer]?.total ?? 0
    md.paragraph("\(Figures.shown(lines.count)) of \(Figures.shown(total))")
    md.tableHead("Before", "Words", "After", "Article")
    for line in lines {
      md.markup("| ")
      md.text(line.context.before)
      md.markup(" | ")
      md.strong(line.context.words)
      md.markup(" | ")
      md.text(line.context.after)
      md.markup(" | ")
      writeLinks([line.article])
      md.markup(" |\n")
    }
    md.markup("\n")
  }

  private mutating func write(_ passages: [Passage], _ title: String) {
    guard !passages.isEmpty else { return }
    md.heading(4, title)
    for passage in passages.prefix(Self.shownRows) {
      md.markup("> ")
      md.text(DisplayWidth.cut(passage.text, to: 1000))
      if !passage.label.isEmpty {
        md.markup(" ")
        md.strong(passage.label)
      }
      let entry = citations.entry(passage.target.article, of: report)
      md.markup(" — ")
      if let entry { writeMention(entry.mention) } else { md.text(passage.target.article) }
      md.markup("\n\n")
    }
  }

  /// Of places in articles the article: passages have no anchors here.
  func anchor(of target: Target?) -> String? {
    target.flatMap { citations.entry($0.article, of: report) }
      .flatMap { citations.anchor(of: $0.mention.number) }
  }
}

extension Markdown {
  /// A line that leads to a file beside the report, whose name is plain.
  fileprivate mutating func download(_ title: String, _ file: String, _ note: String) {
    openLink()
    text(title)
    markup("](<")
    address("\(ReportFiles.folder)/\(file)")
    markup(">)")
    text(note)
    markup("\n\n")
  }

  mutating func inlines(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .words(let words): text(words)
      case .code(let words): code(words)
      case .emphasis(let inner): wrapped("*", inner)
      case .strong(let inner): wrapped("**", inner)
      case .link(let inner, let url):
        openLink()
        self.inlines(inner)
        markup("](<")
        address(url)
        markup(">)")
      }
    }
  }

  private mutating func wrapped(_ mark: StaticString, _ inner: [Inline]) {
    markup(mark)
    inlines(inner)
    markup(mark)
  }
}
