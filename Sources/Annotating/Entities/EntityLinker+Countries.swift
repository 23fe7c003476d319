import Document

// `Kenya` and `Kenyans`, `the U.S.` and `America`.

extension EntityLinker {
  /// Tells which places are countries, and adds those that the tagger passed over, and the words for their peoples.
  mutating func findCountries() {
    var merged: [EntityTagger.Span] = []
    merged.reserveCapacity(spans.count + 8)
    var next = 0
    var index = 0
    while index < words.count {
      if next < spans.count, spans[next].tokens.lowerBound <= index {
        let span = spans[next]
        merged.append(span)
        countries.append(
          span.label == .location ? Countries.shared.named(hash(of: span.tokens)) : nil)
        index = max(index + 1, span.tokens.upperBound)
        next += 1
        continue
      }
      if let country = missedCountry(at: index) {
        merged.append(EntityTagger.Span(tokens: index..<index + 1, label: .location))
        countries.append(country)
        index += 1
        continue
      }
      if isMissedCity(index) {
        merged.append(EntityTagger.Span(tokens: index..<index + 1, label: .location))
        countries.append(nil)
        index += 1
        continue
      }
      guard let (country, end) = people(at: index, before: next) else {
        index += 1
        continue
      }
      merged.append(EntityTagger.Span(tokens: index..<end, label: .nationality))
      countries.append(country)
      index = end
    }
    spans = merged
  }

  /// The country that a word names which the tagger passed over: one that stands alone and means nothing else.
  private func missedCountry(at index: Int) -> Int? {
    guard words.kinds[index] == .word, words.shapes[index].isCapitalized,
      let country = Countries.shared.named(words.hashes[index]),
      [.country, .continent].contains(Countries.shared.list[country].kind),
      !words.isAttached(index), !isCapitalizedWord(index - 1), !isCapitalizedWord(index + 1)
    else { return nil }
    // A sentence in which `us` has capitals has them beside it.
    guard
      words.shapes[index].isAllCapitals
        || lookUp(index).isDisjoint(with: [.male, .female, .family, .common, .verb])
    else { return nil }
    return country
  }

  private static let inside = WordHash("in")

  /// Whether a word is a city that the tagger passed over: one that the lists know, alone behind `in`, as in `In Ely 24 people`.
  private func isMissedCity(_ index: Int) -> Bool {
    guard index > 0, words.kinds[index] == .word, words.shapes[index].isCapitalized,
      words.hashes[index - 1] == Self.inside, !words.isAttached(index),
      !isCapitalizedWord(index + 1)
    else { return false }
    let traits = lookUp(index)
    return !traits.isDisjoint(with: [.city, .metropolis])
      && traits.isDisjoint(with: [.common, .verb, .function, .time, .demonym])
  }

  private func isCapitalizedWord(_ index: Int) -> Bool {
    words.kinds.indices.contains(index) && words.kinds[index] == .word
      && words.shapes[index].isCapitalized
  }

  /// The country whose people or things the words at an index tell, and where these end.
  private func people(at index: Int, before next: Int) -> (country: Int, end: Int)? {
    guard words.kinds[index] == .word, words.shapes[index].isCapitalized else { return nil }
    let free = next < spans.count ? spans[next].tokens.lowerBound : words.count
    if index + 1 < free, words.shapes[index + 1].isCapitalized,
      let country = Countries.shared.ofPeople(
        words.hashes[index].joined(words.hashes[index + 1]))
    {
      return (country, index + 2)
    }
    return Countries.shared.ofPeople(words.hashes[index]).map { ($0, index + 1) }
  }
}
