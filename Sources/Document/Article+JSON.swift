// The document model on disk: one article a line. `OutputFormats.md` in Reporting specifies it.

extension Article {
  /// The schema that lines of this version carry.
  public static let schema = "copydesk/1"

  /// Writes the article as one JSON object, with those of the given layers that were computed.
  public func write(
    to json: inout JSONWriter, layers kinds: Set<LayerKind> = Set(LayerKind.allCases)
  ) {
    json.beginObject()
    json.member("schema", Self.schema)
    json.member("id", id)
    json.member("source", source)
    json.member("hash", hash)
    metadata.write(to: &json)
    json.key("text")
    json.value(text)
    if !warnings.isEmpty {
      json.key("warnings")
      json.list(warnings) { $0.write(to: &$1) }
    }
    json.key("layers")
    layers.write(to: &json, kinds)
    json.endObject()
  }

  /// Reads an article that `write(to:layers:)` wrote.
  /// - Throws: `SchemaFault` naming the member that is missing or of the wrong type.
  public init(json: Value) throws(SchemaFault) {
    guard json["schema"]?.string == Self.schema else {
      throw SchemaFault(path: "schema", expected: "\"\(Self.schema)\"")
    }
    self.init(
      id: try json.require("id").string(at: "id"),
      source: try json.require("source").string(at: "source"),
      hash: json["hash"]?.string ?? "",
      text: Text(try json.require("text").string(at: "text")))
    metadata = try Metadata(json: json)
    for warning in json["warnings"]?.list ?? [] {
      warnings.append(try Warning(json: warning))
    }
    layers = try Layers(json: json["layers"] ?? [:], of: text, title: title)
  }
}

extension Warning {
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("code", code)
    json.member("message", message)
    json.endObject()
  }

  public init(json: Value) throws(SchemaFault) {
    self.init(
      code: try json.require("code").string(at: "warnings.code"),
      message: json["message"]?.string ?? "")
  }
}

extension Metadata {
  /// Writes the members of an article's object that are metadata, then `provenance`, a map of where each is from.
  func write(to json: inout JSONWriter) {
    json.member("title", title)
    json.member("subtitle", subtitle)
    json.member("kicker", kicker)
    json.member("byline", byline)
    json.member("authors", authors)
    if let dateline {
      json.key("dateline")
      dateline.value.write(to: &json)
    }
    json.member("published", published)
    json.member("modified", modified)
    json.member("publisher", publisher)
    json.member("section", section)
    json.member("tags", tags)
    json.member("url", url)
    json.member("language", language)
    if let other {
      json.key("metadata")
      json.value(other.value)
    }
    let provenance = provenance
    if !provenance.isEmpty {
      json.key("provenance")
      json.value(provenance)
    }
  }

  /// Where each member that is set was found, by its name on disk; `metadata.image` and the like where a member of `metadata` is not
  /// from where the rest is.
  public var provenance: Fields {
    let members: [(String, String?)] = [
      ("title", title?.provenance), ("subtitle", subtitle?.provenance),
      ("kicker", kicker?.provenance), ("byline", byline?.provenance),
      ("authors", authors?.provenance), ("dateline", dateline?.provenance),
      ("published", published?.provenance), ("modified", modified?.provenance),
      ("publisher", publisher?.provenance), ("section", section?.provenance),
      ("tags", tags?.provenance), ("url", url?.provenance), ("language", language?.provenance),
      ("metadata", other?.provenance),
    ]
    return Fields(
      members.compactMap { name, place in place.map { Fields.Entry(name, .string($0)) } }
        + otherPlaces.entries.map { Fields.Entry(Self.otherPrefix + $0.name, $0.value) })
  }

  /// What stands before the names of members of `metadata`, as `metadata.image`, where their places are told.
  private static let otherPrefix = "metadata."

  init(json: Value) throws(SchemaFault) {
    self.init()
    let provenance = json["provenance"]
    func place(_ name: String) -> String { provenance?[name]?.string ?? "json" }
    func string(_ name: String) throws(SchemaFault) -> Sourced<String>? {
      guard let value = json[name] else { return nil }
      return Sourced(try value.string(at: name), from: place(name))
    }
    func strings(_ name: String) throws(SchemaFault) -> Sourced<[String]>? {
      guard let value = json[name] else { return nil }
      return Sourced(try value.strings(at: name), from: place(name))
    }
    title = try string("title")
    subtitle = try string("subtitle")
    kicker = try string("kicker")
    byline = try string("byline")
    authors = try strings("authors")
    published = try string("published")
    modified = try string("modified")
    publisher = try string("publisher")
    section = try string("section")
    tags = try strings("tags")
    url = try string("url")
    language = try string("language")
    if let value = json["dateline"] {
      dateline = Sourced(try Dateline(json: value), from: place("dateline"))
    }
    guard let fields = json["metadata"]?.map else { return }
    other = Sourced(fields, from: place("metadata"))
    for name in fields.names {
      otherPlaces[name] = provenance?[Self.otherPrefix + name]
    }
  }
}

extension Dateline {
  /// Writes `place` (as printed, joined by `/`), `places`, `date`, `agency` and `range`.
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("place", places.joined(separator: "/"))
    json.key("places")
    json.list(places) { $1.value($0) }
    json.member("date", date)
    json.member("agency", agency)
    if let range {
      json.key("range")
      json.value(range)
    }
    json.endObject()
  }

  init(json: Value) throws(SchemaFault) {
    self.init(
      places: try json.require("places").strings(at: "dateline.places"),
      date: json["date"]?.string, agency: json["agency"]?.string,
      range: try json["range"]?.optionalRange(at: "dateline.range"))
  }
}
