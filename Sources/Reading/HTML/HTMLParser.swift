import Glibc

/// Parses HTML as browsers do where it matters for reading: raw text, implied ends, misnested formatting, unclosed anything.
///
/// One pass, no recursion; time in proportion to the page. Deeper nesting than `maximumDepth` is flattened.
struct HTMLParser {
  static let maximumDepth = 400
  static let maximumNodes = 4_000_000

  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: UnsafePointer<UInt8>
  private var position = 0
  private var tree = HTMLTree()
  private var open = HTMLOpenElements()
  /// Quotation marks that are known not to come any more.
  private var isCommentEndMissing = false
  private var missingQuotes: (double: Bool, single: Bool) = (false, false)

  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> HTMLTree {
    guard let base = bytes.baseAddress else { return HTMLTree() }
    var parser = HTMLParser(bytes, base)
    parser.run()
    return parser.tree
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>) {
    self.bytes = bytes
    self.base = base
    tree.nodes.reserveCapacity(bytes.count / 24)
    tree.characters.reserveCapacity(bytes.count / 2)
    tree.attributes.reserveCapacity(bytes.count / 64)
    append(.html, attributes: tree.attributes.count)
    open.push(.html, 0)
  }

  private mutating func run() {
    while position < bytes.count {
      let less = find(0x3C, from: position)
      if less > position { addText(position, less) }
      position = less
      guard position < bytes.count else { break }
      readMarkup()
    }
    open.close(downTo: 0, &tree)
  }

  /// The offset of the next such byte, or the end.
  private func find(_ byte: Int32, from start: Int) -> Int {
    guard start < bytes.count, let found = memchr(base + start, byte, bytes.count - start) else {
      return bytes.count
    }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
  }

  // MARK: Markup

  private mutating func readMarkup() {
    guard position + 1 < bytes.count else { return addText(position, position + 1, moving: true) }
    switch bytes[position + 1] {
    case let letter where (letter | 0x20) &- 0x61 < 26: readStartTag()
    case UInt8(ascii: "/"): readEndTag()
    case UInt8(ascii: "!"): skipDeclaration()
    case UInt8(ascii: "?"): position = find(0x3E, from: position) + 1
    default: addText(position, position + 1, moving: true)
    }
  }

  private mutating func skipDeclaration() {
    guard position + 3 < bytes.count, bytes[position + 2] == 0x2D, bytes[position + 3] == 0x2D
    else {
      position = find(0x3E, from: position) + 1
      return
    }
    let start = position + 4
    // `<!-->` and `<!--->` are whole comments.
    if start < bytes.count, bytes[start] == 0x3E {
      position = start + 1
      return
    }
    // A comment that never ends goes to the next `>` only, so that a page cut short keeps its words.
    guard !isCommentEndMissing else {
      position = find(0x3E, from: position) + 1
      return
    }
    var end = find(0x3E, from: start)
    while end < bytes.count, end < start + 2 || bytes[end - 1] != 0x2D || bytes[end - 2] != 0x2D {
      end = find(0x3E, from: end + 1)
    }
    guard end < bytes.count else {
      isCommentEndMissing = true
      position = find(0x3E, from: position) + 1
      return
    }
    position = end + 1
  }

  /// The letters of a name in small, at most eight of them, and the offset behind it.
  @inline(__always)
  private func name(from start: Int) -> (letters: UInt64, count: Int, end: Int) {
    var letters: UInt64 = 0
    var index = start
    while index < bytes.count {
      var byte = bytes[index]
      if byte <= 0x20 || byte == 0x2F || byte == 0x3E || byte == 0x3D { break }
      if byte &- 0x41 < 26 { byte |= 0x20 }
      let shift = index - start
      if shift < 8 { letters |= UInt64(byte) << (UInt64(shift) * 8) }
      index += 1
    }
    return (letters, index - start, index)
  }

  private mutating func readStartTag() {
    let (letters, count, end) = name(from: position + 1)
    let tag = HTMLNames.tags.find(letters, count).flatMap(HTMLTag.init) ?? .unknown
    position = end
    let firstAttribute = tree.attributes.count
    let isSelfClosing = readAttributes()
    begin(tag, firstAttribute, isSelfClosing)
  }

  private mutating func readEndTag() {
    let (letters, count, end) = name(from: position + 2)
    position = find(0x3E, from: end) + 1
    guard count > 0, let tag = HTMLNames.tags.find(letters, count).flatMap(HTMLTag.init) else {
      return
    }
    if tag == .br { return append(.br, attributes: tree.attributes.count) }
    open.end(tag, &tree)
  }

  // MARK: Attributes

  /// Reads up to and over the `>` that ends a tag.
  /// - Returns: whether the tag closes itself.
  private mutating func readAttributes() -> Bool {
    var seen: UInt32 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte <= 0x20 {
        position += 1
      } else if byte == 0x3E {
        position += 1
        return position >= 2 && bytes[position - 2] == 0x2F
      } else if byte == 0x2F || byte == 0x3D {
        position += 1
      } else {
        readAttribute(&seen)
      }
    }
    return false
  }

  private mutating func readAttribute(_ seen: inout UInt32) {
    let (letters, count, end) = name(from: position)
    position = end
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    var value = position..<position
    if position < bytes.count, bytes[position] == 0x3D {
      position += 1
      while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
      value = readValue()
    }
    guard let attribute = HTMLNames.attributes.find(letters, count).flatMap(HTMLAttribute.init),
      seen & 1 << attribute.rawValue == 0
    else { return }
    seen |= 1 << attribute.rawValue
    let start = tree.characters.count
    HTMLEntities.decode(bytes[value], into: &tree.characters)
    tree.attributes.append(
      HTMLTree.Attribute(
        name: attribute, start: UInt32(start), stop: UInt32(tree.characters.count)))
  }

  private mutating func readValue() -> Range<Int> {
    guard position < bytes.count else { return position..<position }
    let quote = bytes[position]
    if quote == 0x22 || quote == 0x27, !isMissing(quote) {
      let start = position + 1
      let end = find(Int32(quote), from: start)
      if end < bytes.count {
        position = end + 1
        return start..<end
      }
      note(missing: quote)
    }
    let start = position
    while position < bytes.count, bytes[position] > 0x20, bytes[position] != 0x3E { position += 1 }
    return start..<position
  }

  private func isMissing(_ quote: UInt8) -> Bool {
    quote == 0x22 ? missingQuotes.double : missingQuotes.single
  }

  private mutating func note(missing quote: UInt8) {
    if quote == 0x22 { missingQuotes.double = true } else { missingQuotes.single = true }
  }

  // MARK: Elements and text

  private mutating func begin(_ tag: HTMLTag, _ firstAttribute: Int, _ isSelfClosing: Bool) {
    if tag == .html || (tag == .body && open.contains(.body)) {
      return merge(firstAttribute, into: tag == .html ? 0 : open.node(of: .body) ?? 0)
    }
    open.closeImplied(by: tag, &tree)
    guard tree.nodes.count < Self.maximumNodes else {
      tree.isCut = true
      return
    }
    let node = tree.nodes.count
    append(tag, attributes: firstAttribute)
    if tag.isRaw, !isSelfClosing || tag == .script { return readRaw(tag, node) }
    if tag.isRaw { return }
    let isForeign = tag == .svg || tag == .math || open.contains(.svg) || open.contains(.math)
    if tag.isVoid || (isSelfClosing && isForeign) { return }
    if open.count < Self.maximumDepth { open.push(tag, node) }
  }

  /// Gives a second `html` or `body` tag's attributes to the first where it has none.
  private mutating func merge(_ firstAttribute: Int, into node: Int) {
    guard tree.nodes[node].attributeCount == 0 else { return }
    tree.nodes[node].start = UInt32(firstAttribute)
    tree.nodes[node].attributeCount = UInt8(min(255, tree.attributes.count - firstAttribute))
  }

  private mutating func append(_ tag: HTMLTag, attributes firstAttribute: Int) {
    let node = Int32(tree.nodes.count)
    tree.nodes.append(
      HTMLTree.Node(
        tag: tag, attributeCount: UInt8(min(255, tree.attributes.count - firstAttribute)),
        depth: UInt16(open.count), parent: open.top, end: node + 1, start: UInt32(firstAttribute),
        stop: 0))
  }

  /// Takes the characters up to an element's own end tag.
  private mutating func readRaw(_ tag: HTMLTag, _ node: Int) {
    let start = position
    var end = bytes.count
    var index = start
    while tag != .plaintext, index < bytes.count {
      let less = find(0x3C, from: index)
      guard less + 2 < bytes.count else { break }
      if bytes[less + 1] == 0x2F {
        let (letters, count, after) = name(from: less + 2)
        if HTMLNames.tags.find(letters, count) == tag.rawValue {
          end = less
          position = find(0x3E, from: after) + 1
          break
        }
      }
      index = less + 1
    }
    if end == bytes.count {
      // Without its end only what must not be read swallows the rest.
      guard tag == .script || tag == .style || tag == .plaintext || tag == .xmp else { return }
      position = bytes.count
    }
    keepRaw(tag, node, start..<end)
    tree.nodes[node].end = Int32(tree.nodes.count)
  }

  private mutating func keepRaw(_ tag: HTMLTag, _ node: Int, _ content: Range<Int>) {
    switch tag {
    case .title, .xmp, .plaintext:
      open.push(tag, node)
      addText(content.lowerBound, content.upperBound)
      open.end(tag, &tree)
    case .script:
      let type = tree.value(.type, of: node) ?? []
      if type.starts(with: "application/ld+json".utf8) { tree.linkedData.append(content) }
    default: break
    }
  }

  private mutating func addText(_ start: Int, _ end: Int, moving: Bool = false) {
    if moving { position = end }
    guard start < end else { return }
    guard tree.nodes.count < Self.maximumNodes else {
      tree.isCut = true
      return
    }
    let first = tree.characters.count
    let text = bytes[start..<end]
    if memchr(base + start, 0x26, end - start) == nil {
      tree.characters.append(contentsOf: text)
    } else {
      tree.faults += HTMLEntities.decode(text, into: &tree.characters)
    }
    let node = Int32(tree.nodes.count)
    tree.nodes.append(
      HTMLTree.Node(
        tag: .text, attributeCount: 0, depth: UInt16(open.count), parent: open.top, end: node + 1,
        start: UInt32(first), stop: UInt32(tree.characters.count)))
  }
}
