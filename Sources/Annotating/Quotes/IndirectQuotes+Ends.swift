import Document

/// Where what a cue governs ends.
extension IndirectQuotes {
  /// Where content ends: with the sentence, or where the sentence goes on to another cue.
  func contentEnd(from start: Int, before end: Int) -> Int {
    for index in start + 1..<max(start + 1, end) where !scene.isQuoted(index) {
      if scene.marks[index] == .semicolon { return index }
      if isAfterComma(index), leadsToCue(index, end) {
        return index - (scene.isQuoted(index - 1) ? 0 : 1)
      }
      if scene.has(index, .presentParticiple), scene.has(index, .cue), scene.isQuoted(index - 1) {
        return index
      }
      if scene.has(index, .subordinator), isContrast(index), isAfterComma(index) { return index }
      if scene.has(index, .coordinator), scene.has(index + 1, .speech),
        scene.has(index + 1, [.finite, .presentParticiple]),
        !scene.has(index + 1, .baseForm)
      {
        return index
      }
    }
    return end
  }

  /// Where what is spoken of ends: words quoted in it belong to it, up to a comma between their marks.
  func phraseEnd(from start: Int, before end: Int) -> Int {
    guard let first = (start..<end).first(where: { scene.isQuoted($0) }) else {
      return objectEnd(from: start, before: end)
    }
    let comma = (first..<end).first {
      scene.marks[$0] == .comma && scene.isQuoted($0) && !scene.isQuoted($0 + 2)
    }
    if let comma { return min(end, comma + 2) }
    let last = (first..<end).last { scene.isQuoted($0) } ?? first
    return objectEnd(from: last, before: end)
  }

  /// Where a noun phrase ends that is spoken of: before a comma, its predicate, another verb, or when it was said.
  func objectEnd(from start: Int, before end: Int) -> Int {
    var inClause = scene.has(start, [.questionWord, .pronoun])
    for index in start + 1..<max(start + 1, end) {
      if scene.has(index, [.relative, .pronoun, .questionWord]) { inClause = true }
      if !inClause && isPredicate(index) || endsObject(index) {
        return index - (index > start + 1 && scene.has(index - 1, .preposition) ? 1 : 0)
      }
    }
    return max(end, start + 1)
  }

  private func endsObject(_ index: Int) -> Bool {
    switch scene.marks[index] {
    case .comma, .semicolon, .colon: return true
    case .dash: return !scene.isAttached(index)
    default: break
    }
    if scene.has(index, [.time, .subordinator]), !scene.has(index, .relative),
      !Self.comparisons.contains(scene.word(index))
    {
      return true
    }
    return scene.has(index, .coordinator)
      && scene.has(index + 1, [.finite, .auxiliary, .pronoun, .adverb])
      && !scene.has(index + 1, [.person, .group])
  }

  /// Whether a noun phrase ends at an auxiliary, whose subject it is: `support for him | has grown`.
  private func isPredicate(_ index: Int) -> Bool {
    scene.has(index, .auxiliary) && !scene.has(index, .possessive)
      && !scene.has(index - 1, [.preposition, .to, .coordinator])
      && scene.word(index) != Self.being
  }

  private static let being = WordHash("being")
  /// `as` and `than` go on with a noun phrase: `described it as a success`.
  private static let comparisons: Set<WordHash> = [WordHash("as"), WordHash("than")]

  /// Where the subordinate clause that a cue stands in ends: `When Roe said it rained, | he left`.
  func subordinateEnd(from start: Int, before end: Int, _ speaker: Range<Int>) -> Int {
    let before = speaker.lowerBound - 1
    guard scene.has(before, [.subordinator, .questionWord]), !scene.has(before, .relative),
      !Self.comparisons.contains(scene.word(before))
    else { return end }
    return (start..<max(start, end)).first {
      scene.marks[$0] == .comma && !scene.isQuoted($0)
        && !scene.has($0 + 1, [.coordinator, .relative, .presentParticiple])
    } ?? end
  }

  private func isAfterComma(_ index: Int) -> Bool {
    scene.marks[index - 1] == .comma || scene.marks[index - 1] == .dash
      || (scene.isQuoted(index - 1) && index > 1 && scene.marks[index - 2] == .comma)
  }

  /// `although`: what follows is mostly the writer's again.
  private func isContrast(_ index: Int) -> Bool {
    Self.contrasts.contains(scene.word(index))
  }

  private static let but = WordHash("but")
  private static let contrasts: Set<WordHash> = Set(
    ["although", "though", "while", "whereas"].map { WordHash($0) })

  /// `adding that`, `and he said`, `but Roe denied`.
  private func leadsToCue(_ start: Int, _ end: Int) -> Bool {
    if scene.has(start, .presentParticiple), scene.has(start, .cue) { return true }
    guard scene.has(start, [.coordinator, .subordinator]) else { return false }
    if scene.word(start) == Self.but, scene.has(start + 1, [.pronoun, .auxiliary, .adverb]) {
      return true
    }
    for index in start + 1..<min(end, start + 6)
    where scene.has(index, .cue) && scene.has(index, .finite) && scene.isVerb(index) {
      return scene.subject(before: index, from: start + 1) != nil || index == start + 1
    }
    return false
  }
}
