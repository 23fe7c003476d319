import Document

// An article's words with what was marked in them and the anchors that the report leads to.

extension HTMLReport {
  /// More annotations of one article are not shown in its text; the data files have them.
  private static let shownMarks = 20_000

  mutating func writeText(_ page: ArticlePage) {
    let text = page.article.text
    html.open("div", [.init("class", "text"), .init("dir", "auto")])
    if let language = page.article.metadata.language?.value, language != "und" {
      html.open("div", [.init("lang", language)])
    } else {
      html.open("div")
    }
    if text.isEmpty { html.markup("<p>No text.</p>") }
    writeMarked(text, of: page, .text, blocks: Blocks.of(page.article))
    html.markup("</div></div>\n")
  }

  /// Writes stretch by stretch; blocks of a text become paragraphs, a title stays in its line.
  mutating func writeMarked(
    _ text: Text, of page: ArticlePage, _ place: Annotation.Place, blocks: [TextRange]
  ) {
    var anchors = PassageAnchors(
      citations.passages(of: page.number).filter { $0.place == place }, in: text, page.number)
    let marks = marks(of: page, in: place)
    let cuts = Set(blocks.flatMap { [$0.lower, $0.upper] }).union(anchors.cuts)
    let stretches = MarkedText(text, marks: marks).stretches(cuts: cuts)
    var next = 0
    for block in blocks {
      while next < stretches.count, stretches[next].range.lower < block.lower { next += 1 }
      if place == .text { html.markup("<p>") }
      anchors.writeBare(before: block.lower, to: &html)
      while next < stretches.count, stretches[next].range.upper <= block.upper {
        let stretch = stretches[next]
        anchors.open(at: stretch.range.lower, within: block, to: &html)
        write(stretch, of: text)
        anchors.close(at: stretch.range.upper, to: &html)
        next += 1
      }
      if place == .text { html.markup("</p>\n") }
    }
    anchors.writeBare(before: .max, to: &html)
  }

  /// The marks of all layers in an article's text or title.
  private func marks(of page: ArticlePage, in place: Annotation.Place) -> [MarkedText.Mark] {
    var marks: [MarkedText.Mark] = []
    for plugin in page.findings.plugins {
      for layer in plugin.annotations {
        let number = legend.number(of: layer.name, plugin: plugin.plugin) ?? 0
        for annotation in layer.annotations where annotation.place == place {
          guard marks.count < Self.shownMarks else { return marks }
          let note = Self.note(annotation, "\(plugin.plugin).\(layer.name)")
          marks.append(MarkedText.Mark(range: annotation.range, layer: number, note: note))
        }
      }
    }
    return marks
  }

  /// `sentiment.word: valence −2.1`.
  private static func note(_ annotation: Annotation, _ layer: String) -> String {
    annotation.note.isEmpty ? layer : "\(layer): \(annotation.note)"
  }

  /// Marks nest, the widest outside; each has room for the lines of those inside it.
  private mutating func write(_ stretch: MarkedText.Stretch, of text: Text) {
    for (index, mark) in stretch.marks.enumerated() {
      let look = "\(legend.look(of: mark.layer)) d\(stretch.marks.count - index)"
      let title = stretch.marks.map(\.note).joined(separator: "\n")
      html.open("mark", [.init("class", look)] + (index == 0 ? [.init("title", title)] : []))
    }
    html.text(text.utf8[stretch.range.offsets])
    for _ in stretch.marks { html.markup("</mark>") }
  }
}

/// The paragraphs of a text as they are set: those that were found, and whatever ink there is between them.
enum Blocks {
  static func of(_ article: Article) -> [TextRange] {
    let text = article.text
    var blocks: [TextRange] = []
    var end: UInt32 = 0
    for paragraph in article.layers.paragraphs ?? [] where paragraph.lower >= end {
      blocks += parts(of: TextRange(end, paragraph.lower), in: text)
      blocks.append(paragraph)
      end = paragraph.upper
    }
    return blocks + parts(of: TextRange(end, text.range.upper), in: text)
  }

  /// The stretches of a range that empty lines part, without white space around them.
  private static func parts(of range: TextRange, in text: Text) -> [TextRange] {
    let bytes = text.utf8
    var parts: [TextRange] = []
    var start: Int?
    var end = 0
    var lineEnds = 0
    for index in range.offsets {
      if bytes[index] == UInt8(ascii: "\n") { lineEnds += 1 }
      guard bytes[index] > 0x20 else { continue }
      if let first = start, lineEnds > 1 {
        parts.append(TextRange(first, end))
        start = index
      }
      start = start ?? index
      end = index + 1
      lineEnds = 0
    }
    if let start { parts.append(TextRange(start, end)) }
    return parts
  }
}

/// The anchors of an article's passages: around their words where elements can nest so, else before them.
private struct PassageAnchors {
  private let article: Int
  /// The widest first of those that begin together.
  private var waiting: ArraySlice<Citations.Passage>
  private var open: [TextRange] = []
  let cuts: Set<UInt32>

  init(_ passages: Set<Citations.Passage>, in text: Text, _ article: Int) {
    self.article = article
    // A range that is not in the text leads to the article's beginning.
    waiting = passages.sorted { $0.range < $1.range }[...]
    cuts = Set(passages.map(\.range).filter(text.holds).flatMap { [$0.lower, $0.upper] })
  }

  /// Writes the anchors of passages that begin before an offset and were not opened.
  mutating func writeBare(before offset: UInt32, to html: inout HTML) {
    while let passage = waiting.first, passage.range.lower < offset {
      writeBare(passage, to: &html)
    }
  }

  mutating func open(at offset: UInt32, within block: TextRange, to html: inout HTML) {
    writeBare(before: offset, to: &html)
    while let passage = waiting.first, passage.range.lower == offset {
      let end = min(open.last?.upper ?? block.upper, block.upper)
      guard passage.range.upper <= end else {
        writeBare(passage, to: &html)
        continue
      }
      html.open("span", [.init("class", "cited"), .init("id", passage.anchor(in: article))])
      open.append(passage.range)
      waiting = waiting.dropFirst()
    }
  }

  mutating func close(at offset: UInt32, to html: inout HTML) {
    while let last = open.last, last.upper <= offset {
      html.markup("</span>")
      open.removeLast()
    }
  }

  private mutating func writeBare(_ passage: Citations.Passage, to html: inout HTML) {
    html.element(
      "span", .init("class", "cited"), .init("id", passage.anchor(in: article)), text: "")
    waiting = waiting.dropFirst()
  }
}
