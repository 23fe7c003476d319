import Document
import Reporting
import Scripting

/// What a sample is of and what the plugin says of each unit: what coders must not see, and what their codes are compared with.
struct SampleKey {
  static let schema = "copydesk-key/1"

  /// Tells the sample from others.
  var sample: String
  var target: SampleTarget
  var plugin: PluginDescription
  /// Every option of the plugin with the value it had.
  var options: Fields
  var codebook: Codebook
  var cuts: [Double]
  var seed: UInt64
  var strata: [Sample.Stratum]
  /// The command that draws the same, as a shell takes it.
  var command: String
  var units: [Unit]

  struct Unit: Hashable {
    var id: String
    var source: String
    /// The article's hash: units of one article are not independent.
    var article: String
    /// Of marks where they stand; nil for whole articles.
    var range: TextRange?
    var place: Annotation.Place = .text
    var value: SampleValue
    var stratum: String
  }

  /// A digest of what the sample is.
  static func name(of units: [Unit], _ target: SampleTarget) -> String {
    var digest = Digest()
    digest.add("target", Array(target.path.utf8))
    for unit in units { digest.add("unit", Array(unit.id.utf8)) }
    return String(digest.finish().prefix(12))
  }
}

// MARK: JSON Lines: what holds for all, then a line for each unit.

extension SampleKey {
  var bytes: [UInt8] {
    var json = JSONWriter()
    json.value(.map(head))
    json.endLine()
    for unit in units {
      json.value(.map(unit.json))
      json.endLine()
    }
    return json.bytes
  }

  private var head: Fields {
    var head: Fields = [
      "schema": .string(Self.schema), "sample": .string(sample), "field": .string(target.path),
      "unit": .string(target.unit.rawValue), "plugin": .string(plugin.name),
      "version": .string(plugin.version), "hash": .string(plugin.hash),
      "path": .string(plugin.path),
      "options": .map(options),
      "question": .string(codebook.question), "answer": .string(codebook.answer.rawValue),
      "labels": .list(codebook.labels.map(Value.string)), "ordered": .bool(codebook.isOrdered),
      "none": .bool(codebook.allowsNone),
    ]
    if !cuts.isEmpty { head["cuts"] = .list(cuts.map(Value.number)) }
    head["seed"] = .string(String(seed))
    head["strata"] = .list(
      strata.map { stratum in
        [
          "name": .string(stratum.name), "population": .integer(Int64(stratum.population)),
          "units": .integer(Int64(stratum.units)),
        ]
      })
    head["command"] = .string(command)
    return head
  }

  init(_ bytes: [UInt8]) throws(ProtocolFault) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first, let head = try? JSONParser.parse(first),
      head["schema"]?.string == Self.schema
    else { throw ProtocolFault("expected the schema \(Self.schema)") }
    let path = try head.string("field")
    let unit = SampleTarget.Unit(rawValue: try head.string("unit"))
    guard let target = unit == .field ? SampleTarget(field: path) : SampleTarget(marks: path),
      let answer = Codebook.Answer(rawValue: try head.string("answer"))
    else { throw ProtocolFault("expected a field or marks of a plugin") }
    self.target = target
    sample = try head.string("sample")
    plugin = PluginDescription(
      name: try head.string("plugin"), version: try head.string("version"),
      path: head["path"]?.string ?? "", hash: try head.string("hash"))
    options = head["options"]?.asMap ?? [:]
    codebook = Codebook(
      field: path, question: try head.string("question"), answer: answer,
      labels: (head["labels"]?.list ?? []).compactMap(\.string),
      isOrdered: head["ordered"]?.bool ?? false, allowsNone: head["none"]?.bool ?? false)
    cuts = (head["cuts"]?.list ?? []).compactMap(\.number)
    seed = UInt64(head["seed"]?.string ?? "") ?? 1
    strata = (head["strata"]?.list ?? []).map { stratum in
      Sample.Stratum(
        name: stratum["name"]?.string ?? "", population: Int(stratum["population"]?.integer ?? 0),
        units: Int(stratum["units"]?.integer ?? 0))
    }
    command = head["command"]?.string ?? ""
    units = []
    for line in lines.dropFirst() {
      guard let json = try? JSONParser.parse(line), let unit = Unit(json: json) else {
        throw ProtocolFault("expected a unit in line \(units.count + 2)")
      }
      units.append(unit)
    }
  }
}

extension SampleKey.Unit {
  fileprivate var json: Fields {
    var json: Fields = [
      "unit": .string(id), "value": value.json, "source": .string(source),
      "article": .string(article),
    ]
    if let range {
      json["range"] = .list([.integer(Int64(range.lower)), .integer(Int64(range.upper))])
      if place == .title { json["in"] = "title" }
    }
    if !stratum.isEmpty { json["stratum"] = .string(stratum) }
    return json
  }

  fileprivate init?(json: Value) {
    guard let id = json["unit"]?.string, let value = json["value"].flatMap(SampleValue.init(json:))
    else { return nil }
    self.id = id
    self.value = value
    source = json["source"]?.string ?? ""
    article = json["article"]?.string ?? ""
    let range = (json["range"]?.list ?? []).compactMap(\.integer)
    self.range = range.count == 2 ? TextRange(Int(range[0]), Int(range[1])) : nil
    place = json["in"]?.string.flatMap(Annotation.Place.init(rawValue:)) ?? .text
    stratum = json["stratum"]?.string ?? ""
  }
}
