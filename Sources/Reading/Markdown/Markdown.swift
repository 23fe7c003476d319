import Document

/// Reads Markdown with or without YAML front matter.
struct Markdown: Story {
  private(set) var id: String?
  private(set) var text: [UInt8] = []
  private(set) var metadata = Metadata()
  private(set) var layers = Layers()
  private(set) var warnings: [Warning]

  init(_ utf8: ArraySlice<UInt8>, source: String) {
    let clean = utf8.withUnsafeBufferPointer { CleanText($0, isVerbatim: false) }
    warnings = clean.warnings
    let matter = FrontMatter(clean.utf8[...])
    if let matter { add(matter) }
    clean.utf8[(matter?.end ?? 0)...].withUnsafeBufferPointer { body in
      if Intricacy.isExcessive(body) { readPlain(body) } else { readMarked(body) }
    }
    metadata.addDateline(of: text, source: source)
  }

  private mutating func readMarked(_ body: UnsafeBufferPointer<UInt8>) {
    var words = MarkdownText(body)
    warnings += words.finish()
    text = words.text
    if let heading = words.title { add(heading: heading) }
    readHead(words.links, words.marked)
  }

  private mutating func readPlain(_ body: UnsafeBufferPointer<UInt8>) {
    warnings.append(
      Warning(
        code: "markdown", message: "too intricate for Markdown; its body is read as plain text"))
    text = TextFlow(body).text
    readHead([], [])
  }

  private mutating func add(_ matter: FrontMatter) {
    var record = Record(matter.fields, from: "front matter")
    id = record.takeIdentifier()
    record.takeMetadata(into: &metadata)
    metadata.other = record.leftovers
    warnings += record.warnings
    warnings += matter.faults.map {
      Warning(code: "front-matter", message: "line \($0.line): \($0.message)")
    }
  }

  /// The first heading is the title; where front matter has another, both are kept.
  private mutating func add(heading: String) {
    guard let title = metadata.title else {
      metadata.title = Sourced(heading, from: "heading")
      return
    }
    guard title.value != heading else { return }
    metadata.add("heading", .string(heading), from: "heading")
  }

  /// Takes byline, dates and the like off the start of the text, and moves the links accordingly.
  private mutating func readHead(
    _ found: [(range: TextRange, url: String)], _ marked: [(range: TextRange, kind: Scope.Kind)]
  ) {
    // Lines inside a paragraph are no headlines here.
    let known = metadata.title?.value ?? (text.beginsWithOneLine ? nil : "")
    let head = text.withUnsafeBufferPointer { StoryHead($0, title: known) }
    if known == nil {
      metadata.title = head.title.map { Sourced($0, from: "text:headline") }
    }
    metadata.add(head)
    text.removeFirst(head.bodyStart)
    layers.links = Layer(found.map { ($0.range, Link(url: $0.url)) }, behind: head.bodyStart)
    layers.marked = Layer(
      marked.map { ($0.range, $0.kind) }.sorted { $0.0 < $1.0 }, behind: head.bodyStart)
  }
}

extension Layer {
  /// A layer of what is left of some ranges when the text loses its start.
  fileprivate init(_ items: [(TextRange, Note)], behind start: Int) {
    self.init()
    for (range, note) in items where range.lower >= start {
      append(TextRange(Int(range.lower) - start, Int(range.upper) - start), note)
    }
  }
}

extension [UInt8] {
  /// Whether the first paragraph is a single line.
  fileprivate var beginsWithOneLine: Bool {
    guard let end = firstIndex(of: UInt8(ascii: "\n")) else { return false }
    return self[(end + 1)...].first == UInt8(ascii: "\n")
  }
}
