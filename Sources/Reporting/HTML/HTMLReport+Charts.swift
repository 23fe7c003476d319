import Document

// The charts of a plugin's own report, each with its data beside it.

extension HTMLReport {
  mutating func writeBar(_ chart: Chart) {
    guard !chart.points.isEmpty else { return }
    html.markup("<figure>")
    writeCaption(chart.title, chart.measure)
    let links = links(of: chart)
    if let timeline = Timeline(chart) {
      // Bars for dates stand in time, and dates without any have their place.
      HistogramChart(
        id: nextChart(), title: chart.title, bins: timeline.bins,
        links: timeline.bins.map { _ in nil }, unit: (chart.measure, chart.measure),
        binNames: timeline.names, isNamed: true
      ).write(to: &html)
    } else {
      BarChart(id: nextChart(), chart: chart, links: links).write(to: &html)
    }
    writeData(of: chart, links, first: "Name")
    html.markup("</figure>\n")
  }

  mutating func writeLine(_ chart: Chart) {
    guard !chart.points.isEmpty else { return }
    html.markup("<figure>")
    writeCaption(chart.title, chart.measure)
    let links = links(of: chart)
    LineChart(id: nextChart(), chart: chart, links: links).write(to: &html)
    writeData(of: chart, links, first: "Date")
    html.markup("</figure>\n")
  }

  private mutating func links(of chart: Chart) -> [String?] {
    var links: [String?] = []
    for point in chart.points {
      links.append(point.target.flatMap { citations.link(to: $0) })
    }
    return links
  }

  private mutating func writeData(of chart: Chart, _ links: [String?], first: String) {
    html.markup("<details><summary>Data</summary><table><thead><tr>")
    html.element("th", text: first)
    html.element("th", .init("class", "n"), text: chart.measure.isEmpty ? "Value" : chart.measure)
    html.markup("</tr></thead><tbody>")
    for (index, point) in chart.points.prefix(Self.shownRows).enumerated() {
      html.element("tr") { row in
        row.element("th", .init("scope", "row")) {
          $0.link(to: links[index]) { $0.isolated(point.label) }
        }
        row.element("td", .init("class", "n")) {
          $0.text(point.value.map { Figures.shown($0, digits: 4, minus: "−") } ?? "no value")
        }
      }
    }
    html.markup("</tbody></table></details>")
  }

  // MARK: Networks and maps

  mutating func write(_ drawing: NetworkDrawing) {
    guard !drawing.nodes.isEmpty else { return }
    html.markup("<figure>")
    writeCaption(drawing.title, drawing.note)
    let id = nextChart()
    let (ties, nodes) = (drawing.tieTable, drawing.nodeTable)
    let chart = NetworkChart(
      id: id, drawing: drawing, nodeLinks: links(of: nodes, "\(id)-names"),
      tieLinks: links(of: ties, "\(id)-ties"))
    writeKey(chart.key)
    chart.write(to: &html)
    writeData([(ties, "\(id)-ties"), (nodes, "\(id)-names")])
    html.markup("</figure>\n")
  }

  mutating func write(_ drawing: MapDrawing) {
    guard !drawing.places.isEmpty else { return }
    html.markup("<figure>")
    writeCaption(drawing.title, drawing.measure)
    let id = nextChart()
    let table = drawing.table
    MapChart(id: id, drawing: drawing, links: links(of: table, "\(id)-data")).write(to: &html)
    writeData([(table, "\(id)-data")])
    html.markup("</figure>\n")
  }

  /// What the colours of a chart stand for.
  private mutating func writeKey(_ key: [(name: String, color: Int)]) {
    guard !key.isEmpty else { return }
    html.markup("<ul class=\"key\">")
    for (name, color) in key {
      html.element("li") { item in
        item.element(
          "svg", .init("width", 12), .init("height", 12), .init("aria-hidden", "true")
        ) {
          $0.element(
            "rect", .init("class", "g\(color)"), .init("width", 12), .init("height", 12), text: "")
        }
        item.isolated(name)
      }
    }
    html.markup("</ul>")
  }
}

// MARK: Data tables

extension HTMLReport {
  /// Where the marks of a table's rows lead: to the one article that a mark stands for or, of several, to its row, which names
  /// them all.
  mutating func links(of table: DataTable, _ id: String) -> [String?] {
    var links: [String?] = []
    for (index, row) in table.rows.enumerated() {
      let places = places(of: row)
      let isShown = index < Self.shownRows
      links.append(
        places.count == 1 || !isShown
          ? places.first?.link : places.isEmpty ? nil : "#\(id)-\(index)")
    }
    return links
  }

  /// The links to a row's articles, with their numbers.
  private mutating func places(of row: DataTable.Row) -> [(number: Int, link: String)] {
    var places: [(number: Int, link: String)] = []
    for target in row.targets {
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
    for (table, id) in tables where !table.rows.isEmpty {
      html.markup("<div class=\"scroll\"><table><thead><tr>")
      for (index, column) in table.columns.enumerated() {
        html.element(
          "th", .any("class", table.numeric.contains(index) ? "n" : ""), text: column)
      }
      if table.hasTargets { html.markup("<th>Articles</th>") }
      html.markup("</tr></thead><tbody>")
      for (index, row) in table.rows.prefix(Self.shownRows).enumerated() {
        write(row, of: table, id: "\(id)-\(index)")
      }
      html.markup("</tbody></table></div>")
      let more = table.rows.count - Self.shownRows
      if more > 0 {
        html.element("p", .init("class", "links"), text: "And \(Figures.count(more, "more row")).")
      }
    }
    html.markup("</details>")
  }

  private mutating func write(_ row: DataTable.Row, of table: DataTable, id: String) {
    let places = places(of: row)
    html.open("tr", places.count > 1 ? [.init("class", "cited"), .init("id", id)] : [])
    for (index, cell) in row.cells.enumerated() {
      if index == 0 {
        html.element("th", .init("scope", "row")) { $0.isolated(cell) }
      } else if table.numeric.contains(index) {
        html.element("td", .init("class", "n"), text: cell)
      } else {
        html.element("td") { $0.isolated(cell) }
      }
    }
    if table.hasTargets { write(places) }
    html.markup("</tr>")
  }

  private mutating func write(_ places: [(number: Int, link: String)]) {
    html.element("td", .init("class", "links")) { cell in
      for (index, place) in places.enumerated() {
        if index > 0 { cell.text(", ") }
        let title = report.entries[place.number - 1].mention.title
        cell.element(
          "a", .init("href", place.link), .any("title", title), text: "\(place.number)")
      }
    }
  }
}
