/// What the head and the marked elements of a page say, by the names under which they say it.
struct PageFacts {
  /// The contents of `meta` by their small names, in page order.
  private(set) var meta: [String: [String]] = [:]
  private(set) var documentTitle = ""
  private(set) var canonical: String?
  /// What `base` says.
  private(set) var base: String?
  private(set) var language: String?
  /// The first `time` elements, in page order.
  private(set) var times: [(node: Int, value: String, isPublished: Bool)] = []
  /// Elements with `itemprop`, by its value.
  private(set) var properties: [String: [Int]] = [:]
  private(set) var headings: [Int] = []

  init(_ tree: HTMLTree) {
    var metas: [Int] = []
    for node in tree.nodes.indices {
      switch tree.nodes[node].tag {
      case .meta: metas.append(node)
      case .title where documentTitle.isEmpty:
        documentTitle = HTMLText.clean(Array(tree.words(in: node).utf8))
      case .link: readLink(tree, node)
      case .base where base == nil: base = tree.string(.href, of: node)
      case .html: language = tree.string(.lang, of: node) ?? language
      case .time: readTime(tree, node)
      case .h1, .h2: headings.append(node)
      default: break
      }
      if tree.nodes[node].tag != .text, let property = tree.string(.itemprop, of: node) {
        properties[property, default: []].append(node)
      }
    }
    // What RDFa calls a property is meant for machines, and goes before what merely has the name.
    for node in metas { readMeta(tree, node, [.property]) }
    for node in metas { readMeta(tree, node, [.name, .itemprop, .httpEquiv]) }
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
    let isPublished =
      tree.value(.pubdate, of: node) != nil
      || tree.string(.itemprop, of: node)?.contains("datePublished") == true
    times.append((node, value, isPublished))
  }
}

extension Substring {
  /// `dc.title` as `dc:title`.
  fileprivate var replacingDots: String { String(map { $0 == "." ? ":" : $0 }) }
}
