import Document

// The index of articles, and each article's page: its text with what was marked in it, its metadata, its findings.

extension HTMLReport {
  /// Articles in the table of the index; of more, the script finds the others.
  static let rows = 1_000

  mutating func writeIndex() {
    html.markup("<section id=\"index\" aria-labelledby=\"index-title\">\n")
    html.markup("<p class=\"kicker\">Articles</p>\n<h2 id=\"index-title\">Index of articles</h2>\n")
    let total = report.overview.articles
    let rows = report.entries.prefix(Self.rows)
    if rows.count < total {
      html.element(
        "p", .init("class", "rest"),
        text:
          "The first \(Figures.shown(rows.count)) of \(Figures.shown(total)) articles, in the order in "
          + "which they were read. All of them are counted above and listed in findings.csv.")
    }
    scrolling("Index of articles", "scroll index") { page in
      page.html.markup("<table><thead><tr><th class=\"n\">No.</th><th>Article</th>")
      page.html.markup("<th>Published</th><th class=\"optional\">Publisher</th>")
      page.html.markup("<th class=\"optional\">Language</th><th class=\"n\">Words</th>")
      for lead in page.report.leads {
        page.html.element("th", .any("class", lead.isNumeric ? "n" : ""), text: lead.name)
      }
      page.html.markup("</tr></thead><tbody>\n")
      for entry in rows { page.write(entry) }
      page.html.markup("</tbody></table>")
    }
    if rows.count < report.catalogue.count { writeCatalogue() }
    html.markup("</section>\n")
  }

  /// What the script searches where the table is not whole.
  private mutating func writeCatalogue() {
    html.open(
      "script",
      [
        .init("type", "application/json"), .init("id", "catalogue"),
        .init("data-pages", report.pages),
        .init("data-folder", report.hasSheets ? Sheets.folder : ""),
        .init("data-sheet", Sheets.pages),
      ])
    html.markup("[")
    html.verbatim(report.catalogue.json)
    html.markup("\n]")
    html.close("script")
    html.markup("\n")
  }

  private mutating func write(_ entry: ArticleEntry) {
    let number = entry.mention.number
    let hasPage = number <= report.pages
    html.open("tr", hasPage ? [] : [.init("id", "article-\(number)")])
    html.element("td", .init("class", "n"), text: "\(number)")
    html.markup("<th scope=\"row\">")
    let title = entry.mention.title.isEmpty ? entry.mention.source : entry.mention.title
    html.link(to: hasPage ? citations.link(to: number) : nil) { $0.isolated(title) }
    html.element("small") { small in
      small.isolated(entry.mention.source)
      if entry.hasErrors { small.text(" · a plugin failed") }
    }
    html.markup("</th>")
    let about = entry.about
    writeDate(about["published"]?.string)
    html.element("td", .init("class", "optional")) { cell in
      cell.element("span", .init("class", "publisher"), text: about["publisher"]?.string ?? "–")
      if let section = about["section"]?.string {
        cell.element("small", .init("class", "section"), text: section)
      }
    }
    html.element(
      "td", .init("class", "optional language"),
      text: about["language"]?.string.map(Language.name) ?? "–")
    html.element("td", .init("class", "n"), text: about["words"]?.inline ?? "–")
    for (lead, value) in zip(report.leads, entry.leads) {
      html.element("td", .any("class", lead.isNumeric ? "n" : ""), text: value.lead)
    }
    html.markup("</tr>\n")
  }

  private mutating func writeDate(_ date: String?) {
    html.element("td", .init("class", "date")) { cell in
      let words = date.map(CalendarDate.shortened) ?? "–"
      guard let date, CalendarDate(date) != nil else { return cell.text(words) }
      cell.element("time", .init("datetime", date), text: words)
    }
  }

  // MARK: Pages

  mutating func writePagesHeading() {
    html.markup("<section id=\"articles\" aria-labelledby=\"articles-title\">\n")
    html.markup(
      "<p class=\"kicker\">Texts</p>\n<h2 id=\"articles-title\">The articles and what was found in them</h2>\n"
    )
    writeWhatIsLeftOut()
    writeLegend()
  }

  mutating func writeWhatIsLeftOut() {
    guard report.pages < report.overview.articles else { return }
    html.element(
      "p",
      text:
        "The texts of \(report.pages == 0 ? "the" : "all but the first \(Figures.shown(report.pages))") articles are left out to keep the report "
        + "small enough to open; copydesk report --pages N shows those of more. What was found in them is in findings.jsonl, by byte ranges of their texts."
    )
  }

  mutating func writeLegend() {
    guard report.pages > 0, !legend.entries.isEmpty else { return }
    html.markup("<fieldset class=\"legend\"><legend>What is marked</legend><ul>")
    for (index, entry) in legend.entries.enumerated() {
      let look = legend.look(of: index)
      html.element("li") { item in
        item.element("label") { label in
          if index < Stylesheet.layers {
            label.void(
              "input", .init("type", "checkbox"), .init("id", "layer-\(index + 1)"),
              .init("checked", "")
            )
          }
          label.element(
            "mark", .init("class", look), text: "\(entry.plugin).\(entry.layer.name)")
          label.text(" (\(Figures.shown(entry.annotations))) \(entry.layer.doc)")
        }
      }
    }
    html.markup("</ul></fieldset>\n")
  }

  mutating func writeArticle(_ page: ArticlePage) {
    let metadata = page.article.metadata
    let id = "article-\(page.number)"
    html.open("article", [.init("id", id), .init("aria-labelledby", "\(id)-title")])
    let over = ["No. \(page.number)", metadata.kicker?.value ?? metadata.section?.value ?? ""]
    html.element(
      "p", .init("class", "over"), text: over.filter { !$0.isEmpty }.joined(separator: " · "))
    writeHeadline(page, id)
    if let subtitle = metadata.subtitle?.value {
      html.element("p", .init("class", "deck"), .init("dir", "auto"), text: subtitle)
    }
    writeCredit(page)
    for plugin in page.findings.plugins {
      if let error = plugin.error { writeProblem(error, "No result of \(plugin.plugin)") }
    }
    html.markup("<div class=\"story\">\n")
    writeText(page)
    html.markup("<div class=\"side\">\n")
    writeMetadata(page)
    writeFindings(page)
    html.markup("</div>\n</div>\n")
    writeWaysBack(from: page.number)
    html.markup("\n</article>\n")
  }

  /// To the index, and to the sections that lead here.
  private mutating func writeWaysBack(from article: Int) {
    let file = report.hasSheets ? Self.reportFromSheet : ""
    html.element("p", .init("class", "back")) { back in
      back.link(to: "\(file)#index", "Index of articles")
      for (place, section) in citations.sections(leadingTo: article).enumerated() {
        back.text(place == 0 ? " · Cited in " : ", ")
        back.link(to: "\(file)#plugin-\(section)", report.plugins[section - 1].title)
      }
    }
  }

  private mutating func writeHeadline(_ page: ArticlePage, _ id: String) {
    html.open("h3", [.init("class", "headline"), .init("id", "\(id)-title"), .init("dir", "auto")])
    if page.article.title.isEmpty {
      html.text(page.article.source)
    } else {
      writeMarked(page.article.title, of: page, .title, blocks: [page.article.title.range])
    }
    html.markup("</h3>\n")
  }

  private mutating func writeCredit(_ page: ArticlePage) {
    let metadata = page.article.metadata
    var parts: [String] = []
    if let byline = metadata.byline?.value {
      parts.append(byline)
    } else if let authors = metadata.authors?.value, !authors.isEmpty {
      parts.append("By \(authors.listed)")
    }
    parts.append(metadata.publisher?.value ?? metadata.dateline?.value.agency ?? "")
    parts.append(page.findings.about["published"]?.string.map(CalendarDate.shown) ?? "")
    html.markup("<p class=\"credit\">")
    for (index, part) in parts.filter({ !$0.isEmpty }).enumerated() {
      if index > 0 { html.markup(" · ") }
      html.isolated(part)
    }
    html.markup("</p>\n")
  }
}

extension Value {
  /// What an index shows of a field: a number, or of a list what comes first.
  var lead: String {
    switch self {
    case .list(let elements): elements.first.map { $0.record?.name ?? $0.inline } ?? "–"
    case .map(let fields): fields.entries.first?.name ?? "–"
    case .number(let number): Figures.shown(number, digits: 3, minus: "−")
    default: inline
    }
  }
}
