import Document

/// Bylines and dates that a page prints near its headline, where its markup does not say them.
struct PageCredits {
  private(set) var authors: Sourced<[String]>?
  private(set) var byline: String?
  private(set) var published: PublicationDate?
  private(set) var modified: PublicationDate?

  private static let blocksBefore = 40
  private static let blocksAfter = 12
  /// The names of several authors stand this close together, in nodes and in bytes of other words between them.
  private static let (nodesBetweenAuthors, wordsBetweenAuthors) = (12, 30)

  /// - Parameter first: the index of the text's first block.
  init(_ page: PageBlocks, _ tree: HTMLTree, around first: Int) {
    readMarked(page.credits, tree, around: page.blocks[first].node)
    page.text.withUnsafeBufferPointer { text in
      let start = max(0, first - Self.blocksBefore)
      // Nearest the text first, then what follows its start.
      for index in (start..<min(first, page.blocks.count)).reversed() {
        read(page.blocks[index], text)
      }
      for index in min(first, page.blocks.count)..<min(first + Self.blocksAfter, page.blocks.count)
      where page.blocks[index].context.contains(.credit) {
        read(page.blocks[index], text)
      }
    }
  }

  private mutating func read(_ block: PageBlock, _ text: UnsafeBufferPointer<UInt8>) {
    guard block.length <= 200, !block.context.contains(.comment) else { return }
    let words = text[block.start..<block.end]
    var hasCredit = false
    for line in words.split(separator: UInt8(ascii: "\n")) {
      guard let credit = CreditLine(line) else { continue }
      hasCredit = true
      if let found = credit.byline { note(found) }
      published = published ?? credit.published
      modified = modified ?? credit.modified
    }
    if hasCredit { return }
    if block.context.contains(.credit), block.length <= 100 {
      read(credit: words, isByline: block.context.contains(.byline))
    }
  }

  /// A name, or a date among other words, in an element that says it holds such.
  private mutating func read(credit words: Ink, isByline: Bool) {
    if authors == nil, isByline, let names = Self.names(words) {
      authors = Sourced(names, from: "text:byline")
      byline = words.string
    }
    guard published == nil else { return }
    for index in words.indices where words[index] > 0x20 {
      guard index == words.startIndex || words[index - 1] <= 0x20 else { continue }
      var scanner = InkScanner(words[index...])
      if var date = scanner.date(), date.year != nil {
        date.time = scanner.time()
        published = date
        return
      }
    }
  }

  private mutating func note(_ found: Byline) {
    guard authors == nil else { return }
    authors = Sourced(found.authors, from: "text:byline")
    byline = found.line
  }

  // MARK: Marked elements

  /// Takes the authors of the elements that name any, nearest above the text, else nearest below its start.
  private mutating func readMarked(_ nodes: [Int], _ tree: HTMLTree, around first: Int) {
    let above = nodes.filter { $0 < first }
    for node in above.reversed() + nodes.dropFirst(above.count) where authors == nil {
      guard Self.names(marked: Self.line(node, tree)) != nil else { continue }
      let lines = Self.row(of: node, among: nodes, tree).map { Self.line($0, tree) }
      let named = lines.compactMap { line in Self.names(marked: line).map { (line, $0) } }
      let place = tree.nodes[node].tag == .a ? "rel=author" : "text:byline"
      authors = Sourced(PageMetadata.unique(named.flatMap(\.1)), from: place)
      byline = PageMetadata.unique(named.map(\.0)).joined(separator: ", ")
    }
  }

  private static func line(_ node: Int, _ tree: HTMLTree) -> String {
    HTMLText.clean(Array(tree.words(in: node).utf8))
  }

  /// The elements of one kind that stand in a row with one of them, and that one.
  private static func row(of node: Int, among nodes: [Int], _ tree: HTMLTree) -> [Int] {
    let kind = tree.string(.class, of: node)
    var row: [Int] = []
    for other in nodes
    where tree.nodes[other].tag == tree.nodes[node].tag && tree.string(.class, of: other) == kind {
      if let last = row.last, !areTogether(last, other, tree) {
        if last >= node { break }
        row = []
      }
      row.append(other)
    }
    return row
  }

  private static func areTogether(_ first: Int, _ second: Int, _ tree: HTMLTree) -> Bool {
    let between = Int(tree.nodes[first].end)..<max(second, Int(tree.nodes[first].end))
    guard between.count <= nodesBetweenAuthors else { return false }
    let texts = between.filter { tree.nodes[$0].tag == .text }
    return texts.reduce(0) { $0 + tree.text($1).count { $0 > 0x20 } } <= wordsBetweenAuthors
  }

  /// The names in the words of an element that says it holds such.
  private static func names(marked line: String) -> [String]? {
    guard !line.isEmpty, line.utf8.count <= 100 else { return nil }
    var line = line
    return line.withUTF8 { buffer in
      let ink = Ink(base: buffer, bounds: 0..<buffer.count)
      return Byline(ink)?.authors ?? names(ink)
    }
  }

  /// The names that a line consists of.
  private static func names(_ line: Ink) -> [String]? {
    let names = NameList(line.words[...])
    guard names.isComplete, !names.authors.isEmpty, !names.hasNewsroomWord,
      names.authors.allSatisfy({ $0.contains(" ") }), !Kicker.isKnown(line)
    else { return nil }
    return names.authors.map(Byline.inOrdinaryCase)
  }
}
