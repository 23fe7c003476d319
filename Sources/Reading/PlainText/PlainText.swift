import Document

/// Reads plain text as news arrives in it: saved from a page, wrapped by a teleprinter, pasted by hand.
struct PlainText {
  private(set) var text: [UInt8]
  private(set) var metadata = Metadata()
  private(set) var warnings: [Warning]

  init(_ utf8: ArraySlice<UInt8>) {
    let clean = utf8.withUnsafeBufferPointer { CleanText($0, isVerbatim: false) }
    warnings = clean.warnings
    text = clean.utf8.withUnsafeBufferPointer { TextFlow($0).text }
    readHead()
  }

  private mutating func readHead() {
    let head = text.withUnsafeBufferPointer { StoryHead($0) }
    metadata.kicker = head.kicker.map { Sourced($0, from: "text:kicker") }
    metadata.section = head.section.map { Sourced($0, from: "text:kicker") }
    metadata.title = head.title.map { Sourced($0, from: "text:headline") }
    metadata.subtitle = head.subtitle.map { Sourced($0, from: "text:subtitle") }
    metadata.byline = head.byline.map { Sourced($0.line, from: "text:byline") }
    metadata.authors = head.byline.map { Sourced($0.authors, from: "text:byline") }
    text.removeFirst(head.bodyStart)
  }
}
