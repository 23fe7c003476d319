import Document
import SystemCmark

/// The words of a Markdown document without its markup, and where its links lead.
struct MarkdownText {
  private enum Break { case none, line, paragraph }

  private(set) var text: [UInt8] = []
  /// The words of the first heading, if it is of the first level and stands before all else.
  private(set) var title: String?
  private(set) var links: [(range: TextRange, url: String)] = []
  /// Headings below the title, and quotes set off as blocks.
  private(set) var marked: [(range: TextRange, kind: Scope.Kind)] = []

  private var pending = Break.none
  private var linkStart: Int?
  private var headingStart = 0
  private var quoteStart = 0
  private var quoteDepth = 0
  private var isInTitle = false
  private var imageDepth = 0
  private var htmlPieces = 0
  private var cleaner = TextCleaner(isVerbatim: false)

  init(_ utf8: UnsafeBufferPointer<UInt8>) {
    CommonMark.walk(utf8) { node, isEntering in
      if isEntering { enter(node) } else { leave(node) }
    }
    while let last = text.last, last <= 0x20 { text.removeLast() }
  }

  private mutating func enter(_ node: MarkdownNode) {
    switch node.type {
    case CMARK_NODE_TEXT, CMARK_NODE_CODE: write(node.literal)
    case CMARK_NODE_CODE_BLOCK: writeBlock(node.literal)
    case CMARK_NODE_SOFTBREAK: writeSpace(" ")
    case CMARK_NODE_LINEBREAK: interrupt(.line)
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: skipHTML(node.literal)
    case CMARK_NODE_PARAGRAPH: interrupt(node.isInTightItem ? .line : .paragraph)
    case CMARK_NODE_HEADING: beginHeading(level: node.headingLevel)
    case CMARK_NODE_LINK: beginLink()
    case CMARK_NODE_IMAGE: imageDepth += 1
    case CMARK_NODE_DOCUMENT, CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_ITEM: break
    case CMARK_NODE_BLOCK_QUOTE: beginQuote()
    case CMARK_NODE_LIST, CMARK_NODE_THEMATIC_BREAK: interrupt(.paragraph)
    default: enterExtension(node.typeName)
    }
  }

  private mutating func enterExtension(_ typeName: String) {
    switch typeName {
    case "table": interrupt(.paragraph)
    case "table_row", "table_header": interrupt(.line)
    default: break
    }
  }

  private mutating func leave(_ node: MarkdownNode) {
    switch node.type {
    case CMARK_NODE_PARAGRAPH: interrupt(node.isInTightItem ? .line : .paragraph)
    case CMARK_NODE_HEADING: endHeading()
    case CMARK_NODE_BLOCK_QUOTE: endQuote()
    case CMARK_NODE_LIST: interrupt(.paragraph)
    case CMARK_NODE_LINK: endLink(to: node.url)
    case CMARK_NODE_IMAGE: imageDepth -= 1
    case CMARK_NODE_DOCUMENT, CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_ITEM: break
    default: leaveExtension(node.typeName)
    }
  }

  private mutating func leaveExtension(_ typeName: String) {
    switch typeName {
    case "table": interrupt(.paragraph)
    case "table_cell": writeSpace("\t")
    default: break
    }
  }

  // MARK: Words and the breaks between them

  private mutating func write(_ words: UnsafeBufferPointer<UInt8>) {
    guard imageDepth == 0, !words.isEmpty else { return }
    flushBreak()
    let isAtStart = text.isEmpty || text.last == UInt8(ascii: "\n")
    let clean = cleaner.clean(words)
    text.append(contentsOf: isAtStart ? clean.drop { $0 == UInt8(ascii: " ") } : clean[...])
  }

  private mutating func skipHTML(_ tag: UnsafeBufferPointer<UInt8>) {
    htmlPieces += 1
    if tag.prefix(3).elementsEqual("<br".utf8) { interrupt(.line) }
  }

  private mutating func writeBlock(_ words: UnsafeBufferPointer<UInt8>) {
    interrupt(.paragraph)
    write(words)
    while text.last == UInt8(ascii: "\n") { text.removeLast() }
    interrupt(.paragraph)
  }

  private mutating func writeSpace(_ space: Unicode.Scalar) {
    guard imageDepth == 0, pending == .none, !text.isEmpty else { return }
    text.append(UInt8(ascii: space))
  }

  /// Asks for a break before the next words; the stronger of two wins.
  private mutating func interrupt(_ wanted: Break) {
    if imageDepth == 0, pending == .none || wanted == .paragraph { pending = wanted }
  }

  private mutating func flushBreak() {
    guard pending != .none else { return }
    while let last = text.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") {
      text.removeLast()
    }
    if !text.isEmpty { text.append(contentsOf: pending == .line ? "\n".utf8 : "\n\n".utf8) }
    pending = .none
  }

  // MARK: Headings and links

  private mutating func beginHeading(level: Int) {
    interrupt(.paragraph)
    isInTitle = level == 1 && title == nil && text.isEmpty
    headingStart = text.count
  }

  private mutating func endHeading() {
    if isInTitle {
      text.normalize()
      title = String(decoding: text, as: UTF8.self)
      text = []
      links = []
    } else {
      mark(from: headingStart, .heading)
    }
    isInTitle = false
    interrupt(.paragraph)
  }

  private mutating func beginQuote() {
    interrupt(.paragraph)
    if quoteDepth == 0 { quoteStart = text.count }
    quoteDepth += 1
  }

  private mutating func endQuote() {
    quoteDepth -= 1
    if quoteDepth == 0 { mark(from: quoteStart, .quote) }
    interrupt(.paragraph)
  }

  /// Notes what the words since an offset are.
  private mutating func mark(from start: Int, _ kind: Scope.Kind) {
    if let range = words(from: start) { marked.append((range, kind)) }
  }

  /// Where the words since an offset stand, without the spaces around them, which may not stay; nil without words.
  private func words(from start: Int) -> TextRange? {
    guard start < text.count, let first = text[start...].firstIndex(where: { $0 > 0x20 }),
      let last = text.lastIndex(where: { $0 > 0x20 })
    else { return nil }
    return TextRange(first, last + 1)
  }

  private mutating func beginLink() {
    guard imageDepth == 0 else { return }
    flushBreak()
    linkStart = text.count
  }

  private mutating func endLink(to url: String) {
    guard imageDepth == 0, let start = linkStart else { return }
    linkStart = nil
    guard let range = words(from: start), !url.isEmpty else { return }
    links.append((range, url))
  }

  // MARK: What is left to mend

  /// Brings the text into normalisation form C, which costs the links where it moves words, and says what was left out.
  mutating func finish() -> [Warning] {
    var warnings = cleaner.warnings
    if htmlPieces > 0 {
      let message = "\(counted(htmlPieces, "HTML tag")) left out"
      warnings.append(Warning(code: "html", message: message))
    }
    let before = text.count
    text.normalize()
    if text.count != before { marked = [] }
    if text.count != before, !links.isEmpty {
      links = []
      let message = "links left out: characters had to be composed"
      warnings.append(Warning(code: "layers", message: message))
    }
    return warnings
  }
}
