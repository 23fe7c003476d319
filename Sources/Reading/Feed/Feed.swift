import Document

/// Reads RSS 0.9 to 2.0 and Atom: each entry an article.
struct Feed {
  private let tree: XMLTree
  private let bytes: UnsafeBufferPointer<UInt8>
  private let source: String

  /// Whether a document is a feed, by its outermost element.
  static func isFeed(_ tree: XMLTree) -> Bool {
    guard let root = tree.children(0).first else { return false }
    return ["rss", "feed", "rdf:RDF", "channel", "entry"].contains(tree.name(root))
  }

  init(_ tree: XMLTree, _ bytes: UnsafeBufferPointer<UInt8>, source: String) {
    self.tree = tree
    self.bytes = bytes
    self.source = source
  }

  func read(_ warnings: [Warning], each: (Result<Article, ReadFailure>) -> Void) {
    let feed = metadata
    var articles = tree.outermost("item", "entry").enumerated().map { index, entry in
      FeedEntry(tree, entry, bytes, feed: feed).article(source: "\(source):\(index + 1)", warnings)
    }
    guard !articles.isEmpty else {
      return each(
        .failure(ReadFailure(source: source, code: "empty", message: "a feed without entries")))
    }
    // Empty entries go, but an input never does without an outcome.
    let empty = articles.count { $0.saysNothing }
    if empty == articles.count {
      articles = [articles[0]]
    } else {
      articles.removeAll { $0.saysNothing }
    }
    if empty > 0 {
      let message = "\(empty == 1 ? "1 empty entry" : "\(empty) empty entries")"
      articles[0].warnings.append(Warning(code: "feed", message: message))
    }
    for article in articles { each(.success(article)) }
  }

  /// What the feed says of all its entries.
  private var metadata: Metadata {
    var metadata = Metadata()
    let channel = tree.first("channel") ?? tree.first("feed") ?? 0
    if let title = tree.child(channel, "title").map({ HTMLText.plain(tree.words(in: $0)) }),
      !title.isEmpty
    {
      metadata.publisher = Sourced(title, from: "feed:title")
    }
    let language =
      tree.child(channel, "language", "dc:language").map { tree.words(in: $0) }
      ?? tree.attribute("xml:lang", of: channel)
    metadata.language = language.flatMap { FieldText.language(.string($0)) }.map {
      Sourced($0, from: "feed:language")
    }
    // Only Atom says of all entries who wrote them; the people that RSS names look after the feed.
    if tree.name(channel) == "feed" { metadata.authors = FeedAuthors.of(channel, in: tree) }
    return metadata
  }
}

extension Article {
  /// Whether an entry has neither words nor anything that leads to them.
  fileprivate var saysNothing: Bool {
    text.isEmpty && id == source && metadata.title == nil && metadata.url == nil
      && metadata.published == nil
  }
}
