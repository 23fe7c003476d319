import Document

/// The report as one document in GitHub's Markdown: the same numbers, tables and texts as in HTML, without its pictures.
package struct MarkdownReport: ReportWriter {
  let report: Report
  var citations: Citations
  var md = Markdown()

  /// Articles whose texts a document of Markdown can hold and still be opened.
  private static let pages = 300

  package init(_ report: Report) {
    var report = report
    report.pages = min(report.pages, Self.pages)
    self.report = report
    citations = Citations(report)
  }

  package mutating func begin(to output: inout [UInt8]) {
    md.heading(1, report.title)
    writePart()
    md.paragraph(report.introduction)
    if let judgement = report.judgement { writeJudgement(judgement) }
    writeOverview()
    for plugin in report.plugins { writePlugin(plugin) }
    writeIndex()
    if report.pages > 0 { md.heading(2, "The articles and what was found in them") }
    output += md.take()
  }

  package mutating func write(_ page: ArticlePage, to output: inout [UInt8]) {
    guard page.number <= report.pages else { return }
    writeArticle(page)
    output += md.take()
  }

  package mutating func end(to output: inout [UInt8]) {
    md.markup(
      "---\n\nMade by Copydesk from the inputs named above. The same inputs and plugins give the ")
    md.markup("same report, to the byte.\n")
    output += md.take()
  }

  private mutating func writePart() {
    guard let part = report.part else { return }
    md.paragraph("\(part.grouping): \(part.name)")
  }

  // MARK: Overview

  private var overview: Overview { report.overview }

  private mutating func writeOverview() {
    md.heading(2, "What was read")
    let inputs = overview.inputs.prefix(10)
    md.markup("Inputs: ")
    for (index, input) in inputs.enumerated() {
      if index > 0 { md.markup(", ") }
      md.code(input)
    }
    if overview.inputs.count > 10 {
      md.text(" and \(Figures.count(overview.inputs.count - 10, "more", "more"))")
    }
    md.markup("\n\n")
    writeFigures()
    writePlugins()
    if let timeline = Timeline(overview.days) {
      writeBins(
        timeline.bins, "Articles by \(timeline.period.rawValue)", "Date", names: timeline.names)
    }
    writeCounts(overview.publishers, "Publishers", name: { $0 })
    writeCounts(overview.languages, "Languages", name: Language.name)
    writeCounts(overview.sections, "Sections", name: { $0 })
    writeProblems()
    writeCounts(overview.warnings, "Doubts noted while reading", name: { $0 })
    writeLimits()
  }

  private mutating func writeFigures() {
    md.tableHead(["What", "Count"]) { $0 == 1 }
    var figures = [("articles read", overview.articles)]
    figures += report.figures.map { ($0.words, $0.count) }
    figures += [
      ("words", overview.words), ("inputs that could not be read", overview.failures.total),
      ("inputs skipped", overview.skips.total),
      ("results missing, as a plugin failed", overview.errors.total),
    ]
    for (name, count) in figures { md.row([name, Figures.shown(count)]) }
    md.markup("\n")
  }

  private mutating func writePlugins() {
    guard !report.plugins.isEmpty else { return }
    md.heading(3, "Plugins")
    md.tableHead(["Plugin", "Version", "Results", "Skipped", "Failed", "Options", "SHA-256"]) {
      (2...4).contains($0)
    }
    for plugin in report.plugins {
      md.row([
        plugin.description.summarizedName, plugin.description.version,
        Figures.shown(plugin.articles), Figures.shown(plugin.skipped), Figures.shown(plugin.errors),
        plugin.settings.isEmpty ? "–" : plugin.settings, plugin.description.hash,
      ])
    }
    md.markup("\n")
  }

  private mutating func writeProblems() {
    write(overview.failures, "Inputs that could not be read")
    if overview.errors.total > 0 {
      md.heading(3, "Results that are missing")
      md.tableHead("Article", "Source", "Reason")
      for failure in overview.errors.shown {
        md.markup("| ")
        writeMention(failure.article)
        md.markup(" | ")
        md.text(failure.article.source)
        md.markup(" | ")
        md.text(failure.error.sentence)
        md.markup(" |\n")
      }
      md.markup("\n")
      writeRest(overview.errors.total - overview.errors.shown.count)
    }
    write(overview.skips, "Inputs that were skipped")
  }

  private mutating func write(_ listing: Listing<ReadFailure>, _ title: String) {
    guard listing.total > 0 else { return }
    md.heading(3, title)
    md.tableHead("Input", "Reason")
    for failure in listing.shown { md.row([failure.source, failure.sentence]) }
    md.markup("\n")
    writeRest(listing.total - listing.shown.count)
  }

  private mutating func writeRest(_ more: Int) {
    if more > 0 {
      md.paragraph("And \(Figures.count(more, "more", "more")), all of them in findings.jsonl.")
    }
  }

  private mutating func writeLimits() {
    md.heading(3, "Limits")
    md.tableHead("Limit", "Value")
    for limit in overview.limits { md.row([limit.name, limit.value]) }
    md.markup("\n")
    md.heading(3, "For a methods section")
    md.paragraph(report.methods)
    guard !overview.command.isEmpty else { return }
    md.markup("To do it again: ")
    md.code(Printable.string(overview.command))
    md.markup("\n\n")
  }

  // MARK: Parts that sections share

  /// Links to articles by their numbers.
  mutating func writeLinks(_ articles: [Int], of total: Int? = nil) {
    for (place, number) in articles.enumerated() {
      if place > 0 { md.markup(", ") }
      md.link(to: citations.anchor(of: number), "\(number)")
    }
    let more = (total ?? articles.count) - articles.count
    if more > 0, !articles.isEmpty { md.text(" and \(Figures.count(more, "more", "more"))") }
  }

  mutating func writeMention(_ mention: ArticleMention) {
    let title = mention.title.isEmpty ? mention.source : mention.title
    md.link(to: citations.anchor(of: mention.number), title)
  }

  mutating func writeCounts(_ ranking: Ranking, _ title: String, name: (String) -> String) {
    guard !ranking.counts.isEmpty else { return }
    md.heading(3, title)
    md.tableHead([title, "Count", "Articles"]) { $0 == 1 }
    for count in ranking.counts {
      md.markup("| ")
      md.text(name(count.name))
      md.markup(" | ")
      md.text(Figures.shown(count.count, digits: 3, minus: "−"))
      md.markup(" | ")
      writeLinks(count.articles, of: count.articleCount)
      md.markup(" |\n")
    }
    md.markup("\n")
    let more = ranking.names - ranking.counts.count
    if more > 0 { md.paragraph("And \(Figures.count(more, "rarer name")).") }
  }

  mutating func writeBins(
    _ bins: [Bin], _ title: String, _ first: String, names: [String]? = nil
  ) {
    md.heading(3, title)
    md.tableHead([first, "Articles", "Which"]) { $0 == 1 }
    for (index, bin) in bins.enumerated() where bin.count > 0 {
      md.markup("| ")
      md.text(names?[index] ?? HistogramChart.name(of: bin))
      md.markup(" | ")
      md.text(Figures.shown(bin.count))
      md.markup(" | ")
      writeLinks(bin.articles, of: bin.count)
      md.markup(" |\n")
    }
    md.markup("\n")
  }
}
