import Document

/// Where what a verb governs begins.
extension IndirectQuotes {
  struct Complement {
    var index: Int
    var why: String
    var confidence: Double
    /// A noun phrase rather than a clause.
    var isPhrase = false
    var isInfinitive = false
  }

  func complement(of verb: Int, before end: Int) -> Complement? {
    var index = verb + 1
    while index < end, scene.has(index, [.adverb, .time]) || scene.word(index) == Self.out,
      !scene.has(index, .that)
    { index += 1 }
    guard index < end else { return nil }
    return clause(of: verb, at: index, before: end) ?? afterAddressee(verb, index, end)
      ?? bareClause(of: verb, from: index, before: end).map {
        Complement(index: $0, why: "speaker, cue and clause", confidence: 0.8)
      }
      ?? topic(of: verb, at: index, before: end) ?? object(of: verb, at: index)
  }

  /// What its first word shows to be a clause, an infinitive or a question.
  private func clause(of verb: Int, at index: Int, before end: Int) -> Complement? {
    if scene.marks[index] == .colon, index + 2 < end, scene.has(verb, .speech),
      scene.isCapitalized(index + 1)
    {
      return Complement(
        index: index + 1, why: "speaker and cue, a colon, then what was said", confidence: 0.8)
    }
    if scene.has(verb, [.clause, .bareClause, .speech]), leadsClause(index, end) {
      return Complement(index: index, why: "speaker, cue and that-clause", confidence: 0.9)
    }
    if scene.has(verb, .infinitive), scene.has(index, .to) {
      return Complement(
        index: index, why: "speaker, cue and infinitive", confidence: 0.7, isInfinitive: true)
    }
    if scene.has(verb, [.question, .clause]), scene.has(index, .questionWord) {
      return Complement(index: index, why: "speaker, cue and question", confidence: 0.8)
    }
    return nil
  }

  /// A noun phrase behind a preposition that the verb governs: `called for calm`.
  private func topic(of verb: Int, at index: Int, before end: Int) -> Complement? {
    guard index + 1 < end, scene.has(index, [.preposition, .to]), governs(verb, index),
      beginsObject(index + 1) || scene.has(index + 1, .questionWord)
        || scene.endings[index + 1] == .ing
    else { return nil }
    return Complement(
      index: index + 1, why: "speaker, cue, preposition and object", confidence: 0.5,
      isPhrase: true)
  }

  private func object(of verb: Int, at index: Int) -> Complement? {
    guard scene.has(verb, .object),
      beginsObject(index) || scene.has(index, .that) && scene.isNominal(index + 1)
    else { return nil }
    return Complement(
      index: index, why: "speaker, cue and object", confidence: 0.5, isPhrase: true)
  }

  private func beginsObject(_ index: Int) -> Bool {
    scene.isNominal(index) || scene.has(index, [.determiner, .possessive, .pronoun, .reflexive])
      || scene.isQuoted(index)
  }

  /// Whether a preposition leads to what was spoken of: `called for`, `warned of`, `referring to`.
  private func governs(_ verb: Int, _ preposition: Int) -> Bool {
    let hash = scene.word(preposition)
    return hash == Self.about
      || Self.governed.contains { scene.has(verb, $0.0) && $0.1.contains(hash) }
  }

  private static let out = WordHash("out")
  static let about = WordHash("about")
  /// The prepositions that verbs govern, by the class of the verb.
  private static let governed: [(WordClass, [WordHash])] = [
    (.topical, [WordHash("of"), WordHash("against")]), (.governsFor, [WordHash("for")]),
    (.governsTo, [WordHash("to"), WordHash("with")]), (.governsOn, [WordHash("on")]),
  ]

  /// A clause, infinitive or question after whom was spoken to, when or where: `told CNN on Monday that`.
  private func afterAddressee(_ verb: Int, _ start: Int, _ end: Int) -> Complement? {
    let isAddressed = scene.has(verb, .addressee)
    guard
      isAddressed || scene.has(start, [.preposition, .time, .to]) || scene.marks[start] == .comma
    else { return nil }
    for index in start..<min(end, start + 14) {
      if scene.isQuoted(index) || scene.marks[index] == .semicolon || scene.marks[index] == .dash {
        return nil
      }
      if index > start, leadsClause(index, end), scene.has(verb, [.clause, .speech]),
        followsAddressee(index)
      {
        return Complement(
          index: index, why: "speaker, cue, addressee and that-clause", confidence: 0.85)
      }
      guard isAddressed else {
        if scene.has(index, [.finite, .auxiliary, .pronoun]) { return nil }
        continue
      }
      if scene.has(index, .to), index > start, scene.has(verb, [.infinitive]) {
        return Complement(
          index: index, why: "speaker, cue, addressee and infinitive", confidence: 0.7)
      }
      if scene.has(index, .questionWord), index > start, scene.has(verb, .question) {
        return Complement(
          index: index, why: "speaker, cue, addressee and question", confidence: 0.7)
      }
      if scene.has(index, .auxiliary), index > start { break }
    }
    guard scene.has(verb, .addressee),
      let addressee = scene.phrase(from: start, before: end),
      let clause = bareClause(of: verb, from: addressee.upperBound, before: end)
    else { return nil }
    return Complement(index: clause, why: "speaker, cue, addressee and clause", confidence: 0.7)
  }

  /// Whether `that` leads a clause: `that he won`, not `that on the trail`.
  func leadsClause(_ index: Int, _ end: Int) -> Bool {
    scene.has(index, .that) && index + 2 < end && !scene.has(index + 1, [.preposition, .auxiliary])
      && scene.marks[index + 1] != .stop
  }

  /// Whether `that` can follow: after a name, a person, a time or a document, not after the noun that it belongs to.
  private func followsAddressee(_ index: Int) -> Bool {
    let before = index - 1
    return scene.isCapitalized(before)
      || scene.has(
        before, [.person, .group, .document, .time, .pronoun, .reflexive, .number, .adverb])
      || scene.marks[before] != .none || scene.has(before, .she)
      || scene.words.kinds[before] == .number
  }

  /// The start of a clause without `that`, if the verb governs one: after adverbials, a noun phrase and a verb.
  private func bareClause(of verb: Int, from start: Int, before end: Int) -> Int? {
    guard scene.has(verb, .bareClause) else { return nil }
    // `a probe the agency said was over`, not `the jobs report has`
    if scene.has(start, .auxiliary), !scene.has(start, .pronoun), mayBeNoun(verb) { return nil }
    let isSpeech = scene.has(verb, .speech)
    var index = start
    while index < end, scene.has(index, [.time, .adverb]) || scene.marks[index] == .comma {
      index += 1
    }
    if scene.isQuoted(index) { return index }
    if scene.has(index, .preposition), !scene.has(index, .subordinator) {
      // `said in a statement the plan had failed`
      guard let phrase = scene.phrase(from: index + 1, before: end), phrase.upperBound < end else {
        return nil
      }
      if scene.marks[phrase.upperBound] == .comma {
        return bareClauseBody(phrase.upperBound + 1, end, isSpeech).map { _ in index }
      }
      return bareClauseBody(phrase.upperBound, end, isSpeech)
    }
    return bareClauseBody(index, end, isSpeech)
  }

  /// Whether a verb's form in the present can be a noun, too: `report`, `claims`.
  private func mayBeNoun(_ verb: Int) -> Bool {
    !scene.has(verb, .onlyVerb) && (scene.has(verb, .baseForm) || scene.endings[verb] == .s)
  }

  private func bareClauseBody(_ start: Int, _ end: Int, _ isSpeech: Bool) -> Int? {
    guard start < end else { return nil }
    if scene.has(start, [.pronoun]),
      scene.has(start + 1, [.auxiliary, .finite, .adverb]) || start + 1 < end
    {
      return start
    }
    if scene.has(start, .auxiliary) { return start }
    if scene.has(start, .subordinator) {
      // `said if it rains, they will stay`, not `said after the vote`
      return (start..<end).contains { scene.marks[$0] == .comma } ? start : nil
    }
    for index in start + 1..<max(start + 1, min(end, start + 16)) {
      if scene.isQuoted(index) { return start }
      if scene.has(index, .auxiliary) || scene.has(index, .finite) && scene.isVerb(index)
        || scene.endings[index] == .ed && !scene.has(index - 1, [.determiner, .possessive])
      {
        return start
      }
      if scene.endsSentence(index) || scene.marks[index] == .semicolon { return nil }
      if !isSpeech, scene.marks[index] == .comma || scene.has(index, [.relative, .subordinator]) {
        return nil
      }
    }
    return isSpeech && end - start >= (beginsObject(start) ? 3 : 5) ? start : nil
  }
}
