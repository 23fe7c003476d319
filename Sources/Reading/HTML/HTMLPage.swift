import Document

/// Reads a news page: its main text, and what its markup says of it.
struct HTMLPage: Story {
  private(set) var text: [UInt8] = []
  private(set) var metadata: Metadata
  private(set) var layers = Layers()
  private(set) var warnings: [Warning] = []

  /// - Parameter address: the one from which the page was fetched, where that is known.
  init(_ utf8: ArraySlice<UInt8>, source: String, address: String? = nil) {
    let tree = utf8.withUnsafeBufferPointer { HTMLParser.parse($0) }
    let facts = PageMetadata(tree, utf8, address: address)
    metadata = facts.metadata
    let page = PageBlocks(tree, lengths: tree.textLengths)
    let main = MainText.choose(tree, page, title: metadata.title?.value ?? "")
    warnings = Self.warnings(tree, utf8)
    write(main, of: page, tree, base: facts.base)
    addCredits(page, tree, main, facts)
    addClosingCredit(main.closingCredit)
    metadata.authors = metadata.authors ?? facts.houseAuthors
    addCaptions(page, main, tree)
    addDateOfAddress()
    takeBody(of: facts)
    if text.isEmpty { warnings.append(Warning(code: "text", message: "no text was found")) }
    metadata.addDateline(of: text, source: source)
  }

  /// Takes the text of the page's JSON-LD, where the page prints less than a third as much.
  private mutating func takeBody(of facts: PageMetadata) {
    guard let body = facts.articleBody, text.count * 3 < body.utf8.count else { return }
    let fragment = HTMLFragment(Array(body.utf8), base: facts.base)
    guard text.count * 3 < fragment.text.count else { return }
    (text, layers) = (fragment.text, fragment.layers)
    warnings.append(Warning(code: "text", message: "the text is that of the page's JSON-LD"))
  }

  private static func warnings(_ tree: HTMLTree, _ utf8: ArraySlice<UInt8>) -> [Warning] {
    var warnings: [Warning] = []
    if tree.faults > 0 {
      let message = "\(counted(tree.faults, "character reference")) to no character became U+FFFD"
      warnings.append(Warning(code: "reference", message: message))
    }
    if tree.isCut {
      let message = "more than \(HTMLParser.maximumNodes) elements and texts; the rest is left out"
      warnings.append(Warning(code: "cut", message: message))
    }
    let firstNUL = utf8.withUnsafeBufferPointer { bytes in
      bytes.firstIndex(from: 0, marks: { $0.equals(0) }, isSuch: { $0 == 0 })
    }
    if firstNUL < utf8.count {
      let nuls = utf8.count { $0 == 0 }
      warnings.append(Warning(code: "nul", message: "\(counted(nuls, "NUL character")) left out"))
    }
    return warnings
  }

  /// Adds the byline and dates that the page prints, where its markup has none.
  private mutating func addCredits(
    _ page: PageBlocks, _ tree: HTMLTree, _ main: MainText, _ facts: PageMetadata
  ) {
    guard let first = main.chosen.first else { return }
    addTime(facts.time(nearest: page.blocks[first].node))
    guard metadata.authors == nil || metadata.published == nil || metadata.modified == nil else {
      return
    }
    let credits = PageCredits(page, tree, around: first)
    if metadata.authors == nil, let authors = credits.authors {
      metadata.authors = authors
      metadata.byline = credits.byline.map {
        Sourced(HTMLText.plain($0), from: authors.provenance)
      }
    }
    metadata.published =
      metadata.published ?? credits.published.map { Sourced($0.description, from: "text:date") }
    metadata.modified =
      metadata.modified ?? credits.modified.map { Sourced($0.description, from: "text:date") }
  }

  /// Keeps the line below the text that says who made the story, and takes its authors where no one else names any.
  private mutating func addClosingCredit(_ credit: ClosingCredit?) {
    guard let credit else { return }
    metadata.add("credit", .string(HTMLText.plain(credit.line)), from: "text:credit", among: "html")
    if metadata.authors == nil, !credit.authors.isEmpty {
      metadata.authors = Sourced(credit.authors, from: "text:credit")
    }
  }

  /// Adds when the article was published, or to the day that is known the time.
  private mutating func addTime(_ time: Sourced<String>?) {
    guard let time else { return }
    let known = metadata.published?.value ?? ""
    if time.value.hasPrefix(known), time.value != known { metadata.published = time }
  }

  /// Adds the day that the page's address names, where nothing else tells when it was published.
  private mutating func addDateOfAddress() {
    guard metadata.published == nil, let url = metadata.url?.value else { return }
    metadata.published = YearEvidence.date(in: url).map { Sourced($0, from: "url") }
  }

  /// Keeps what the article says of its pictures, which is no part of its text.
  private mutating func addCaptions(_ page: PageBlocks, _ main: MainText, _ tree: HTMLTree) {
    let article = main.container..<Int(tree.nodes[main.container].end)
    let captions = page.blocks.filter { block in
      article.contains(block.node) && (block.kind == .caption || block.context.contains(.caption))
        && block.context.isDisjoint(with: [.foreign, .comment, .hidden])
    }
    guard !captions.isEmpty else { return }
    let words = captions.map { HTMLText.clean(Array(page.text[$0.start..<$0.end])) }
    metadata.add(
      "captions", .list(PageMetadata.unique(words).map(Value.string)), from: "figcaption",
      among: "html")
  }

  /// Writes the chosen blocks, cleaned, and where their links lead.
  private mutating func write(
    _ main: MainText, of page: PageBlocks, _ tree: HTMLTree, base: String?
  ) {
    var writer = BlockWriter(page, tree, base: base)
    writer.write(main.chosen.map { page.blocks[$0] })
    (text, layers.links, layers.marked) = (writer.text, writer.links, writer.marked)
    warnings += writer.cleaner.warnings.filter { $0.code != "nul" }
  }
}

extension HTMLTree {
  /// Bytes of text inside each node that are not white space, scripts and the like left out.
  var textLengths: [Int32] {
    var lengths = [Int32](repeating: 0, count: nodes.count)
    for index in nodes.indices.reversed() {
      switch nodes[index].tag {
      case .text: lengths[index] = Int32(text(index).count { $0 > 0x20 })
      case .head, .script, .style, .noscript, .template, .title: lengths[index] = 0
      default: break
      }
      let parent = Int(nodes[index].parent)
      if parent >= 0 { lengths[parent] += lengths[index] }
    }
    return lengths
  }
}
