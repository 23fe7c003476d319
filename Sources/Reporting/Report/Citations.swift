import Document

/// The passages of articles that a report leads to, so that each gets an anchor in its article's text.
struct Citations: Sendable {
  /// An article's title or text, and a stretch of it.
  struct Passage: Hashable, Sendable {
    var place: Annotation.Place
    var range: TextRange
  }

  private let numbers: [String: Int]
  private let entries: Int
  private let pages: Int
  private var passages: [Int: Set<Passage>] = [:]

  init(_ report: Report) {
    var numbers: [String: Int] = [:]
    for entry in report.entries where numbers[entry.id] == nil {
      numbers[entry.id] = entry.mention.number
    }
    self.numbers = numbers
    entries = report.entries.count
    pages = report.pages
  }

  /// The passages of one article that are led to.
  func passages(of article: Int) -> Set<Passage> { passages[article] ?? [] }

  /// The index line of an article by its id.
  func entry(_ id: String, of report: Report) -> ArticleEntry? {
    numbers[id].map { report.entries[$0 - 1] }
  }

  /// The anchor of an article: its page or, without one, its line in the index; nil where it has neither.
  func anchor(of article: Int) -> String? {
    article >= 1 && article <= entries ? "article-\(article)" : nil
  }

  /// The anchor of a place that a plugin named, noting that it is led to.
  mutating func anchor(of target: Target) -> String? {
    guard let number = numbers[target.article] else { return nil }
    guard let range = target.range, !range.isEmpty else { return anchor(of: number) }
    return anchor(of: Passage(place: .text, range: range), in: number)
  }

  mutating func anchor(of passage: Passage, in article: Int) -> String? {
    guard article <= pages else { return anchor(of: article) }
    passages[article, default: []].insert(passage)
    return passage.anchor(in: article)
  }
}

extension Citations.Passage {
  func anchor(in article: Int) -> String {
    let initial = place == .title ? "t" : "p"
    return "\(initial)\(article)-\(range.lower)-\(range.upper)"
  }
}
