import Document

// Where names begin and end: `the UK`, `City of` before `Kigali`, `Kigali` before `City Council`.

extension EntityLinker {
  mutating func mendBoundaries() {
    spans.removeAll(where: isPeople)
    settleNations()
    for index in spans.indices {
      dropArticle(index)
      dropPeople(index)
      addParticle(index)
      addDirection(index)
    }
    joinParts()
  }

  /// `the UK` is named UK; `The Hague` keeps its article.
  private mutating func dropArticle(_ index: Int) {
    let tokens = spans[index].tokens
    guard spans[index].label == .location, tokens.count > 1,
      words.hashes[tokens.lowerBound] == Self.the,
      !words.shapes[tokens.lowerBound].isCapitalized
    else { return }
    spans[index].tokens = tokens.dropFirst()
  }

  /// `Scotsman Ian Roe`: the people is no part of the name.
  private mutating func dropPeople(_ index: Int) {
    let tokens = spans[index].tokens
    guard spans[index].label == .person, tokens.count > 2, isPeople(tokens.lowerBound),
      tokens.dropFirst().allSatisfy(isNameLike)
    else { return }
    spans[index].tokens = tokens.dropFirst()
  }

  private static let particles: Set<WordHash> = Set(
    ["de", "da", "di", "du", "del", "della", "van", "von", "la", "le"].map { WordHash($0) })

  /// `De Gaulle` is the name, also where the tagger found `Gaulle`; the particle has a capital where the given name is left out.
  private mutating func addParticle(_ index: Int) {
    let particle = spans[index].tokens.lowerBound - 1
    let free = index > 0 ? spans[index - 1].tokens.upperBound : 0
    guard spans[index].label == .person, particle >= free, !words.isAttached(particle + 1),
      words.shapes[particle].isCapitalized, words.shapes[particle + 1].isCapitalized,
      Self.particles.contains(words.hashes[particle])
    else { return }
    spans[index].tokens = particle..<spans[index].tokens.upperBound
  }

  /// A country's name is the country, also its team's and its government's; and where it could be a given name, if the article
  /// names its people, too, or it stands behind `of` and nobody bears it: `Kenya`, `Kenyans`; `the court of France`.
  private mutating func settleNations() {
    var peoples: Set<Int>?
    for index in spans.indices where spans[index].label != .location {
      guard let country = Countries.shared.named(hash(of: spans[index].tokens)),
        Countries.shared.list[country].kind == .country
      else { continue }
      if spans[index].label == .person {
        let known = peoples ?? namedPeoples()
        peoples = known
        guard known.contains(country) || isGoverned(index) else { continue }
      }
      spans[index].label = .location
    }
  }

  private static let governors: Set<WordHash> = Set(["of", "in", "from"].map { WordHash($0) })

  /// Whether a span stands behind a preposition, and no person named in full bears its name.
  private func isGoverned(_ index: Int) -> Bool {
    let first = spans[index].tokens.lowerBound
    return first > 0 && Self.governors.contains(words.hashes[first - 1])
      && !spans.contains { span in
        span.label == .person && span.tokens.count > 1
          && span.tokens.contains { words.hashes[$0] == words.hashes[first] }
      }
  }

  /// The countries whose people the text names.
  private func namedPeoples() -> Set<Int> {
    Set(
      words.hashes.indices.compactMap { index in
        words.shapes[index].isCapitalized ? Countries.shared.ofPeople(words.hashes[index]) : nil
      })
  }

  private static let directions: Set<WordHash> = Set(
    ["north", "south", "east", "west"].map { WordHash($0) })

  /// `North Korea` is the place, also where the tagger found `Korea`.
  private mutating func addDirection(_ index: Int) {
    let first = spans[index].tokens.lowerBound
    let free = index > 0 ? spans[index - 1].tokens.upperBound : 0
    guard spans[index].label == .location, first > free, !words.isAttached(first),
      words.shapes[first - 1].isCapitalized, Self.directions.contains(words.hashes[first - 1]),
      Countries.shared.named(words.hashes[first]) != nil
        || Countries.shared.named(words.hashes[first - 1].joined(words.hashes[first])) != nil
    else { return }
    spans[index].tokens = first - 1..<spans[index].tokens.upperBound
  }

  /// Whether a span is a word for a country's people, which is neither an organisation nor a place: `Canadian border`.
  private func isPeople(_ span: EntityTagger.Span) -> Bool {
    span.tokens.count == 1 && span.label != .person
      && Countries.shared.ofPeople(words.hashes[span.tokens.lowerBound]) != nil
  }

  private func isPeople(_ index: Int) -> Bool {
    lookUp(index).contains(.demonym) || Countries.shared.ofPeople(words.hashes[index]) != nil
  }

  /// Joins the parts of a name that the tagger cut, and takes joining words off its end.
  private mutating func joinParts() {
    guard !spans.isEmpty else { return }
    var joined = [spans[0]]
    joined.reserveCapacity(spans.count)
    for span in spans.dropFirst() {
      let last = joined.count - 1
      if let label = label(ofJoined: joined[last], span) {
        let start = joined[last].tokens.lowerBound
        joined[last] = EntityTagger.Span(tokens: start..<span.tokens.upperBound, label: label)
      } else {
        joined.append(span)
      }
    }
    for index in joined.indices where endsInJoint(joined[index].tokens) {
      joined[index].tokens = joined[index].tokens.dropLast()
    }
    spans = joined
  }

  /// What two spans name together, if they are one name.
  private func label(ofJoined one: EntityTagger.Span, _ other: EntityTagger.Span) -> Entity.Label? {
    let end = one.tokens.upperBound
    guard end == other.tokens.lowerBound else { return nil }
    if endsInJoint(one.tokens) { return one.label == .person ? other.label : one.label }
    guard one.label == .location, !words.isAttached(end), words.shapes[end].isCapitalized else {
      return nil
    }
    switch other.label {
    case .organization: return .organization
    case .location:
      // `Kano State`, but not `Geneva Switzerland`.
      return lookUp(other.tokens.upperBound - 1).contains(.placeNoun) ? .location : nil
    default: return nil
    }
  }

  private static let joints: Set<WordHash> = Set(
    ["of", "the", "de", "la", "and"].map { WordHash($0) })

  /// Whether a span ends in a small word that wants another, like `City of`.
  private func endsInJoint(_ tokens: Range<Int>) -> Bool {
    let last = tokens.upperBound - 1
    return tokens.count > 1 && !words.shapes[last].isCapitalized
      && Self.joints.contains(words.hashes[last])
  }
}
