import Document

/// A chart of a report as a picture by itself, for slides and pages: SVG with its own styles, title and key, in light colours.
package struct ChartFile {
  /// Its name without an ending: `topics-2-topics-by-publisher`.
  package let name: String
  package let svg: [UInt8]
  /// Pixels of the picture.
  package let width: Int
  package let height: Int

  /// The pictures of all charts that plugins' reports hold, in their order.
  package static func all(of report: Report) -> [ChartFile] {
    report.plugins.flatMap { plugin in
      plugin.blocks.compactMap { ChartPicture($0) }.enumerated().map { index, picture in
        ChartFile(
          picture, name: "\(plugin.description.name)-\(index + 1)-\(slug(picture.title))",
          house: report.house)
      }
    }
  }

  private init(_ picture: ChartPicture, name: String, house: House) {
    self.name = name.hasSuffix("-") ? String(name.dropLast()) : name
    let sheet = ChartSheet(picture, house: house)
    svg = sheet.svg
    width = ChartSheet.scale * ChartSheet.width
    height = ChartSheet.scale * sheet.height
  }

  /// The letters and digits of a title as a file's name may have them.
  private static func slug(_ title: String) -> String {
    var slug = ""
    for byte in title.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        slug.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        slug.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
      default: if !slug.isEmpty, !slug.hasSuffix("-") { slug += "-" }
      }
      if slug.utf8.count >= 40 { break }
    }
    return slug.hasSuffix("-") ? String(slug.dropLast()) : slug
  }
}

/// A chart to be drawn, whatever its kind: its words, its key, and its parts.
struct ChartPicture {
  var title: String
  var note: String
  var key: [(name: String, look: String)] = []
  /// The drawings, each with the pixels that it is high; more than one stand side by side.
  var parts: [(height: Double, write: (inout HTML) -> Void)]

  /// Nil for blocks that are no charts, and for charts of nothing.
  init?(_ block: ReportBlock) {
    switch block {
    case .bar(let chart) where !chart.points.isEmpty: self.init(bar: chart)
    case .line(let chart) where !chart.points.isEmpty:
      self.init(
        series: SeriesChart(
          form: .lines, title: chart.title, measure: chart.measure,
          series: [.init(name: chart.title, points: chart.points)]))
    case .series(let chart) where chart.series.contains(where: { !$0.points.isEmpty }):
      self.init(series: chart)
    case .histogram(let histogram) where !histogram.bins.isEmpty:
      self.init(histogram: histogram)
    case .heatmap(let map) where !map.cells.isEmpty: self.init(heatMap: HeatMapDrawing(map))
    case .network(let network) where !network.nodes.isEmpty:
      self.init(network: NetworkDrawing(network))
    case .map(let map) where !map.places.isEmpty: self.init(map: MapDrawing(map))
    default: return nil
    }
  }

  private init(
    _ title: String, _ note: String, _ height: Double, _ write: @escaping (inout HTML) -> Void
  ) {
    self.title = title
    self.note = note
    parts = [(height, write)]
  }

  private static let id = "chart"

  private init(bar chart: Chart) {
    let links = chart.points.map { _ in String?.none }
    if let timeline = Timeline(chart) {
      let histogram = HistogramChart(
        id: Self.id, title: chart.title, bins: timeline.bins,
        links: timeline.bins.map { _ in nil }, unit: (chart.measure, chart.measure),
        binNames: timeline.names, isNamed: true)
      self.init(chart.title, chart.measure, HistogramChart.height, histogram.write)
    } else {
      let bars = BarChart(id: Self.id, chart: chart, links: links)
      self.init(chart.title, chart.measure, bars.height, bars.write)
    }
  }

  private init(series chart: SeriesChart) {
    let matrix = SeriesMatrix(chart)
    let links = chart.series.map { $0.points.map { _ in String?.none } }
    switch chart.form {
    case .lines:
      let lines = LineChart(
        id: Self.id, title: chart.title, measure: chart.measure, series: chart.series,
        links: links)
      self.init(chart.title, matrix.note, LineChart.height, lines.write)
    case .multiples:
      let panels = PanelChart(chart, id: Self.id)
      self.init(chart.title, matrix.note, 0) { _ in }
      parts = chart.series.indices.map { index in
        (PanelChart.height, { panels.write(index, links[index], to: &$0) })
      }
      return
    case .stack, .shares:
      let stack = StackChart(id: Self.id, matrix: matrix, links: matrix.byLabel(links))
      self.init(chart.title, matrix.note, stack.height, stack.write)
    }
    if chart.series.count > 1 { key = matrix.key.map { ($0.name, "g\($0.color)") } }
  }

  private init(histogram: Histogram) {
    let unit = histogram.unit.isEmpty ? ("number", "numbers") : (histogram.unit, histogram.unit)
    let chart = HistogramChart(
      id: Self.id, title: histogram.title,
      bins: histogram.bins.map { Bin(lower: $0.lower, upper: $0.upper, count: $0.count) },
      links: histogram.bins.map { _ in nil }, unit: unit,
      binNames: histogram.table.rows.map { $0.cells[0] })
    self.init(histogram.title, histogram.measure, HistogramChart.height, chart.write)
  }

  private init(heatMap drawing: HeatMapDrawing) {
    let chart = HeatMapChart(
      id: Self.id, drawing: drawing, links: drawing.ranked.map { _ in nil })
    self.init(drawing.title, drawing.note, chart.height, chart.write)
    let scale = drawing.scale
    key = scale.steps.map { step in
      let isEnd = step == scale.steps.lowerBound || step == scale.steps.upperBound
      let figure = step == scale.steps.lowerBound ? scale.low : scale.high
      return (isEnd ? figure : "", HeatMapChart.look(of: step))
    }
  }

  private init(network drawing: NetworkDrawing) {
    let chart = NetworkChart(
      id: Self.id, drawing: drawing, nodeLinks: drawing.nodes.map { _ in nil },
      tieLinks: drawing.ties.map { _ in nil })
    self.init(drawing.title, drawing.note, chart.height, chart.write)
    key = chart.key.map { ($0.name, "g\($0.color)") }
  }

  private init(map drawing: MapDrawing) {
    let chart = MapChart(id: Self.id, drawing: drawing, links: drawing.places.map { _ in nil })
    self.init(
      drawing.title, drawing.measure, Double(ChartSheet.inner) / drawing.view.ratio, chart.write)
  }
}
