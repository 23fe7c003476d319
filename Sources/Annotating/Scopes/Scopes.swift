import Document

/// Cuts an article by the roles of its parts: headline, body, lead, quotes, captions, corrections.
///
/// What the source's markup says goes first; captions and corrections are told by their words, too.
struct ScopeFinder {
  private var scopes: [(range: TextRange, kind: Scope.Kind)] = []
  private let bytes: Bytes

  static func scopes(in manuscript: inout Manuscript) -> Layer<Scope> {
    var finder = ScopeFinder(bytes: manuscript.bytes)
    // A quote may be a part of a paragraph, or hold several.
    let blocks = Marks(manuscript.marked) { $0 == .quote }
    let marks = Marks(manuscript.marked) { $0 != .quote }
    let parts = manuscript.paragraphs.map { paragraph in
      (range: paragraph, kind: marks.kind(around: paragraph) ?? finder.kind(of: paragraph))
    }
    let stories = finder.addStories(parts)
    finder.addLead(parts)
    finder.addQuotes(blocks, manuscript.quoted, inside: stories)
    return finder.layer(title: manuscript.metadata.title?.value ?? "")
  }

  private init(bytes: Bytes) {
    self.bytes = bytes
  }

  /// What a paragraph's own words say it is.
  private func kind(of paragraph: TextRange) -> Scope.Kind {
    let words = bytes[paragraph.offsets]
    if CorrectionWords.begin(words) { return .correction }
    return CaptionWords.frame(words) ? .caption : .body
  }

  /// Adds the parts that are not the story, and the runs of those that are.
  /// - Returns: these runs.
  private mutating func addStories(_ parts: [(range: TextRange, kind: Scope.Kind)]) -> [TextRange] {
    var stories: [TextRange] = []
    var isInside = false
    for (range, kind) in parts {
      let isStory = kind != .caption && kind != .correction
      if kind != .body { scopes.append((range, kind)) }
      if isStory, isInside {
        stories[stories.count - 1].upper = range.upper
      } else if isStory {
        stories.append(range)
      }
      isInside = isStory
    }
    scopes += stories.map { ($0, .body) }
    return stories
  }

  /// Adds the first paragraph that ends as sentences do; where none does, the first.
  private mutating func addLead(_ parts: [(range: TextRange, kind: Scope.Kind)]) {
    let paragraphs = parts.filter { $0.kind == .body }.map(\.range)
    let lead = paragraphs.first { bytes.endSentence(in: $0.offsets) } ?? paragraphs.first
    if let lead { scopes.append((lead, .lead)) }
  }

  private mutating func addQuotes(
    _ blocks: Marks, _ quoted: [TextRange], inside stories: [TextRange]
  ) {
    let loose = quoted.filter { blocks.kind(around: $0) == nil }
    let quotes = (blocks.all + loose).sorted()
    scopes += quotes.map { ($0, .quote) }
    for story in stories { addUnquoted(story, quotes) }
  }

  /// Adds what lies between the quotes of a stretch, if there is a word in it.
  private mutating func addUnquoted(_ story: TextRange, _ quotes: [TextRange]) {
    var start = story.lower
    for quote in quotes[quotes.firstIndex(beginningAt: story.lower)...] {
      guard quote.lower < story.upper else { break }
      if quote.lower > start { addUnquoted(TextRange(start, quote.lower)) }
      start = max(start, min(quote.upper, story.upper))
    }
    addUnquoted(TextRange(start, story.upper))
  }

  private mutating func addUnquoted(_ gap: TextRange) {
    var gap = gap
    while !gap.isEmpty, bytes[Int(gap.lower)] <= 0x20 { gap.lower += 1 }
    while !gap.isEmpty, bytes[Int(gap.upper) - 1] <= 0x20 { gap.upper -= 1 }
    let hasWord = bytes[gap.offsets].contains {
      ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 >= 0xC3
    }
    if hasWord { scopes.append((gap, .unquoted)) }
  }

  /// The scopes in order, the headline first.
  private func layer(title: String) -> Layer<Scope> {
    var layer = Layer<Scope>()
    if !title.isEmpty {
      layer.append(TextRange(0, title.utf8.count), Scope(.headline, in: .title))
    }
    let order = Scope.Kind.allCases
    let sorted = scopes.sorted { a, b in
      a.range != b.range
        ? a.range < b.range
        : (order.firstIndex(of: a.kind) ?? 0) < (order.firstIndex(of: b.kind) ?? 0)
    }
    for (range, kind) in sorted { layer.append(range, Scope(kind)) }
    return layer
  }
}

/// Stretches of one kind or another, none of which reaches into the next.
private struct Marks {
  private var ranges: [TextRange] = []
  private var kinds: [Scope.Kind] = []

  init(_ marked: Layer<Scope.Kind>, where isWanted: (Scope.Kind) -> Bool) {
    for (range, kind) in zip(marked.ranges, marked.notes) where isWanted(kind) {
      ranges.append(range)
      kinds.append(kind)
    }
  }

  var all: [TextRange] { ranges }

  /// The kind of the stretch that holds a range.
  func kind(around range: TextRange) -> Scope.Kind? {
    let index = ranges.firstIndex(beginningAt: range.lower + 1) - 1
    return index >= 0 && ranges[index].contains(range) ? kinds[index] : nil
  }
}

extension Bytes {
  /// Whether the last of some bytes, closing marks apart, ends a sentence.
  fileprivate func endSentence(in offsets: Range<Int>) -> Bool {
    var words = self[offsets]
    while let last = words.last {
      if last == UInt8(ascii: "\"") || last == UInt8(ascii: ")") || last == UInt8(ascii: "'") {
        words.removeLast()
      } else if words.suffix(3).elementsEqual("”".utf8) || words.suffix(3).elementsEqual("’".utf8) {
        words.removeLast(3)
      } else {
        break
      }
    }
    return words.last.map { ".!?".utf8.contains($0) } ?? false
      || words.suffix(3).elementsEqual("。".utf8) || words.suffix(3).elementsEqual("…".utf8)
  }
}
