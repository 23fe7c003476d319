import Document

/// A column beside the tokens that may be asked beyond its ends, as rules do that look around.
struct TokenColumn<Element> {
  private var values: [Element]
  private let absent: Element

  init(_ values: [Element], absent: Element) {
    self.values = values
    self.absent = absent
  }

  var count: Int { values.count }

  subscript(index: Int) -> Element {
    @inline(__always) get { values.indices.contains(index) ? values[index] : absent }
    set { values[index] = newValue }
  }

  mutating func reserveCapacity(_ count: Int) { values.reserveCapacity(count) }
  mutating func append(_ element: Element) { values.append(element) }
}

/// What the rules for quotes look at: the tokens of an article with their classes, and where they stand.
struct Scene {
  let words: WordColumns
  let lexicon: Lexicon
  let isEnglish: Bool
  private(set) var classes: TokenColumn<WordClass>
  private(set) var marks: TokenColumn<Mark>
  private(set) var endings: TokenColumn<Ending>
  /// The stretch between quotation marks that a token lies in, marks included; -1 outside.
  private(set) var quotation: TokenColumn<Int32>
  let quoted: [TextRange]
  let paragraphs: [Range<Int>]
  let sentences: [Range<Int>]

  /// Longer ones, in tokens, are no sentences of prose, and rules that look around in them would take long.
  static let longestSentence = 500

  /// Punctuation that bounds clauses.
  enum Mark: UInt8 {
    case none, comma, stop, question, colon, semicolon, dash, opening, closing, quote, other
  }

  /// How a word in small letters ends, which often tells what it is.
  enum Ending: UInt8 { case other, s, ed, ing, ly }

  init(_ manuscript: inout Manuscript) {
    words = manuscript.words
    quoted = manuscript.quoted
    lexicon = Lexicon.of(manuscript.language)
    isEnglish = manuscript.language.code == "en"
    paragraphs = manuscript.paragraphs.map { [words] in words.indices(in: $0) }
    sentences = manuscript.sentences.ranges.map { [words] in words.indices(in: $0) }
    classes = TokenColumn(words.hashes.map { [lexicon] in lexicon[$0] }, absent: [])
    marks = TokenColumn([], absent: .other)
    endings = TokenColumn([], absent: .other)
    quotation = TokenColumn(Array(repeating: -1, count: words.count), absent: -1)
    readMarks(of: manuscript.bytes)
    placeQuotations()
    correctNames()
  }

  private mutating func readMarks(of bytes: Bytes) {
    marks.reserveCapacity(words.count)
    endings.reserveCapacity(words.count)
    for (index, range) in words.ranges.enumerated() {
      let isMark = words.kinds[index] == .punctuation || words.kinds[index] == .symbol
      marks.append(isMark ? Self.mark(bytes, range.offsets) : .none)
      endings.append(isMark ? .other : Self.ending(bytes, range.offsets))
    }
  }

  private static func mark(_ bytes: Bytes, _ range: Range<Int>) -> Mark {
    switch bytes[range.lowerBound] {
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "."): return .stop
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return .question
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: ";"): return .semicolon
    case UInt8(ascii: "-"): return .dash
    case UInt8(ascii: "("), UInt8(ascii: "["): return .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"): return .closing
    case UInt8(ascii: "\""), UInt8(ascii: "`"): return .quote
    case UInt8(ascii: "'"):
      return range.count == 1 || bytes[range.lowerBound + 1] == 0x27 ? .quote : .none
    case 0xC2: return .quote
    case 0xE2:
      guard range.count >= 3, bytes[range.lowerBound + 1] == 0x80 else { return .other }
      switch bytes[range.lowerBound + 2] {
      case 0x92...0x95: return .dash
      case 0xA6: return .stop
      case 0x98...0x9F, 0xB9, 0xBA: return range.count == 3 ? .quote : .none
      default: return .other
      }
    default: return .other
    }
  }

  private static func ending(_ bytes: Bytes, _ range: Range<Int>) -> Ending {
    guard range.count > 2 else { return .other }
    switch (bytes[range.upperBound - 2], bytes[range.upperBound - 1]) {
    case (UInt8(ascii: "s"), UInt8(ascii: "s")), (UInt8(ascii: "u"), UInt8(ascii: "s")):
      return .other
    case (_, UInt8(ascii: "s")): return .s
    case (UInt8(ascii: "e"), UInt8(ascii: "d")): return .ed
    case (UInt8(ascii: "l"), UInt8(ascii: "y")): return .ly
    case (UInt8(ascii: "n"), UInt8(ascii: "g"))
    where bytes[range.upperBound - 3] == UInt8(ascii: "i"):
      return range.count > 4 ? .ing : .other
    default: return .other
    }
  }

  private mutating func placeQuotations() {
    for (number, range) in quoted.enumerated() {
      for index in words.indices(in: range) { quotation[index] = Int32(number) }
    }
  }

  /// A capital inside a sentence makes a name of what could be a verb: `Will`, `Mark`, `Rice`.
  private mutating func correctNames() {
    let doubtful: WordClass = [
      .cue, .auxiliary, .adverb, .finite, .pastParticiple, .presentParticiple,
    ]
    let headlines = headlines()
    var next = 0
    for index in (0..<classes.count).dropFirst()
    where words.shapes[index].isCapitalized && !classes[index].isDisjoint(with: doubtful) {
      while next < headlines.count, headlines[next].upperBound <= index { next += 1 }
      guard marks[index - 1] == .none, !words.shapes[index].contains(.initial),
        !words.shapes[index - 1].isAllCapitals || !words.shapes[index].isAllCapitals,
        next == headlines.count || !headlines[next].contains(index)
      else { continue }
      classes[index].subtract(doubtful)
    }
  }

  /// Sentences whose words all have capitals, but for the short ones.
  private func headlines() -> [Range<Int>] {
    guard isEnglish else { return [] }
    return sentences.filter { sentence in
      guard sentence.count > 4, sentence.count < 40 else { return false }
      let long = sentence.filter { words.ranges[$0].count > 4 && words.kinds[$0] == .word }
      return long.count > 3 && long.allSatisfy { words.shapes[$0].isCapitalized }
    }
  }
}

extension Scene {
  var count: Int { words.count }

  func has(_ index: Int, _ any: WordClass) -> Bool {
    !classes[index].isDisjoint(with: any)
  }

  func hasAll(_ index: Int, _ all: WordClass) -> Bool {
    classes[index].isSuperset(of: all)
  }

  /// The hash of a word in small letters, zero beyond the ends.
  func word(_ index: Int) -> WordHash {
    words.hashes.indices.contains(index) ? words.hashes[index] : WordHash(0)
  }

  func isCapitalized(_ index: Int) -> Bool {
    index >= 0 && index < count && words.shapes[index].isCapitalized
  }

  func isQuoted(_ index: Int) -> Bool { quotation[index] >= 0 }

  /// Whether a token ends a sentence, by its mark alone.
  func endsSentence(_ index: Int) -> Bool {
    marks[index] == .stop || marks[index] == .question
  }

  /// The tokens of a stretch between quotation marks, marks included.
  func tokens(of quotation: Int) -> Range<Int> { words.indices(in: quoted[quotation]) }

  /// The sentence that a token is in.
  func sentence(of index: Int) -> Range<Int>? { sentenceIndex(of: index).map { sentences[$0] } }

  /// The number of the sentence that a token is in.
  /// - Complexity: O(log *n*).
  func sentenceIndex(of index: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].contains(index) ? low : nil
  }
}
