import Document

/// A report for a terminal: what was read, then what each plugin's own report says, or its fields as the run merged them.
package struct TextReport {
  private let report: Report
  private let style: TextStyle

  package init(_ report: Report, style: TextStyle = TextStyle()) {
    self.report = report
    self.style = style
  }

  package var text: String {
    var page = TextPage(style: style)
    page.paragraph(Printable.string(report.title), paint: .title)
    page.paragraph(Printable.string(report.introduction), paint: .dim)
    for plugin in report.plugins { write(plugin, to: &page) }
    return page.text
  }

  private func write(_ plugin: PluginReport, to page: inout TextPage) {
    var blocks = plugin.blocks[...]
    if plugin.hasOwnHeading { blocks = blocks.dropFirst() }
    page.line("")
    page.paragraph(Printable.string(plugin.heading), paint: .plugin)
    page.paragraph(
      Printable.string(plugin.coverage(of: report.overview.articles)), indent: 2, paint: .dim)
    if let line = plugin.validationLine {
      page.paragraph(Printable.string(line), indent: 2, paint: .dim)
    }
    if let error = plugin.error {
      page.paragraph(Printable.string(error.sentence), indent: 2, paint: .failure)
    }
    if blocks.isEmpty {
      let known = plugin.fields.filter { $0.value != nil }
      page.fields(
        Fields(known.map { .init($0.description.name, $0.value ?? .null) }), of: plugin.description)
    }
    for block in blocks { write(block, to: &page) }
    for block in blocks {
      guard case .footnote(let mark, let words) = block else { continue }
      page.paragraph("\(mark) \(Self.plain(words))", indent: 2, paint: .dim)
    }
  }

  private func write(_ block: ReportBlock, to page: inout TextPage) {
    if case .footnote = block { return }
    page.line("")
    switch block {
    case .footnote, .overview: break
    case .download(let file, let table):
      let words = "\(table.title.isEmpty ? file : table.title): \(file)"
      page.paragraph(Printable.string(words), indent: 2, paint: .dim)
    case .heading(let words, _): page.paragraph(Printable.string(words), indent: 2, paint: .title)
    case .text(let words): page.paragraph(Self.plain(words), indent: 2)
    case .callout(let words): page.paragraph("! " + Self.plain(words), indent: 2, paint: .warning)
    case .table(let table): page.table(table)
    case .bar(let chart): page.bars(chart)
    case .line(let chart):
      page.lines(
        SeriesChart(
          form: .lines, title: chart.title, measure: chart.measure,
          series: [.init(name: "", points: chart.points)]))
    case .series(let chart):
      if chart.form == .stack || chart.form == .shares {
        page.stack(chart)
      } else {
        page.lines(chart)
      }
    case .histogram(let histogram): page.histogram(histogram)
    case .heatmap(let map): page.heatMap(HeatMapDrawing(map))
    case .network(let network): page.network(NetworkDrawing(network))
    case .map(let map): page.map(MapDrawing(map))
    case .kwic(let layer, let title, let limit):
      page.caption(title.isEmpty ? layer : title)
      for line in report.concordances[layer]?.first(limit) ?? [] { page.context(line.context) }
    case .passages(let title, let passages):
      page.caption(title)
      for passage in passages { page.passage(passage) }
    }
  }

  /// The words of a plugin's Markdown.
  private static func plain(_ markdown: String) -> String {
    Printable.string(words(Inline.parse(markdown)))
  }

  private static func words(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .words(let words), .code(let words): words
      case .emphasis(let inner), .strong(let inner): words(inner)
      case .link(let inner, let url): "\(words(inner)) (\(url))"
      }
    }.joined()
  }
}

extension TextPage {
  /// A block's title with what it measures.
  mutating func caption(_ title: String, _ note: String = "") {
    let words = [title, note].map { Printable.string($0) }
    guard !words[0].isEmpty || !words[1].isEmpty else { return }
    let room = style.width - 2
    let title = DisplayWidth.cut(words[0], to: room)
    let rest = room - DisplayWidth.of(title) - 3
    let note = words[1].isEmpty || rest < 8 ? "" : " · " + DisplayWidth.cut(words[1], to: rest)
    line("  " + style.painted(title, .title) + style.painted(note, .dim))
  }

  fileprivate mutating func context(_ context: Context) {
    let words = DisplayWidth.cut(Printable.string(context.words), to: style.width / 2)
    let room = max(4, (style.width - 4 - DisplayWidth.of(words) - 2) / 2)
    let before = DisplayWidth.cutStart(Printable.string(context.before), to: room)
    let after = DisplayWidth.cut(Printable.string(context.after), to: room)
    line("    " + DisplayWidth.paddedLeft(before, to: room) + style.marked(words) + after)
  }

  fileprivate mutating func passage(_ passage: Passage) {
    let label = passage.label.isEmpty ? "" : " (\(passage.label))"
    paragraph(
      Printable.string("“\(DisplayWidth.cut(passage.text, to: 400))”\(label)"), indent: 4)
    paragraph(Printable.string(passage.target.article), indent: 6, paint: .dim)
  }
}
