package import Document

/// Articles as news agencies exchange them: IPTC ninjs 3.0, one object a line, with subjects from a plugin's topics.
package struct NinjsWriter: FindingsWriter {
  private static let standard: Value = [
    "name": "ninjs", "version": "3.0",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
  ]

  package init() {}

  package var needs: FindingsNeeds { [.outcome, .article] }
  package var layers: Set<LayerKind> { [.entities] }

  package func begin(_ plugins: [PluginDescription], to output: inout [UInt8]) {}

  package func write(_ entry: FindingsEntry, to output: inout [UInt8]) {
    guard let article = entry.article else { return }
    var json = JSONWriter()
    var findings: Findings?
    if case .findings(let found)? = entry.outcome { findings = found }
    write(article, findings, to: &json)
    json.endLine()
    output.append(contentsOf: json.bytes)
  }

  package func end(to output: inout [UInt8]) {}

  private func write(_ article: Article, _ findings: Findings?, to json: inout JSONWriter) {
    let metadata = article.metadata
    json.beginObject()
    json.key("standard")
    json.value(Self.standard)
    json.member("uri", ContentName.urn(hash: article.hash, id: article.id))
    json.member("type", "text")
    // A day alone is no date-time.
    json.member("firstCreated", Self.dateTime(metadata.published?.value))
    json.member(
      "versionCreated", Self.dateTime(metadata.modified?.value ?? metadata.published?.value))
    if let language = metadata.language?.value, language != "und" {
      json.member("language", language)
    }
    json.member("by", metadata.byline?.value ?? metadata.authors?.value.joined(separator: ", "))
    json.member("located", metadata.dateline?.value.places.first)
    writeTexts(of: article, to: &json)
    writeMentions(in: article, to: &json)
    writeSubjects(findings, metadata, to: &json)
    writeSources(of: article, to: &json)
    json.endObject()
  }

  private func writeTexts(of article: Article, to json: inout JSONWriter) {
    let metadata = article.metadata
    let headlines = [
      ("main", metadata.title), ("sub", metadata.subtitle), ("kicker", metadata.kicker),
    ]
    .compactMap { role, text in
      text.map { Value.map(["role": .string(role), "value": .string($0.value)]) }
    }
    if !headlines.isEmpty {
      json.key("headlines")
      json.value(.list(headlines))
    }
    json.key("bodies")
    json.value([
      [
        "role": "main", "contentType": "text/plain",
        "charCount": .integer(Int64(CodePoints(article.text).count)),
        "wordCount": .integer(Int64(article.text.wordCount)), "value": .string(article.text.string),
      ]
    ])
  }

  /// Whoever and whatever is named, once each, in the order of the text.
  private func writeMentions(in article: Article, to json: inout JSONWriter) {
    let labels: [(String, Entity.Label)] = [
      ("people", .person), ("organisations", .organization), ("places", .location),
    ]
    for (member, label) in labels {
      var names: [String] = []
      for entity in article.layers.entities?.notes ?? []
      where entity.label == label && !names.contains(entity.name) { names.append(entity.name) }
      guard !names.isEmpty else { continue }
      json.key(member)
      json.value(.list(names.map { ["name": .string($0)] }))
    }
  }

  /// Elements of any plugin's list that have an id and a label are subjects; the section and tags are the source's own.
  private func writeSubjects(
    _ findings: Findings?, _ metadata: Metadata, to json: inout JSONWriter
  ) {
    var subjects = (findings?.subjects ?? []).map(Self.value)
    for name in [metadata.section?.value].compactMap({ $0 }) + (metadata.tags?.value ?? []) {
      subjects.append(["name": .string(name)])
    }
    guard !subjects.isEmpty else { return }
    json.key("subjects")
    json.value(.list(subjects))
  }

  private static func value(of subject: Subject) -> Value {
    var fields: Fields = ["name": .string(subject.label)]
    // IPTC's media topics have addresses.
    let isTopic = subject.id.hasPrefix("medtop:")
    fields.append(
      isTopic ? "uri" : "literal",
      .string(
        isTopic
          ? "http://cv.iptc.org/newscodes/mediatopic/\(subject.id.dropFirst(7))" : subject.id))
    fields.append("creator", .string("copydesk:\(subject.plugin)"))
    if let score = subject.score, (0...1).contains(score) {
      fields.append("relevance", .integer(Int64((score * 100).rounded())))
    }
    return .map(fields)
  }

  private func writeSources(of article: Article, to json: inout JSONWriter) {
    let metadata = article.metadata
    var sources: [Value] = []
    if let publisher = metadata.publisher?.value { sources.append(["name": .string(publisher)]) }
    if let agency = metadata.dateline?.value.agency, agency != metadata.publisher?.value {
      sources.append(["name": .string(agency)])
    }
    if !sources.isEmpty {
      json.key("infoSources")
      json.value(.list(sources))
    }
    var ids: [Value] = [["role": "id", "value": .string(article.id)]]
    if let url = metadata.url?.value { ids.append(["role": "url", "value": .string(url)]) }
    json.key("altIds")
    json.value(.list(ids))
  }

  /// A point in time with its zone, as the format wants one; nil for anything less precise.
  private static func dateTime(_ date: String?) -> String? {
    guard let date, date.utf8.count >= 20, date.contains("T"), !date.hasPrefix("-"),
      date.hasSuffix("Z") || date.suffix(6).first.map({ $0 == "+" || $0 == "-" }) == true
    else { return nil }
    return date
  }
}
