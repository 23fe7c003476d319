import Document

/// What tells which of several objects of JSON-LD is about a page's own article.
struct PageSubject {
  private let addresses: Set<Substring>
  private let headlines: Set<String>

  /// - Parameters:
  ///   - addresses: those that the page says it has.
  ///   - headlines: the words of its main headings.
  init(addresses: [String], headlines: [String]) {
    self.addresses = Set(addresses.map(Self.bare))
    self.headlines = Set(headlines.map { $0.lowercased() })
  }

  /// 2 for an article that has the page's address, 1 for one that has its headline, 0 for any other.
  func likeness(to article: Fields) -> Int {
    let own = ["url", "mainEntityOfPage", "@id"].compactMap { article[$0] }
      .compactMap { $0.string ?? $0["@id"]?.string ?? $0["url"]?.string }
    if own.contains(where: { addresses.contains(Self.bare($0)) }) { return 2 }
    let headline = article["headline"]?.string.map(HTMLText.plain)?.lowercased()
    return headline.map(headlines.contains) == true ? 1 : 0
  }

  /// An address without its scheme, what stands behind `#`, and a slash at its end.
  private static func bare(_ address: String) -> Substring {
    let whole = address.prefix { $0 != "#" }
    let rest = whole.firstRange(of: "://").map { whole[$0.upperBound...] } ?? whole
    return rest.hasSuffix("/") ? rest.dropLast() : rest
  }
}
