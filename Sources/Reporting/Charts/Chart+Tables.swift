import Document

// Charts of one quantity as tables.

extension Chart {
  /// - Parameter first: what the labels are.
  func table(first: String) -> DataTable {
    DataTable(
      [first, DataTable.head(measure)], numeric: [1],
      rows: points.map { .init([$0.label, DataTable.figure($0.value)], $0.targets) })
  }
}

extension Histogram {
  var table: DataTable {
    DataTable(
      [DataTable.head(measure, else: "Numbers"), DataTable.head(unit, else: "Count")],
      numeric: [1],
      rows: bins.map { bin in
        let name = HistogramChart.name(from: bin.lower, to: bin.upper)
        return .init([name, Figures.shown(bin.count)], bin.targets)
      })
  }
}

extension SeriesMatrix {
  /// The series with the numbers of their colours.
  var key: [(name: String, color: Int)] {
    let shown = chart.form == .lines ? LineChart.shownLines : chart.series.count
    return chart.series.indices.prefix(shown).map { (chart.series[$0].name, color(of: $0)) }
  }

  /// The number of a series' colour: of parts that are never above zero a warm one, of the others beside them a cold one.
  func color(of series: Int) -> Int {
    let isLess = chart.series.map { series in
      let values = series.points.compactMap(\.value)
      return values.contains { $0 < 0 } && !values.contains { $0 > 0 }
    }
    guard chart.form == .stack || chart.form == .shares, isLess.contains(true) else {
      return min(series + 1, Stylesheet.colors)
    }
    let colors = isLess[series] ? [2, 5, 7, 4] : [1, 6, 3, 8]
    let place = isLess[..<series].count { $0 == isLess[series] }
    return colors[min(place, colors.count - 1)]
  }

  /// What is measured, and what the drawing leaves out.
  var note: String {
    var parts = chart.measure.isEmpty ? [] : [chart.measure]
    if chart.form == .lines, chart.series.count > LineChart.shownLines {
      parts.append("the first \(LineChart.shownLines) of \(chart.series.count)")
    }
    if chart.form == .shares { parts.append("shares of each bar; at its end, its sum") }
    return parts.joined(separator: " · ")
  }

  /// Links of points as links of labels.
  func byLabel(_ links: [[String?]]) -> [[String?]] {
    zip(chart.series, links).map { series, links in
      var line = [String?](repeating: nil, count: labels.count)
      for (point, link) in zip(series.points, links) { line[place(of: point.label)] = link }
      return line
    }
  }
}
