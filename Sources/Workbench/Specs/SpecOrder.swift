import Document

/// What a worker is told of one plugin to try.
struct SpecOrder: Sendable {
  var plugin: CataloguedPlugin
  /// Plugins that it may require.
  var others: [CataloguedPlugin] = []
  var limits = RunLimits()
  /// Words that `file: name` of a case must hold, whatever their case; nil: all cases are tried.
  var filter: String?
  /// Cases that were tried before.
  var first = 0
  /// Whether snapshots are told instead of compared.
  var updates = false
  /// Whether the lines of the plugin that run are counted.
  var wantsCoverage = false

  func wants(_ place: String) -> Bool {
    filter.map { place.lowercased().contains($0.lowercased()) } ?? true
  }
}

extension SpecOrder {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("plugin")
    plugin.write(to: &json)
    json.key("others")
    json.list(others) { $0.write(to: &$1) }
    json.key("limits")
    limits.write(to: &json)
    if let filter {
      json.key("filter")
      json.value(filter)
    }
    json.key("first")
    json.value(first)
    json.key("updates")
    json.value(updates)
    json.key("coverage")
    json.value(wantsCoverage)
    json.endObject()
  }

  init(json: Value) throws(ProtocolFault) {
    guard let plugin = try CataloguedPlugin.list(json: .list([json.member("plugin")])).first else {
      throw ProtocolFault("expected a plugin")
    }
    self.plugin = plugin
    others = try CataloguedPlugin.list(json: json["others"])
    limits = try RunLimits(json: json.member("limits"))
    filter = json["filter"]?.string
    first = Int(json["first"]?.integer ?? 0)
    updates = json["updates"]?.bool ?? false
    wantsCoverage = json["coverage"]?.bool ?? false
  }
}

extension TestedCase {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("name")
    json.value(name)
    json.key("seconds")
    json.value(seconds)
    var place = Fields()
    if let file { place.append("file", .string(file)) }
    if let line { place.append("line", .integer(Int64(line))) }
    json.key("place")
    json.value(place)
    json.key("differences")
    json.list(differences) { mismatch, json in
      json.value(.list([mismatch.place, mismatch.expected, mismatch.found].map(Value.string)))
    }
    if let error {
      json.key("error")
      error.write(to: &json)
    }
    if let snapshot {
      json.key("snapshot")
      json.value(snapshot)
    }
    json.endObject()
  }

  init(json: Value) throws {
    name = try json.string("name")
    seconds = json["seconds"]?.number ?? 0
    file = json["place"]?["file"]?.string
    line = json["place"]?["line"]?.integer.map { Int($0) }
    differences = (json["differences"]?.list ?? []).compactMap { value in
      let words = value.list?.compactMap(\.string) ?? []
      return words.count == 3
        ? Difference(place: words[0], expected: words[1], found: words[2]) : nil
    }
    error = try json["error"].map { try PluginError(json: $0) }
    snapshot = json["snapshot"]?.string
  }
}

/// What a worker says when all cases are told.
struct SpecEnd: Sendable {
  /// Why the plugin does not load.
  var errors: [PluginError] = []
  var coverage: [FileCoverage] = []
  /// Names of specs that the filter passed over, the first few.
  var passedOver: [String] = []

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("errors")
    json.list(errors) { $0.write(to: &$1) }
    if !coverage.isEmpty {
      json.key("coverage")
      json.value(.map(Fields(coverage.map { Fields.Entry($0.file, $0.value) })))
    }
    if !passedOver.isEmpty {
      json.key("passed_over")
      json.list(passedOver) { $1.value($0) }
    }
    json.endObject()
  }

  init(
    errors: [PluginError] = [], coverage: [FileCoverage] = [], passedOver: [String] = []
  ) {
    self.errors = errors
    self.coverage = coverage
    self.passedOver = passedOver
  }

  init(json: Value) throws {
    errors = try json.elements("errors") { try PluginError(json: $0) }
    coverage = (json["coverage"]?.map?.entries ?? []).map {
      FileCoverage(file: $0.name, value: $0.value)
    }
    passedOver = (json["passed_over"]?.list ?? []).compactMap(\.string)
  }
}

extension FileCoverage {
  /// Pairs of line and count.
  fileprivate var value: Value {
    .list(
      counts.sorted { $0.key < $1.key }.map {
        [.integer(Int64($0.key)), .integer(Int64($0.value))]
      })
  }

  fileprivate init(file: String, value: Value) {
    self.init(file: file)
    for pair in value.list ?? [] {
      guard let line = pair.list?.first?.integer, let count = pair.list?.last?.integer else {
        continue
      }
      counts[Int(line)] = Int(count)
    }
  }
}
