/// What a page's microdata say of its article: its properties, and the items that some of them are.
struct Microdata {
  private let tree: HTMLTree
  /// Elements with `itemprop`, by its value.
  private let properties: [String: [Int]]

  init(_ tree: HTMLTree, _ properties: [String: [Int]]) {
    self.tree = tree
    self.properties = properties
  }

  /// What the page's first element with a property says, whatever it is a property of.
  func string(_ name: String) -> String? { properties[name]?.first.flatMap(string) }

  /// What the first element says that has a property of the article, or of the page.
  func articleString(_ name: String) -> String? { articleProperties(name).first.flatMap(string) }

  /// The address that a property of the article has, or the item has that it is.
  func articleAddress(_ name: String) -> String? {
    articleProperties(name).lazy.compactMap(address).first
  }

  /// What those are called that a property of the article is: the first, and all others of the same item.
  func names(_ name: String) -> [String] {
    let nodes = articleProperties(name)
    guard let first = nodes.first else { return [] }
    let item = item(around: first)
    return nodes.filter { self.item(around: $0) == item }.compactMap(self.name)
  }

  private func name(of node: Int) -> String? {
    guard let string = string(of: member("name", of: node) ?? node) else { return nil }
    let clean = HTMLText.clean(Array(string.utf8))
    return clean.isEmpty || clean.utf8.count >= 100 ? nil : clean
  }

  private func string(of node: Int) -> String? {
    tree.string(.content, of: node) ?? tree.string(.datetime, of: node) ?? tree.words(in: node)
  }

  private func address(of node: Int) -> String? {
    for name in ["url", "contentUrl"] {
      if let member = member(name, of: node), let address = ownAddress(of: member) {
        return address
      }
    }
    return ownAddress(of: node)
  }

  private func ownAddress(of node: Int) -> String? {
    let address =
      tree.string(.content, of: node) ?? tree.string(.src, of: node) ?? tree.string(.href, of: node)
    return address?.isEmpty == false ? address : nil
  }

  // MARK: Items

  /// The first element that has a property of the item that another element is.
  private func member(_ name: String, of node: Int) -> Int? {
    guard tree.value(.itemscope, of: node) != nil else { return nil }
    return properties[name]?.first { $0 > node && item(around: $0) == node }
  }

  private func articleProperties(_ name: String) -> [Int] {
    (properties[name] ?? []).filter { isOfArticle(item(around: $0)) }
  }

  /// The item that an element's property belongs to; nil where there is none around it.
  private func item(around node: Int) -> Int? {
    var parent = Int(tree.nodes[node].parent)
    while parent >= 0, tree.value(.itemscope, of: parent) == nil {
      parent = Int(tree.nodes[parent].parent)
    }
    return parent >= 0 ? parent : nil
  }

  /// Whether an item is an article, a page or a work, or there is none around, as in the head of many pages.
  private func isOfArticle(_ item: Int?) -> Bool {
    guard let item else { return true }
    guard let type = tree.string(.itemtype, of: item) else {
      return tree.value(.itemprop, of: item) == nil
    }
    return SchemaOrg.isArticle(type) || type.hasSuffix("/WebPage")
      || type.hasSuffix("/CreativeWork")
  }
}
