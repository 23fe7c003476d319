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
    guard let (subject, content) = parenthesis(verb, speaker, sentence, end) else { return nil }
    let rest = addresseeEnd(verb, max(verb + 1, subject.upperBound), end)
    let start = contentStart(sentence.lowerBound, content)
    guard content > start, scene.endsAttribution(rest, end) else { return nil }
    let resumes = rest + 2 < end && scene.marks[rest] == .comma
    if resumes, !scene.has(rest + 1, [.presentParticiple, .relative, .coordinator, .determiner]),
      content - start < 12 || isFronted(start, content)
    {
      return made(start..<end, subject, verb..<verb + 1, "speaker and cue amid what was said", 0.8)
    }
    let isLast = rest >= end || scene.marks[rest] == .semicolon
    guard content - start > 2, isLast || !isFronted(start, content), isClause(start..<content)
    else {
      return nil
    }
    return made(
      start..<content, subject, verb..<verb + 1, "what was said, then speaker and cue", 0.85)
  }

  /// The subject of a cue behind a comma, and where the words before that comma end.
  private func parenthesis(
    _ verb: Int, _ speaker: Range<Int>?, _ sentence: Range<Int>, _ end: Int
  ) -> (Range<Int>, Int)? {
    let lowest = sentence.lowerBound + 2
    if let speaker, speaker.lowerBound > lowest, speaker.upperBound <= verb,
      scene.marks[speaker.lowerBound - 1] == .comma
    {
      return (speaker, speaker.lowerBound - 1)
    }
    guard verb > lowest, scene.marks[verb - 1] == .comma, scene.has(verb, .speech),
      let inverse = scene.phrase(from: verb + 1, before: end)
    else { return nil }
    return (inverse, verb - 1)
  }

  /// Where the attribution goes on behind whom was spoken to: `she told reporters | on Monday`.
  private func addresseeEnd(_ verb: Int, _ start: Int, _ end: Int) -> Int {
    guard scene.has(verb, .addressee), start < end else { return start }
    return scene.phrase(from: start, before: end)?.upperBound ?? start
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
