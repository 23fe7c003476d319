/// Cuts a page into blocks of words, in reading order.
struct PageBlocks {
  struct PageLink {
    var start: Int
    var end: Int
    /// The `a` element.
    var node: Int
  }

  private(set) var blocks: [PageBlock] = []
  private(set) var text: [UInt8] = []
  private(set) var links: [PageLink] = []
  /// Elements that say they name the author, readers' comments apart: by their class, or links by `rel`.
  private(set) var credits: [Int] = []

  private struct Open {
    var node: Int
    var end: Int
    var context: PageContext
  }

  private let tree: HTMLTree
  private let lengths: [Int32]
  private var open: [Open] = []
  private var blockStart = 0
  private var linkEnd = 0
  private var linkNode = 0
  private var linkStart = 0
  private var linked = 0
  private var commas = 0
  private var breaks = 0
  /// Where the element ends whose line ends count, or 0.
  private var preformattedEnd = 0

  /// - Parameter lengths: bytes of text inside each node.
  init(_ tree: HTMLTree, lengths: [Int32]) {
    self.tree = tree
    self.lengths = lengths
    text.reserveCapacity(tree.characters.count / 2)
    open.append(Open(node: 0, end: tree.nodes.count, context: []))
    var index = 1
    while index < tree.nodes.count {
      leaveElements(before: index)
      index = visit(index)
    }
    flush()
  }

  private mutating func leaveElements(before index: Int) {
    if index >= linkEnd, linkEnd > 0 { endLink() }
    while let last = open.last, last.end <= index, open.count > 1 {
      flush()
      open.removeLast()
    }
  }

  /// Takes a node's own words.
  /// - Returns: the index of the next node to visit.
  private mutating func visit(_ index: Int) -> Int {
    let node = tree.nodes[index]
    switch node.tag {
    case .text where index < preformattedEnd: writeLines(tree.text(index))
    case .text: write(tree.text(index))
    case .br:
      breaks += 1
      if breaks >= 2 { flush() } else { lineBreak() }
    case .a where index >= linkEnd: beginLink(index)
    case .head, .script, .style, .noscript, .template, .iframe, .svg, .math, .canvas, .audio,
      .video,
      .button, .select, .textarea, .nav, .dialog, .map, .noembed, .noframes, .menu, .title:
      return max(index + 1, Int(node.end))
    case .hr: flush()
    default:
      if node.tag.isBlock || (node.tag == .span && node.attributeCount > 0) || node.tag == .unknown
      {
        return enter(index, node)
      }
    }
    return index + 1
  }

  private mutating func enter(_ index: Int, _ node: HTMLTree.Node) -> Int {
    let outer = open[open.count - 1].context
    let (context, isSkipped) = context(of: index, node, inside: outer)
    guard !isSkipped, lengths[index] > 0 else { return max(index + 1, Int(node.end)) }
    if context.contains(.byline), !outer.contains(.byline), context.isDisjoint(with: .outside) {
      credits.append(index)
    }
    // Words inside a line that are no part of it, such as a caption, become a block, too.
    if node.tag.isBlock || context.isDisjoint(with: .outside) != outer.isDisjoint(with: .outside) {
      flush()
      open.append(Open(node: index, end: Int(node.end), context: context))
    }
    if node.tag.isPreformatted { preformattedEnd = max(preformattedEnd, Int(node.end)) }
    return index + 1
  }

  private func context(
    of index: Int, _ node: HTMLTree.Node, inside outer: PageContext
  ) -> (PageContext, isSkipped: Bool) {
    var context = outer
    switch node.tag {
    case .aside: context.insert(.aside)
    case .footer: context.insert(.footer)
    case .header: context.insert(.header)
    case .ul, .ol, .dl: context.insert(.list)
    case .blockquote: context.insert(.quote)
    case .table: context.insert(.table)
    case .figcaption, .figure, .caption: context.insert(.caption)
    case .article: context.insert(.article)
    default: break
    }
    guard node.attributeCount > 0 else { return (context, false) }
    let isLarge = Int(lengths[index]) * 5 > Int(lengths[0]) * 2
    if !isLarge, isHidden(index) { return (context, true) }
    let words = ClassWords(tree, index)
    if words.isForeign, !isLarge { return (context, true) }
    if words.isComment, !isLarge { context.insert(.comment) }
    if words.isCaption, !isLarge { context.insert(.caption) }
    if words.isCorrection, !isLarge { context.insert(.correction) }
    if words.isCredit, lengths[index] < 600, !isLarge {
      context.insert(words.isByline ? [.credit, .byline] : .credit)
    }
    return (context, false)
  }

  private func isHidden(_ index: Int) -> Bool {
    if tree.value(.hidden, of: index) != nil { return true }
    if tree.value(.ariaHidden, of: index)?.elementsEqual("true".utf8) == true { return true }
    if let role = tree.string(.role, of: index) {
      switch role {
      case "navigation", "complementary", "contentinfo", "banner", "search", "dialog", "menu",
        "alert", "menubar", "toolbar":
        return true
      default: break
      }
    }
    guard let style = tree.string(.style, of: index) else { return false }
    let tight = style.lowercased().filter { $0 != " " }
    return tight.contains("display:none") || tight.contains("visibility:hidden")
  }

  // MARK: Words

  private mutating func write(_ words: ArraySlice<UInt8>) {
    let before = text.count
    let isInLink = linkEnd > 0
    for byte in words {
      if byte <= 0x20 {
        if text.count > blockStart, text[text.count - 1] > 0x20 { text.append(0x20) }
      } else {
        text.append(byte)
        if byte == 0x2C { commas += 1 }
      }
    }
    if text.count > before + 1 || (text.count == before + 1 && text[before] > 0x20) { breaks = 0 }
    if isInLink { linked += text.count - before }
  }

  /// Takes words with the spaces and line ends between them.
  private mutating func writeLines(_ words: ArraySlice<UInt8>) {
    let before = text.count
    for byte in words where byte != 0x0D {
      text.append(byte)
      if byte == 0x2C { commas += 1 }
    }
    breaks = 0
    if linkEnd > 0 { linked += text.count - before }
  }

  private mutating func lineBreak() {
    while let last = text.last, last == 0x20, text.count > blockStart { text.removeLast() }
    if text.count > blockStart { text.append(0x0A) }
  }

  private mutating func beginLink(_ index: Int) {
    linkNode = index
    linkEnd = Int(tree.nodes[index].end)
    linkStart = text.count
    if linkEnd <= index + 1 { linkEnd = 0 }
    if tree.value(.rel, of: index)?.elementsEqual("author".utf8) == true,
      open[open.count - 1].context.isDisjoint(with: .outside)
    {
      credits.append(index)
    }
  }

  private mutating func endLink() {
    if text.count > linkStart {
      links.append(PageLink(start: linkStart, end: text.count, node: linkNode))
    }
    linkEnd = 0
  }

  private mutating func flush() {
    breaks = 0
    while let last = text.last, last <= 0x20, text.count > blockStart { text.removeLast() }
    defer {
      blockStart = text.count
      linked = 0
      commas = 0
      if linkEnd > 0 { linkStart = text.count }
    }
    guard text.count > blockStart else { return }
    let holder = open[open.count - 1]
    if tree.nodes[holder.node].tag.isPreformatted { flowLines() }
    if linkEnd > 0, text.count > linkStart {
      links.append(PageLink(start: linkStart, end: text.count, node: linkNode))
    }
    blocks.append(
      PageBlock(
        kind: kind(of: holder.node, holder.context), node: holder.node, start: blockStart,
        end: text.count, linked: min(linked, text.count - blockStart), commas: commas,
        context: holder.context))
    text.append(0x0A)
  }

  /// Joins the lines that were only wrapped, unless links are known to stand in them.
  private mutating func flowLines() {
    guard linkEnd == 0, links.last.map({ $0.start < blockStart }) ?? true else { return }
    let flowed = text[blockStart...].withUnsafeBufferPointer { TextFlow($0).text }
    text.replaceSubrange(blockStart..., with: flowed)
  }

  private func kind(of node: Int, _ context: PageContext) -> PageBlock.Kind {
    switch tree.nodes[node].tag {
    case let tag where tag.isHeading: .heading
    case .li, .dd, .dt: .item
    case .figcaption, .caption: .caption
    case .td, .th: .cell
    case let tag where tag.isPreformatted: .preformatted
    default: context.contains(.quote) ? .quote : .paragraph
    }
  }
}
