import Document

/// A heat map made ready for all formats: as much of it as can be drawn, and the steps of its scale.
struct HeatMapDrawing {
  /// Steps of the scale on either side of nothing.
  static let steps = 6
  private static let shownRows = 40
  private static let shownColumns = 48

  let title: String
  let measure: String
  let rows: [String]
  let columns: [String]
  /// By row and column; nil where nothing is known.
  let cells: [[HeatMap.Cell?]]
  /// All cells, the largest values first.
  let ranked: [HeatMap.Cell]
  private let low: Double
  private let high: Double

  init(_ map: HeatMap) {
    title = map.title
    measure = map.measure
    rows = map.rows
    columns = map.columns
    var cells = [[HeatMap.Cell?]](
      repeating: [HeatMap.Cell?](repeating: nil, count: map.columns.count), count: map.rows.count)
    for cell in map.cells { cells[cell.row][cell.column] = cell }
    self.cells = cells
    ranked = map.cells.sorted { ($1.value, $0.row, $0.column) < ($0.value, $1.row, $1.column) }
    let values = map.cells.map(\.value).filter(\.isFinite)
    (low, high) = (values.min() ?? 0, values.max() ?? 0)
  }

  var shownRows: Int { min(rows.count, Self.shownRows) }
  var shownColumns: Int { min(columns.count, Self.shownColumns) }

  /// The step of a value: 0 for nothing, below it where the value is.
  func step(of value: Double) -> Int {
    guard value.isFinite, value != 0 else { return 0 }
    let most = max(abs(low), abs(high))
    let step = max(1, Int((abs(value) / most * Double(Self.steps)).rounded(.up)))
    return value < 0 ? -min(step, Self.steps) : min(step, Self.steps)
  }

  /// The ends of the scale, with the steps between them.
  var scale: (low: String, steps: ClosedRange<Int>, high: String) {
    let most = max(abs(low), abs(high))
    return (
      low < 0 ? DataTable.figure(-most) : "0", (low < 0 ? -Self.steps : 0)...Self.steps,
      DataTable.figure(most)
    )
  }

  var note: String {
    var parts = measure.isEmpty ? [] : [measure]
    if shownRows < rows.count {
      parts.append("the first \(shownRows) of \(Figures.count(rows.count, "row"))")
    }
    if shownColumns < columns.count {
      parts.append("the first \(shownColumns) of \(Figures.count(columns.count, "column"))")
    }
    return parts.joined(separator: " · ")
  }

  var description: String {
    let size = "A heat map of \(Figures.count(rows.count, "row")) "
    let words = size + "and \(Figures.count(columns.count, "column"))"
    guard let first = ranked.first else { return words + ", without any value." }
    return words
      + "; the largest value is \(DataTable.figure(first.value)), in \(rows[first.row]) and "
      + "\(columns[first.column])."
  }

  func hover(_ cell: HeatMap.Cell) -> String {
    let words = "\(rows[cell.row]), \(columns[cell.column]): \(DataTable.figure(cell.value))"
    return measure.isEmpty ? words : "\(words) \(measure)"
  }

  /// Rows and columns as they are.
  var matrix: DataTable {
    DataTable(
      [""] + columns, numeric: Set(1...max(1, columns.count)),
      rows: rows.indices.map { row in
        .init([rows[row]] + cells[row].map { $0.map { DataTable.figure($0.value) } ?? "–" })
      })
  }

  /// A line for each cell, so that each can name its articles.
  var list: DataTable {
    DataTable(
      ["Row", "Column", DataTable.head(measure)], numeric: [2],
      rows: ranked.map { cell in
        .init(
          [rows[cell.row], columns[cell.column], DataTable.figure(cell.value)], cell.targets)
      })
  }
}
