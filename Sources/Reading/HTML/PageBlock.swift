import Document

/// A run of words on a page that stands on lines of its own: a paragraph, a heading, an item, a caption.
struct PageBlock {
  enum Kind { case paragraph, heading, item, quote, caption, cell, preformatted }

  var kind: Kind
  /// The block-level element that directly holds the words.
  var node: Int
  /// Offsets of the words in the page's text.
  var start: Int
  var end: Int
  /// Bytes of the words that are inside links.
  var linked: Int
  var commas: Int
  /// What the elements around it say: nothing, or that it is not of the article.
  var context: PageContext

  /// The part that it plays in the article, where that is told by its markup.
  var scope: Scope.Kind? {
    if context.contains(.correction) { return .correction }
    switch kind {
    case .heading: return .heading
    case .caption: return .caption
    default: return context.contains(.quote) ? .quote : nil
    }
  }

  var length: Int { end - start }
  var linkDensity: Double { Double(linked) / Double(max(1, length)) }
}

/// What the elements around some words say of them.
struct PageContext: OptionSet {
  let rawValue: UInt16

  static let foreign = PageContext(rawValue: 1)
  static let comment = PageContext(rawValue: 2)
  static let caption = PageContext(rawValue: 4)
  static let credit = PageContext(rawValue: 8)
  static let aside = PageContext(rawValue: 16)
  static let footer = PageContext(rawValue: 32)
  static let header = PageContext(rawValue: 64)
  static let list = PageContext(rawValue: 128)
  static let quote = PageContext(rawValue: 256)
  static let table = PageContext(rawValue: 512)
  static let hidden = PageContext(rawValue: 1024)
  static let article = PageContext(rawValue: 2048)
  static let byline = PageContext(rawValue: 4096)
  static let correction = PageContext(rawValue: 8192)

  /// Contexts in which words are not the article's.
  static let outside: PageContext = [.foreign, .comment, .caption, .hidden]
}
