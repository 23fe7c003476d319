import Document

/// Finds the noun that says what a name is: `Ely is a small city in`, `Ely (pop. 20,000), the small city`.
struct EntityComplements {
  private static let copulas = set("is was are were became remains being")
  private static let articles = set("a an the one another his her their its")
  /// Small words by which a name goes on: `University of Ely`.
  private static let joints = set("of & de la du van von the for")
  private static let opening = WordHash("(")
  private static let closing = WordHash(")")
  private static let comma = WordHash(",")

  private static func set(_ list: String) -> Set<WordHash> {
    Set(list.split(separator: " ").map { WordHash(String($0)) })
  }

  private let words: WordColumns
  private let model: EntityModel

  init(_ words: WordColumns, _ model: EntityModel) {
    self.words = words
    self.model = model
  }

  /// The noun that says what the name is that ends with a run of capitals.
  func noun(after run: Range<Int>, in sentence: Range<Int>) -> Int? {
    var index = endOfName(run.upperBound, sentence)
    guard index < sentence.upperBound else { return nil }
    if words.hashes[index] == Self.opening {
      guard let closing = closing(after: index, sentence) else { return nil }
      index = closing + 1
    }
    guard index + 2 < sentence.upperBound, Self.articles.contains(words.hashes[index + 1]),
      words.hashes[index] == Self.comma || Self.copulas.contains(words.hashes[index])
    else { return nil }
    return lastNoun(from: index + 2, sentence)
  }

  /// Where a name ends whose first run of capitals ends at `end`, with at most two joints more.
  private func endOfName(_ end: Int, _ sentence: Range<Int>) -> Int {
    var end = end
    for _ in 0..<2 {
      var next = end
      while next < min(end + 2, sentence.upperBound), Self.joints.contains(words.hashes[next]) {
        next += 1
      }
      let name = next
      while next < min(name + 6, sentence.upperBound), words.shapes[next].isCapitalized {
        next += 1
      }
      guard name > end, next > name else { break }
      end = next
    }
    return end
  }

  private func closing(after opening: Int, _ sentence: Range<Int>) -> Int? {
    (opening..<min(opening + 40, sentence.upperBound)).first { words.hashes[$0] == Self.closing }
  }

  /// The last word of a phrase: where one that is no word, or one of grammar, ends it.
  private func lastNoun(from start: Int, _ sentence: Range<Int>) -> Int? {
    var noun: Int?
    for index in start..<min(start + 8, sentence.upperBound) {
      let isHyphen =
        words.kinds[index] != .word && words.isAttached(index)
        && index + 1 < sentence.upperBound && words.isAttached(index + 1)
      if isHyphen { continue }
      guard words.kinds[index] == .word || words.kinds[index] == .number else { break }
      let traits = model.word(words.hashes[index], isCapitalized: false).traits
      if traits.contains(.function) { break }
      if !words.shapes[index].isCapitalized { noun = index }
    }
    return noun
  }
}
