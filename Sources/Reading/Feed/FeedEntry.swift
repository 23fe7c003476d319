import Document

/// One entry of a feed.
struct FeedEntry {
  private let tree: XMLTree
  private let node: Int
  private let bytes: UnsafeBufferPointer<UInt8>
  private var metadata: Metadata
  private var warnings: [Warning] = []

  init(_ tree: XMLTree, _ node: Int, _ bytes: UnsafeBufferPointer<UInt8>, feed: Metadata) {
    self.tree = tree
    self.node = node
    self.bytes = bytes
    metadata = feed
  }

  func article(source: String, _ before: [Warning]) -> Article {
    var entry = self
    return entry.read(source, before)
  }

  private mutating func read(_ source: String, _ before: [Warning]) -> Article {
    addTitle()
    addAuthors()
    addDates()
    addLinks()
    addOther()
    let content = text(
      "content:encoded", "content", "xhtml:body", "body", "fullitem", "description", "summary",
      "media:description", "itunes:summary")
    metadata.addDateline(of: content.text, source: source)
    let id =
      tree.child(node, "guid", "id").map { tree.words(in: $0) }
      ?? tree.attribute("rdf:about", of: node)
    return Article(
      id: id.flatMap { $0.isEmpty ? nil : $0 } ?? source, source: source,
      hash: ContentHash.of(Array(bytes[tree.nodes[node].content])[...]),
      text: Text(utf8: content.text),
      metadata: metadata, layers: content.layers, warnings: before + warnings)
  }

  private func place(_ name: String) -> String { "feed:\(name)" }

  // MARK: Text

  /// The text of the first element, of some names, that holds any.
  private func text(_ names: String...) -> HTMLFragment {
    for name in names {
      for child in tree.children(node) where tree.name(child) == name {
        let base = tree.base(of: child) ?? metadata.url?.value
        let fragment = HTMLFragment(html(of: child), base: base)
        if !fragment.text.isEmpty { return fragment }
      }
    }
    return HTMLFragment([])
  }

  /// An element's content as HTML: the markup inside it, or the characters that spell markup.
  private func html(of child: Int) -> [UInt8] {
    let type = tree.attribute("mode", of: child) ?? tree.attribute("type", of: child) ?? ""
    let hasElements = !tree.children(child).isEmpty
    if hasElements, !type.hasPrefix("html") { return Array(bytes[tree.nodes[child].content]) }
    let characters = tree.characters(in: child)
    if type == "base64"
      || (type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("xml"))
    {
      return Base64.decode(characters) ?? characters
    }
    guard type == "text" || type == "text/plain" else { return characters }
    // Plain text spells no markup.
    return Array(String(decoding: characters, as: UTF8.self).escapedForHTML.utf8)
  }

  private mutating func addTitle() {
    guard let child = tree.child(node, "title", "dc:title", "media:title") else { return }
    let type = tree.attribute("type", of: child) ?? ""
    let words =
      type == "text" || type == "text/plain"
      ? tree.words(in: child)
      : HTMLText.plain(String(decoding: html(of: child), as: UTF8.self))
    if !words.isEmpty { metadata.title = Sourced(words, from: place(tree.name(child))) }
  }

  // MARK: People and dates

  /// Adds the entry's authors; else those of the feed that it was taken from; else the feed's own stay.
  private mutating func addAuthors() {
    let origin = tree.child(node, "source")
    metadata.authors =
      FeedAuthors.of(node, in: tree) ?? origin.flatMap { FeedAuthors.of($0, in: tree) }
      ?? metadata.authors
  }

  private mutating func addDates() {
    metadata.published = date(
      "pubDate", "published", "issued", "dc:date", "dcterms:issued", "created", "dcterms:created",
      "date")
    metadata.modified = date("updated", "modified", "dcterms:modified")
    if metadata.published == nil, let modified = metadata.modified { metadata.published = modified }
  }

  private mutating func date(_ names: String...) -> Sourced<String>? {
    for name in names {
      guard let child = tree.child(node, name) else { continue }
      let words = tree.words(in: child)
      if let iso = PageMetadata.iso(words) { return Sourced(iso, from: place(name)) }
      if !words.isEmpty {
        warnings.append(
          Warning(code: "date", message: "\(name): no date can be told from '\(words.prefix(40))'"))
      }
    }
    return nil
  }

  // MARK: Links and the rest

  private mutating func addLinks() {
    for link in tree.children(node, named: "link") where isAlternate(link) {
      let address = HTMLText.plain(tree.attribute("href", of: link) ?? tree.words(in: link))
      guard metadata.url == nil, !address.isEmpty else { continue }
      let base = Address(tree.base(of: link) ?? "")
      metadata.url = Sourced(base.resolve(address), from: place("link"))
    }
    guard metadata.url == nil, let guid = tree.child(node, "guid"),
      tree.attribute("isPermaLink", of: guid)?.lowercased() != "false"
    else { return }
    let address = tree.words(in: guid)
    if address.contains("://") { metadata.url = Sourced(address, from: place("guid")) }
  }

  private func isAlternate(_ link: Int) -> Bool {
    let relation = tree.attribute("rel", of: link)
    return relation == nil || relation == "alternate"
  }

  private mutating func addOther() {
    let tags = (tree.children(node, named: "category", "dc:subject", "media:keywords")).compactMap {
      child -> String? in
      let tag =
        tree.attribute("label", of: child) ?? tree.attribute("term", of: child)
        ?? HTMLText.plain(tree.words(in: child))
      return tag.isEmpty ? nil : tag
    }
    if !tags.isEmpty { metadata.tags = Sourced(PageMetadata.unique(tags), from: place("category")) }
    if let language = tree.attribute("xml:lang", of: node).flatMap({
      FieldText.language(.string($0))
    }) {
      metadata.language = Sourced(language, from: place("lang"))
    }
    var other = Fields()
    for name in ["summary", "description"]
    where tree.child(node, "content:encoded", "content") != nil {
      guard let child = tree.child(node, name) else { continue }
      let words = HTMLText.plain(String(decoding: html(of: child), as: UTF8.self))
      if !words.isEmpty { other["summary"] = .string(words) }
    }
    if let rights = tree.child(node, "rights", "copyright", "dc:rights") {
      other["rights"] = .string(tree.words(in: rights))
    }
    if let enclosure = tree.child(node, "enclosure").flatMap({ tree.attribute("url", of: $0) }) {
      other["enclosure"] = .string(enclosure)
    }
    if let image { other["image"] = .string(image) }
    if let comments = tree.child(node, "comments") {
      other["comments"] = .string(tree.words(in: comments))
    }
    if !other.isEmpty { metadata.other = Sourced(other, from: "feed") }
  }
}

extension FeedEntry {
  /// The address of the entry's picture.
  private var image: String? {
    let inside = tree.child(node, "media:group").map { [node, $0] } ?? [node]
    for parent in inside {
      for child in tree.children(parent) {
        switch tree.name(child) {
        case "media:thumbnail": if let url = tree.attribute("url", of: child) { return url }
        case "itunes:image": if let url = tree.attribute("href", of: child) { return url }
        case "media:content", "enclosure":
          let type = tree.attribute("medium", of: child) ?? tree.attribute("type", of: child)
          if type?.hasPrefix("image") == true, let url = tree.attribute("url", of: child) {
            return url
          }
        default: break
        }
      }
    }
    return nil
  }
}

extension String {
  /// With the characters escaped that would be markup.
  fileprivate var escapedForHTML: String {
    var result = ""
    for character in self {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      default: result.append(character)
      }
    }
    return result
  }
}
