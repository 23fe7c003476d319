package import Document

/// What coders are asked about each unit of a sample, and what they may answer.
package struct Codebook: Hashable, Sendable {
  package enum Answer: String, CaseIterable, Sendable {
    /// One of the labels.
    case one
    /// Any number of the labels.
    case many
    case number
  }

  /// What the plugin found, by its name: `topics.topic`.
  package var field: String
  package var question: String
  package var answer: Answer
  /// In the order in which they are shown; empty for numbers.
  package var labels: [String]
  /// Whether each label is more than the one before it.
  package var isOrdered = false
  /// Whether coders may say that no label fits.
  package var allowsNone: Bool

  package init(
    field: String, question: String, answer: Answer, labels: [String] = [],
    isOrdered: Bool = false, allowsNone: Bool = false
  ) {
    self.field = field
    self.question = question
    self.answer = answer
    self.labels = labels
    self.isOrdered = isOrdered
    self.allowsNone = allowsNone
  }

  /// The code for a unit that no label fits.
  package static let none = "-"
  /// The code for a unit that the coder cannot decide; it counts as not coded.
  package static let unsure = "?"
  /// What stands between the labels of one unit.
  package static let separator: Character = ";"
  /// The labels of what is true or right, and of what is not.
  package static let yesOrNo = ["yes", "no"]

  /// What may stand in the column of codes, in words for coders.
  package var rule: String {
    let unsure = "\(Self.unsure) where you cannot tell"
    switch answer {
    case .number: return "a number such as 12 or -0.5; \(unsure)"
    case .one:
      let none = allowsNone ? "\(Self.none) where none fits; " : ""
      return "one of \(labels.joined(separator: ", ")); \(none)\(unsure)"
    case .many:
      return "any of \(labels.joined(separator: ", ")), joined by \(Self.separator); "
        + "\(Self.none) where none fits; \(unsure)"
    }
  }
}

/// A sample of what a plugin found, as those see it who code it by hand: without what the plugin said, unless it is that which they judge.
package struct CodingSheet: Sendable {
  /// Tells a sample from others; the same for the same sample.
  package var id: String
  package var codebook: Codebook
  package var units: [Unit]

  package init(id: String, codebook: Codebook, units: [Unit]) {
    self.id = id
    self.codebook = codebook
    self.units = units
  }

  /// What one code is for: an article, or marked words with what stands around them.
  package struct Unit: Sendable {
    package var id: String
    var title: String
    var published: String
    var publisher: String
    var language: String
    /// Paragraphs of an article, cut into stretches of which some are marked.
    var paragraphs: [[Stretch]]
    /// What the plugin says of the marked words, where coders judge just that.
    var finding: String

    struct Stretch: Hashable, Sendable {
      var words: String
      var isMarked = false
    }
  }
}

extension CodingSheet.Unit {
  /// Bytes around marked words that coders see, at least.
  private static let radius = 600

  /// A whole article.
  package init(_ id: String, article: Article, about: Fields) {
    self.init(id, article, about)
    paragraphs = Blocks.of(article).map { block in
      [Stretch(words: Printable.string(article.text[block]))]
    }
  }

  /// Marked words within what stands around them, whole paragraphs.
  /// - Parameter isShown: whether coders see what the plugin says of the words.
  package init(
    _ id: String, mark: Annotation, in article: Article, about: Fields, isShown: Bool
  ) {
    self.init(id, article, about)
    finding = isShown ? mark.note : ""
    let text = mark.place == .title ? article.title : article.text
    guard text.holds(mark.range) else { return }
    let blocks = mark.place == .title ? [text.range] : Blocks.of(article)
    let near = TextRange(
      max(0, Int(mark.range.lower) - Self.radius),
      min(text.count, Int(mark.range.upper) + Self.radius))
    paragraphs = blocks.filter { $0.overlaps(near) }.map {
      Self.stretches(of: $0, mark.range, text)
    }
    if paragraphs.isEmpty { paragraphs = [[Stretch(words: text[mark.range], isMarked: true)]] }
  }

  private init(_ id: String, _ article: Article, _ about: Fields) {
    self.id = id
    title = Printable.string(article.title.string)
    published = about["published"]?.string ?? ""
    publisher = Printable.string(about["publisher"]?.string ?? "")
    language = about["language"]?.string ?? ""
    paragraphs = []
    finding = ""
  }

  private static func stretches(of block: TextRange, _ mark: TextRange, _ text: Text) -> [Stretch] {
    let lower = min(max(mark.lower, block.lower), block.upper)
    let upper = max(min(mark.upper, block.upper), lower)
    let parts = [
      (TextRange(block.lower, lower), false), (TextRange(lower, upper), true),
      (TextRange(upper, block.upper), false),
    ]
    return parts.filter { !$0.0.isEmpty }.map { range, isMarked in
      Stretch(words: Printable.string(text[range]), isMarked: isMarked)
    }
  }
}
