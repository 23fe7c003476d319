/// The elements that are open while a page is parsed, outermost first.
struct HTMLOpenElements {
  private struct Element {
    var tag: HTMLTag
    var node: Int32
    /// Ended by its tag while blocks inside it were open; it goes when they do.
    var hasEnded = false
  }

  private var elements: [Element] = []
  private var counts = [Int32](repeating: 0, count: 256)

  var count: Int { elements.count }
  var top: Int32 { elements.last?.node ?? -1 }

  func contains(_ tag: HTMLTag) -> Bool { counts[Int(tag.rawValue)] > 0 }

  func node(of tag: HTMLTag) -> Int? { elements.first { $0.tag == tag }.map { Int($0.node) } }

  mutating func push(_ tag: HTMLTag, _ node: Int) {
    elements.append(Element(tag: tag, node: Int32(node)))
    counts[Int(tag.rawValue)] += 1
  }

  /// Closes elements until so many are left.
  mutating func close(downTo left: Int, _ tree: inout HTMLTree) {
    while elements.count > left, let element = elements.popLast() {
      if !element.hasEnded {
        counts[Int(element.tag.rawValue)] -= 1
        tree.nodes[Int(element.node)].end = Int32(tree.nodes.count)
      }
    }
    while elements.count > 1, let last = elements.last, last.hasEnded { elements.removeLast() }
  }

  /// Obeys an end tag. Formatting that blocks have been opened in ends without them.
  mutating func end(_ tag: HTMLTag, _ tree: inout HTMLTree) {
    guard contains(tag), tag != .html, tag != .body else { return }
    var index = elements.count - 1
    var hasBlock = false
    while index > 0, elements[index].tag != tag || elements[index].hasEnded {
      if Self.isBoundary(elements[index].tag), !Self.isBoundary(tag) { return }
      if elements[index].tag.isBlock { hasBlock = true }
      index -= 1
    }
    guard index > 0 else { return }
    if hasBlock, tag.isFormatting {
      elements[index].hasEnded = true
      counts[Int(tag.rawValue)] -= 1
      tree.nodes[Int(elements[index].node)].end = Int32(tree.nodes.count)
    } else {
      close(downTo: index, &tree)
    }
  }

  /// Closes what a start tag ends without saying so: a paragraph before a block, an item before the next.
  mutating func closeImplied(by tag: HTMLTag, _ tree: inout HTMLTree) {
    switch tag {
    case .li: closeLast([.li], inside: [.ul, .ol, .menu], &tree)
    case .dd, .dt: closeLast([.dd, .dt], inside: [.dl], &tree)
    case .option, .optgroup: closeLast([.option], inside: [.select], &tree)
    case .tr: closeLast([.tr], inside: [.table], &tree)
    case .td, .th: closeLast([.td, .th], inside: [.tr, .table], &tree)
    case .tbody, .thead, .tfoot: closeLast([.tbody, .thead, .tfoot], inside: [.table], &tree)
    case .a: closeLast([.a], inside: [.table, .td], &tree)
    case .body: closeLast([.head], inside: [], &tree)
    default: break
    }
    if tag.isBlock {
      closeLast([.p], inside: [.button, .td, .th, .caption, .table, .object], &tree)
    }
    if tag.isHeading, let last = elements.last, last.tag.isHeading {
      close(downTo: count - 1, &tree)
    }
  }

  /// Closes the innermost of some elements, unless one that bounds it has been opened since.
  private mutating func closeLast(
    _ tags: [HTMLTag], inside bounds: [HTMLTag], _ tree: inout HTMLTree
  ) {
    guard tags.contains(where: contains) else { return }
    var index = elements.count - 1
    while index > 0, !tags.contains(elements[index].tag) || elements[index].hasEnded {
      if bounds.contains(elements[index].tag) { return }
      index -= 1
    }
    guard index > 0 else { return }
    if tags == [.a] { return end(.a, &tree) }
    close(downTo: index, &tree)
  }

  /// Whether an end tag of something smaller stops here: a cell keeps what was opened outside it.
  private static func isBoundary(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .td, .th, .table, .caption, .button, .object: true
    default: false
    }
  }
}
