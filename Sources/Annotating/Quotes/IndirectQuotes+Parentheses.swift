import Document

/// Reports whose speaker and cue stand behind them or amid them: `The plan failed, Roe said.`
extension IndirectQuotes {
  /// `…, Roe said.` and `…, Roe said, …`
  func parenthetical(
    _ verb: Int, _ speaker: Range<Int>?, _ sentence: Range<Int>, _ end: Int
  ) -> Report? {
    guard scene.has(verb, .finite),
      scene.has(verb, .bareClause) || scene.hasAll(verb, [.speech, .clause])
    else { return nil }
    guard let (subject, content) = parenthesis(verb, speaker, sentence, end),
      scene.isAgent(subject) || scene.has(subject.lowerBound, [.first, .second, .it])
    else { return nil }
    let rest = addresseeEnd(verb, max(verb + 1, subject.upperBound), end)
    let start = contentStart(sentence.lowerBound, content)
    guard content > start, scene.endsAttribution(rest, end) else { return nil }
    let isLast = rest >= end || scene.marks[rest] == .semicolon
    if !isLast, isGoverned(verb, in: sentence) { return nil }
    let resumes = rest + 2 < end && scene.marks[rest] == .comma
    let isFronted = isFronted(start, content)
    if resumes, !scene.has(rest + 1, [.presentParticiple, .relative, .coordinator]),
      isFronted || content - start < 12 && !scene.has(rest + 1, .determiner)
    {
      return made(start..<end, subject, verb..<verb + 1, "speaker and cue amid what was said", 0.8)
    }
    guard content - start > 2, isLast || !isFronted, isLast || isClause(start..<content)
    else {
      return nil
    }
    return made(
      start..<content, subject, verb..<verb + 1, "what was said, then speaker and cue", 0.85)
  }

  /// `As Roe noted, the plan failed`, `The plan failed, as Roe has said`, `As reported by the Example, …`
  func comment(
    _ verb: Int, _ speaker: Range<Int>?, _ sentence: Range<Int>, _ end: Int
  ) -> Report? {
    guard scene.has(verb, .speech), scene.has(verb, [.finite, .pastParticiple]) else { return nil }
    let isPassive = scene.word(verb - 1) == Self.conjunction
    guard
      let speaker = isPassive
        ? scene.has(verb + 1, .agentive) ? scene.phrase(from: verb + 2, before: end) : nil : speaker
    else { return nil }
    let start = isPassive ? verb - 1 : speaker.lowerBound - 1
    guard start >= sentence.lowerBound, scene.word(start) == Self.conjunction,
      speaker.upperBound <= verb || isPassive
    else { return nil }
    let rest = addresseeEnd(verb, isPassive ? speaker.upperBound : verb + 1, end)
    if start == sentence.lowerBound {
      guard rest + 2 < end, scene.marks[rest] == .comma else { return nil }
      return made(
        rest + 1..<end, speaker, verb..<verb + 1, "as and speaker and cue, then what was said", 0.8)
    }
    guard scene.marks[start - 1] == .comma, rest >= end else { return nil }
    let first = contentStart(sentence.lowerBound, start - 1)
    guard start - 1 - first > 2, reports.last?.content.contains(verb) != true else {
      return nil
    }
    return made(
      first..<start - 1, speaker, verb..<verb + 1, "what was said, then as and speaker and cue", 0.7
    )
  }

  private static let conjunction = WordHash("as")

  /// Whether a cue stands in what another one governs: `Roe said the plan, which he noted had failed, …`
  private func isGoverned(_ verb: Int, in sentence: Range<Int>) -> Bool {
    guard let last = reports.last, let cue = last.attribution.cue else { return false }
    return cue.lowerBound >= sentence.lowerBound && last.content.lowerBound >= cue.upperBound
      && last.content.contains(verb)
  }

  /// The subject of a cue behind a comma, and where the words before that comma end.
  private func parenthesis(
    _ verb: Int, _ speaker: Range<Int>?, _ sentence: Range<Int>, _ end: Int
  ) -> (Range<Int>, Int)? {
    let lowest = sentence.lowerBound + 1
    if let speaker, speaker.lowerBound > lowest, speaker.upperBound <= verb,
      scene.marks[speaker.lowerBound - 1] == .comma
    {
      return (speaker, speaker.lowerBound - 1)
    }
    guard verb > lowest + 1, scene.marks[verb - 1] == .comma, scene.has(verb, .speech),
      let inverse = scene.phrase(from: verb + 1, before: end)
    else { return nil }
    return (inverse, verb - 1)
  }

  /// Where the attribution goes on behind whom was spoken to: `she told reporters | on Monday`.
  private func addresseeEnd(_ verb: Int, _ start: Int, _ end: Int) -> Int {
    var rest = start
    if scene.has(verb, .addressee), start < end {
      rest = scene.phrase(from: start, before: end)?.upperBound ?? start
    }
    // `said on Monday`, `argued in his email`, where the sentence goes on behind a comma
    guard scene.has(rest, [.preposition, .time]) else { return rest }
    let comma = (rest..<max(rest, min(end, rest + 9))).first {
      scene.marks[$0] != .none || scene.has($0, [.auxiliary, .that, .pronoun])
        || scene.has($0, .finite) && !scene.has($0, .document)
    }
    return comma.map { scene.marks[$0] == .comma ? $0 : rest } ?? rest
  }

  /// Whether tokens hold a verb, so that they can have been said.
  private func isClause(_ tokens: Range<Int>) -> Bool {
    var depth = 0
    for index in tokens {
      if scene.has(index, .relative), index > tokens.lowerBound, scene.marks[index - 1] == .comma {
        depth += 1
      }
      if depth == 0,
        scene.has(index, .auxiliary) || scene.has(index, .finite) || scene.endings[index] == .ed
      {
        return true
      }
      if depth == 0, scene.endings[index] == .s, index > tokens.lowerBound,
        !scene.isCapitalized(index)
      {
        return true
      }
    }
    return false
  }

  /// Whether the words before a comma only lead to the clause after it: `In May,`, `When asked,`
  private func isFronted(_ start: Int, _ end: Int) -> Bool {
    scene.has(start, [.preposition, .subordinator, .adverb, .presentParticiple, .time])
      && !(start + 1..<end).contains { scene.marks[$0] == .comma }
  }
}
