import Document

// The charts of a plugin's own report, each with its data beside it.

extension HTMLReport {
  mutating func writeBar(_ chart: Chart) {
    guard !chart.points.isEmpty else { return }
    html.markup("<figure>")
    writeCaption(chart.title, chart.measure)
    let id = nextChart()
    let table = chart.table(first: "Name")
    let links = links(of: table, "\(id)-data")
    if let timeline = Timeline(chart) {
      // Bars for dates stand in time, and dates without any have their place.
      HistogramChart(
        id: id, title: chart.title, bins: timeline.bins,
        links: timeline.links(links, of: chart), unit: (chart.measure, chart.measure),
        binNames: timeline.names, isNamed: true
      ).write(to: &html)
    } else {
      BarChart(id: id, chart: chart, links: links).write(to: &html)
    }
    writeData([(table, "\(id)-data")])
    html.markup("</figure>\n")
  }

  mutating func writeLine(_ chart: Chart) {
    guard !chart.points.isEmpty else { return }
    html.markup("<figure>")
    writeCaption(chart.title, chart.measure)
    let id = nextChart()
    let table = chart.table(first: "Date")
    LineChart(
      id: id, title: chart.title, measure: chart.measure,
      series: [.init(name: chart.title, points: chart.points)],
      links: [links(of: table, "\(id)-data")]
    ).write(to: &html)
    writeData([(table, "\(id)-data")])
    html.markup("</figure>\n")
  }

  // MARK: Several quantities

  mutating func write(_ chart: SeriesChart) {
    let matrix = SeriesMatrix(chart)
    guard !matrix.labels.isEmpty else { return }
    html.markup("<figure>")
    writeCaption(chart.title, matrix.note)
    let id = nextChart()
    let links = links(of: matrix, id)
    switch chart.form {
    case .lines:
      writeKey(matrix.key)
      LineChart(
        id: id, title: chart.title, measure: chart.measure, series: chart.series, links: links
      ).write(to: &html)
    case .multiples:
      let panels = PanelChart(chart, id: id)
      html.markup("<div class=\"panels\">")
      for index in chart.series.indices { panels.write(index, links[index], to: &html) }
      html.markup("</div>")
    case .stack, .shares:
      writeKey(matrix.key)
      StackChart(id: id, matrix: matrix, links: matrix.byLabel(links)).write(to: &html)
    }
    writeData([(matrix.table, "\(id)-data")])
    html.markup("</figure>\n")
  }

  /// Where points lead, by series.
  private mutating func links(of matrix: SeriesMatrix, _ id: String) -> [[String?]] {
    var links: [[String?]] = []
    for series in matrix.chart.series {
      var line: [String?] = []
      for point in series.points {
        line.append(
          link(to: point.targets, orRow: "\(id)-data-\(matrix.place(of: point.label))"))
      }
      links.append(line)
    }
    return links
  }

  // MARK: Distributions

  mutating func write(_ histogram: Histogram) {
    guard !histogram.bins.isEmpty else { return }
    html.markup("<figure>")
    writeCaption(histogram.title, histogram.measure)
    let id = nextChart()
    let table = histogram.table
    let unit = histogram.unit.isEmpty ? "number" : histogram.unit
    HistogramChart(
      id: id, title: histogram.title,
      bins: histogram.bins.map { Bin(lower: $0.lower, upper: $0.upper, count: $0.count) },
      links: links(of: table, "\(id)-data"),
      unit: (unit, histogram.unit.isEmpty ? "numbers" : unit),
      binNames: table.rows.map { $0.cells[0] }
    ).write(to: &html)
    writeData([(table, "\(id)-data")])
    html.markup("</figure>\n")
  }

  mutating func write(_ drawing: HeatMapDrawing) {
    guard !drawing.ranked.isEmpty else { return }
    html.markup("<figure>")
    writeCaption(drawing.title, drawing.note)
    writeScale(drawing.scale)
    let id = nextChart()
    let list = drawing.list
    HeatMapChart(id: id, drawing: drawing, links: links(of: list, "\(id)-data")).write(to: &html)
    writeData([(list.hasTargets ? list : drawing.matrix, "\(id)-data")])
    html.markup("</figure>\n")
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

  // MARK: Keys

  /// What the colours of a chart stand for.
  private mutating func writeKey(_ key: [(name: String, color: Int)]) {
    guard !key.isEmpty else { return }
    html.markup("<ul class=\"key\">")
    for (name, color) in key {
      html.element("li") { item in
        item.swatch("g\(color)", width: 12)
        item.isolated(name)
      }
    }
    html.markup("</ul>")
  }

  /// The steps of a scale between the values at its ends.
  private mutating func writeScale(
    _ scale: (low: String, steps: ClosedRange<Int>, high: String)
  ) {
    html.element("p", .init("class", "key")) { key in
      key.text(scale.low)
      key.element("span") { steps in
        for step in scale.steps { steps.swatch(HeatMapChart.look(of: step), width: 18) }
      }
      key.text(scale.high)
    }
  }
}

extension HTML {
  fileprivate mutating func swatch(_ look: String, width: Int) {
    element(
      "svg", .init("width", width), .init("height", 12), .init("aria-hidden", "true")
    ) {
      $0.element(
        "rect", .init("class", look), .init("width", width), .init("height", 12), text: "")
    }
  }
}
