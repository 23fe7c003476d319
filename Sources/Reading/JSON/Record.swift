import Document

/// A JSON object that stands for an article, read member by member; what is left over is kept as it is.
struct Record {
  private var fields: [(key: String, entry: Fields.Entry)]
  /// What a map says holds a field, whatever it is called.
  private var mapped: [ArticleField: [Fields.Entry]] = [:]
  private(set) var warnings: [Warning] = []
  private let provenance: String

  init(_ fields: Fields, from provenance: String = "json", map: FieldMap = FieldMap()) {
    self.fields = fields.entries.map { (ArticleField.key($0.name), $0) }
    self.provenance = provenance
    if !map.isEmpty { apply(map, to: fields) }
    unwrap()
  }

  /// Puts the members of an object that holds the article beside those around it, as search engines and content systems wrap it.
  private mutating func unwrap() {
    let place = fields.firstIndex { Self.wrappers.contains($0.entry.name) }
    guard let place, !hasText, let inner = fields[place].entry.value.map,
      FieldMap().makeArticles(of: inner.names)
    else { return }
    fields.remove(at: place)
    let outer = Set(fields.map(\.key))
    fields += inner.entries.map { (ArticleField.key($0.name), $0) }.filter { !outer.contains($0.0) }
  }

  private static let wrappers = ["_source", "fields", "attributes"]

  /// Sets the members that a map names apart, so that no usual name takes them.
  private mutating func apply(_ map: FieldMap, to fields: Fields) {
    var places: Set<Int> = []
    for (field, names) in map.names {
      for name in names {
        guard let (place, value) = fields.value(at: name) else { continue }
        mapped[field, default: []].append(Fields.Entry(name, value))
        // What lies inside a member leaves the member as it is.
        if fields.entries[place].value == value { places.insert(place) }
      }
    }
    self.fields = self.fields.indices.filter { !places.contains($0) }.map { self.fields[$0] }
  }

  /// Whether there is anything to read: a title or a text, of whatever type.
  var isArticle: Bool { hasAny(of: ArticleField.essential) }

  var hasText: Bool { hasAny(of: [.text, .html]) }

  private func hasAny(of wanted: [ArticleField]) -> Bool {
    wanted.contains { field in
      mapped[field] != nil || fields.contains { field.names.contains($0.key) }
    }
  }

  /// The article that the members make, each used once.
  mutating func article(source: String, hash: String, warnings before: [Warning]) -> Article {
    let text = takeText(source)
    let id = takeIdentifier()
    var metadata = Metadata()
    let topics = topics
    takeMetadata(into: &metadata)
    metadata.complete(with: text.metadata)
    var other = leftovers?.value ?? Fields()
    topics.put(into: &other)
    if !other.isEmpty { metadata.other = Sourced(other, from: provenance) }
    let clean = text.utf8.withUnsafeBufferPointer { CleanText($0, isVerbatim: true) }
    metadata.addDateline(of: clean.utf8, source: source)
    if let markup = Markup.warning(for: clean.utf8) { self.warnings.append(markup) }
    if let status = status?.warning { self.warnings.append(status) }
    return Article(
      id: id ?? source, source: source, hash: hash, text: Text(utf8: clean.utf8),
      metadata: metadata, layers: text.layers,
      warnings: before + warnings + text.warnings + clean.warnings)
  }

  /// The text, else what is in HTML, else a summary of it, as feeds have it.
  private mutating func takeText(_ source: String) -> RecordText {
    let plain = take(.text, "a string") { RecordText.plain($0, source: source) }
    if let plain, !plain.utf8.isEmpty { return plain }
    let html = take(.html, "HTML") { RecordText.html($0, source: source) }
    if let html, !html.utf8.isEmpty { return html }
    for name in ArticleField.summaryNames {
      guard let place = fields.firstIndex(where: { $0.key == name }),
        let text = RecordText.html(fields[place].entry.value, source: source), !text.utf8.isEmpty
      else { continue }
      fields.remove(at: place)
      return text
    }
    return RecordText()
  }

  mutating func takeIdentifier() -> String? {
    take(.id, "a string or an integer", FieldText.identifier)
  }

  /// The codes of subjects that are objects, as ninjs has them.
  private var topics: Topics {
    let subjects =
      fields.first { $0.key == "subjects" || $0.key == "subject" }?.entry.value.list ?? []
    var topics = Topics()
    for subject in subjects {
      let codes = ["uri", "code", "literal"].lazy.compactMap { subject[$0]?.string }
      if let code = codes.first { topics.add(code, name: subject["name"]?.string) }
    }
    return topics
  }

  /// As ninjs has it.
  private var status: PublishingStatus? {
    PublishingStatus(fields.first { $0.key == "pubstatus" }?.entry.value.string)
  }

  mutating func takeMetadata(into metadata: inout Metadata) {
    metadata.title = takeString(.title)
    metadata.subtitle = takeString(.subtitle)
    metadata.kicker = takeString(.kicker)
    metadata.byline = takeString(.byline, FieldText.byline)
    metadata.authors = sourced(take(.authors, "names", FieldText.authors))
    if metadata.authors == nil, let byline = metadata.byline {
      metadata.authors = Sourced(Byline.authors(in: byline.value), from: byline.provenance)
    }
    metadata.published = sourced(take(.published, "a date", FieldText.date))
    metadata.modified = sourced(take(.modified, "a date", FieldText.date))
    metadata.publisher = takeName(.publisher, FieldText.publisher)
    metadata.section = takeName(.section)
    metadata.tags = sourced(take(.tags, "a list of strings", FieldText.strings))
    metadata.url = takeString(.url)
    metadata.dateline = sourced(take(.dateline, "a dateline", FieldText.dateline))
    metadata.language = sourced(take(.language, "a language", FieldText.language))
  }

  /// The members that nothing asked for, under their own names.
  var leftovers: Sourced<Fields>? {
    fields.isEmpty ? nil : Sourced(Fields(fields.map(\.entry)), from: provenance)
  }

  private func sourced<Found>(_ value: Found?) -> Sourced<Found>? {
    value.map { Sourced($0, from: provenance) }
  }

  private mutating func takeString(
    _ field: ArticleField, _ read: (Value) -> String? = FieldText.string
  ) -> Sourced<String>? {
    var warnings: [Warning] = []
    let value = take(field, "a string", read).flatMap { string in
      let clean = CleanText.string(string, warnings: &warnings)
      return clean.isEmpty ? nil : clean
    }
    self.warnings += warnings
    return sourced(value)
  }

  /// What articles are counted by, whatever white space stands in it.
  private mutating func takeName(
    _ field: ArticleField, _ read: (Value) -> String? = FieldText.string
  ) -> Sourced<String>? {
    guard let name = takeString(field, read)?.value.inOneLine, !name.isEmpty else { return nil }
    return sourced(name)
  }

  /// The value of the first member for a field that holds what is expected. A value of another type is warned of and left.
  private mutating func take<Found>(
    _ field: ArticleField, _ expected: String, _ read: (Value) -> Found?
  ) -> Found? {
    for entry in mapped.removeValue(forKey: field) ?? [] where entry.value != .null {
      if let found = read(entry.value) { return found }
      warn(entry, expected)
      fields.append(("", entry))
    }
    for name in field.names {
      guard let index = fields.firstIndex(where: { $0.key == name }) else { continue }
      let entry = fields[index].entry
      if entry.value == .null {
        fields.remove(at: index)
      } else if let found = read(entry.value) {
        fields.remove(at: index)
        return found
      } else if !(field.isOfOthers && entry.value.isReference) {
        warn(entry, expected)
      }
    }
    return nil
  }

  private mutating func warn(_ entry: Fields.Entry, _ expected: String) {
    let message = "\(entry.name): expected \(expected), got \(FieldText.description(entry.value))"
    warnings.append(Warning(code: "type", message: message))
  }
}

extension ArticleField {
  /// Whether it is of people and subjects, which databases keep apart.
  fileprivate var isOfOthers: Bool { self == .authors || self == .tags }
}

extension Value {
  /// Whether it can only be the number of what is told elsewhere, or a list of such.
  fileprivate var isReference: Bool {
    integer != nil || list?.allSatisfy { $0.integer != nil } == true
  }
}
