import Document

// Where names begin and end: `the UK`, `City of` before `Kigali`, `Kigali` before `City Council`.

extension EntityLinker {
  mutating func mendBoundaries() {
    for index in spans.indices {
      dropArticle(index)
      dropPeople(index)
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
