import Glibc

/// Parses XML leniently and safely: it opens nothing, expands nothing that a document declares, and never recurses.
struct XMLParser {
  static let maximumDepth = 256
  /// The most declarations of prefixes that are open at once.
  private static let maximumNamespaces = 256
  static let maximumNodes = 4_000_000

  private struct Open {
    var node: Int
    /// The name as written, to match its end tag.
    var written: Range<Int>
    /// How many namespace declarations were in force before it.
    var namespaces: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: UnsafePointer<UInt8>
  private var position = 0
  private var tree = XMLTree()
  private var open: [Open] = []
  private var namespaces: [(prefix: String, canonical: String)] = []
  private var nameIndices: [String: Int32] = [:]

  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> XMLTree {
    guard let base = bytes.baseAddress else { return XMLTree() }
    var parser = XMLParser(bytes, base)
    parser.run()
    parser.tree.faults.forbiddenCharacters = forbiddenCharacters(in: bytes)
    return parser.tree
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>) {
    self.bytes = bytes
    self.base = base
    tree.nodes.append(
      XMLTree.Node(
        name: index(of: "#document"), parent: -1, end: 1, start: 0, stop: 0,
        content: 0..<bytes.count))
    open.append(Open(node: 0, written: 0..<0, namespaces: 0))
  }

  private mutating func run() {
    while position < bytes.count {
      let less = find(0x3C, from: position)
      if less > position, open.count > 1 { addText(bytes[position..<less], isRaw: false) }
      position = less
      if position < bytes.count { readMarkup() }
    }
    while !open.isEmpty { close(at: bytes.count) }
  }

  private func find(_ byte: Int32, from start: Int) -> Int {
    guard start < bytes.count, let found = memchr(base + start, byte, bytes.count - start) else {
      return bytes.count
    }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
  }

  /// The offset behind the next such mark, or the end.
  private func end(of mark: StaticString, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let found = find(Int32(mark.utf8Start[0]), from: index)
      if bytes[found...].starts(with: mark) { return found + mark.utf8CodeUnitCount }
      index = found + 1
    }
    return bytes.count
  }

  // MARK: Markup

  private mutating func readMarkup() {
    let rest = bytes[position...]
    if rest.starts(with: "<!--") {
      position = end(of: "-->", from: position + 4)
    } else if rest.starts(with: "<![CDATA[") {
      let stop = end(of: "]]>", from: position + 9)
      if open.count > 1 {
        addText(bytes[(position + 9)..<max(position + 9, stop - 3)], isRaw: true)
      }
      position = stop
    } else if rest.starts(with: "<!") {
      skipDeclaration()
    } else if rest.starts(with: "<?") {
      if position > 0, rest.starts(with: "<?xml ") { tree.faults.hasLateDeclaration = true }
      position = end(of: "?>", from: position + 2)
    } else if rest.starts(with: "</") {
      readEndTag()
    } else {
      readStartTag()
    }
  }

  /// Skips `<!DOCTYPE … [ … ]>`, and notes whether it declares entities.
  private mutating func skipDeclaration() {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "<") where bytes[position...].starts(with: "<!ENTITY"):
        tree.faults.hasEntityDeclarations = true
      case UInt8(ascii: ">") where depth <= 0:
        position += 1
        return
      default: break
      }
      position += 1
    }
  }

  private func nameEnd(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] > 0x20, !"/>=".utf8.contains(bytes[index]) {
      index += 1
    }
    return index
  }

  private mutating func readStartTag() {
    let end = nameEnd(from: position + 1)
    let written = (position + 1)..<end
    guard !written.isEmpty else {
      if open.count > 1 { addText(bytes[position..<position + 1], isRaw: true) }
      position += 1
      return
    }
    position = end
    closeEntry(before: bytes[written])
    let declared = namespaces.count
    let (attributes, isEmpty) = readAttributes()
    guard open.count < Self.maximumDepth, tree.nodes.count < Self.maximumNodes else {
      tree.faults.isTooDeep = true
      return
    }
    let node = tree.nodes.count
    let first = tree.attributes.count
    for (name, value) in attributes {
      let canonical = canonicalName(name, isAttribute: true)
      tree.attributes.append(XMLTree.Attribute(name: index(of: canonical), value: value))
    }
    tree.nodes.append(
      XMLTree.Node(
        name: index(of: canonicalName(bytes[written].string, isAttribute: false)),
        parent: Int32(open.last?.node ?? 0), end: Int32(node + 1), start: UInt32(first),
        stop: UInt32(attributes.count), content: position..<position))
    open.append(Open(node: node, written: written, namespaces: declared))
    if isEmpty { close(at: position) }
  }

  /// Entries of feeds are never inside one another: where one begins, one without its end has ended.
  private mutating func closeEntry(before written: Ink) {
    guard written.ends(with: "item") || written.ends(with: "entry"),
      let match = open.lastIndex(where: { bytes[$0.written].elementsEqual(written) })
    else { return }
    tree.faults.mismatchedTags += 1
    let start = position - written.count - 1
    while open.count > match { close(at: start) }
  }

  private mutating func readEndTag() {
    let start = position
    let end = nameEnd(from: position + 2)
    let name = bytes[(position + 2)..<end]
    position = min(find(0x3E, from: end) + 1, bytes.count)
    guard
      let match = open.lastIndex(where: {
        !$0.written.isEmpty && bytes[$0.written].elementsEqual(name)
      })
    else {
      tree.faults.mismatchedTags += 1
      return
    }
    if match < open.count - 1 { tree.faults.mismatchedTags += 1 }
    while open.count > match { close(at: start) }
  }

  private mutating func close(at offset: Int) {
    guard let element = open.popLast() else { return }
    let start = tree.nodes[element.node].content.lowerBound
    tree.nodes[element.node].end = Int32(tree.nodes.count)
    tree.nodes[element.node].content = start..<max(start, offset)
    namespaces.removeLast(namespaces.count - element.namespaces)
  }

  // MARK: Attributes and names

  private mutating func readAttributes() -> (attributes: [(String, Range<Int>)], isEmpty: Bool) {
    var attributes: [(String, Range<Int>)] = []
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: ">"):
        position += 1
        return (attributes, bytes[position - 2] == UInt8(ascii: "/"))
      case ...0x20, UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "?"): position += 1
      case UInt8(ascii: "<"): return (attributes, false)
      default:
        if let attribute = readAttribute(), attributes.count < 256 { attributes.append(attribute) }
      }
    }
    return (attributes, false)
  }

  private mutating func readAttribute() -> (String, Range<Int>)? {
    let start = position
    position = max(nameEnd(from: position), position + 1)
    let name = bytes[start..<min(position, bytes.count)].string
    while position < bytes.count, bytes[position] <= 0x20 || bytes[position] == UInt8(ascii: "=") {
      position += 1
    }
    guard position < bytes.count, bytes[position] == 0x22 || bytes[position] == 0x27 else {
      tree.faults.hasUnquotedAttributes = true
      return nil
    }
    let close = find(Int32(bytes[position]), from: position + 1)
    let first = tree.characters.count
    decode(bytes[(position + 1)..<close])
    position = min(close + 1, bytes.count)
    let value = first..<tree.characters.count
    guard name == "xmlns" || name.hasPrefix("xmlns:") else { return (name, value) }
    let uri = String(decoding: tree.characters[value], as: UTF8.self)
    let prefix = name == "xmlns" ? "" : String(name.dropFirst(6))
    // Each name is looked for among all that are open: more than a document has would take time by their product.
    guard namespaces.count < Self.maximumNamespaces else { return nil }
    namespaces.append((prefix, XMLNamespaces.canonicalPrefix(uri) ?? prefix))
    return nil
  }

  private mutating func canonicalName(_ written: String, isAttribute: Bool) -> String {
    let parts = written.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let prefix = parts.count == 2 ? String(parts[0]) : ""
    let local = parts.count == 2 ? parts[1] : parts[0]
    if isAttribute, prefix.isEmpty { return written }
    guard let found = namespaces.last(where: { $0.prefix == prefix }) else {
      note(undeclared: prefix)
      return written
    }
    return found.canonical.isEmpty ? String(local) : "\(found.canonical):\(local)"
  }

  /// Notes a prefix that no element around declares. `xml` needs no declaration.
  private mutating func note(undeclared prefix: String) {
    guard !prefix.isEmpty, prefix != "xml", namespaces.count < Self.maximumNamespaces,
      tree.faults.undeclaredPrefixes.count < XMLFaults.mostPrefixes,
      !tree.faults.undeclaredPrefixes.contains(prefix)
    else { return }
    tree.faults.undeclaredPrefixes.append(prefix)
  }

  private mutating func index(of name: String) -> Int32 {
    if let index = nameIndices[name] { return index }
    let index = Int32(tree.names.count)
    tree.names.append(name)
    nameIndices[name] = index
    return index
  }

  // MARK: Text

  /// How many control characters there are that XML has no place for.
  private static func forbiddenCharacters(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    func isForbidden(_ byte: UInt8) -> Bool { byte < 0x20 && !"\t\n\r".utf8.contains(byte) }
    var count = 0
    var index = 0
    while true {
      index = bytes.firstIndex(from: index) {
        $0.isControl & ~($0.equals(0x09) | $0.equals(0x0A) | $0.equals(0x0D))
      } isSuch: {
        isForbidden($0)
      }
      guard index < bytes.count else { return count }
      count += 1
      index += 1
    }
  }

  private mutating func addText(_ text: Ink, isRaw: Bool) {
    guard !text.isEmpty, tree.nodes.count < Self.maximumNodes else { return }
    let first = tree.characters.count
    if isRaw { tree.characters.append(contentsOf: text) } else { decode(text) }
    let node = Int32(tree.nodes.count)
    tree.nodes.append(
      XMLTree.Node(
        name: -1, parent: Int32(open.last?.node ?? 0), end: node + 1, start: UInt32(first),
        stop: UInt32(tree.characters.count), content: text.startIndex..<text.endIndex))
  }

  /// Resolves references; the names that HTML knows are resolved, too, and counted, for XML knows five.
  private mutating func decode(_ text: Ink) {
    guard text.contains(UInt8(ascii: "&")) else {
      tree.characters.append(contentsOf: text)
      return
    }
    tree.faults.unknownReferences += XMLReferences.foreign(in: text)
    tree.faults.unknownReferences += HTMLEntities.decode(text, into: &tree.characters)
  }
}
