import Document

/// Sentences as columns: where each lies, and which tokens are its own.
struct Sentences {
  private(set) var ranges: [TextRange] = []
  /// The index of each sentence's first token, and after the last the number of tokens.
  private(set) var firstTokens: [Int] = []

  var count: Int { ranges.count }

  /// The tokens of a sentence.
  func tokens(of index: Int) -> Range<Int> { firstTokens[index]..<firstTokens[index + 1] }

  fileprivate mutating func append(_ range: TextRange, firstToken: Int) {
    ranges.append(range)
    firstTokens.append(firstToken)
  }

  fileprivate mutating func finish(_ tokens: Int) { firstTokens.append(tokens) }

  /// Sentences that are known already, such as those read from a file.
  init(_ ranges: [TextRange], over tokens: Tokens) {
    self.ranges = ranges
    firstTokens.reserveCapacity(ranges.count + 1)
    for range in ranges { firstTokens.append(tokens.ranges.firstIndex(beginningAt: range.lower)) }
    firstTokens.append(tokens.count)
  }

  fileprivate init() {}
}

/// Cuts paragraphs into sentences.
///
/// Each mark that may end a sentence is judged by what stands before it (a word, an abbreviation of the language or of
/// this text, an initial, an ordinal), by what closes after it, and by how the next word begins; see `Boundary.swift`.
/// The end of a paragraph ends its last sentence, with or without a stop.
struct SentenceSplitter {
  let bytes: Bytes
  let language: Language
  let tokens: Tokens
  let evidence: Evidence
  /// Whether the paragraph at hand begins with a small letter.
  private(set) var beginsSmall = false
  private var sentences = Sentences()

  private init(_ bytes: Bytes, _ tokens: Tokens, _ language: Language) {
    self.bytes = bytes
    self.language = language
    self.tokens = tokens
    evidence = Evidence(bytes, tokens, language)
  }

  /// The sentences of a text whose tokens and paragraphs are known; together they hold all ink.
  static func sentences(
    of bytes: Bytes, _ tokens: Tokens, in paragraphs: [TextRange], _ language: Language
  ) -> Sentences {
    var splitter = SentenceSplitter(bytes, tokens, language)
    var first = 0
    for paragraph in paragraphs {
      var end = first
      while end < tokens.count, tokens.ranges[end].lower < paragraph.upper { end += 1 }
      if end > first { splitter.split(first..<end) }
      first = end
    }
    splitter.sentences.finish(tokens.count)
    return splitter.sentences
  }

  /// What a token must show to be worth a closer look.
  private static let telling: TokenTraits = [
    .terminator, .stopped, .bullet, .divider, .smile, .hasDigit,
  ]

  private mutating func split(_ paragraph: Range<Int>) {
    var start = paragraph.lowerBound
    beginsSmall = tokens.traits[start].contains(.small)
    var list = ListMarkers(self, at: start)
    var index = start
    let credit = credit(in: paragraph)
    while index < paragraph.upperBound {
      if index == credit, index > start {
        append(start..<index)
        start = index
      }
      if tokens.traits[index].isDisjoint(with: Self.telling), !list.isOpen {
        index += 1
        continue
      }
      var next = index + 1
      if index > start, list.begins(self, at: index, in: paragraph) {
        append(start..<index)
        start = index
      } else if let end = end(with: index, from: start, in: paragraph) {
        append(start..<end)
        start = end
        next = end
        list.follows(self, at: start)
      } else if let line = standing(endingAt: index, from: start, in: paragraph) {
        append(start..<line.lowerBound)
        append(line)
        start = line.upperBound
        next = start
      }
      index = next
    }
    append(start..<paragraph.upperBound)
  }

  /// Where the next sentence begins, if a token ends the one that it is in.
  private func end(with index: Int, from start: Int, in paragraph: Range<Int>) -> Int? {
    if !tokens.traits[index].isDisjoint(with: [.terminator, .stopped]) {
      return end(after: index, from: start, paragraph.upperBound)
    }
    return smileEnds(index, from: start, paragraph.upperBound) ? index + 1 : nil
  }

  private mutating func append(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let text = TextRange(
      tokens.ranges[range.lowerBound].lower, tokens.ranges[range.upperBound - 1].upper)
    sentences.append(text, firstToken: range.lowerBound)
  }
}
