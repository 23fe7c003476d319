import Document

// The index and the articles in Markdown; what was marked in a text is bold.

extension MarkdownReport {
  private static let shownMarks = 20_000

  mutating func writeIndex() {
    md.heading(2, "Index of articles")
    let (shown, total) = (report.entries.count, report.overview.articles)
    if shown < total {
      md.paragraph(
        "The first \(Figures.shown(shown)) of \(Figures.shown(total)) articles; findings.csv lists all."
      )
    }
    if report.pages < shown {
      md.paragraph(
        "The texts of \(report.pages == 0 ? "the" : "all but the first \(Figures.shown(report.pages))") "
          + "articles are left out.")
    }
    let columns = ["No.", "Article", "Source", "Published", "Publisher", "Language", "Words"]
    md.tableHead(columns + report.leads.map(\.name)) { $0 == 0 || $0 == 6 }
    for entry in report.entries { write(entry) }
    md.markup("\n")
  }

  private mutating func write(_ entry: ArticleEntry) {
    let (number, about) = (entry.mention.number, entry.about)
    md.markup("| ")
    if number > report.pages { md.anchor("article-\(number)") }
    md.text("\(number)")
    md.markup(" | ")
    let title = entry.mention.title.isEmpty ? entry.mention.source : entry.mention.title
    md.link(to: number <= report.pages ? "article-\(number)" : nil, title)
    var cells = [entry.mention.source]
    cells.append(about["published"]?.string.map(CalendarDate.shown) ?? "–")
    for name in ["publisher", "language", "words"] { cells.append(about[name]?.inline ?? "–") }
    for words in cells + entry.leads.map(\.lead) {
      md.markup(" | ")
      md.text(words)
    }
    md.markup(" |\n")
  }

  mutating func writeArticle(_ page: ArticlePage) {
    let article = page.article
    md.anchor("article-\(page.number)")
    md.markup("\n\n")
    md.heading(
      3, "\(page.number). \(article.title.isEmpty ? article.source : article.title.string)")
    for item in article.known where item.name != "Title" {
      write(item.name, item.value, item.provenance)
    }
    write("Source", article.source, nil)
    for warning in article.warnings { write("Doubt", warning.message, warning.code) }
    md.markup("\n")
    writeText(page)
    for plugin in page.findings.plugins { write(plugin) }
  }

  private mutating func write(_ name: String, _ value: String, _ provenance: String?) {
    md.markup("- ")
    md.text("\(name): \(value)")
    if let provenance {
      md.markup(" *(")
      md.text(provenance)
      md.markup(")*")
    }
    md.markup("\n")
  }

  private mutating func writeText(_ page: ArticlePage) {
    let text = page.article.text
    let blocks = Blocks.of(page.article)
    let marks = page.findings.plugins.flatMap { $0.annotations.flatMap(\.annotations) }
      .filter { $0.place == .text }.prefix(Self.shownMarks)
      .map { MarkedText.Mark(range: $0.range, layer: 0, note: "") }
    let cuts = Set(blocks.flatMap { [$0.lower, $0.upper] })
    let stretches = MarkedText(text, marks: Array(marks)).stretches(cuts: cuts)
    var next = 0
    for block in blocks {
      while next < stretches.count, stretches[next].range.lower < block.lower { next += 1 }
      var runs: [Run] = []
      while next < stretches.count, stretches[next].range.upper <= block.upper {
        runs.add(stretches[next])
        next += 1
      }
      for (place, run) in runs.enumerated() {
        let words = text[run.range]
        guard run.isBold else {
          md.text(words)
          continue
        }
        md.strong(
          words, after: place > 0 ? text[runs[place - 1].range].last : nil,
          before: place + 1 < runs.count ? text[runs[place + 1].range].first : nil)
      }
      md.markup("\n\n")
    }
  }

  private mutating func write(_ plugin: PluginFindings) {
    if let error = plugin.error {
      md.markup("> **No result.** ")
      md.paragraph(error.sentence)
    } else if let reason = plugin.skipped {
      md.paragraph("\(plugin.plugin): skipped, \(PluginReport.reason(reason)).")
    } else if !plugin.fields.isEmpty || !plugin.annotations.isEmpty {
      md.tableHead(plugin.plugin, "Value")
      for entry in plugin.fields.entries {
        md.row([entry.name, report.words(of: entry, plugin: plugin.plugin)])
      }
      for layer in plugin.annotations {
        md.row([layer.name, Figures.count(layer.annotations.count, "mark")])
      }
      md.markup("\n")
    }
  }
}

/// Words of a text one after the other that are all marked, or none of them.
private struct Run {
  var range: TextRange
  var isBold: Bool
}

extension [Run] {
  fileprivate mutating func add(_ stretch: MarkedText.Stretch) {
    let isBold = !stretch.marks.isEmpty
    if let last, last.isBold == isBold {
      self[count - 1].range.upper = stretch.range.upper
    } else {
      append(Run(range: stretch.range, isBold: isBold))
    }
  }
}
