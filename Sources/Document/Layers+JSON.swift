extension Layers {
  /// Writes an object with one list for each layer that was asked for and computed.
  func write(to json: inout JSONWriter, _ kinds: Set<LayerKind>) {
    json.beginObject()
    for kind in LayerKind.allCases where kinds.contains(kind) {
      switch kind {
      case .paragraphs: json.layer(kind, paragraphs)
      case .sentences: json.layer(kind, sentences)
      case .quoted: json.layer(kind, quoted)
      case .tokens: json.layer(kind, tokens) { $1.member("kind", $0.name) }
      case .quotes: json.layer(kind, quotes) { $0.write(to: &$1) }
      case .entities: json.layer(kind, entities) { $0.write(to: &$1) }
      case .amounts: json.layer(kind, amounts) { $0.write(to: &$1) }
      case .dates: json.layer(kind, dates) { $0.write(to: &$1) }
      case .links: json.layer(kind, links) { $1.member("url", $0.url) }
      case .scopes: json.layer(kind, scopes) { $0.write(to: &$1) }
      }
    }
    json.endObject()
  }

  init(json: Value, of text: Text, title: Text) throws(SchemaFault) {
    self.init()
    paragraphs = try json.ranges(.paragraphs, of: text)
    sentences = try json.ranges(.sentences, of: text)
    quoted = try json.ranges(.quoted, of: text)
    tokens = try json.layer(.tokens, of: text) { item throws(SchemaFault) in
      try TokenKind(json: item)
    }
    quotes = try json.layer(.quotes, of: text) { item throws(SchemaFault) in try Quote(json: item) }
    entities = try json.layer(.entities, of: text) { item throws(SchemaFault) in
      try Entity(json: item)
    }
    amounts = try json.layer(.amounts, of: text) { item throws(SchemaFault) in
      try Amount(json: item)
    }
    dates = try json.layer(.dates, of: text) { item throws(SchemaFault) in
      try DateMention(json: item)
    }
    links = try json.layer(.links, of: text) { item throws(SchemaFault) in
      Link(url: try item.require("url").string(at: "links.url"))
    }
    scopes = try json.layer(.scopes, of: text, title: title) { item throws(SchemaFault) in
      try Scope(json: item)
    }
  }
}

extension TokenKind {
  init(json: Value) throws(SchemaFault) {
    let name = json["kind"]?.string
    guard let kind = Self.allCases.first(where: { $0.name == name }) else {
      throw SchemaFault(path: "tokens.kind", expected: "a kind of token")
    }
    self = kind
  }
}

extension Quote {
  func write(to json: inout JSONWriter) {
    json.member("kind", kind.rawValue)
    json.key("speaker")
    json.optional(speaker)
    json.member("speaker_name", speakerName)
    json.key("role")
    json.optional(role)
    json.key("cue")
    json.optional(cue)
    json.member("stance", stance?.rawValue)
    json.key("confidence")
    json.value(confidence)
    json.member("why", why)
  }

  init(json: Value) throws(SchemaFault) {
    guard let kind = Kind(rawValue: json["kind"]?.string ?? "") else {
      throw SchemaFault(path: "quotes.kind", expected: "direct, mixed or indirect")
    }
    self.init(
      kind: kind, speaker: try json["speaker"]?.optionalRange(at: "quotes.speaker"),
      speakerName: json["speaker_name"]?.string,
      role: try json["role"]?.optionalRange(at: "quotes.role"),
      cue: try json["cue"]?.optionalRange(at: "quotes.cue"),
      stance: json["stance"]?.string.flatMap(Stance.init(rawValue:)),
      confidence: json["confidence"]?.number ?? 1, why: json["why"]?.string ?? "")
  }
}

extension Entity {
  func write(to json: inout JSONWriter) {
    json.member("label", label.rawValue)
    json.member("name", name)
    json.key("number")
    json.value(number)
    if let kind { json.member("kind", kind.rawValue) }
    if let country { json.member("country", country) }
  }

  init(json: Value) throws(SchemaFault) {
    guard let label = Label(rawValue: json["label"]?.string ?? "") else {
      throw SchemaFault(path: "entities.label", expected: "PERSON, ORG, LOC or NORP")
    }
    self.init(
      label: label, name: json["name"]?.string ?? "", number: Int(json["number"]?.integer ?? 0),
      kind: json["kind"]?.string.flatMap(PlaceKind.init), country: json["country"]?.string)
  }
}

extension Amount {
  func write(to json: inout JSONWriter) {
    json.member("kind", kind.rawValue)
    json.key("value")
    json.value(value)
    json.member("unit", unit)
  }

  init(json: Value) throws(SchemaFault) {
    guard let kind = Kind(rawValue: json["kind"]?.string ?? ""), let value = json["value"]?.number
    else { throw SchemaFault(path: "amounts", expected: "a kind and a value") }
    self.init(kind: kind, value: value, unit: json["unit"]?.string ?? "")
  }
}

extension DateMention {
  func write(to json: inout JSONWriter) {
    json.member("iso", iso)
    json.member("precision", precision.rawValue)
    json.key("relative")
    json.value(isRelative)
  }

  init(json: Value) throws(SchemaFault) {
    guard let precision = Precision(rawValue: json["precision"]?.string ?? "") else {
      throw SchemaFault(path: "dates.precision", expected: "year, month, day or minute")
    }
    self.init(
      iso: try json.require("iso").string(at: "dates.iso"), precision: precision,
      isRelative: json["relative"]?.bool ?? false)
  }
}

extension Scope {
  func write(to json: inout JSONWriter) {
    json.member("kind", kind.rawValue)
    if place != .text { json.member("in", place.rawValue) }
  }

  init(json: Value) throws(SchemaFault) {
    guard let kind = Kind(rawValue: json["kind"]?.string ?? "") else {
      throw SchemaFault(path: "scopes.kind", expected: "a kind of scope")
    }
    self.init(kind, in: json.place)
  }
}

extension JSONWriter {
  fileprivate mutating func layer(_ kind: LayerKind, _ ranges: [TextRange]?) {
    guard let ranges else { return }
    key(kind.rawValue)
    list(ranges) { range, json in
      json.beginObject()
      json.key("range")
      json.value(range)
      json.endObject()
    }
  }

  fileprivate mutating func layer<Note>(
    _ kind: LayerKind, _ layer: Layer<Note>?, write: (Note, inout JSONWriter) -> Void
  ) {
    guard let layer else { return }
    key(kind.rawValue)
    list(layer.ranges.indices) { index, json in
      json.beginObject()
      json.key("range")
      json.value(layer.ranges[index])
      write(layer.notes[index], &json)
      json.endObject()
    }
  }

  fileprivate mutating func optional(_ range: TextRange?) {
    if let range { value(range) } else { null() }
  }
}

extension Value {
  fileprivate func ranges(_ kind: LayerKind, of text: Text) throws(SchemaFault) -> [TextRange]? {
    try layer(kind, of: text) { _ throws(SchemaFault) in () }?.ranges
  }

  /// Whether a range is one of the text or of the title.
  fileprivate var place: Annotation.Place {
    self["in"]?.string.flatMap(Annotation.Place.init(rawValue:)) ?? .text
  }

  fileprivate func layer<Note>(
    _ kind: LayerKind, of text: Text, title: Text = Text(""),
    note: (Value) throws(SchemaFault) -> Note
  ) throws(SchemaFault) -> Layer<Note>? {
    guard let items = self[kind.rawValue]?.list else { return nil }
    var layer = Layer<Note>()
    for item in items {
      let path = "layers.\(kind.rawValue).range"
      let range = try item.require("range").range(at: path)
      guard (item.place == .text ? text : title).holds(range) else {
        throw SchemaFault(path: path, expected: "a range inside the text that cuts no character")
      }
      layer.append(range, try note(item))
    }
    return layer
  }
}
