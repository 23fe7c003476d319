import Document

/// Reads an article in NITF 3, by itself or inside NewsML-G2.
struct NITF {
  private let tree: XMLTree
  private let root: Int
  private(set) var text: [UInt8] = []
  private(set) var metadata = Metadata()
  private(set) var layers = Layers()
  private(set) var id: String?
  private(set) var warnings: [Warning] = []

  /// - Parameter root: a `nitf` element.
  init(_ tree: XMLTree, _ root: Int) {
    self.tree = tree
    self.root = root
    for content in tree.outermost("body.content", "note", in: root)
    where tree.name(content) == "body.content" {
      addBlocks(of: content)
    }
    addHead()
    addData()
  }

  // MARK: Text

  /// Adds the blocks inside an element, each on a line of its own, media and their captions apart.
  private mutating func addBlocks(of node: Int, scope outer: Scope.Kind? = nil) {
    let children = tree.children(node)
    for (place, child) in children.enumerated() {
      let scope = tree.name(child) == "hl2" ? .heading : outer
      switch tree.name(child) {
      case "media", "nitf-table-metadata", "hr", "note": break
      case "block" where isRepeated(child, by: children[(place + 1)...].first): break
      case "bq": addBlocks(of: child, scope: .quote)
      case "block", "ul", "ol", "dl", "body.content", "table", "nitf-table", "tbody", "thead":
        addBlocks(of: child, scope: scope)
      default:
        let words = Array(tree.words(in: child).utf8)
        guard !words.isEmpty else { continue }
        if !text.isEmpty { text.append(contentsOf: "\n\n".utf8) }
        text += words
        if let scope { mark(words.count, scope) }
      }
    }
  }

  /// Whether the next block begins with all of a block, as archives set a story's first paragraph apart and keep it in the whole.
  private func isRepeated(_ block: Int, by next: Int?) -> Bool {
    guard let next, tree.name(next) == "block" else { return false }
    let words = tree.words(in: block)
    return !words.isEmpty && tree.words(in: next).hasPrefix(words)
  }

  /// Notes what the last words are.
  private mutating func mark(_ count: Int, _ scope: Scope.Kind) {
    layers.marked = layers.marked ?? Layer()
    layers.marked?.append(TextRange(text.count - count, text.count), scope)
  }

  // MARK: Metadata

  private mutating func addHead() {
    metadata.title = value("hl1") ?? value("hedline") ?? value("title")
    metadata.subtitle = subtitle
    if let node = tree.first("byline", in: root), case let line = tree.spacedWords(in: node),
      !line.isEmpty
    {
      let byline = Sourced(line, from: "nitf:byline")
      metadata.byline = byline
      let people =
        tree.first("byline", in: root).map { tree.all("person", in: $0).map { tree.words(in: $0) } }
        ?? []
      let names = people.isEmpty ? [byline.value] : people
      metadata.authors = Sourced(PageMetadata.people(names), from: "nitf:byline")
    }
    if let dateline = tree.first("dateline", in: root) { addDateline(dateline) }
  }

  /// The second headline; inside the text it is a heading.
  private var subtitle: Sourced<String>? {
    let headlines = tree.outermost("hl2", "body.content", in: root)
    return headlines.first { tree.name($0) == "hl2" }.flatMap(value)
  }

  private mutating func addDateline(_ node: Int) {
    let place = tree.first("city", in: node) ?? tree.first("location", in: node)
    guard let place, case let name = tree.words(in: place), !name.isEmpty else { return }
    let printed = tree.first("story.date", in: node)
    let date = printed.flatMap { tree.attribute("norm", of: $0) ?? tree.words(in: $0) }.flatMap(
      PageMetadata.iso)
    metadata.dateline = Sourced(Dateline(places: [name], date: date), from: "nitf:dateline")
  }

  private mutating func addData() {
    id = tree.first("doc-id", in: root).flatMap { tree.attribute("id-string", of: $0) }
    metadata.published =
      date("date.issue") ?? date("date.release")
      ?? publication("date.publication", PageMetadata.iso)
    metadata.publisher = publication("name") ?? value("distributor")
    metadata.section = publication("position.section")
    metadata.url = publication("ex-ref") { $0.contains("://") ? $0 : nil }
    metadata.modified = tree.all("revision-history", in: root).compactMap {
      tree.attribute("norm", of: $0).flatMap(PageMetadata.iso)
    }.last.map { Sourced($0, from: "nitf:revision-history") }
    metadata.language = tree.attribute("xml:lang", of: root)
      .flatMap { FieldText.language(.string($0)) }.map { Sourced($0, from: "nitf:lang") }
    var tags = tree.all("keyword", in: root).compactMap { tree.attribute("key", of: $0) }
    var topics = Topics()
    for subject in tree.all("tobject.subject", in: root) {
      let name = subjectName(subject)
      if let name { tags.append(name) }
      if let code = tree.attribute("tobject.subject.refnum", of: subject) {
        topics.add(code, name: name)
      }
    }
    if !tags.isEmpty { metadata.tags = Sourced(PageMetadata.unique(tags), from: "nitf:subject") }
    var other = details
    topics.put(into: &other)
    addStatus(to: &other)
    if !other.isEmpty { metadata.other = Sourced(other, from: "nitf") }
  }

  private mutating func addStatus(to other: inout Fields) {
    let code = tree.first("docdata", in: root).flatMap {
      tree.attribute("management-status", of: $0)
    }
    guard let status = PublishingStatus(code) else { return }
    other["pubStatus"] = .string(status.name)
    if let warning = status.warning { warnings.append(warning) }
  }

  /// What else is known: the summary, captions, urgency, rights, and what a correction corrects.
  private var details: Fields {
    var details = Fields()
    if let summary = value("abstract") { details["summary"] = .string(summary.value) }
    let captions = tree.all("media-caption", in: root).map { tree.words(in: $0) }
      .filter { !$0.isEmpty }
    if !captions.isEmpty { details["captions"] = .list(captions.map(Value.string)) }
    for (element, attribute, name) in [
      ("urgency", "ed-urg", "urgency"), ("doc.copyright", "holder", "rights"),
      ("correction", "info", "correction"), ("doc.rights", "owner", "rights"),
      ("series", "series.name", "series"), ("series", "series.part", "series_part"),
      ("ed-msg", "info", "edNote"),
    ] where details[name] == nil {
      guard let node = tree.first(element, in: root),
        let value = tree.attribute(attribute, of: node), !value.isEmpty
      else { continue }
      details[name] = .string(value)
    }
    for (element, name) in [("note", "edNote"), ("distributor", "distributor")]
    where details[name] == nil {
      if let value = value(element) { details[name] = .string(value.value) }
    }
    return details
  }

  /// The narrowest name that a subject has.
  private func subjectName(_ subject: Int) -> String? {
    let names = ["tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type"]
    return names.compactMap { tree.attribute($0, of: subject) }.first { !$0.isEmpty }
  }

  private func value(_ name: String) -> Sourced<String>? {
    tree.first(name, in: root).flatMap(value)
  }

  private func value(_ node: Int) -> Sourced<String>? {
    let words = tree.words(in: node)
    return words.isEmpty ? nil : Sourced(words, from: "nitf:\(tree.name(node))")
  }

  /// What is said of where the article was published.
  private func publication(
    _ name: String, _ read: (String) -> String? = { $0.isEmpty ? nil : $0 }
  ) -> Sourced<String>? {
    tree.first("pubdata", in: root).flatMap { tree.attribute(name, of: $0) }.flatMap(read)
      .map { Sourced($0, from: "nitf:pubdata") }
  }

  private func date(_ name: String) -> Sourced<String>? {
    guard let node = tree.first(name, in: root) else { return nil }
    return PageMetadata.iso(tree.attribute("norm", of: node) ?? tree.words(in: node))
      .map { Sourced($0, from: "nitf:\(name)") }
  }
}
