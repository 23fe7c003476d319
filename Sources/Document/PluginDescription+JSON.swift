extension PluginDescription {
  /// Writes the description as one JSON object, as `copydesk plugins --format json` prints it and workers send it.
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("name", name)
    json.member("version", version)
    json.member("summary", summary)
    json.member("author", author)
    json.member("license", license)
    json.key("categories")
    json.list(categories) { $1.value($0) }
    if let languages {
      json.key("languages")
      json.list(languages) { $1.value($0) }
    }
    json.key("requires")
    json.list(requires) { $1.value($0) }
    json.key("layers")
    json.list(layers) { layer, json in
      json.beginObject()
      json.member("name", layer.name)
      json.member("doc", layer.doc)
      json.endObject()
    }
    json.key("fields")
    json.list(fields) { $0.write(to: &$1) }
    if !judgements.isEmpty {
      json.key("judgements")
      json.list(judgements) { $1.value($0) }
    }
    json.key("options")
    json.list(options) { $0.write(to: &$1) }
    json.member("help", help)
    json.member("path", path)
    json.member("hash", hash)
    json.key("aggregate")
    json.value(hasAggregate)
    json.key("report")
    json.value(hasReport)
    json.endObject()
  }

  public init(json: Value) throws(SchemaFault) {
    self.init(
      name: try json.require("name").string(at: "name"),
      version: json["version"]?.string ?? "", summary: json["summary"]?.string ?? "",
      author: json["author"]?.string, license: json["license"]?.string,
      categories: try json["categories"]?.strings(at: "categories") ?? [],
      languages: try json["languages"]?.strings(at: "languages"),
      requires: try json["requires"]?.strings(at: "requires") ?? [],
      help: json["help"]?.string ?? "", path: json["path"]?.string ?? "",
      hash: json["hash"]?.string ?? "", hasAggregate: json["aggregate"]?.bool ?? false,
      hasReport: json["report"]?.bool ?? false)
    judgements = try json["judgements"]?.strings(at: "judgements") ?? []
    for layer in json["layers"]?.list ?? [] {
      layers.append(
        LayerDescription(
          name: try layer.require("name").string(at: "layers.name"),
          doc: layer["doc"]?.string ?? ""))
    }
    for field in json["fields"]?.list ?? [] { fields.append(try FieldDescription(json: field)) }
    for option in json["options"]?.list ?? [] {
      options.append(try OptionDescription(json: option))
    }
  }
}

extension FieldDescription {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("name", name)
    json.member("type", type.rawValue)
    json.member("merge", merge.rawValue)
    json.member("doc", doc)
    if let sources {
      json.key("from")
      json.list(sources) { $0.write(to: &$1) }
    }
    json.endObject()
  }

  init(json: Value) throws(SchemaFault) {
    guard let type = Kind(rawValue: json["type"]?.string ?? ""),
      let merge = Merge(rawValue: json["merge"]?.string ?? "")
    else { throw SchemaFault(path: "fields", expected: "a type and a merge") }
    self.init(
      name: try json.require("name").string(at: "fields.name"), type: type, merge: merge,
      doc: json["doc"]?.string ?? "")
    if let list = json["from"]?.list {
      var sources: [FieldSource] = []
      for source in list { sources.append(try FieldSource(json: source)) }
      self.sources = sources
    }
  }
}

extension OptionDescription {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("name", name)
    json.member("type", type.rawValue)
    json.key("default")
    json.value(defaultValue)
    if let minimum {
      json.key("min")
      json.value(minimum)
    }
    if let maximum {
      json.key("max")
      json.value(maximum)
    }
    if let choices {
      json.key("choices")
      json.list(choices) { $1.value($0) }
    }
    if isRequired {
      json.key("required")
      json.value(true)
    }
    json.member("doc", doc)
    json.endObject()
  }

  init(json: Value) throws(SchemaFault) {
    guard let type = FieldDescription.Kind(rawValue: json["type"]?.string ?? "") else {
      throw SchemaFault(path: "options.type", expected: "a type")
    }
    self.init(
      name: try json.require("name").string(at: "options.name"), type: type,
      defaultValue: json["default"] ?? .null, minimum: json["min"]?.number,
      maximum: json["max"]?.number, choices: json["choices"]?.list,
      isRequired: json["required"]?.bool ?? false, doc: json["doc"]?.string ?? "")
  }
}
