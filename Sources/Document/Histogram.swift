/// How numbers are distributed.
public struct Histogram: Hashable, Sendable {
  public var title: String
  /// What the numbers are, with their unit: "words a sentence".
  public var measure: String
  /// What is counted: "articles".
  public var unit: String
  /// From the lowest to the highest, one after the other.
  public var bins: [Bin]

  public init(title: String, measure: String = "", unit: String = "", bins: [Bin]) {
    self.title = title
    self.measure = measure
    self.unit = unit
    self.bins = bins
  }

  /// How many numbers lie from a lower end to before an upper one.
  public struct Bin: Hashable, Sendable {
    public var lower: Double
    public var upper: Double
    public var count: Int
    public var targets: Targets

    public init(lower: Double, upper: Double, count: Int, targets: Targets = []) {
      self.lower = lower
      self.upper = upper
      self.count = count
      self.targets = targets
    }
  }
}
