/// What the head and the marked elements of a page say, by the names under which they say it.
struct PageFacts {
  /// The contents of `meta` by their small names, in page order.
  private(set) var meta: [String: [String]] = [:]
  private(set) var documentTitle = ""
  private(set) var canonical: String?
  /// What `base` says.
  private(set) var base: String?
  private(set) var language: String?
  /// What a `time` element is the time of, as far as it says.
  enum TimeRole { case published, modified, unclear }

  /// The first `time` elements, in page order.
  private(set) var times: [(node: Int, value: String, role: TimeRole)] = []
  /// Elements with `itemprop`, by its value.
  private(set) var properties: [String: [Int]] = [:]
  private(set) var headings: [Int] = []

  init(_ tree: HTMLTree) {
    var metas: [Int] = []
    var commentsEnd = 0
    for node in tree.nodes.indices {
      if node >= commentsEnd, Self.beginsComment(tree, node) {
        commentsEnd = Int(tree.nodes[node].end)
      }
      switch tree.nodes[node].tag {
      case .meta: metas.append(node)
      case .title where documentTitle.isEmpty:
        documentTitle = HTMLText.clean(Array(tree.words(in: node).utf8))
      case .link: readLink(tree, node)
      case .base where base == nil: base = tree.string(.href, of: node)
      case .html: language = tree.string(.lang, of: node) ?? language
      case .time where node >= commentsEnd: readTime(tree, node)
      case .h1, .h2: headings.append(node)
      default: break
      }
      if tree.nodes[node].tag != .text, node >= commentsEnd,
        let property = tree.string(.itemprop, of: node)
      {
        for name in property.split(separator: " ") {
          properties[String(name), default: []].append(node)
        }
      }
    }
    // What RDFa calls a property is meant for machines, and goes before what merely has the name.
    for node in metas { readMeta(tree, node, [.property]) }
    for node in metas { readMeta(tree, node, [.name, .httpEquiv]) }
  }

  /// What tells the page's own article from others that it is about.
  func subject(in tree: HTMLTree) -> PageSubject {
    let addresses = [canonical, content("og:url")?.value].compactMap(\.self)
    let main = headings.filter { tree.nodes[$0].tag == .h1 }
    return PageSubject(
      addresses: addresses,
      headlines: main.map { HTMLText.clean(Array(tree.words(in: $0).utf8)) })
  }

  /// The first content of the first of some names.
  func content(_ names: String...) -> (value: String, name: String)? {
    for name in names {
      if let value = meta[name]?.first { return (value, name) }
    }
    return nil
  }

  private mutating func readMeta(_ tree: HTMLTree, _ node: Int, _ attributes: [HTMLAttribute]) {
    let given = attributes.compactMap { tree.string($0, of: node) }
    guard !given.isEmpty, let content = tree.string(.content, of: node) else { return }
    let value = HTMLText.plain(content)
    guard !value.isEmpty else { return }
    for names in given {
      for name in names.lowercased().split(separator: " ") {
        meta[name.replacingDots, default: []].append(value)
      }
    }
  }

  private mutating func readLink(_ tree: HTMLTree, _ node: Int) {
    guard canonical == nil, tree.value(.rel, of: node)?.elementsEqual("canonical".utf8) == true
    else { return }
    canonical = tree.string(.href, of: node)
  }

  private mutating func readTime(_ tree: HTMLTree, _ node: Int) {
    guard times.count < 50 else { return }
    let value = tree.string(.datetime, of: node) ?? tree.words(in: node)
    times.append((node, value, Self.role(tree, node)))
  }

  /// Whether an element is what a reader has said of the article, by its microdata.
  private static func beginsComment(_ tree: HTMLTree, _ node: Int) -> Bool {
    guard tree.nodes[node].tag != .text, tree.nodes[node].attributeCount > 0 else { return false }
    if tree.value(.itemprop, of: node)?.elementsEqual("comment".utf8) == true { return true }
    guard let type = tree.string(.itemtype, of: node) else { return false }
    return type.hasSuffix("/Comment") || type.hasSuffix("/UserComments")
  }

  /// By microdata, by the class of the element or of the one around it, or by the word before it.
  private static func role(_ tree: HTMLTree, _ node: Int) -> TimeRole {
    let property = tree.string(.itemprop, of: node) ?? ""
    if tree.value(.pubdate, of: node) != nil || property.contains("datePublished") {
      return .published
    }
    if property.contains("dateModified") { return .modified }
    let parent = Int(tree.nodes[node].parent)
    for element in [node, parent] {
      let words = (tree.string(.class, of: element) ?? "").lowercased()
        .split { !$0.isLetter }
      if words.contains("published") { return .published }
      if words.contains(where: { modifying.contains(String($0)) }) { return .modified }
    }
    guard node > 0, tree.nodes[node - 1].tag == .text, Int(tree.nodes[node - 1].parent) == parent
    else { return .unclear }
    let before = tree.words(in: node - 1).lowercased().split { !$0.isLetter }.suffix(2)
    return before.contains { modifying.contains(String($0)) } ? .modified : .unclear
  }

  private static let modifying: Set = ["updated", "modified", "edited"]
}

extension Substring {
  /// `dc.title` as `dc:title`.
  fileprivate var replacingDots: String { String(map { $0 == "." ? ":" : $0 }) }
}
