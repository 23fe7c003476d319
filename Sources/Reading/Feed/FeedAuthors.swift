import Document

/// Who wrote an entry of a feed, or all of them.
enum FeedAuthors {
  /// The people whom an element names as its authors; nil where it names none.
  static func of(_ node: Int, in tree: XMLTree) -> Sourced<[String]>? {
    // RSS asks for an address as `author`; the name is often in `dc:creator`, which may also name others.
    for names in [["author", "dc:creator", "dc:author"], ["itunes:author"], ["media:credit"]] {
      let said = names.flatMap { name in
        tree.children(node, named: name).map { Sourced(person($0, in: tree), from: "feed:\(name)") }
      }.filter { !$0.value.isEmpty }
      let named = said.filter { !isAddress($0.value) }
      guard let first = named.first ?? said.first else { continue }
      let people = (named.isEmpty ? said : named).map(\.value)
      return Sourced(PageMetadata.people(people), from: first.provenance)
    }
    return nil
  }

  private static func isAddress(_ words: String) -> Bool {
    words.contains("@") && !words.contains(" ")
  }

  /// `Jane Roe` of an element with a name inside, of `jane@paper.example (Jane Roe)` or `Jane Roe (jane@paper.example)`.
  private static func person(_ element: Int, in tree: XMLTree) -> String {
    if let name = tree.child(element, "name", "dc:name") { return tree.words(in: name) }
    let words = HTMLText.plain(tree.words(in: element))
    guard words.contains("@") else { return words }
    if let open = words.firstIndex(of: "("), let close = words[open...].firstIndex(of: ")") {
      let inside = String(words[words.index(after: open)..<close])
      return inside.contains("@") ? words[..<open].trimmingSpace : inside
    }
    if let angle = words.firstIndex(of: "<"), angle > words.startIndex {
      return words[..<angle].trimmingSpace
    }
    return words
  }
}
