import Document
import Glibc

/// Tells HTML in a text that should have none; records of feeds and scrapers often hold it.
enum Markup {
  /// A warning, if a text holds two tags or more. The text is left as it is, so that offsets into it stay true.
  static func warning(for text: [UInt8]) -> Warning? {
    let tags = text.withUnsafeBufferPointer { count(in: $0, atMost: 1000) }
    guard tags >= 2 else { return nil }
    let number = tags == 1000 ? "1000 or more" : "\(tags)"
    return Warning(code: "markup", message: "\(number) HTML tags left in the text")
  }

  /// A text in which references spell the brackets of tags, with the tags that they spell; any other text as it is.
  static func spelledOut(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")), !text.utf8.contains(UInt8(ascii: "<")) else {
      return text
    }
    var decoded: [UInt8] = []
    Array(text.utf8).withUnsafeBufferPointer { _ = HTMLEntities.decode($0[...], into: &decoded) }
    let tags = decoded.withUnsafeBufferPointer { count(in: $0, atMost: 2) }
    return tags == 2 ? String(decoding: decoded, as: UTF8.self) : text
  }

  private static func count(in text: UnsafeBufferPointer<UInt8>, atMost limit: Int) -> Int {
    guard let base = text.baseAddress else { return 0 }
    var tags = 0
    var index = 0
    while tags < limit, index < text.count,
      let found = memchr(base + index, 0x3C, text.count - index)
    {
      index = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base + 1
      if names.contains(name(in: text[index...].prefix(12))) { tags += 1 }
    }
    return tags
  }

  /// The name behind `<` or `</`, if it ends as a tag's does.
  private static func name(in text: Ink) -> String {
    let rest = text.first == UInt8(ascii: "/") ? text.dropFirst() : text
    let name = rest.prefix { ($0 | 0x20) &- 0x61 < 26 || 0x31...0x36 ~= $0 }
    guard let next = rest.dropFirst(name.count).first, next <= 0x20 || "/>".utf8.contains(next)
    else { return "" }
    return name.folded
  }

  private static let names: Set<String> = [
    "a", "article", "b", "blockquote", "br", "div", "em", "figcaption", "figure", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "i", "iframe", "img", "li", "ol", "p", "pre", "script", "section",
    "small", "span", "strong", "style", "sub", "sup", "table", "td", "tr", "u", "ul", "video",
  ]
}
