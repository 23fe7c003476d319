import Document
import Reporting

/// Of a layer whose marks have a number, those with the lowest and the highest, at most one of each article on either side.
struct StrongestMarks {
  /// Kept on either side.
  private static let most = 10
  /// Marks of fewer bytes are words, of which the same come again and again.
  private static let shortest = 24

  private var lowest: [Kept] = []
  private var highest: [Kept] = []

  private struct Kept {
    var number: Double
    var article: String
    var range: TextRange
    var words: String
  }

  /// What of an article could be kept.
  private func candidates(_ annotations: [Annotation]) -> (low: Annotation?, high: Annotation?) {
    var (low, high): ((Double, Annotation)?, (Double, Annotation)?) = (nil, nil)
    for annotation in annotations where annotation.place == .text {
      guard annotation.range.count >= Self.shortest, let number = Self.number(of: annotation) else {
        continue
      }
      if number < low?.0 ?? min(0, bound(of: lowest, .infinity)) { low = (number, annotation) }
      if number > high?.0 ?? max(0, bound(of: highest, -.infinity)) { high = (number, annotation) }
    }
    return (low?.1, high?.1)
  }

  private func bound(of kept: [Kept], _ open: Double) -> Double {
    kept.count < Self.most ? open : kept.last?.number ?? open
  }

  private static func number(of annotation: Annotation) -> Double? {
    annotation.attributes.entries.lazy.compactMap { entry in
      entry.value.number.flatMap { $0.isFinite ? $0 : nil }
    }.first
  }

  /// Whether some of an article's marks would be kept, for which its text is needed.
  func wants(_ annotations: [Annotation]) -> Bool {
    let (low, high) = candidates(annotations)
    return low != nil || high != nil
  }

  /// Takes one article's marks; articles come in corpus order.
  mutating func add(_ annotations: [Annotation], of article: Article) {
    let (low, high) = candidates(annotations)
    if let low { Self.insert(low, of: article, in: &lowest) { $0 < $1 } }
    if let high { Self.insert(high, of: article, in: &highest) { $0 > $1 } }
  }

  private static func insert(
    _ annotation: Annotation, of article: Article, in kept: inout [Kept],
    before: (Double, Double) -> Bool
  ) {
    guard let number = number(of: annotation), Int(annotation.range.upper) <= article.text.count
    else {
      return
    }
    let place = kept.firstIndex { before(number, $0.number) } ?? kept.count
    kept.insert(
      Kept(
        number: number, article: article.id, range: annotation.range,
        words: article.text[annotation.range]), at: place)
    if kept.count > most { kept.removeLast() }
  }

  var isEmpty: Bool { lowest.isEmpty && highest.isEmpty }

  /// `{lowest, highest}`, lists of `{value, text, article, first, last}`, as `report:passages` takes them.
  var value: Value {
    .map(["lowest": Self.value(of: lowest), "highest": Self.value(of: highest)])
  }

  private static func value(of kept: [Kept]) -> Value {
    .list(
      kept.map { one in
        [
          "value": .number(one.number), "text": .string(one.words),
          "article": .string(one.article), "first": .integer(Int64(one.range.lower) + 1),
          "last": .integer(Int64(one.range.upper)),
        ]
      })
  }
}
