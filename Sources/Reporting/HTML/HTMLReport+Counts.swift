import Document

// Tables of counts, and where the marks of their charts lead.

extension HTMLReport {
  /// Where the marks of counted names lead.
  func links(of counts: ArraySlice<Count>, _ id: String) -> [String?] {
    counts.enumerated().map { place, count in
      link(to: count.articles, of: count.articleCount, orRow: "\(id)-\(place)")
    }
  }

  /// Where the bars of a histogram lead.
  func links(of bins: [Bin], _ id: String) -> [String?] {
    bins.enumerated().map { place, bin in
      link(to: bin.articles, of: bin.count, orRow: "\(id)-\(place)")
    }
  }

  /// To the one article or, of several, to the row that names them.
  private func link(to articles: [Int], of total: Int, orRow id: String) -> String? {
    guard let first = articles.first else { return nil }
    return total > 1 ? "#\(id)" : citations.link(to: first)
  }

  private static func row(_ id: String, of articles: Int) -> [HTML.Attribute] {
    articles > 1 ? [.init("class", "cited"), .init("id", id)] : []
  }

  /// The data behind a chart of names, with links to articles.
  mutating func writeCountsTable(
    _ ranking: Ranking, first: String, id: String, name: (String) -> String
  ) {
    html.markup("<details><summary>Data and articles</summary>")
    writeCounts(ranking, first: first, id: id, name: name)
    html.markup("</details>")
  }

  mutating func writeCounts(
    _ ranking: Ranking, first: String, id: String, name: (String) -> String
  ) {
    html.markup("<table><thead><tr>")
    html.element("th", text: first)
    html.markup("<th class=\"n\">Count</th><th>Articles</th></tr></thead><tbody>")
    for (place, count) in ranking.counts.enumerated() {
      html.open("tr", Self.row("\(id)-\(place)", of: count.articleCount))
      html.element("th", .init("scope", "row")) { $0.isolated(name(count.name)) }
      html.element("td", .init("class", "n"), text: Figures.shown(count.count, digits: 3))
      html.markup("<td class=\"links\">")
      writeLinks(count.articles, of: count.articleCount)
      html.markup("</td></tr>")
    }
    html.markup("</tbody></table>")
    let more = ranking.names - ranking.counts.count
    if more > 0 {
      html.element(
        "p", .init("class", "links"),
        text: "And \(Figures.count(more, "rarer name"))\(ranking.isExact ? "" : " or more").")
    }
  }

  /// The data behind a histogram, with links to articles.
  mutating func writeBinsTable(
    _ bins: [Bin], names: [String]? = nil, first: String, id: String
  ) {
    html.markup("<details><summary>Data and articles</summary><table><thead><tr>")
    html.element("th", text: first)
    html.markup("<th class=\"n\">Articles</th><th>Which</th></tr></thead><tbody>")
    for (place, bin) in bins.enumerated() where bin.count > 0 {
      html.open("tr", Self.row("\(id)-\(place)", of: bin.count))
      html.element("th", .init("scope", "row"), text: names?[place] ?? HistogramChart.name(of: bin))
      html.element("td", .init("class", "n"), text: Figures.shown(bin.count))
      html.markup("<td class=\"links\">")
      writeLinks(bin.articles, of: bin.count)
      html.markup("</td></tr>")
    }
    html.markup("</tbody></table></details>")
  }
}
