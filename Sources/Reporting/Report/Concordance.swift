package import Document

/// Key words in context: some of the annotations of one layer over a run, each with the words around it.
///
/// Of all annotations it keeps those that come first in their article, so that no long article crowds out the others; the
/// choice depends on the corpus alone.
package struct Concordance: Sendable {
  package struct Line: Hashable, Sendable {
    /// The article's place in the run, from 1.
    package var article: Int
    package var place: Annotation.Place
    package var range: TextRange
    /// The annotation's place among those of its article and layer, from 0.
    var rank: Int
    var context: Context
    /// What the annotation says of its words: `compound −0.83`.
    var note: String
  }

  private static let radius = 90

  private var lines: [Line] = []
  /// All annotations of the layer, kept or not.
  package private(set) var total = 0
  private let capacity: Int

  package init(capacity: Int) {
    self.capacity = capacity
  }

  /// Counts annotations without keeping them.
  package mutating func count(_ annotations: Int) {
    total += annotations
  }

  /// Whether an article's first annotation could still be kept.
  package var hasRoom: Bool { lines.count < capacity || (lines.last?.rank ?? 0) > 0 }

  /// Takes one article's annotations; articles come in corpus order.
  package mutating func add(_ annotations: [Annotation], of article: Article, number: Int) {
    total += annotations.count
    for (rank, annotation) in annotations.enumerated() {
      guard lines.count < capacity || rank < (lines.last?.rank ?? 0) else { return }
      let text = annotation.place == .title ? article.title : article.text
      guard let context = Context(of: annotation.range, in: text, radius: Self.radius) else {
        continue
      }
      insert(
        Line(
          article: number, place: annotation.place, range: annotation.range, rank: rank,
          context: context, note: annotation.note))
    }
  }

  /// The first of them, in corpus order.
  package func first(_ limit: Int) -> [Line] {
    lines.prefix(limit).sorted {
      ($0.article, $0.rank) < ($1.article, $1.rank)
    }
  }

  /// Whether the marked stretches are too long to stand in the middle of a line, as sentences are.
  static func isLong(_ lines: [Line]) -> Bool {
    let bytes = lines.reduce(0) { $0 + $1.context.words.utf8.count }
    return bytes > lines.count * 48
  }

  /// Lines stay sorted by rank, then by article.
  private mutating func insert(_ line: Line) {
    var index = lines.count
    while index > 0, lines[index - 1].rank > line.rank { index -= 1 }
    lines.insert(line, at: index)
    if lines.count > capacity { lines.removeLast() }
  }
}

extension Annotation {
  /// Its attributes in one line.
  var note: String {
    attributes.entries.map { "\($0.name) \($0.value.member)" }.joined(separator: ", ")
  }
}
