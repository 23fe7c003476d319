// Explanations on disk: one article a line. `OutputFormats.md` in Reporting specifies it.

/// The explanations of one article, with what it is known by.
public struct ArticleExplanations: Sendable {
  public var id: String
  public var source: String
  public var title: String
  public var explanations: [Explanation]

  public init(id: String, source: String, title: String, explanations: [Explanation]) {
    self.id = id
    self.source = source
    self.title = title
    self.explanations = explanations
  }

  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("schema", Article.schema)
    json.member("id", id)
    json.member("source", source)
    json.member("title", title)
    json.key("explanations")
    json.list(explanations) { $0.write(to: &$1) }
    json.endObject()
  }

  public init(json: Value) throws(SchemaFault) {
    id = try json.require("id").string(at: "id")
    source = try json.require("source").string(at: "source")
    title = json["title"]?.string ?? ""
    explanations = []
    for explanation in try json.require("explanations").list(at: "explanations") {
      explanations.append(try Explanation(json: explanation))
    }
  }
}

extension Explanation {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("field", field.name)
    json.key("value")
    json.value(value ?? .null)
    json.member("absence", absence)
    json.key("totals")
    json.value(totals)
    json.key("passages")
    json.list(passages) { $0.write(to: &$1) }
    json.endObject()
  }

  init(json: Value) throws(SchemaFault) {
    guard let field = FieldPath(try json.require("field").string(at: "field")) else {
      throw SchemaFault(path: "field", expected: "plugin.field")
    }
    self.field = field
    value = json["value"] == .null ? nil : json["value"]
    absence = json["absence"]?.string
    totals = json["totals"]?.map ?? [:]
    passages = []
    for passage in try json.require("passages").list(at: "passages") {
      passages.append(try Passage(json: passage))
    }
  }
}

extension Explanation.Passage {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("range")
    json.value(range)
    if place != .text { json.member("in", place.rawValue) }
    json.member("text", text)
    json.key("marks")
    json.list(marks) { $0.write(to: &$1) }
    json.endObject()
  }

  fileprivate init(json: Value) throws(SchemaFault) {
    place = json["in"]?.string.flatMap(Annotation.Place.init(rawValue:)) ?? .text
    range = try json.require("range").range(at: "passages.range")
    text = try json.require("text").string(at: "passages.text")
    marks = []
    for mark in try json.require("marks").list(at: "marks") {
      marks.append(try Explanation.Mark(json: mark))
    }
  }
}

extension Explanation.Mark {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("layer", layer)
    json.key("range")
    json.value(range)
    json.member("text", text)
    json.key("attributes")
    json.value(attributes)
    json.endObject()
  }

  fileprivate init(json: Value) throws(SchemaFault) {
    layer = try json.require("layer").string(at: "marks.layer")
    range = try json.require("range").range(at: "marks.range")
    text = try json.require("text").string(at: "marks.text")
    attributes = json["attributes"]?.map ?? [:]
  }
}
