/// A quantity by two things at once: topics by publishers, days by hours.
public struct HeatMap: Hashable, Sendable {
  public var title: String
  /// What the values are, with their unit: "articles".
  public var measure: String
  public var rows: [String]
  public var columns: [String]
  /// In any order; where there is none, nothing is known.
  public var cells: [Cell]

  public init(
    title: String, measure: String = "", rows: [String], columns: [String], cells: [Cell]
  ) {
    self.title = title
    self.measure = measure
    self.rows = rows
    self.columns = columns
    self.cells = cells
  }

  /// A value where a row and a column meet.
  public struct Cell: Hashable, Sendable {
    /// Places among the rows and the columns.
    public var row: Int
    public var column: Int
    public var value: Double
    public var targets: Targets

    public init(row: Int, column: Int, value: Double, targets: Targets = []) {
      self.row = row
      self.column = column
      self.value = value
      self.targets = targets
    }
  }
}
