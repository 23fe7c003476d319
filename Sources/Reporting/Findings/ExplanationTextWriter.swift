package import Document

/// Explanations for a terminal: of each field its value, then the sentences with the words marked in them and what they weigh.
package struct ExplanationTextWriter: FindingsWriter {
  let style: TextStyle
  private var isFirst = true

  package init(style: TextStyle = TextStyle()) {
    self.style = style
  }

  package var needs: FindingsNeeds { [] }

  package func begin(_ plugins: [PluginDescription], to output: inout [UInt8]) {}
  package func end(to output: inout [UInt8]) {}

  package mutating func write(_ entry: FindingsEntry, to output: inout [UInt8]) {
    if !isFirst { output.append(UInt8(ascii: "\n")) }
    isFirst = false
    var page = TextPage(style: style)
    let json = try? JSONParser.parse(entry.line)
    if let explained = json.flatMap({ try? ArticleExplanations(json: $0) }) {
      write(explained, to: &page)
    } else if let json {
      switch try? Outcome(json: json) {
      case .failed(let failure)?: page.verdict(failure, "cannot be read", .failure)
      case .skipped(let failure)?: page.verdict(failure, "skipped", .dim)
      case .findings?, nil: break
      }
    }
    output.append(contentsOf: page.text.utf8)
  }

  private func write(_ explained: ArticleExplanations, to page: inout TextPage) {
    let title = explained.title.isEmpty ? explained.id : explained.title
    page.paragraph(Printable.string(title), paint: .title)
    if title != explained.source {
      page.paragraph(Printable.string(explained.source), paint: .dim)
    }
    for explanation in explained.explanations { page.explanation(explanation) }
  }
}

extension TextPage {
  mutating func explanation(_ explanation: Explanation) {
    line("")
    let name = style.painted(Printable.string(explanation.field.name), .plugin)
    let value = explanation.value.map(inline) ?? "–"
    let absence = explanation.absence.map { "  " + style.painted(Printable.string($0), .dim) }
    line("  \(name) = \(value)\(absence ?? "")")
    if explanation.passages.isEmpty, explanation.absence == nil {
      line("    " + style.painted("nothing is marked", .dim))
    }
    if explanation.count > 0 { line("    " + style.painted(summary(of: explanation), .dim)) }
    for passage in explanation.passages { self.passage(passage) }
  }

  /// `3 marks, of which valence adds up to -0.036`.
  private func summary(of explanation: Explanation) -> String {
    let count = explanation.count
    let totals = explanation.totals.entries.map {
      "\(Printable.string($0.name)) adds up to \(inline($0.value))"
    }
    return ([count == 1 ? "1 mark" : "\(count) marks"] + totals).joined(separator: ", ")
  }

  /// What is said of the whole sentence stands before it, what is said of its words below.
  private mutating func passage(_ passage: Explanation.Passage) {
    let place = passage.place == .title ? "title " : ""
    let range = "\(place)\(passage.range.lower)–\(passage.range.upper)"
    let whole = passage.marks.filter { $0.range == passage.range }
    let said = whole.map { "  \(Printable.string($0.layer))\(attributes($0))" }.joined()
    line("    " + style.painted(range, .dim) + said)
    let words = DisplayWidth.wrapped(marked(passage), to: style.width - 6)
    for words in words { line("      " + words) }
    let inner = passage.marks.filter { $0.range != passage.range }
    let width = inner.map { DisplayWidth.of(shown($0)) }.max() ?? 0
    for mark in inner {
      let shown = DisplayWidth.padded(shown(mark), to: min(width, style.width / 2))
      line(
        "        \(shown)  " + style.painted(Printable.string(mark.layer), .dim) + attributes(mark))
    }
  }

  private func shown(_ mark: Explanation.Mark) -> String {
    DisplayWidth.cut("“" + Printable.string(mark.text) + "”", to: style.width / 2)
  }

  private func attributes(_ mark: Explanation.Mark) -> String {
    mark.attributes.entries.map { "  \(Printable.string($0.name)) \(inline($0.value))" }.joined()
  }

  /// The sentence with its marked words set off; of marks that overlap the outer one.
  private func marked(_ passage: Explanation.Passage) -> String {
    let utf8 = Array(passage.text.utf8)
    let start = Int(passage.range.lower)
    var words = ""
    var position = 0
    for mark in passage.marks where mark.range != passage.range {
      let (lower, upper) = (Int(mark.range.lower) - start, Int(mark.range.upper) - start)
      guard lower >= position, lower < upper, upper <= utf8.count else { continue }
      words += Printable.string(String(decoding: utf8[position..<lower], as: UTF8.self))
      words += style.marked(Printable.string(String(decoding: utf8[lower..<upper], as: UTF8.self)))
      position = upper
    }
    return words + Printable.string(String(decoding: utf8[position...], as: UTF8.self))
  }
}
