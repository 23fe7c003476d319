import Document

/// Reads plain text as news arrives in it: saved from a page, wrapped by a teleprinter, pasted by hand.
struct PlainText: Story {
  private(set) var text: [UInt8]
  private(set) var metadata = Metadata()
  private(set) var warnings: [Warning]

  init(_ utf8: ArraySlice<UInt8>, source: String) {
    let clean = utf8.withUnsafeBufferPointer { CleanText($0, isVerbatim: false) }
    warnings = clean.warnings
    text = clean.utf8.withUnsafeBufferPointer { TextFlow($0).text }
    readHead()
    if let crumb = TrailingCounter.remove(from: &text) { warnings.append(crumb) }
    metadata.addDateline(of: text, source: source)
  }

  private mutating func readHead() {
    let head = text.withUnsafeBufferPointer { StoryHead($0) }
    metadata.title = head.title.map { Sourced($0, from: "text:headline") }
    metadata.add(head)
    text.removeFirst(head.bodyStart)
  }
}

extension Metadata {
  /// Adds what a story's head says besides its title, where nothing better is known.
  mutating func add(_ head: StoryHead) {
    func sourced<Found>(_ value: Found?, _ place: String) -> Sourced<Found>? {
      value.map { Sourced($0, from: "text:\(place)") }
    }
    kicker = kicker ?? sourced(head.kicker, "kicker")
    section = section ?? sourced(head.section, "kicker")
    subtitle = subtitle ?? sourced(head.subtitle, "subtitle")
    for credit in head.credits {
      byline = byline ?? sourced(credit.byline?.line, "byline")
      authors = authors ?? sourced(credit.byline?.authors, "byline")
      published = published ?? sourced(credit.published?.description, "date")
      modified = modified ?? sourced(credit.modified?.description, "date")
      publisher = publisher ?? sourced(credit.publisher, "byline")
      section = section ?? sourced(credit.section, "byline")
    }
  }
}
