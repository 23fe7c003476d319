import Document

/// Writes blocks of a page as text, cleaned, in form C, and where their links lead.
struct BlockWriter {
  private(set) var text: [UInt8] = []
  private(set) var links = Layer<Link>()
  /// Headings, quotes and corrections.
  private(set) var marked = Layer<Scope.Kind>()
  private(set) var cleaner = TextCleaner(isVerbatim: false)

  private let page: PageBlocks
  private let tree: HTMLTree
  private let base: Address
  private var nextLink = 0

  /// - Parameter base: the address that those of links are relative to.
  init(_ page: PageBlocks, _ tree: HTMLTree, base: String?) {
    self.page = page
    self.tree = tree
    self.base = Address(base ?? "")
  }

  /// - Parameter blocks: in page order.
  mutating func write(_ blocks: [PageBlock]) {
    let tables = DataTables(tree, blocks)
    var previous: PageBlock?
    for block in blocks {
      write(breakBetween: previous, block, in: tables)
      let start = text.count
      write(block)
      if let scope = block.scope { mark(TextRange(start, text.count), scope) }
      previous = block
    }
    // Each piece is in form C; only marks at the start of one can join with what is before it.
    let before = text.count
    text.normalize()
    if text.count != before { (links, marked) = (Layer(), Layer()) }
  }

  /// Parts a block from the one before: items and rows of data stand on lines of their own, the cells of a row between tabs.
  private mutating func write(
    breakBetween previous: PageBlock?, _ block: PageBlock, in tables: DataTables
  ) {
    let cell = tables.cell(of: block)
    let before = previous.flatMap(tables.cell)
    if let previous {
      switch (before, cell) {
      case (let before?, let cell?) where before.row == cell.row:
        let tabs = cell.column - before.column
        text.append(contentsOf: tabs > 0 ? String(repeating: "\t", count: tabs).utf8 : " ".utf8)
        return
      case (let before?, let cell?) where before.table == cell.table:
        text.append(contentsOf: "\n".utf8)
      case _ where previous.kind == .item && block.kind == .item:
        text.append(contentsOf: "\n".utf8)
      default: text.append(contentsOf: "\n\n".utf8)
      }
    }
    // Cells without words before the first that has some.
    text.append(contentsOf: repeatElement(0x09, count: cell?.column ?? 0))
  }

  /// Notes what a block is; paragraphs of one quote or correction that follow each other are one stretch.
  private mutating func mark(_ range: TextRange, _ scope: Scope.Kind) {
    if let last = marked.ranges.last, marked.notes.last == scope, scope != .heading,
      last.upper + 2 >= range.lower
    {
      marked.replaceLast(TextRange(last.lower, range.upper))
    } else if !range.isEmpty {
      marked.append(range, scope)
    }
  }

  private mutating func write(_ block: PageBlock) {
    var position = block.start
    while nextLink < page.links.count, page.links[nextLink].start < block.start { nextLink += 1 }
    while nextLink < page.links.count, case let link = page.links[nextLink], link.start < block.end
    {
      // Spaces at the end of a block are gone, though a link may have had them.
      let end = min(link.end, block.end)
      write(page.text[position..<link.start])
      let start = text.count
      write(page.text[link.start..<end])
      if let url = tree.string(.href, of: link.node), !url.isEmpty, text.count > start {
        links.append(TextRange(start, text.count), Link(url: base.resolve(url)))
      }
      position = end
      nextLink += 1
    }
    write(page.text[position..<block.end])
  }

  private mutating func write(_ words: ArraySlice<UInt8>) {
    var clean = words.withUnsafeBufferPointer { cleaner.clean($0) }
    clean.normalize()
    text += clean
  }
}
