/// A parsed XML document: elements and texts in document order, in flat arrays.
struct XMLTree {
  struct Node {
    /// An index into `names`; -1 for a text.
    var name: Int32
    var parent: Int32
    /// The index behind the last node inside.
    var end: Int32
    /// Offsets into `characters` of a text; of an element its attributes' index and number.
    var start: UInt32
    var stop: UInt32
    /// The bytes of the document between an element's tags.
    var content: Range<Int>
  }

  struct Attribute {
    var name: Int32
    var value: Range<Int>
  }

  var nodes: [Node] = []
  /// Names with the prefix that we give their namespace: `dc:creator`, `title`.
  var names: [String] = []
  var characters: [UInt8] = []
  var attributes: [Attribute] = []
  /// What had to be mended.
  var faults = XMLFaults()

  func name(_ node: Int) -> String {
    nodes[node].name < 0 ? "" : names[Int(nodes[node].name)]
  }

  /// The elements inside a node, one level down.
  func children(_ node: Int) -> [Int] {
    var children: [Int] = []
    var index = node + 1
    while index < Int(nodes[node].end) {
      if nodes[index].name >= 0 { children.append(index) }
      index = max(index + 1, Int(nodes[index].end))
    }
    return children
  }

  func children(_ node: Int, named names: String...) -> [Int] {
    children(node).filter { names.contains(name($0)) }
  }

  func child(_ node: Int, _ names: String...) -> Int? {
    for wanted in names {
      if let child = children(node).first(where: { name($0) == wanted }) { return child }
    }
    return nil
  }

  /// The first element anywhere inside a node with a name.
  func first(_ wanted: String, in node: Int = 0) -> Int? {
    (node..<Int(nodes[node].end)).first { name($0) == wanted }
  }

  /// All elements inside a node with a name.
  func all(_ wanted: String, in node: Int = 0) -> [Int] {
    (node..<Int(nodes[node].end)).filter { name($0) == wanted }
  }

  /// The elements inside a node with some names that are not inside another such.
  func outermost(_ wanted: String..., in node: Int = 0) -> [Int] {
    var found: [Int] = []
    var index = node
    while index < Int(nodes[node].end) {
      if wanted.contains(name(index)) {
        found.append(index)
        index = max(index + 1, Int(nodes[index].end))
      } else {
        index += 1
      }
    }
    return found
  }

  func attribute(_ wanted: String, of node: Int) -> String? {
    let element = nodes[node]
    guard element.name >= 0 else { return nil }
    for attribute in attributes[Int(element.start)..<Int(element.start + element.stop)]
    where names[Int(attribute.name)] == wanted {
      return String(decoding: characters[attribute.value], as: UTF8.self)
    }
    return nil
  }

  /// The address that those inside a node are relative to, by `xml:base`; nil where none says it.
  func base(of node: Int) -> String? {
    var bases: [String] = []
    var node = node
    while node >= 0 {
      if let base = attribute("xml:base", of: node) { bases.append(base) }
      node = Int(nodes[node].parent)
    }
    guard let outermost = bases.last else { return nil }
    return bases.dropLast().reversed().reduce(outermost) { Address($0).resolve($1) }
  }

  /// All characters inside a node, as they are.
  func characters(in node: Int) -> [UInt8] {
    characters(in: node) { _ in false }
  }

  /// The words inside a node, with a space wherever an element begins.
  func spacedWords(in node: Int) -> String {
    HTMLText.clean(characters(in: node) { _ in true })
  }

  /// The words inside a node: white space collapsed, cleaned, in form C. What lies on lines or in cells of their own stays apart.
  func words(in node: Int) -> String {
    HTMLText.clean(characters(in: node, isParted: Self.parts.contains))
  }

  /// All characters inside a node, with a space before each element that is parted from what stands before it.
  private func characters(in node: Int, isParted: (_ name: String) -> Bool) -> [UInt8] {
    var result: [UInt8] = []
    for index in node..<Int(nodes[node].end) {
      if nodes[index].name < 0 {
        result += characters[Int(nodes[index].start)..<Int(nodes[index].stop)]
      } else if isParted(names[Int(nodes[index].name)]) {
        result.append(0x20)
      }
    }
    return result
  }

  private static let parts = ["br", "p", "td", "th", "tr", "li", "hr"]
}

/// How a document was not well-formed, and how often.
struct XMLFaults {
  var unknownReferences = 0
  var mismatchedTags = 0
  /// Whether attributes had no value in quotation marks.
  var hasUnquotedAttributes = false
  /// Control characters, which XML allows not even as references.
  var forbiddenCharacters = 0
  /// Prefixes of names that no namespace was declared for, the first of them.
  var undeclaredPrefixes: [String] = []
  static let mostPrefixes = 8
  /// Whether something stands before `<?xml … ?>`.
  var hasLateDeclaration = false
  /// Entities or other declarations that could fetch or multiply text.
  var hasEntityDeclarations = false
  var isTooDeep = false
}
