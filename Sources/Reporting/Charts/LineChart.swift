import Document

/// Quantities over dates. Dates stand as far apart as they are; where there is no value the line is broken.
struct LineChart {
  static let height = 220.0
  /// More lines than these have no colours of their own.
  static let shownLines = Stylesheet.colors

  let id: String
  let title: String
  let measure: String
  let series: [SeriesChart.Series]
  /// By series and point.
  let links: [[String?]]

  func write(to html: inout HTML) {
    let shown = series.prefix(Self.shownLines)
    let points = shown.flatMap(\.points)
    let ticks = LinePlot.ticks(points.compactMap(\.value).filter(\.isFinite))
    var plot = LinePlot(
      axis: TimeAxis(points.map(\.label)), ticks: ticks, measure: measure, height: Self.height)
    plot.isNamed = series.count > 1
    html.chart(id: id, height: Int(Self.height), title: title, description: description) { svg in
      let lines = shown.enumerated().map { index, series in
        LinePlot.Line(
          series: series, links: links[index],
          looks: plot.isNamed
            ? ("line s\(index + 1)", "dot g\(index + 1)") : ("line", "dot"))
      }
      plot.write(lines, to: &svg)
    }
  }

  private var description: String {
    let measure = self.measure.isEmpty ? "values" : self.measure
    let points = series.flatMap(\.points)
    let values = points.compactMap(\.value).filter(\.isFinite)
    let gaps = points.count - values.count
    let missing = gaps > 0 ? "; \(Figures.count(gaps, "date")) without a value" : ""
    let kind = series.count > 1 ? "A chart of \(series.count) lines" : "A line chart"
    guard let low = values.min(), let high = values.max() else {
      return "\(kind) of \(measure), without any value."
    }
    return "\(kind) of \(measure) at \(Figures.count(values.count, "date")), from "
      + "\(Figures.shown(low, digits: 3, minus: "−")) to "
      + "\(Figures.shown(high, digits: 3, minus: "−"))\(missing)."
  }
}
