// How networks and maps travel from the worker that made them.

extension Network {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("title", title)
    json.member("measure", measure)
    json.member("limit", limit)
    json.key("nodes")
    json.list(nodes) { node, json in
      json.beginObject()
      json.member("name", node.name)
      json.amount("value", node.value)
      if !node.group.isEmpty { json.member("group", node.group) }
      json.targets(node.targets)
      json.endObject()
    }
    json.key("ties")
    json.list(ties) { tie, json in
      json.beginObject()
      json.member("from", tie.from)
      json.member("to", tie.to)
      json.amount("weight", tie.weight)
      json.targets(tie.targets)
      json.endObject()
    }
    json.endObject()
  }

  init(json: Value) throws(SchemaFault) {
    self.init(
      title: json["title"]?.string ?? "", measure: json["measure"]?.string ?? "", nodes: [],
      ties: [], limit: Int(json["limit"]?.integer ?? Int64(Self.defaultLimit)))
    for item in try json.require("nodes").list(at: "network.nodes") {
      nodes.append(
        Node(
          name: try item.require("name").string(at: "node.name"), value: item["value"]?.number,
          group: item["group"]?.string ?? "", targets: try Targets(in: item)))
    }
    for item in try json.require("ties").list(at: "network.ties") {
      let tie = Tie(
        from: try item.place(named: "from", among: nodes.count),
        to: try item.place(named: "to", among: nodes.count),
        weight: item["weight"]?.number ?? 1, targets: try Targets(in: item))
      ties.append(tie)
    }
  }
}

extension PlaceMap {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("title", title)
    json.member("measure", measure)
    json.key("places")
    json.list(places) { place, json in
      json.beginObject()
      json.member("name", place.name)
      json.amount("lat", place.latitude)
      json.amount("lon", place.longitude)
      json.amount("value", place.value)
      json.targets(place.targets)
      json.endObject()
    }
    json.endObject()
  }

  init(json: Value) throws(SchemaFault) {
    self.init(
      title: json["title"]?.string ?? "", measure: json["measure"]?.string ?? "", places: [])
    for item in try json.require("places").list(at: "map.places") {
      places.append(
        Place(
          name: try item.require("name").string(at: "place.name"),
          latitude: try item.number(named: "lat"), longitude: try item.number(named: "lon"),
          value: item["value"]?.number, targets: try Targets(in: item)))
    }
  }
}

// MARK: Parts

extension JSONWriter {
  /// A number, left out where there is none.
  mutating func amount(_ name: String, _ number: Double?) {
    guard let number else { return }
    key(name)
    value(number)
  }
}

extension Value {
  func number(named name: String) throws(SchemaFault) -> Double {
    guard let number = self[name]?.number else {
      throw SchemaFault(path: name, expected: "a number")
    }
    return number
  }

  func place(named name: String, among count: Int) throws(SchemaFault) -> Int {
    guard let place = self[name]?.integer, place >= 0, place < count else {
      throw SchemaFault(path: name, expected: "the place of a name")
    }
    return Int(place)
  }
}
