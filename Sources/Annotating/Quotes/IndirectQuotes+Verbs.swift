import Document

/// Reports that a verb introduces: `Roe said the plan would fail`.
extension IndirectQuotes {
  func report(of verb: Int, in sentence: Range<Int>) -> Report? {
    let end = end(of: sentence)
    let speaker = speaker(of: verb, in: sentence)
    if let comment = comment(verb, speaker, sentence, end) { return comment }
    if let parenthetical = parenthetical(verb, speaker, sentence, end) { return parenthetical }
    guard let speaker, !isPassive(verb), let complement = complement(of: verb, before: end),
      isActual(verb, speaker, complement), isFit(speaker, for: verb, complement)
    else { return nil }
    let isFronted = isFrontedParticiple(verb, in: sentence)
    // `Regarding` is a preposition there.
    if isFronted, complement.isInfinitive || scene.has(verb, .preposition) { return nil }
    let content = content(
      of: complement, before: isFronted && speaker.lowerBound > verb ? speaker.lowerBound - 1 : end,
      speaker)
    guard content.count >= (complement.isPhrase ? 1 : 2) else { return nil }
    if let first = relative(before: speaker, to: complement.index, in: sentence),
      first < content.upperBound
    {
      return made(
        first..<content.upperBound, speaker, verb..<verb + 1,
        "what was said, speaker and cue in a relative clause", 0.6)
    }
    if scene.word(complement.index) == Self.as { return nil }
    let isBare = scene.has(scene.lastBefore(verb), [.modal, .to, .preposition])
    return made(
      content, speaker, verb..<verb + 1, complement.why, complement.confidence * (isBare ? 0.8 : 1))
  }

  private func content(of complement: Complement, before end: Int, _ speaker: Range<Int>)
    -> Range<Int>
  {
    let start = complement.index
    let clauseEnd = subordinateEnd(
      from: start,
      before: contentEnd(from: start, before: end, isInfinitive: complement.isInfinitive), speaker)
    let stop = complement.isPhrase ? phraseEnd(from: start, before: clauseEnd) : clauseEnd
    // `Promising signs grew, economists say`: what the participle has stands behind the main clause's subject.
    return start..<max(start, stop)
  }

  /// Whether somebody did say or think it: `to find`, `I guess`, `this shows` tell of no one who did.
  private func isActual(_ verb: Int, _ speaker: Range<Int>, _ complement: Complement) -> Bool {
    let isSpoken =
      scene.has(verb, .speech)
      && (scene.has(complement.index, .that) || scene.isQuoted(complement.index))
    if isSpoken { return true }
    if scene.has(scene.lastBefore(verb), .to), !scene.has(verb, .speech) { return false }
    guard speaker.count == 1, let word = speaker.first else { return true }
    if scene.has(word, .second) { return scene.has(verb, .speech) }
    if scene.has(word, .first) {
      return scene.lexicon.stance(of: scene.word(verb)) == .believing
        ? !complement.isPhrase : scene.has(verb, .speech)
    }
    let isThing =
      scene.has(word, [.it, .that, .questionWord]) && !scene.has(word, .relative)
    return !isThing || scene.has(verb, .speech)
  }

  /// Whether a speaker is one who can want or do: `the plan seeks to`, `the attacks changed` have none.
  private func isFit(_ speaker: Range<Int>, for verb: Int, _ complement: Complement) -> Bool {
    let isLoose = complement.isInfinitive || complement.isPhrase && !scene.has(verb, .speech)
    return !isLoose || scene.isAgent(speaker)
  }

  func isPassive(_ verb: Int) -> Bool {
    scene.has(verb, .pastParticiple) && scene.has(scene.lastBefore(verb), .be)
  }

  private func speaker(of verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    if isFrontedParticiple(verb, in: sentence) { return mainSubject(after: verb, in: sentence) }
    if scene.has(verb, .presentParticiple), !scene.has(verb - 1, .be) {
      return spoken[sentence.lowerBound] ?? scene.sentenceSubject(sentence.lowerBound, verb)
    }
    if let subject = scene.subject(before: verb, from: sentence.lowerBound) { return subject }
    // `Roe thanked them and said …`, `Roe vowed to ask …`
    return scene.sentenceSubject(sentence.lowerBound, verb)
      ?? lastSpeaker(before: verb, in: sentence)
  }

  /// Who said what stands before a conjunction: `It failed – she called it “a mess” and said …`
  private func lastSpeaker(before verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard scene.has(scene.lastBefore(verb), .coordinator), scene.has(verb, .finite),
      let last = reports.last?.attribution, let cue = last.cue, sentence.contains(cue.lowerBound)
    else { return nil }
    return last.speaker
  }

  /// `Noting that it rained, Roe left`: a participle at the head of a sentence, whose subject is that of the main clause.
  func isFrontedParticiple(_ verb: Int, in sentence: Range<Int>) -> Bool {
    scene.has(verb, .presentParticiple)
      && (verb == sentence.lowerBound
        || verb == sentence.lowerBound + 1
          && scene.has(sentence.lowerBound, [.subordinator, .adverb, .preposition]))
  }

  private func mainSubject(after verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    let end = end(of: sentence)
    guard let comma = (verb + 1..<max(verb + 1, end)).first(where: { scene.marks[$0] == .comma })
    else { return nil }
    let start = scene.isQuoted(comma) ? comma + 2 : comma + 1
    return scene.phrase(from: start, before: end).flatMap { scene.isAgent($0) ? $0 : nil }
  }

  /// Where what was said begins before its speaker, as in a relative clause: `what she called “a rant”`, `a server,
  /// which he described as open`, `a probe that the agency said was over`.
  private func relative(before speaker: Range<Int>, to complement: Int, in sentence: Range<Int>)
    -> Int?
  {
    let pronoun = speaker.lowerBound - 1
    guard pronoun > sentence.lowerBound else { return nil }
    if Self.objectPronouns.contains(scene.word(pronoun)) { return pronoun }
    // `Roe, who he called “a fox”`, where `who` could be the subject of other verbs
    if scene.word(pronoun) == Self.who,
      speaker.allSatisfy({ scene.isCapitalized($0) || scene.has($0, .pronoun) })
    {
      return pronoun
    }
    // `said was`: the clause lacks its subject, which stands before.
    guard scene.has(complement, .auxiliary), !scene.has(complement, [.pronoun, .possessive])
    else { return nil }
    let end = scene.word(pronoun) == Self.that ? pronoun : speaker.lowerBound
    guard let noun = scene.nounPhrase(endingAt: end, from: sentence.lowerBound) else { return nil }
    return noun.last { scene.has($0, [.determiner, .possessive]) } ?? noun.lowerBound
  }

  private static let objectPronouns: Set<WordHash> = [
    WordHash("what"), WordHash("which"), WordHash("whom"),
  ]
  private static let who = WordHash("who")
  private static let that = WordHash("that")
}
