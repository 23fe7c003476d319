import Document

/// Reports that a noun or an adjective introduces: `the claim that …`, `support for …`, `is confident that …`.
extension IndirectQuotes {
  func noun(_ cue: Int, in sentence: Range<Int>) -> Report? {
    let end = end(of: sentence)
    guard cue + 3 < end, !scene.isCapitalized(cue) else { return nil }
    let isClause = leadsClause(cue + 1, end) && !isRelative(cue + 1)
    let isInfinitive = scene.has(cue + 1, .to) && scene.has(cue, .actNoun)
    let isTopic = Self.links.contains(scene.word(cue + 1))
    guard isClause || isInfinitive || isTopic && scene.has(cue, .topicNoun) else { return nil }
    let start = isTopic ? cue + 2 : cue + 1
    let clauseEnd = contentEnd(from: start, before: end)
    let stop = isTopic ? objectEnd(from: start, before: clauseEnd) : clauseEnd
    guard stop > start else { return nil }
    return made(
      start..<stop, owner(of: cue, in: sentence), cue..<cue + 1,
      isClause
        ? "noun and that-clause" : isTopic ? "noun, preposition and object" : "noun and infinitive",
      0.5)
  }

  /// Whether `that` is the subject of its clause, and so a relative pronoun: `a claim that began`.
  private func isRelative(_ that: Int) -> Bool {
    let next = that + 1
    return !scene.isCapitalized(next) && !scene.has(next, [.determiner, .possessive, .pronoun])
      && (scene.has(next, [.finite, .auxiliary]) || scene.endings[next] == .ed)
  }

  private static let links: Set<WordHash> = [
    WordHash("of"), WordHash("about"), WordHash("for"), WordHash("to"), WordHash("against"),
    WordHash("over"),
  ]

  /// Whose claim it is: `Roe's claim`, `his claim`, else the subject of the sentence where the noun is its object.
  private func owner(of cue: Int, in sentence: Range<Int>) -> Range<Int>? {
    var index = cue - 1
    while index > sentence.lowerBound, scene.marks[index] == .none,
      !scene.has(index, [.determiner, .possessive, .preposition, .finite, .auxiliary])
    { index -= 1 }
    if scene.has(index, .possessive) {
      if scene.has(index, .determiner) { return index..<index + 1 }
      return scene.nounPhrase(endingAt: index, from: sentence.lowerBound)
    }
    guard let subject = scene.sentenceSubject(sentence.lowerBound, cue), subject.upperBound < cue
    else { return nil }
    return subject
  }

  func adjective(_ cue: Int, in sentence: Range<Int>) -> Report? {
    let end = end(of: sentence)
    guard cue + 3 < end, scene.has(scene.lastBefore(cue), .be) else { return nil }
    let isClause =
      leadsClause(cue + 1, end) || scene.has(cue + 1, .questionWord)
      || scene.has(cue + 1, .to) && scene.has(cue, .actNoun)
    let isTopic = Self.topics.contains(scene.word(cue + 1))
    guard isClause || isTopic,
      let speaker = scene.subject(before: scene.lastBefore(cue), from: sentence.lowerBound)
    else { return nil }
    let start = isTopic ? cue + 2 : cue + 1
    let clauseEnd = contentEnd(from: start, before: end)
    let stop = isTopic ? objectEnd(from: start, before: clauseEnd) : clauseEnd
    guard stop > start else { return nil }
    return made(
      start..<stop, speaker, cue..<cue + 1,
      isTopic ? "speaker, adjective and object" : "speaker, adjective and clause", 0.5)
  }

  private static let topics: Set<WordHash> = [WordHash("of"), WordHash("about"), WordHash("with")]
}
