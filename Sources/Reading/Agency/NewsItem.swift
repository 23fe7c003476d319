import Document

/// Reads one item of NewsML-G2: a `newsItem` with its content, or a `packageItem`, whose text is what it lists.
struct NewsItem {
  private let tree: XMLTree
  private let node: Int
  private let bytes: UnsafeBufferPointer<UInt8>
  private var metadata = Metadata()
  private var text: [UInt8] = []
  private var layers = Layers()
  private var warnings: [Warning] = []

  init(_ tree: XMLTree, _ node: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.tree = tree
    self.node = node
    self.bytes = bytes
  }

  func article(source: String, _ warnings: [Warning]) -> Article {
    var item = self
    item.addContent()
    item.addMeta()
    item.addTopics()
    item.addStatus()
    if item.metadata.dateline == nil { item.metadata.addDateline(of: item.text, source: source) }
    return Article(
      id: tree.attribute("guid", of: node) ?? source, source: source,
      hash: ContentHash.of(Array(bytes[tree.nodes[node].content])[...]),
      text: Text(utf8: item.text),
      metadata: item.metadata, layers: item.layers, warnings: warnings + item.warnings)
  }

  // MARK: Content

  private mutating func addContent() {
    for content in tree.child(node, "contentSet").map(tree.children) ?? [] where text.isEmpty {
      switch tree.name(content) {
      case "inlineXML": addInline(content)
      case "inlineData": if let data = data(of: content) { add(HTMLFragment(data)) }
      default: break
      }
    }
    if text.isEmpty { addReferences() }
    if text.isEmpty { addDescription() }
  }

  /// The characters of a text that is written as they are or in base 64; nil of what is no text, such as a picture.
  private func data(of content: Int) -> [UInt8]? {
    let characters = tree.characters(in: content)
    guard tree.attribute("encoding", of: content)?.lowercased().hasSuffix("base64") == true else {
      return characters
    }
    guard let bytes = Base64.decode(characters), BinarySignature.name(of: bytes[...]) == nil,
      !BinarySignature.isLikely(bytes[...])
    else { return nil }
    return Array(Decoder(assumed: nil).decode(bytes[...]).utf8)
  }

  /// Adds what a package says of its items, a paragraph each, and where they are.
  private mutating func addReferences() {
    var links = Layer<Link>()
    for reference in tree.all("itemRef", in: node) {
      let start = text.count
      let names = tree.children(reference, named: "headline", "title", "description")
      let paragraphs = names.map { tree.words(in: $0) }.filter { !$0.isEmpty }
      guard let title = paragraphs.first else { continue }
      let words = paragraphs.joined(separator: "\n\n")
      text += Array((text.isEmpty ? words : "\n\n\(words)").utf8)
      let first = start == 0 ? 0 : start + 2
      if let address = tree.attribute("href", of: reference)
        ?? tree.attribute("residref", of: reference)
      {
        links.append(TextRange(first, first + title.utf8.count), Link(url: address))
      }
    }
    if !links.isEmpty { layers.links = links }
  }

  /// Takes the description of what has no text of its own, such as a picture, whose caption it is.
  private mutating func addDescription() {
    guard let content = tree.child(node, "contentMeta") else { return }
    let descriptions = tree.children(content, named: "description")
    let caption = descriptions.first {
      tree.attribute("role", of: $0)?.hasSuffix("caption") == true
    }
    guard let description = caption ?? descriptions.first else { return }
    text = Array(tree.words(in: description).utf8)
    guard caption != nil, !text.isEmpty else { return }
    layers.marked = Layer([TextRange(0, text.count)], [.caption])
  }

  private mutating func addInline(_ content: Int) {
    if let root = tree.first("nitf", in: content) {
      let article = NITF(tree, root)
      (text, metadata, layers) = (article.text, article.metadata, article.layers)
    } else {
      add(HTMLFragment(Array(bytes[tree.nodes[content].content])))
    }
  }

  private mutating func add(_ fragment: HTMLFragment) {
    (text, layers) = (fragment.text, fragment.layers)
  }

  // MARK: Metadata

  private mutating func addMeta() {
    let item = tree.child(node, "itemMeta") ?? node
    let content = tree.child(node, "contentMeta") ?? node
    metadata.title = value("headline", in: content) ?? metadata.title ?? value("title", in: item)
    metadata.subtitle = metadata.subtitle ?? value("subheadline", in: content)
    metadata.byline = value("by", in: content) ?? metadata.byline
    let creators = tree.children(content, named: "creator").compactMap(name).filter { !$0.isEmpty }
    if let byline = metadata.byline, metadata.authors == nil {
      metadata.authors = Sourced(Byline.authors(in: byline.value), from: byline.provenance)
    } else if metadata.authors == nil, !creators.isEmpty {
      metadata.authors = Sourced(PageMetadata.unique(creators), from: "newsml:creator")
    }
    metadata.published =
      date("firstCreated", in: item) ?? date("contentCreated", in: content) ?? date(
        "versionCreated", in: item) ?? metadata.published
    metadata.modified = date("contentModified", in: content) ?? date("versionCreated", in: item)
    let provider = tree.child(item, "provider").flatMap(name)
    metadata.publisher = provider.map { Sourced($0, from: "newsml:provider") } ?? metadata.publisher
    metadata.language = language.flatMap { FieldText.language(.string($0)) }.map {
      Sourced($0, from: "newsml:language")
    }
    if let dateline = value("dateline", in: content), metadata.dateline == nil {
      metadata.dateline = FieldText.dateline(.string(dateline.value)).map {
        Sourced($0, from: "newsml:dateline")
      }
    }
  }

  /// The language of the content; else that of the item's own words.
  private var language: String? {
    let content = tree.child(node, "contentMeta") ?? node
    return tree.child(content, "language").flatMap { tree.attribute("tag", of: $0) }
      ?? tree.attribute("xml:lang", of: node)
  }

  private mutating func addStatus() {
    let status = tree.child(node, "itemMeta").flatMap { tree.child($0, "pubStatus") }
    let code = status.flatMap { tree.attribute("qcode", of: $0) ?? tree.attribute("uri", of: $0) }
    guard let status = PublishingStatus(code) else { return }
    metadata.add("pubStatus", .string(status.name), from: "newsml")
    if let warning = status.warning { warnings.append(warning) }
  }

  private mutating func addTopics() {
    guard let content = tree.child(node, "contentMeta") else { return }
    var tags: [String] = []
    var topics = Topics()
    for subject in tree.children(content, named: "subject") {
      let name = best("name", in: subject).map { tree.words(in: $0) }
      if let name, !name.isEmpty { tags.append(name) }
      guard let code = tree.attribute("qcode", of: subject) ?? tree.attribute("uri", of: subject)
      else { continue }
      topics.add(code, name: name)
    }
    tags += tree.children(content, named: "keyword").map { tree.words(in: $0) }.filter {
      !$0.isEmpty
    }
    if !tags.isEmpty { metadata.tags = Sourced(PageMetadata.unique(tags), from: "newsml:subject") }
    var other = metadata.other?.value ?? Fields()
    topics.put(into: &other)
    for name in ["slugline", "description", "urgency", "creditline"] {
      if let value = value(name, in: content) { other[name] = .string(value.value) }
    }
    let item = tree.child(node, "itemMeta") ?? node
    for name in ["edNote", "embargoed"] {
      if let value = value(name, in: item) { other[name] = .string(value.value) }
    }
    for name in ["genre", "located"] {
      let names = tree.children(content, named: name).compactMap(self.name)
      if !names.isEmpty { other[name] = .list(names.map(Value.string)) }
    }
    if let rights = tree.child(node, "rightsInfo"),
      let notice = value("copyrightNotice", in: rights) ?? value("usageTerms", in: rights)
    {
      other["rights"] = .string(notice.value)
    }
    if !other.isEmpty { metadata.other = Sourced(other, from: "newsml") }
  }

  /// What an element is called, inside it or by its code.
  private func name(_ node: Int) -> String? {
    if let child = best("name", in: node) { return tree.words(in: child) }
    return tree.attribute("literal", of: node) ?? tree.attribute("qcode", of: node)
  }

  private func value(_ name: String, in parent: Int) -> Sourced<String>? {
    guard let child = best(name, in: parent), case let words = tree.words(in: child),
      !words.isEmpty
    else { return nil }
    return Sourced(words, from: "newsml:\(name)")
  }

  /// Of elements that say the same in several languages, or of more and less weight, that in the content's language and of the
  /// highest rank, which has the lowest number.
  private func best(_ name: String, in parent: Int) -> Int? {
    let elements = tree.children(parent, named: name)
    guard elements.count > 1 else { return elements.first }
    let spoken = language.map(Self.primary)
    func isForeign(_ element: Int) -> Bool {
      let own = tree.attribute("xml:lang", of: element) ?? tree.attribute("xml:lang", of: node)
      return own.map(Self.primary) != spoken
    }
    func rank(_ element: Int) -> Int {
      tree.attribute("rank", of: element).flatMap { Int($0) } ?? .max
    }
    return elements.min { (isForeign($0) ? 1 : 0, rank($0)) < (isForeign($1) ? 1 : 0, rank($1)) }
  }

  /// The language without its country.
  private static func primary(_ tag: String) -> String {
    tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
  }

  private func date(_ name: String, in parent: Int) -> Sourced<String>? {
    guard let child = tree.child(parent, name) else { return nil }
    return PageMetadata.iso(tree.words(in: child)).map { Sourced($0, from: "newsml:\(name)") }
  }
}
