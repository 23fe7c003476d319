import Document

/// A JSON object that stands for an article, read member by member; what is left over is kept as it is.
struct Record {
  private var fields: [(key: String, entry: Fields.Entry)]
  private(set) var warnings: [Warning] = []
  private let provenance: String

  init(_ fields: Fields, from provenance: String = "json") {
    self.fields = fields.entries.map { (FieldNames.key($0.name), $0) }
    self.provenance = provenance
  }

  /// Whether there is anything to read: a title or a text, of whatever type.
  var isArticle: Bool {
    fields.contains {
      FieldNames.text.contains($0.key) || FieldNames.title.contains($0.key)
        || FieldNames.html.contains($0.key)
    }
  }

  /// The article that the members make, each used once.
  mutating func article(source: String, hash: String, warnings before: [Warning]) -> Article {
    var text = take(FieldNames.text, "a string", FieldText.text) ?? []
    var layers = Layers()
    if text.isEmpty, let html = take(FieldNames.html, "HTML", FieldText.html) {
      let fragment = HTMLFragment(html)
      (text, layers.links) = (fragment.text, fragment.links)
    }
    let id = takeIdentifier()
    var metadata = Metadata()
    let topics = topics
    takeMetadata(into: &metadata)
    metadata.other = leftovers
    if !topics.isEmpty {
      var other = metadata.other?.value ?? Fields()
      other["topics"] = .list(topics)
      metadata.other = Sourced(other, from: provenance)
    }
    let clean = text.withUnsafeBufferPointer { CleanText($0, isVerbatim: true) }
    metadata.addDateline(of: clean.utf8, source: source)
    if let markup = Markup.warning(for: clean.utf8) { self.warnings.append(markup) }
    return Article(
      id: id ?? source, source: source, hash: hash, text: Text(utf8: clean.utf8),
      metadata: metadata, layers: layers, warnings: before + warnings + clean.warnings)
  }

  mutating func takeIdentifier() -> String? {
    take(FieldNames.id, "a string or an integer", FieldText.identifier)
  }

  /// The codes of subjects that are objects, as ninjs has them.
  private var topics: [Value] {
    let subjects =
      fields.first { $0.key == "subjects" || $0.key == "subject" }?.entry.value.list ?? []
    return subjects.compactMap { subject in
      guard let code = subject["uri"]?.string ?? subject["code"]?.string else { return nil }
      return ["code": .string(code), "name": .string(subject["name"]?.string ?? "")]
    }
  }

  mutating func takeMetadata(into metadata: inout Metadata) {
    metadata.title = takeString(FieldNames.title)
    metadata.subtitle = takeString(FieldNames.subtitle)
    metadata.kicker = takeString(FieldNames.kicker)
    metadata.byline = takeString(FieldNames.byline)
    metadata.authors = sourced(take(FieldNames.authors, "names", FieldText.authors))
    if metadata.authors == nil, let byline = metadata.byline {
      metadata.authors = Sourced(Byline.authors(in: byline.value), from: byline.provenance)
    }
    metadata.published = sourced(take(FieldNames.published, "a date", FieldText.date))
    metadata.modified = sourced(take(FieldNames.modified, "a date", FieldText.date))
    metadata.publisher = takeString(FieldNames.publisher)
    metadata.section = takeString(FieldNames.section)
    metadata.tags = sourced(take(FieldNames.tags, "a list of strings", FieldText.strings))
    metadata.url = takeString(FieldNames.url)
    metadata.dateline = sourced(take(FieldNames.dateline, "a dateline", FieldText.dateline))
    metadata.language = sourced(take(FieldNames.language, "a language", FieldText.language))
  }

  /// The members that nothing asked for, under their own names.
  var leftovers: Sourced<Fields>? {
    fields.isEmpty ? nil : Sourced(Fields(fields.map(\.entry)), from: provenance)
  }

  private func sourced<Found>(_ value: Found?) -> Sourced<Found>? {
    value.map { Sourced($0, from: provenance) }
  }

  private mutating func takeString(_ names: [String]) -> Sourced<String>? {
    var warnings: [Warning] = []
    let value = take(names, "a string", FieldText.string).flatMap { string in
      let clean = CleanText.string(string, warnings: &warnings)
      return clean.isEmpty ? nil : clean
    }
    self.warnings += warnings
    return sourced(value)
  }

  /// The value of the first of some names that holds what is expected. A value of another type is warned of and left.
  private mutating func take<Found>(
    _ names: [String], _ expected: String, _ read: (Value) -> Found?
  ) -> Found? {
    for name in names {
      guard let index = fields.firstIndex(where: { $0.key == name }) else { continue }
      let entry = fields[index].entry
      if entry.value == .null {
        fields.remove(at: index)
      } else if let found = read(entry.value) {
        fields.remove(at: index)
        return found
      } else {
        warnings.append(
          Warning(
            code: "type",
            message:
              "\(entry.name): expected \(expected), got \(FieldText.description(entry.value))"
          ))
      }
    }
    return nil
  }
}
