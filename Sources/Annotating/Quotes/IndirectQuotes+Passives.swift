import Document

/// Reports whose cue is a passive, or makes its subject part of what is thought: `The talks are expected to fail`,
/// `The plan seems dead`, `Roe was told that it failed`.
extension IndirectQuotes {
  /// A report of a participle behind a form of `be`.
  func passive(_ verb: Int, in sentence: Range<Int>) -> Report? {
    let end = end(of: sentence)
    let isRaised = scene.has(verb, .raising) && scene.has(verb + 1, .to)
    if scene.has(verb, .addressee), !isRaised, let told = told(verb, end) {
      return made(told, agent(in: verb + 1..<end), verb..<verb + 1, "passive cue and clause", 0.6)
    }
    guard scene.has(verb, .raising),
      raises(verb + 1), let subject = raisedSubject(before: verb, from: sentence.lowerBound)
    else { return nil }
    return made(
      subject.lowerBound..<contentEnd(from: verb, before: end), agent(in: verb + 1..<end),
      verb..<verb + 1, "subject, passive cue and complement", 0.5)
  }

  /// `The plan seems dead`, `Voters appeared to agree`.
  func seeming(_ verb: Int, in sentence: Range<Int>) -> Report? {
    let end = end(of: sentence)
    guard verb + 2 < end, scene.marks[verb + 1] == .none,
      !scene.has(verb + 1, [.preposition, .time]),
      let subject = raisedSubject(before: verb, from: sentence.lowerBound)
    else { return nil }
    return made(
      subject.lowerBound..<contentEnd(from: verb, before: end), nil, verb..<verb + 1,
      "subject, verb of seeming and complement", 0.5)
  }

  /// `Asked whether it would rain, Roe laughed`: a participle before whom it describes.
  func asked(_ verb: Int, in sentence: Range<Int>) -> Report? {
    guard scene.hasAll(verb, [.pastParticiple, .question, .addressee]),
      verb == sentence.lowerBound || scene.has(verb - 1, .subordinator)
        || scene.marks[verb - 1] == .comma && !scene.isQuoted(verb - 1),
      let told = told(verb, end(of: sentence))
    else { return nil }
    let end = told.dropFirst().first { scene.marks[$0] == .comma } ?? told.upperBound
    return made(
      told.lowerBound..<end, agent(in: verb + 1..<told.lowerBound), verb..<verb + 1,
      "what somebody was asked", 0.7)
  }

  /// What somebody was told or asked: `was told that …`, `was asked whether …`.
  private func told(_ verb: Int, _ end: Int) -> Range<Int>? {
    var index = verb + 1
    while index < end, index < verb + 10, !scene.has(index, [.that, .questionWord, .to]),
      scene.marks[index] == .none, scene.word(index) != IndirectQuotes.about
    { index += 1 }
    guard index + 2 < end else { return nil }
    let isAbout = scene.word(index) == IndirectQuotes.about
    guard isAbout || scene.has(index, [.that, .questionWord, .to]) else { return nil }
    let start = isAbout ? index + 1 : index
    return start..<contentEnd(from: start, before: end)
  }

  /// Whether what follows a participle says what its subject is thought to be or do: `to`, `as`, `of`, a noun phrase.
  private func raises(_ index: Int) -> Bool {
    if scene.has(index, .to) || Self.predicative.contains(scene.word(index))
      || scene.isQuoted(index) || scene.has(index, .determiner)
    {
      return true
    }
    // `is described on the site as a success`
    guard scene.has(index, .preposition) else { return false }
    let ahead = (index + 1..<index + 6).first {
      scene.marks[$0] != .none || scene.word($0) == IndirectQuotes.as
    }
    return ahead.map { scene.marks[$0] == .none } ?? false
  }

  private static let predicative: Set<WordHash> = [
    WordHash("as"), WordHash("of"), WordHash("by"), WordHash("for"),
  ]

  private func raisedSubject(before verb: Int, from start: Int) -> Range<Int>? {
    let pronoun = scene.lastBefore(verb) - 1
    if pronoun >= start, scene.has(pronoun, .relative), !scene.has(pronoun, .that) {
      return pronoun..<pronoun + 1
    }
    guard let subject = scene.subject(before: verb, from: start),
      !scene.has(subject.lowerBound, [.questionWord, .first, .second])
    else { return nil }
    // `The members of the panel that it set up`: all that stands before it in the clause belongs to it.
    var first = subject.lowerBound
    while first > start, belongsToSubject(first - 1) { first -= 1 }
    while first < subject.lowerBound, scene.has(first, [.adverb, .preposition]) { first += 1 }
    return first..<subject.upperBound
  }

  private func belongsToSubject(_ index: Int) -> Bool {
    scene.marks[index] == .none
      && (scene.has(index, .possessive)
        || !scene.has(
          index,
          [.coordinator, .subordinator, .that, .relative, .auxiliary, .finite, .questionWord]))
  }

  /// Who acts in a passive: `by Roe`.
  private func agent(in tokens: Range<Int>) -> Range<Int>? {
    guard let by = tokens.prefix(8).first(where: { scene.has($0, .agentive) }) else {
      return nil
    }
    return scene.phrase(from: by + 1, before: tokens.upperBound)
  }
}
