import Document

/// Reports that a noun or an adjective introduces: `the claim that …`, `support for …`, `is confident that …`.
extension IndirectQuotes {
  func noun(_ cue: Int, in sentence: Range<Int>) -> Report? {
    let end = end(of: sentence)
    guard cue + 3 < end, !scene.isCapitalized(cue) else { return nil }
    let isClause = leadsClause(cue + 1, end) && !isRelative(cue + 1)
    // not `in order to`
    let isInfinitive =
      scene.has(cue + 1, .to) && scene.has(cue, .actNoun)
      && scene.word(cue - 1) != IndirectQuotes.in
    let isTopic = Self.links.contains(scene.word(cue + 1)) && !isInfinitive && !isAssault(cue)
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

  /// Whether a noun tells of a deed rather than of words: `an attack on the town`, not `his attack on Roe`.
  private func isAssault(_ cue: Int) -> Bool {
    scene.word(cue) == Self.attack && !scene.has(cue - 1, .possessive)
  }

  private static let attack = WordHash("attack")

  /// Whether `that` is the subject of its clause, and so a relative pronoun: `a claim that began`.
  private func isRelative(_ that: Int) -> Bool {
    let next = that + 1
    return !scene.isCapitalized(next) && !scene.has(next, [.determiner, .possessive, .pronoun])
      && (scene.has(next, [.finite, .auxiliary]) || scene.endings[next] == .ed)
  }

  private static let links: Set<WordHash> = [
    WordHash("of"), WordHash("about"), WordHash("for"), WordHash("to"), WordHash("against"),
    WordHash("over"), WordHash("on"),
  ]

  /// Whose claim it is: `Roe's claim`, `his claim`, else the subject of the sentence where the noun is its object.
  private func owner(of cue: Int, in sentence: Range<Int>) -> Range<Int>? {
    var index = cue - 1
    while index > sentence.lowerBound, scene.marks[index] == .none,
      !scene.has(index, [.determiner, .possessive, .preposition, .finite, .auxiliary])
    { index -= 1 }
    if scene.has(index, .possessive) {
      if scene.has(index, .determiner) { return index..<index + 1 }
      return scene.nounPhrase(endingAt: index, from: sentence.lowerBound).map(possessor)
    }
    guard let subject = scene.sentenceSubject(sentence.lowerBound, cue), subject.upperBound < cue
    else { return nil }
    return subject
  }

  /// `criticism amid the agency's finding`: a possessor goes back over `of` and no other preposition.
  private func possessor(_ phrase: Range<Int>) -> Range<Int> {
    let preposition = phrase.dropLast().last {
      scene.has($0, .preposition) && scene.word($0) != Self.of && !scene.isCapitalized($0)
    }
    return (preposition.map { $0 + 1 } ?? phrase.lowerBound)..<phrase.upperBound
  }

  private static let of = WordHash("of")

  func adjective(_ cue: Int, in sentence: Range<Int>) -> Report? {
    let end = end(of: sentence)
    guard cue + 3 < end else { return nil }
    if let report = madeClear(cue, in: sentence, end) { return report }
    guard scene.has(scene.lastBefore(cue), .be) else { return nil }
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

  /// `Roe made it clear that …`, `Roe made clear to them on Monday that …`
  private func madeClear(_ cue: Int, in sentence: Range<Int>, _ end: Int) -> Report? {
    guard scene.word(cue) == Self.clear else { return nil }
    var verb = scene.lastBefore(cue)
    if scene.has(verb, .it) { verb -= 1 }
    guard verb > sentence.lowerBound, Self.making.contains(scene.word(verb)) else { return nil }
    let clause = (cue + 1..<min(end, cue + 14)).first {
      leadsClause($0, end) || scene.marks[$0] != .none || scene.isQuoted($0)
    }
    var start = clause.flatMap { leadsClause($0, end) ? $0 : nil }
    if start == nil, scene.has(cue + 1, [.pronoun, .determiner]) || scene.isCapitalized(cue + 1) {
      start = cue + 1
    }
    guard let start else { return nil }
    let speaker =
      scene.has(verb, .presentParticiple)
      ? nil : scene.subject(before: verb, from: sentence.lowerBound)
    return made(
      start..<contentEnd(from: start, before: end),
      speaker ?? spoken[sentence.lowerBound] ?? scene.sentenceSubject(sentence.lowerBound, verb),
      verb..<cue + 1, "speaker, made clear and clause", 0.7)
  }

  private static let clear = WordHash("clear")
  private static let making: Set<WordHash> = Set(
    ["make", "makes", "made", "making"].map { WordHash($0) })

  private static let topics: Set<WordHash> = [WordHash("of"), WordHash("about"), WordHash("with")]
}
