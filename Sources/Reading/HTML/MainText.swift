/// Chooses the element that holds an article's text, and of its blocks those that are the article's.
struct MainText {
  /// The indices of the chosen blocks, in order.
  private(set) var chosen: [Int] = []
  /// The element that holds them.
  private(set) var container = 0
  /// Who made the story, as a line below it says.
  private(set) var closingCredit: ClosingCredit?

  private let tree: HTMLTree
  private let page: PageBlocks
  private let title: String
  private var scores: [Double]
  /// Bytes of good paragraphs inside each node.
  private var good: [Int]
  /// Bytes of all blocks inside each node that could be the article's.
  private var all: [Int]

  /// The page's text, valid while the choice is made.
  private let text: UnsafeBufferPointer<UInt8>

  /// Makes the choice.
  static func choose(_ tree: HTMLTree, _ page: PageBlocks, title: String) -> MainText {
    page.text.withUnsafeBufferPointer { MainText(tree, page, $0, title: title) }
  }

  private init(
    _ tree: HTMLTree, _ page: PageBlocks, _ text: UnsafeBufferPointer<UInt8>, title: String
  ) {
    self.tree = tree
    self.page = page
    self.text = text
    self.title = title
    scores = [Double](repeating: 0, count: tree.nodes.count)
    good = [Int](repeating: 0, count: tree.nodes.count)
    all = good
    score()
    container = best()
    choose()
  }

  // MARK: Scores

  private func isGood(_ block: PageBlock) -> Bool {
    block.length >= 30 && block.linkDensity < 0.5 && block.kind != .heading
      && block.kind != .caption
      && block.context.isDisjoint(with: .outside)
  }

  private mutating func score() {
    for block in page.blocks where block.context.isDisjoint(with: .outside) {
      guard isGood(block) else {
        add(block.length, to: \.all, from: block.node)
        continue
      }
      let isProse = block.kind == .paragraph || block.kind == .quote || block.kind == .preformatted
      var score = 1 + Double(block.commas) + min(Double(block.length) / 100, 3)
      if !isProse { score *= 0.4 }
      if block.context.contains(.aside) || block.context.contains(.footer) { score *= 0.3 }
      if block.context.contains(.credit) { score *= 0.3 }
      addScore(score, from: holder(of: block))
      add(block.length, to: \.good, from: block.node)
      add(block.length, to: \.all, from: block.node)
    }
  }

  /// The element whose content a block is: a paragraph's parent, a division itself.
  private func holder(of block: PageBlock) -> Int {
    switch tree.nodes[block.node].tag {
    case .div, .section, .article, .main, .body, .td, .center, .form: block.node
    default: max(0, Int(tree.nodes[block.node].parent))
    }
  }

  private mutating func addScore(_ score: Double, from holder: Int) {
    var node = holder
    var share = 1.0
    for level in 0..<4 where node >= 0 {
      scores[node] += score * share
      share = level == 0 ? 0.5 : share / 1.8
      node = Int(tree.nodes[node].parent)
    }
  }

  private mutating func add(
    _ length: Int, to sums: WritableKeyPath<MainText, [Int]>, from first: Int
  ) {
    var node = first
    while node >= 0 {
      self[keyPath: sums][node] += length
      node = Int(tree.nodes[node].parent)
    }
  }

  // MARK: The container

  private func best() -> Int {
    var best = 0
    var bestScore = 0.0
    for node in scores.indices where scores[node] > 0 {
      let score = scores[node] * weight(of: node)
      if score > bestScore { (best, bestScore) = (node, score) }
    }
    guard bestScore > 0 else { return 0 }
    return semantic(instead: widened(best))
  }

  private func weight(of node: Int) -> Double {
    let words = ClassWords(tree, node)
    var weight = 1 + Double(max(-60, min(60, words.weight))) / 100
    switch tree.nodes[node].tag {
    case .article, .main: weight += 0.2
    case .ul, .ol, .dl, .form, .table: weight -= 0.3
    case .body: weight -= 0.2
    default: break
    }
    return weight
  }

  /// Goes up while the element around holds much more good text.
  private func widened(_ node: Int) -> Int {
    var best = node
    var current = Int(tree.nodes[node].parent)
    while current > 0, tree.nodes[current].tag != .body, tree.nodes[current].tag != .html {
      let more = good[current] - good[best]
      let around = all[current] - all[best]
      if more > 100, more * 4 > good[best], more * 10 > around * 7 { best = current }
      current = Int(tree.nodes[current].parent)
    }
    return best
  }

  /// An element that says it is the article's text, if it holds most of what was found.
  private func semantic(instead found: Int) -> Int {
    var best = found
    var bestGood = 0
    for node in tree.nodes.indices where good[node] > 0 && isDeclared(node) {
      let isInside = found <= node && node < Int(tree.nodes[found].end)
      let holds = node <= found && found < Int(tree.nodes[node].end)
      guard isInside || holds, good[node] * 2 > good[found], good[node] > bestGood else { continue }
      (best, bestGood) = (node, good[node])
    }
    return best
  }

  private func isDeclared(_ node: Int) -> Bool {
    tree.value(.itemprop, of: node)?.elementsEqual("articleBody".utf8) == true
  }

  // MARK: Its blocks

  private mutating func choose() {
    let range = container..<Int(tree.nodes[container].end)
    let inside = page.blocks.indices.filter { range.contains(page.blocks[$0].node) }
    let tables = DataTables(tree, page.blocks)
    let kept = inside.filter { isKept(page.blocks[$0], tables) }
    chosen = withoutLooseHeadings(trimmed(kept))
    // A page without a paragraph that deserves the name still has words.
    if chosen.isEmpty { chosen = page.blocks.indices.filter { isKept(page.blocks[$0], tables) } }
    takeClosingCredit()
  }

  /// Takes out the line at the end that says who made the story.
  private mutating func takeClosingCredit() {
    for index in chosen.indices.dropFirst().suffix(Self.blocksWithCredit).reversed() {
      guard let credit = ClosingCredit(words(of: page.blocks[chosen[index]])) else { continue }
      closingCredit = credit
      chosen.remove(at: index)
      return
    }
  }

  /// What a site says of itself may follow.
  private static let blocksWithCredit = 3

  private func isKept(_ block: PageBlock, _ tables: DataTables) -> Bool {
    guard block.context.isDisjoint(with: .outside), block.kind != .caption else { return false }
    if block.context.contains(.aside), tree.nodes[container].tag != .aside { return false }
    if block.context.contains(.credit) { return block.length > 250 && block.linkDensity < 0.2 }
    if block.context.contains(.footer) { return false }
    // A table is kept or left out whole, or its other cells would lose their meaning.
    if let cell = tables.cell(of: block) { return !tables.areMostlyLinks(around: cell) }
    switch block.kind {
    case .heading: return block.linkDensity < 0.7 && !isTitle(block)
    case .item: return block.linkDensity < 0.5
    case .cell: return block.linkDensity < 0.3
    default: break
    }
    if block.linkDensity > 0.6, block.length < 400 { return false }
    return !Boilerplate.matches(words(of: block))
  }

  private func words(of block: PageBlock) -> Ink { text[block.start..<block.end] }

  private func isTitle(_ block: PageBlock) -> Bool {
    var title = title
    return title.withUTF8 { words(of: block).isSame(as: $0[...]) }
  }

  /// Without short lines before the first paragraph: dates, places, names.
  private func trimmed(_ kept: [Int]) -> [Int] {
    guard let first = kept.firstIndex(where: { isOpening(page.blocks[$0]) }) else { return kept }
    var start = first
    while start > 0, page.blocks[kept[start - 1]].kind == .heading { start -= 1 }
    return Array(kept[start...])
  }

  /// Whether a block can be an article's first paragraph.
  private func isOpening(_ block: PageBlock) -> Bool {
    if isGood(block), block.length >= 60 { return true }
    return block.kind == .paragraph && block.length >= 40 && block.linkDensity < 0.75
      && words(of: block).endsSentence
  }

  private func withoutLooseHeadings(_ kept: [Int]) -> [Int] {
    var result = kept
    while let last = result.last, page.blocks[last].kind == .heading { result.removeLast() }
    return result
  }
}
