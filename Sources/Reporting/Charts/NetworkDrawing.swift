import Document

/// A network made ready for all formats: ties between the same two are one, and what weighs most comes first.
struct NetworkDrawing {
  let title: String
  let measure: String
  /// All nodes, the weightiest first.
  let nodes: [Network.Node]
  /// The weight of each node.
  let weights: [Double]
  /// All ties between two different nodes, by their places among `nodes`, the strongest first.
  let ties: [Network.Tie]
  /// How many of the nodes are drawn.
  let shown: Int
  /// The groups of the nodes, the most frequent first.
  let groups: [String]

  /// More lines than these cannot be told apart.
  private static let shownTies = 400

  init(_ network: Network) {
    title = network.title
    measure = network.measure
    let merged = Self.merged(network.ties)
    var weights = [Double](repeating: 0, count: network.nodes.count)
    for tie in merged {
      weights[tie.from] += tie.weight
      weights[tie.to] += tie.weight
    }
    for (index, node) in network.nodes.enumerated() {
      weights[index] = node.value ?? weights[index]
    }
    let order = network.nodes.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
    var places = [Int](repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    nodes = order.map { network.nodes[$0] }
    self.weights = order.map { weights[$0] }
    let ties = merged.map { tie in
      let (a, b) = (places[tie.from], places[tie.to])
      return Network.Tie(from: min(a, b), to: max(a, b), weight: tie.weight, targets: tie.targets)
    }
    self.ties = ties.sorted { ($1.weight, $0.from, $0.to) < ($0.weight, $1.from, $1.to) }
    shown = min(network.limit, order.count)
    groups = Self.groups(nodes)
  }

  /// The ties that are drawn, by their places among `ties`.
  var shownTies: [Int] {
    Array(
      ties.indices.filter { ties[$0].from < shown && ties[$0].to < shown }.prefix(Self.shownTies))
  }

  private static func merged(_ ties: [Network.Tie]) -> [Network.Tie] {
    var result: [Network.Tie] = []
    var places: [[Int]: Int] = [:]
    for tie in ties where tie.from != tie.to {
      let pair = [min(tie.from, tie.to), max(tie.from, tie.to)]
      if let place = places[pair] {
        result[place].weight += tie.weight
        result[place].targets += tie.targets
      } else {
        places[pair] = result.count
        result.append(tie)
      }
    }
    return result
  }

  private static func groups(_ nodes: [Network.Node]) -> [String] {
    var counts: [String: Int] = [:]
    for node in nodes where !node.group.isEmpty { counts[node.group, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  // MARK: Words

  /// What is left out of the drawing, for the line below the title.
  var note: String {
    let left =
      shown < nodes.count
      ? "the \(Figures.shown(shown)) weightiest of \(Figures.count(nodes.count, "name"))" : ""
    return [measure, left].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  var description: String {
    var words = "A network of \(Figures.count(shown, "name")) and "
    words += "\(Figures.count(shownTies.count, "tie")) between them"
    if let tie = ties.first {
      words += "; the strongest is between \(nodes[tie.from].name) and \(nodes[tie.to].name)"
    }
    return words + "."
  }

  // MARK: Data

  var tieTable: DataTable {
    DataTable(
      ["One", "Other", DataTable.head(measure, else: "Weight")], numeric: [2],
      rows: ties.map { tie in
        .init(
          [nodes[tie.from].name, nodes[tie.to].name, DataTable.figure(tie.weight)], tie.targets)
      })
  }

  var nodeTable: DataTable {
    let hasGroups = !groups.isEmpty
    return DataTable(
      hasGroups ? ["Name", "Group", "Weight"] : ["Name", "Weight"],
      numeric: [hasGroups ? 2 : 1],
      rows: nodes.indices.map { index in
        let node = nodes[index]
        let group = hasGroups ? [node.group] : []
        return .init([node.name] + group + [DataTable.figure(weights[index])], node.targets)
      })
  }
}
