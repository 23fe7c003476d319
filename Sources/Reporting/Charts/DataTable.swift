import Document

/// The numbers of a chart as a table: what is beside it for those who read rather than look, and all that formats without
/// pictures have.
struct DataTable {
  var columns: [String]
  /// Places of the columns that hold numbers.
  var numeric: Set<Int>
  var rows: [Row]

  /// The numbers of one mark, and the places in articles that it stands for.
  struct Row {
    var cells: [String]
    var targets: Targets

    init(_ cells: [String], _ targets: Targets = []) {
      self.cells = cells
      self.targets = targets
    }
  }

  init(_ columns: [String], numeric: Set<Int>, rows: [Row]) {
    self.columns = columns
    self.numeric = numeric
    self.rows = rows
  }

  var hasTargets: Bool { rows.contains { !$0.targets.isEmpty } }

  /// A number as charts and their tables show it.
  static func figure(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "no value" }
    return Figures.shown(value, digits: 4, minus: "−")
  }

  /// What a measure is called at the head of a column.
  static func head(_ measure: String, else words: String = "Value") -> String {
    measure.isEmpty ? words : measure
  }
}
