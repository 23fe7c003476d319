import Document

/// Bylines and dates that a page prints near its headline, where its markup does not say them.
struct PageCredits {
  private(set) var authors: [String] = []
  private(set) var byline: String?
  private(set) var published: PublicationDate?
  private(set) var modified: PublicationDate?

  private static let blocksBefore = 40
  private static let blocksAfter = 12

  /// - Parameter first: the index of the text's first block.
  init(_ page: PageBlocks, around first: Int) {
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
      readMarked(words, isByline: block.context.contains(.byline))
    }
  }

  /// A name, or a date among other words, in an element that says it holds such.
  private mutating func readMarked(_ words: Ink, isByline: Bool) {
    let names = NameList(words.words[...])
    if authors.isEmpty, isByline, names.isComplete, !names.authors.isEmpty,
      names.authors.allSatisfy({ $0.contains(" ") }), !Kicker.isKnown(words), !names.hasNewsroomWord
    {
      authors = names.authors.map(Byline.inOrdinaryCase)
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
    guard authors.isEmpty else { return }
    authors = found.authors
    byline = found.line
  }
}
