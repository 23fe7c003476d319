import Document
import Testing

@testable import Reporting

@Suite struct TimeAxisTests {
  @Test(
    arguments: [
      (["2025-03-01", "2025-03-02", "2025-03-03", "2025-03-06"], 1),
      (["2025-01-06", "2025-01-13", "2025-01-20", "2025-02-03"], 7),
      (["2025-01", "2025-02", "2025-04", "2025-05"], 1),
      (["2025-01-01", "2025-01-03", "2025-01-10", "2025-03-01", "2026-01-01"], nil),
      (["2025-01-01", "2025-01-02"], nil), (["2025-01-01", "2025-01-01", "2025-01-01"], nil),
    ] as [([String], Int?)])
  func `dates have the rhythm that most of them follow`(dates: [String], rhythm: Int?) {
    #expect(TimeAxis.rhythm(of: dates.compactMap { CalendarDate($0) }) == rhythm)
  }

  @Test func `dates stand as far apart as they are, whatever their order`() {
    let axis = TimeAxis(["2025-03-11", "2025-03-01", "2025-03-03"])
    #expect(axis.labels == ["2025-03-01", "2025-03-03", "2025-03-11"])
    #expect(abs(axis.place(of: "2025-03-03") - 0.2) < 1e-9)
    #expect(TimeAxis(["b", "a"]).labels == ["b", "a"])
    #expect(TimeAxis(["b"]).place(of: "b") == 0.5)
  }
}

@Suite struct LineChartTests {
  /// A chart's strokes and gaps, by class.
  private func marks(_ points: [(String, Double?)]) -> [String: Int] {
    var html = HTML()
    LineChart(
      id: "c", title: "", measure: "",
      series: [.init(name: "", points: points.map { Point(label: $0.0, value: $0.1) })],
      links: [points.map { _ in nil }]
    ).write(to: &html)
    var counts: [String: Int] = [:]
    for tag in Tags(String(decoding: html.take(), as: UTF8.self)).tags where !tag.isEnd {
      if let look = tag.value("class"), !look.isEmpty { counts[look, default: 0] += 1 }
    }
    return counts
  }

  @Test func `a day without a point is a gap, and shown`() {
    let marks = marks([11, 12, 13, 14, 18, 19, 20].map { ("2025-03-\($0)", Double($0)) })
    #expect(marks["line"] == 5 && marks["gap"] == 1 && marks["dot"] == 7)
  }

  @Test func `a point without a value is a gap too`() {
    let marks = marks([("a", 1), ("b", nil), ("c", 2), ("d", 3)])
    #expect(marks["line"] == 1 && marks["gap"] == 1)
  }

  @Test func `dates without rhythm are joined`() {
    let marks = marks([("2025-01-01", 1), ("2025-01-03", 2), ("2025-02-10", 3), ("2025-06-01", 4)])
    #expect(marks["line"] == 3 && marks["gap"] == nil)
  }

  @Test(arguments: [0, 1, 1000, 1e14, -5, 0.001, 1e300])
  func `any value has an axis`(value: Double) {
    #expect(marks([("2025-01-01", value), ("2025-01-02", value * 3)])["dot"] == 2)
  }

  @Test func `whole numbers are shown without digits`() {
    #expect(Figures.shown(30, digits: 0) == "30")
    #expect(Figures.shown(1234.5, digits: 0) == "1,235")
    #expect(Figures.shown(0.25, digits: 0) == "0.25")
  }
}

@Suite struct HeatMapTests {
  private let drawing = HeatMapDrawing(
    HeatMap(
      title: "", rows: ["a", "b"], columns: ["x", "y"],
      cells: [
        .init(row: 0, column: 0, value: 12), .init(row: 0, column: 1, value: -6),
        .init(row: 1, column: 1, value: 0.1),
      ]))

  @Test(arguments: [(0, 0), (12, 6), (-12, -6), (0.1, 1), (-0.1, -1), (6, 3), (6.1, 4)])
  func `a value has a step of the scale, and only nothing has none`(value: Double, step: Int) {
    #expect(drawing.step(of: value) == step)
  }

  @Test func `the scale reaches as far below nothing as above it`() {
    let scale = drawing.scale
    #expect(scale.low == "−12" && scale.steps == -6...6 && scale.high == "12")
    #expect(drawing.matrix.rows.map(\.cells) == [["a", "12", "−6"], ["b", "–", "0.1"]])
    #expect(drawing.list.rows.map { $0.cells[2] } == ["12", "0.1", "−6"])
  }

  @Test(arguments: [(Shades.light, "#ffffff", "#17191d"), (Shades.dark, "#131518", "#e9eaed")])
  func `figures can be read in every shade`(
    scheme: Shades.Scheme, paper: String, ink: String
  ) throws {
    for step in 1...6 {
      let words = try #require(Color(scheme.inverted.contains(step) ? paper : ink))
      for shade in [Shades.color(step, scheme), Shades.color(-step, scheme)] {
        #expect(shade.contrast(with: words) >= 4.5, "\(step) \(shade.css)")
      }
    }
  }
}

@Suite struct SeriesMatrixTests {
  @Test func `labels of all series are the lines, dates in order`() {
    let matrix = SeriesMatrix(
      SeriesChart(
        form: .lines, title: "",
        series: [
          .init(
            name: "a",
            points: [Point(label: "2025-02", value: 2), Point(label: "2025-01", value: nil)]),
          .init(
            name: "b",
            points: [Point(label: "2025-03", value: 3, target: Target(article: "x"))]),
        ]))
    #expect(
      matrix.table.rows.map(\.cells) == [
        ["January 2025", "–", "–"], ["February 2025", "2", "–"], ["March 2025", "–", "3"],
      ])
    #expect(matrix.table.rows.map { $0.targets.count } == [0, 0, 1])
  }

  @Test func `parts below zero are warm, others cold`() {
    func series(_ values: [Double]) -> SeriesChart.Series {
      .init(name: "", points: values.enumerated().map { Point(label: "\($0)", value: $1) })
    }
    let chart = SeriesChart(
      form: .stack, title: "", series: [series([-1, 0]), series([2, 3]), series([-5, -2])])
    #expect(SeriesMatrix(chart).key.map(\.color) == [2, 1, 5])
  }
}
