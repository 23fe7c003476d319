import Document

// The numbers of charts, and where marks and numbers lead.

extension HTMLReport {
  /// Where a mark leads: to the one article that it stands for or, of several, to the row that names them all.
  mutating func link(to targets: Targets, orRow id: String) -> String? {
    let places = places(of: targets)
    return places.count > 1 || targets.others > 0 ? "#\(id)" : places.first?.link
  }

  /// Where the marks of a table's rows lead.
  mutating func links(of table: DataTable, _ id: String) -> [String?] {
    var links: [String?] = []
    for (index, row) in table.rows.enumerated() {
      // What the page does not show cannot be led to.
      let targets = index < Self.shownRows ? row.targets : Targets(Array(row.targets.prefix(1)))
      links.append(link(to: targets, orRow: "\(id)-\(index)"))
    }
    return links
  }

  /// The links to articles, with their numbers.
  private mutating func places(of targets: Targets) -> [(number: Int, link: String)] {
    var places: [(number: Int, link: String)] = []
    for target in targets {
      guard let number = citations.entry(target.article, of: report)?.mention.number,
        let link = citations.link(to: target)
      else { continue }
      places.append((number, link))
    }
    return places
  }

  /// The numbers of a chart, in a part of the page that opens.
  mutating func writeData(_ tables: [(table: DataTable, id: String)]) {
    html.markup("<details><summary>Data</summary>")
    for (table, id) in tables where !table.rows.isEmpty { write(table, id: id) }
    html.markup("</details>")
  }

  private mutating func write(_ table: DataTable, id: String) {
    let hasArticles = table.rows.contains { $0.targets.total > 1 }
    scrolling("Data") { page in
      page.html.markup("<table><thead><tr>")
      for (index, column) in table.columns.enumerated() {
        page.html.element(
          "th", .any("class", table.numeric.contains(index) ? "n" : ""), text: column)
      }
      if hasArticles { page.html.markup("<th>Articles</th>") }
      page.html.markup("</tr></thead><tbody>")
      for (index, row) in table.rows.prefix(Self.shownRows).enumerated() {
        page.write(row, of: table, id: "\(id)-\(index)", hasArticles: hasArticles)
      }
      page.html.markup("</tbody></table>")
    }
    let more = table.rows.count - Self.shownRows
    if more > 0 {
      html.element("p", .init("class", "links"), text: "And \(Figures.count(more, "more row")).")
    }
  }

  private mutating func write(
    _ row: DataTable.Row, of table: DataTable, id: String, hasArticles: Bool
  ) {
    let places = places(of: row.targets)
    let isOfSeveral = row.targets.total > 1
    html.open("tr", isOfSeveral ? [.init("class", "cited"), .init("id", id)] : [])
    for (index, cell) in row.cells.enumerated() {
      if index == 0 {
        html.element("th", .init("scope", "row")) {
          $0.link(to: isOfSeveral ? nil : places.first?.link) { $0.isolated(cell) }
        }
      } else if table.numeric.contains(index) {
        html.element("td", .init("class", "n"), text: cell)
      } else {
        html.element("td") { $0.isolated(cell) }
      }
    }
    if hasArticles { write(places, of: row.targets.total) }
    html.markup("</tr>")
  }

  private mutating func write(_ places: [(number: Int, link: String)], of total: Int) {
    let references = places.map { place in
      Reference(
        number: place.number, place: place.link,
        title: report.entries[place.number - 1].mention.title)
    }
    html.element("td", .init("class", "links")) { $0.writeLinks(references, of: total) }
  }
}
