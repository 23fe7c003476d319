import Document

/// Reads one `NewsItem` of NewsML 1, from before NewsML-G2: components inside each other, of which one holds the story.
///
/// Source: IPTC, NewsML 1.2 Functional Specification (2003).
struct NewsMLItem {
  private let tree: XMLTree
  private let node: Int
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The component with the story and those around it, from the inside out.
  private let components: [Int]
  private let content: Int?
  private var text: [UInt8] = []
  private var metadata = Metadata()
  private var layers = Layers()
  private var warnings: [Warning] = []

  /// Whether a document is of this format.
  static func items(in tree: XMLTree) -> [Int] {
    tree.children(0).first.map { tree.name($0) } == "NewsML" ? tree.outermost("NewsItem") : []
  }

  init(_ tree: XMLTree, _ node: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.tree = tree
    self.node = node
    self.bytes = bytes
    content = Self.story(in: tree, node)
    var around: [Int] = []
    var parent = content ?? tree.first("NewsComponent", in: node) ?? node
    while parent >= node {
      if tree.name(parent) == "NewsComponent" { around.append(parent) }
      parent = Int(tree.nodes[parent].parent)
    }
    components = around
  }

  func article(source: String, _ warnings: [Warning]) -> Result<Article, ReadFailure> {
    var item = self
    item.addContent()
    item.addLines()
    item.addManagement()
    item.addDescription()
    guard !item.text.isEmpty || item.metadata.title != nil else {
      return .failure(
        ReadFailure(
          source: source, code: "no-article", message: "an item of NewsML without a story"))
    }
    if item.metadata.dateline == nil { item.metadata.addDateline(of: item.text, source: source) }
    let id = tree.first("PublicIdentifier", in: node).map { tree.words(in: $0) }
    return .success(
      Article(
        id: id ?? source, source: source,
        hash: ContentHash.of(Array(bytes[tree.nodes[node].content])[...]),
        text: Text(utf8: item.text), metadata: item.metadata, layers: item.layers,
        warnings: warnings + item.warnings))
  }

  // MARK: Content

  /// The content with the most words among those that are text.
  private static func story(in tree: XMLTree, _ node: Int) -> Int? {
    tree.all("DataContent", in: node).filter { content in
      let item = Int(tree.nodes[content].parent)
      let types = ["MediaType", "MimeType", "Format"].compactMap { name in
        tree.child(item, name).flatMap { tree.attribute("FormalName", of: $0)?.lowercased() }
      }
      return !types.contains { type in
        ["css", "image", "photo", "graphic", "audio", "video", "jpeg"].contains {
          type.contains($0)
        }
      }
    }.max { tree.words(in: $0).utf8.count < tree.words(in: $1).utf8.count }
  }

  private mutating func addContent() {
    guard let content else { return }
    if let root = tree.first("nitf", in: content) {
      let story = NITF(tree, root)
      (text, metadata, layers) = (story.text, story.metadata, story.layers)
    } else {
      // Markup may be of the document, or text in it.
      let isMarkup = !tree.children(content).isEmpty
      let fragment = HTMLFragment(
        isMarkup ? Array(bytes[tree.nodes[content].content]) : tree.characters(in: content))
      (text, layers) = (fragment.text, fragment.layers)
    }
  }

  // MARK: Metadata

  private mutating func addLines() {
    metadata.title = line("HeadLine") ?? metadata.title
    metadata.subtitle = line("SubHeadLine") ?? metadata.subtitle
    if let byline = line("ByLine") {
      metadata.byline = byline
      metadata.authors = Sourced(Byline.authors(in: byline.value), from: byline.provenance)
    }
    if let dateline = line("DateLine") {
      metadata.dateline = FieldText.dateline(.string(dateline.value)).map {
        Sourced($0, from: dateline.provenance)
      }
    }
  }

  private mutating func addManagement() {
    metadata.published = date("FirstCreated") ?? metadata.published
    metadata.modified = date("ThisRevisionCreated") ?? metadata.modified
    let envelope = tree.first("NewsEnvelope").flatMap { tree.first("SentFrom", in: $0) }
    let publisher =
      party("Provider") ?? envelope.flatMap(partyName) ?? party("Source") ?? party("Creator")
    metadata.publisher = publisher.map { Sourced($0, from: "newsml:party") } ?? metadata.publisher
  }

  private mutating func addDescription() {
    let language = described("Language").first.flatMap { FieldText.language(.string($0)) }
    metadata.language = language.map { Sourced($0, from: "newsml:language") } ?? metadata.language
    var tags = metadata.tags?.value ?? []
    for component in components {
      tags += tree.children(component, named: "NewsLines").flatMap { lines in
        tree.children(lines, named: "KeywordLine").map { tree.words(in: $0) }
      }
      tags += tree.all("Property", in: component).filter { property in
        tree.attribute("FormalName", of: property)?.lowercased().contains("keyword") == true
      }.compactMap { tree.attribute("Value", of: $0) }
    }
    tags = PageMetadata.unique(tags.filter { !$0.isEmpty })
    if !tags.isEmpty { metadata.tags = Sourced(tags, from: "newsml:keyword") }
    var other = metadata.other?.value ?? Fields()
    topics.put(into: &other)
    let status = PublishingStatus(
      tree.first("Status", in: node).flatMap { tree.attribute("FormalName", of: $0) })
    if let warning = status?.warning { warnings.append(warning) }
    let urgency = tree.first("Urgency", in: node).flatMap { tree.attribute("FormalName", of: $0) }
    for (name, value) in [
      ("slugline", line("SlugLine")?.value), ("rights", line("CopyrightLine")?.value),
      ("genre", described("Genre").first), ("urgency", urgency),
      ("pubStatus", status?.name),
    ] {
      if let value, !value.isEmpty { other[name] = .string(value) }
    }
    if !other.isEmpty { metadata.other = Sourced(other, from: "newsml") }
  }

  /// The codes of subjects, the narrowest of each.
  private var topics: Topics {
    var codes: [String] = []
    for component in components {
      for subject in tree.all("SubjectCode", in: component) {
        let names = ["SubjectDetail", "SubjectMatter", "Subject"]
        let narrowest = names.lazy.compactMap { tree.child(subject, $0) }.first
        if let code = narrowest.flatMap({ tree.attribute("FormalName", of: $0) }) {
          codes.append(code)
        }
      }
    }
    var topics = Topics()
    for code in PageMetadata.unique(codes) { topics.add(code, name: nil) }
    return topics
  }

  /// A line that the nearest component has.
  private func line(_ name: String) -> Sourced<String>? {
    for component in components {
      guard let lines = tree.child(component, "NewsLines"), let line = tree.child(lines, name),
        case let words = tree.words(in: line), !words.isEmpty
      else { continue }
      return Sourced(words, from: "newsml:\(name.lowercased())")
    }
    return nil
  }

  /// What the nearest component is described as.
  private func described(_ name: String) -> [String] {
    for component in components {
      guard let description = tree.child(component, "DescriptiveMetadata") else { continue }
      let names = tree.children(description, named: name)
        .compactMap { tree.attribute("FormalName", of: $0) }
      if !names.isEmpty { return names }
    }
    return []
  }

  private func party(_ role: String) -> String? {
    for component in components {
      guard let administration = tree.child(component, "AdministrativeMetadata"),
        let node = tree.child(administration, role), let name = partyName(node)
      else { continue }
      return name
    }
    return nil
  }

  private func partyName(_ node: Int) -> String? {
    tree.child(node, "Party").flatMap { tree.attribute("FormalName", of: $0) }
      .flatMap { $0.isEmpty ? nil : $0 }
  }

  private func date(_ name: String) -> Sourced<String>? {
    guard let date = tree.first(name, in: node) else { return nil }
    return PageMetadata.iso(tree.words(in: date)).map {
      Sourced($0, from: "newsml:\(name.lowercased())")
    }
  }
}
