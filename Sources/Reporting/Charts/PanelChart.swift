import Document

/// One of several small plots to one scale.
struct PanelChart {
  static let height = 118.0

  let id: String
  let chart: SeriesChart
  let axis: TimeAxis
  let ticks: Ticks

  init(_ chart: SeriesChart, id: String) {
    self.id = id
    self.chart = chart
    axis = TimeAxis(chart.series.flatMap(\.points).map(\.label))
    let values = chart.series.flatMap(\.points).compactMap(\.value).filter(\.isFinite)
    ticks = LinePlot.ticks(values, steps: 2)
  }

  /// Writes the plot of one series.
  func write(_ index: Int, _ links: [String?], to html: inout HTML) {
    let series = chart.series[index]
    html.chart(
      id: "\(id)-\(index)", height: Int(Self.height), title: series.name,
      description: description(of: series)
    ) { svg in
      svg.label(DisplayWidth.cut(Printable.string(series.name), to: 26), "panel", x: "0", y: 12)
      var plot = LinePlot(
        axis: axis, ticks: ticks, measure: chart.measure, height: Self.height)
      (plot.top, plot.bottom, plot.left, plot.dotRadius) = (34, 20, 0.14, 2.4)
      plot.hasMiddle = false
      plot.write([.init(series: series, links: links, looks: ("line", "dot small"))], to: &svg)
    }
  }

  private func description(of series: SeriesChart.Series) -> String {
    let values = series.points.compactMap(\.value).filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return "No values." }
    return "\(Figures.count(values.count, "value")) from \(DataTable.figure(low)) to "
      + "\(DataTable.figure(high))."
  }
}
