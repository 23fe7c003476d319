import Document

/// A stretch of tokens that may hold entities: words with capitals, and the small words that join them.
///
/// Most tokens of a text lie in none, and no time is spent on them.
struct EntityIslands {
  /// Small words that stand inside names: `Bank of England`, `Ludwig van Beethoven`.
  private static let connectors: Set<WordHash> = Set(
    [
      "of", "the", "and", "for", "de", "la", "le", "les", "du", "des", "d'", "l'", "van", "von",
      "der", "den", "di",
      "da", "do", "dos", "del", "della", "al", "el", "bin", "ibn", "ben", "und", "et", "y", "e",
      "on", "in", "at",
      "to", "a", "'s", "&", "-", "–", ".", ",", "'", "/", "’",
    ].map { WordHash($0) })

  private static let articles: Set<WordHash> = Set(
    ["al", "el", "ad", "an", "ar", "as", "ash", "at", "az"].map { WordHash($0) })
  private static let hyphen = WordHash("-")

  private let words: WordColumns

  init(_ words: WordColumns) { self.words = words }

  /// Whether a token can be part of a name by itself.
  func isCandidate(_ index: Int) -> Bool {
    let shape = words.shapes[index]
    if words.kinds[index] == .word {
      return shape.isCapitalized || shape.contains(.innerCapital) || isArticle(index)
    }
    return words.kinds[index] == .number
      && !shape.isDisjoint(with: [.lowerCase, .capital, .innerCapital])
  }

  /// Whether a word is the Arabic article of a name behind it: `al-Sadr`.
  private func isArticle(_ index: Int) -> Bool {
    Self.articles.contains(words.hashes[index]) && index + 2 < words.count
      && words.hashes[index + 1] == Self.hyphen && words.isAttached(index + 1)
      && words.isAttached(index + 2) && words.shapes[index + 2].isCapitalized
  }

  /// The first island of a sentence that begins at a token or after it.
  func next(from start: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard start < sentence.upperBound,
      let first = (start..<sentence.upperBound).first(where: isCandidate)
    else { return nil }
    var end = first + 1
    while let next = continuation(from: end, in: sentence) { end = next }
    return first..<end
  }

  /// The end of the island's next part: a candidate within three joining tokens.
  private func continuation(from end: Int, in sentence: Range<Int>) -> Int? {
    for index in end..<min(end + 4, sentence.upperBound) {
      if isCandidate(index) { return index + 1 }
      guard joins(index) else { return nil }
    }
    return nil
  }

  private func joins(_ index: Int) -> Bool {
    words.kinds[index] == .number || Self.connectors.contains(words.hashes[index])
  }
}
