/// Named things and how strongly pairs of them belong together: who is named with whom, who quotes whom.
public struct Network: Hashable, Sendable {
  public var title: String
  /// What the weight of a tie is, with its unit: "articles that name both".
  public var measure: String
  public var nodes: [Node]
  public var ties: [Tie]
  /// How many nodes are drawn, the weightiest; all are in the data.
  public var limit: Int

  public init(
    title: String, measure: String = "", nodes: [Node], ties: [Tie], limit: Int = defaultLimit
  ) {
    self.title = title
    self.measure = measure
    self.nodes = nodes
    self.ties = ties
    self.limit = limit
  }

  /// As many as can be told apart on a page.
  public static let defaultLimit = 40

  /// One thing, drawn as a circle.
  public struct Node: Hashable, Sendable {
    public var name: String
    /// How much it weighs; nil: the sum of its ties' weights.
    public var value: Double?
    /// Things of one group have one colour; empty: none.
    public var group: String
    public var targets: Targets

    public init(name: String, value: Double? = nil, group: String = "", targets: Targets = []) {
      self.name = name
      self.value = value
      self.group = group
      self.targets = targets
    }
  }

  /// What two nodes have to do with each other, drawn as a line.
  public struct Tie: Hashable, Sendable {
    /// Places of the two among the nodes.
    public var from: Int
    public var to: Int
    public var weight: Double
    public var targets: Targets

    public init(from: Int, to: Int, weight: Double = 1, targets: Targets = []) {
      self.from = from
      self.to = to
      self.weight = weight
      self.targets = targets
    }
  }
}
