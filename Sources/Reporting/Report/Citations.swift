import Document

/// The passages of articles that a report leads to, so that each gets an anchor in its article's text.
struct Citations: Sendable {
  /// An article's title or text, and a stretch of it.
  struct Passage: Hashable, Sendable {
    var place: Annotation.Place
    var range: TextRange
  }

  private let numbers: [String: Int]
  private let lines: Int
  private let pages: Int
  private let hasSheets: Bool
  private var passages: [Int: Set<Passage>] = [:]
  /// The plugin whose section is being written, from 1; nil: none is.
  var section: Int?
  /// By article, the sections that lead to passages of it.
  private var sections: [Int: Set<Int>] = [:]

  /// - Parameters:
  ///   - lines: how many articles have a line in the document's index; nil: all that are known.
  ///   - hasSheets: whether the articles' pages are in files of their own, not in the document.
  init(_ report: Report, lines: Int? = nil, hasSheets: Bool = false) {
    var numbers: [String: Int] = [:]
    for entry in report.entries where numbers[entry.id] == nil {
      numbers[entry.id] = entry.mention.number
    }
    self.numbers = numbers
    self.lines = lines ?? report.entries.count
    self.hasSheets = hasSheets
    pages = report.pages
  }

  /// The passages of one article that are led to.
  func passages(of article: Int) -> Set<Passage> { passages[article] ?? [] }

  /// The sections that lead to passages of an article, so that it can lead back.
  func sections(leadingTo article: Int) -> [Int] { (sections[article] ?? []).sorted() }

  /// The index line of an article by its id.
  func entry(_ id: String, of report: Report) -> ArticleEntry? {
    numbers[id].map { report.entries[$0 - 1] }
  }

  /// The anchor of an article: its page or, without one, its line in the index; nil where it has neither.
  func anchor(of article: Int) -> String? {
    article >= 1 && article <= max(lines, pages) ? "article-\(article)" : nil
  }

  // MARK: Links of a web page

  /// The link to an article: its page or, without one, its line in the index; nil where it has neither.
  func link(to article: Int) -> String? {
    anchor(of: article).map { link(to: $0, in: article) }
  }

  /// The link to a place that a plugin named, noting that it is led to.
  mutating func link(to target: Target) -> String? {
    guard let number = numbers[target.article] else { return nil }
    guard let range = target.range, !range.isEmpty else { return link(to: number) }
    return link(to: Passage(place: .text, range: range), in: number)
  }

  mutating func link(to passage: Passage, in article: Int) -> String? {
    guard article <= pages else { return link(to: article) }
    passages[article, default: []].insert(passage)
    if let section { sections[article, default: []].insert(section) }
    return link(to: passage.anchor(in: article), in: article)
  }

  private func link(to anchor: String, in article: Int) -> String {
    article <= pages ? "\(hasSheets ? Sheets.file(of: article) : "")#\(anchor)" : "#\(anchor)"
  }
}

extension Citations.Passage {
  func anchor(in article: Int) -> String {
    let initial = place == .title ? "t" : "p"
    return "\(initial)\(article)-\(range.lower)-\(range.upper)"
  }
}
