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
      ?? predicate(of: verb, at: index, before: end)
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
    if scene.has(verb, .infinitive),
      scene.has(index, .to) || scene.word(index) == Self.not && scene.has(index + 1, .to)
    {
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
    // `Polls show Brill leading by ten points, with a third undecided`
    let isClause =
      Self.showing.contains(scene.word(verb))
      && (scene.isCapitalized(index) || scene.has(index, .pronoun))
      && (index + 1..<min(scene.count, index + 7)).contains {
        scene.endings[$0] == .ing || scene.word($0) == Self.with
      }
    return Complement(
      index: index, why: "speaker, cue and object", confidence: 0.5, isPhrase: !isClause)
  }

  private static let with = WordHash("with")
  private static let showing: Set<WordHash> = Set(
    ["show/showed/shown", "find/found"].flatMap { EnglishVerbs.forms($0).map { WordHash($0.0) } })

  /// What a relative pronoun before the speaker was said to be: `which she described as a success`.
  private func predicate(of verb: Int, at index: Int, before end: Int) -> Complement? {
    guard index + 1 < end, scene.hasAll(verb, [.object, .raising]), scene.word(index) == Self.as
    else { return nil }
    return Complement(
      index: index, why: "speaker, cue and object", confidence: 0.5, isPhrase: true)
  }

  private static let not = WordHash("not")
  static let `as` = WordHash("as")

  private func beginsObject(_ index: Int) -> Bool {
    scene.isNominal(index)
      || scene.has(index, [.determiner, .possessive, .pronoun, .reflexive, .nounCue])
      || scene.isQuoted(index)
  }

  /// Whether a preposition leads to what was spoken of: `called for`, `warned of`, `referring to`.
  private func governs(_ verb: Int, _ preposition: Int) -> Bool {
    let hash = scene.word(preposition)
    // `did not respond to questions`, where `responded to` mostly tells of a deed
    if scene.word(verb) == Self.respond || scene.word(verb) == Self.responded {
      return scene.word(scene.lastBefore(verb)) == Self.not
    }
    return hash == Self.about
      || Self.governed.contains { scene.has(verb, $0.0) && $0.1.contains(hash) }
  }

  private static let out = WordHash("out")
  static let about = WordHash("about")
  private static let respond = WordHash("respond")
  private static let responded = WordHash("responded")
  /// The prepositions that verbs govern, by the class of the verb.
  private static let governed: [(WordClass, [WordHash])] = [
    (.topical, [WordHash("of"), WordHash("against")]), (.governsFor, [WordHash("for")]),
    (.governsTo, [WordHash("to"), WordHash("with")]),
    (.governsOn, [WordHash("on"), WordHash("upon")]),
  ]

  /// A clause, infinitive or question after whom was spoken to, when or where: `told CNN on Monday that`.
  private func afterAddressee(_ verb: Int, _ start: Int, _ end: Int) -> Complement? {
    let isAddressed = scene.has(verb, .addressee)
    guard
      isAddressed || scene.has(start, [.preposition, .time, .to]) || scene.marks[start] == .comma
    else { return nil }
    var next = start
    while next < min(end, start + 14) {
      let index = next
      if let title = title(at: index) {
        next = title
        continue
      }
      next += 1
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
      if scene.has(index, .to), index > start, scene.has(verb, [.infinitive, .governsFor]) {
        // `urged Roe to resign`: she is the subject of what was urged.
        let subject = scene.has(start, .preposition) ? start + 1 : start
        return Complement(
          index: subject, why: "speaker, cue, addressee and infinitive", confidence: 0.7)
      }
      if scene.has(index, .questionWord), index > start, scene.has(verb, .question) {
        return Complement(
          index: index, why: "speaker, cue, addressee and question", confidence: 0.7)
      }
      if scene.has(index, .auxiliary), index > start, !scene.has(index + 1, .to) { break }
    }
    guard scene.has(verb, .addressee),
      let addressee = scene.phrase(from: start, before: end),
      let clause = bareClause(
        of: verb, from: title(at: addressee.upperBound) ?? addressee.upperBound, before: end)
    else { return nil }
    return Complement(index: clause, why: "speaker, cue, addressee and clause", confidence: 0.7)
  }

  /// The token behind a title in quotation marks: `told “The Daily Example” that`.
  private func title(at index: Int) -> Int? {
    guard scene.isQuoted(index) else { return nil }
    let tokens = scene.tokens(of: Int(scene.quotation[index]))
    guard tokens.lowerBound == index, tokens.count < 9, scene.isCapitalized(index + 1),
      scene.marks[tokens.upperBound - 2] == .none
    else { return nil }
    return tokens.upperBound
  }

  /// Whether `that` leads a clause: `that he won`, not `that on the trail`.
  func leadsClause(_ index: Int, _ end: Int) -> Bool {
    scene.has(index, .that) && index + 2 < end && scene.marks[index + 1] != .stop
      && (!scene.has(index + 1, [.preposition, .auxiliary]) || isFrontedClause(index + 1, end))
  }

  /// Whether a phrase that a preposition begins leads to a clause behind its comma: `that in May, he won`.
  private func isFrontedClause(_ index: Int, _ end: Int) -> Bool {
    guard scene.has(index, .preposition),
      let comma = (index..<max(index, min(end, index + 14))).first(where: {
        scene.marks[$0] != .none
      }), scene.marks[comma] == .comma
    else { return false }
    return (comma + 1..<max(comma + 1, min(end, comma + 9))).contains {
      scene.has($0, .auxiliary) || scene.has($0, .finite) && scene.isVerb($0)
        || scene.isCapitalized($0 - 1) && scene.endings[$0] == .s
    }
  }

  /// Whether `that` can follow: after a name, a person, a time or a document, not after the noun that it belongs to.
  private func followsAddressee(_ index: Int) -> Bool {
    let before = index - 1
    return scene.isCapitalized(before) || scene.isQuoted(index + 1)
      || scene.has(
        before,
        [
          .person, .group, .document, .occasion, .time, .pronoun, .reflexive, .number, .adverb,
        ])
      || scene.marks[before] != .none || scene.has(before, .she)
      || scene.words.kinds[before] == .number
  }

  /// The start of a clause without `that`, if the verb governs one: after adverbials, a noun phrase and a verb.
  private func bareClause(of verb: Int, from start: Int, before end: Int) -> Int? {
    guard scene.has(verb, .bareClause) else { return nil }
    // `a probe the agency said was over`, not `the jobs report has`
    if scene.has(start, .auxiliary), !scene.has(start, .pronoun), mayBeNoun(verb) { return nil }
    // `announced a plan`: what could be an object has to show that it is a clause.
    let isSpeech = scene.has(verb, .speech) && !Self.taking.contains(scene.word(verb))
    let mayHaveObject = scene.has(verb, .object)
    var index = start
    while index < end,
      scene.has(index, [.time, .adverb]) || scene.marks[index] == .comma && scene.has(verb, .speech)
    { index += 1 }
    // `found himself in Ruritania`
    if scene.has(index, .reflexive), !scene.isQuoted(index) { return nil }
    if scene.isQuoted(index) { return title(at: index) == nil ? index : nil }
    if scene.has(index, .preposition), !scene.has(index, .subordinator) {
      // `said in a statement the plan had failed`
      guard let phrase = scene.phrase(from: index + 1, before: end), phrase.upperBound < end else {
        return nil
      }
      if scene.marks[phrase.upperBound] == .comma {
        return bareClauseBody(phrase.upperBound + 1, end, isSpeech, mayHaveObject).map { _ in index
        }
      }
      // `wrote for the majority that was formed`: a relative clause of the phrase's.
      if scene.has(phrase.upperBound, .that), scene.has(phrase.upperBound + 1, .auxiliary),
        !scene.has(phrase.upperBound + 1, .pronoun)
      {
        return nil
      }
      return bareClauseBody(phrase.upperBound, end, isSpeech, mayHaveObject)
    }
    return bareClauseBody(index, end, isSpeech, mayHaveObject)
  }

  /// Verbs of speech that have objects, too, which were not said: `wrote a book`, `added a word`, `maintained a lead`.
  private static let taking: Set<WordHash> = Set(
    ["write/wrote/written", "add", "maintain"]
      .flatMap { EnglishVerbs.forms($0).map { WordHash($0.0) } })

  /// Whether a verb's form in the present can be a noun, too: `report`, `claims`.
  private func mayBeNoun(_ verb: Int) -> Bool {
    !scene.has(verb, .onlyVerb) && (scene.has(verb, .baseForm) || scene.endings[verb] == .s)
  }

  private func bareClauseBody(
    _ start: Int, _ end: Int, _ isSpeech: Bool, _ mayHaveObject: Bool
  ) -> Int? {
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
      if mayHaveObject,
        scene.marks[index] == .comma || scene.has(index, [.relative, .subordinator])
      {
        return nil
      }
      if !isSpeech, scene.marks[index] == .comma || scene.has(index, [.relative, .subordinator]) {
        return nil
      }
    }
    guard isSpeech, !mayHaveObject else { return nil }
    return end - start >= (beginsObject(start) ? 3 : 5) ? start : nil
  }
}
