internal import Document
internal import Lua

extension ReportReader {
  /// The nodes that are given, then those that ties alone name, in the order in which they are named.
  func network(
    _ title: String, _ ties: Value, _ options: ReportRecord
  ) throws(Fault) -> Network {
    var network = Network(
      title: title, measure: try options.string("measure") ?? "", nodes: [], ties: [],
      limit: try options.integer("limit", 2...200) ?? Network.defaultLimit)
    var places: [String: Int] = [:]
    for (index, item) in try list(options["nodes"] ?? .list([]), named: "nodes").enumerated() {
      let node = try self.node(item, "nodes[\(index + 1)]")
      guard places[node.name] == nil else {
        throw fault("nodes[\(index + 1)]: there is a node \"\(node.name)\" already")
      }
      places[node.name] = network.nodes.count
      network.nodes.append(node)
    }
    func place(of name: String) -> Int {
      if let place = places[name] { return place }
      places[name] = network.nodes.count
      network.nodes.append(Network.Node(name: name))
      return network.nodes.count - 1
    }
    for (index, item) in try list(ties, named: "ties").enumerated() {
      let (from, to, weight, targets) = try tie(item, "ties[\(index + 1)]")
      network.ties.append(
        Network.Tie(from: place(of: from), to: place(of: to), weight: weight, targets: targets))
    }
    return network
  }

  private func node(_ value: Value, _ place: String) throws(Fault) -> Network.Node {
    if value.map == nil { return Network.Node(name: try label(value, place)) }
    let record = try ReportRecord(
      value, place, known: ["name", "value", "group"] + ReportRecord.targetNames, self)
    return Network.Node(
      name: try record.label("name"), value: try amount(record, "value"),
      group: try record.string("group") ?? "", targets: try record.targets())
  }

  private func tie(
    _ value: Value, _ place: String
  ) throws(Fault) -> (from: String, to: String, weight: Double, targets: Targets) {
    if let list = value.list {
      guard (2...3).contains(list.count) else {
        throw fault("\(place): expected {from, to} or {from, to, weight}")
      }
      let weight = try list.count == 3 ? number(list[2], place) ?? 1 : 1
      guard weight >= 0 else { throw fault("\(place): a weight is not below 0") }
      return (try label(list[0], place), try label(list[1], place), weight, [])
    }
    let record = try ReportRecord(
      value, place, known: ["from", "to", "weight"] + ReportRecord.targetNames, self)
    return (
      try record.label("from"), try record.label("to"), try amount(record, "weight") ?? 1,
      try record.targets()
    )
  }

  /// A number that an area or a width can show.
  func amount(_ record: ReportRecord, _ name: String) throws(Fault) -> Double? {
    guard let number = try record.number(name) else { return nil }
    guard number >= 0 else {
      throw fault(
        "\(record.place).\(name): expected a number from 0 on, got \(Value.number(number).shown)")
    }
    return number
  }
}
