/// Several quantities over the same dates or names.
public struct SeriesChart: Hashable, Sendable {
  /// How they are drawn.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// Lines in one plot.
    case lines
    /// A small plot for each, all to one scale.
    case multiples
    /// Parts of one bar for each label, what is below zero to the left.
    case stack
    /// The same, each bar as long as the others.
    case shares
  }

  public var form: Form
  public var title: String
  /// What the values are, with their unit: "articles".
  public var measure: String
  public var series: [Series]

  public init(form: Form, title: String, measure: String = "", series: [Series]) {
    self.form = form
    self.title = title
    self.measure = measure
    self.series = series
  }

  /// One quantity.
  public struct Series: Hashable, Sendable {
    public var name: String
    public var points: [Point]

    public init(name: String, points: [Point]) {
      self.name = name
      self.points = points
    }
  }
}
