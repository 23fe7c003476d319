import Document

/// Reports of sources that are named by no verb: `according to Roe`.
extension IndirectQuotes {
  /// `According to Roe, the plan failed`, and the other way round.
  func source(_ cue: Range<Int>, in sentence: Range<Int>) -> Report? {
    let end = end(of: sentence)
    guard let speaker = scene.phrase(from: cue.upperBound, before: end) else { return nil }
    let isFirst = (sentence.lowerBound..<cue.lowerBound).allSatisfy {
      scene.marks[$0] != .none || scene.has($0, [.coordinator, .adverb])
    }
    if isFirst {
      var start = speaker.upperBound
      while start < end, scene.marks[start] != .comma { start += 1 }
      return start + 2 < end
        ? made(start + 1..<end, speaker, cue, "a source, then what it says", 0.85) : nil
    }
    let stop = scene.marks[cue.lowerBound - 1] == .comma ? cue.lowerBound - 1 : cue.lowerBound
    let resumes =
      speaker.upperBound < end - 4 && scene.marks[speaker.upperBound] == .comma
      && scene.marks[cue.lowerBound - 1] == .comma && stop - sentence.lowerBound < 8
    let colon = (sentence.lowerBound..<stop).last {
      scene.marks[$0] == .colon && !scene.isQuoted($0)
    }
    let start = contentStart(colon ?? sentence.lowerBound, stop)
    guard stop - start > 2 else { return nil }
    return made(
      start..<(resumes ? end : stop), speaker, cue, "what a source says, then the source", 0.85)
  }

  /// `In an Example poll last month, four in ten were for the plan`.
  func survey(in sentence: Range<Int>) -> Report? {
    let end = end(of: sentence)
    let start = sentence.lowerBound
    guard start + 4 < end, scene.word(start) == Self.in,
      var comma = (start..<min(end, start + 18)).first(where: { scene.marks[$0] == .comma }),
      start + 2 < comma, comma + 3 < end,
      let noun = (start + 2..<comma).first(where: { Self.surveys.contains(scene.word($0)) }),
      !(start..<comma).contains(where: { scene.isQuoted($0) || scene.has($0, .cue) })
    else { return nil }
    let speaker = scene.phrase(from: start + 1, before: comma)
    // `In a new poll, conducted in March, …`
    if scene.endings[comma + 1] == .ed,
      let next = (comma + 1..<min(end, comma + 12)).first(where: { scene.marks[$0] == .comma }),
      next + 3 < end
    {
      comma = next
    }
    return made(comma + 1..<end, speaker, noun..<noun + 1, "a survey, then what it says", 0.6)
  }

  /// `Four in ten were for the plan in an Example poll`.
  func surveyed(_ preposition: Int, in sentence: Range<Int>) -> Report? {
    guard preposition + 2 < sentence.upperBound,
      let noun = (preposition + 1..<min(sentence.upperBound, preposition + 10)).first(where: {
        Self.survey.contains(scene.word($0)) || scene.marks[$0] == .comma
          || scene.endsSentence($0) || scene.isQuoted($0)
          || scene.has($0, [.auxiliary, .preposition, .that, .relative])
      }), Self.survey.contains(scene.word(noun)), !scene.has(noun + 1, .cue)
    else { return nil }
    let start = contentStart(sentence.lowerBound, preposition)
    let words = start..<max(start, preposition)
    guard words.count > 2, !scene.has(start, [.preposition, .subordinator]),
      words.contains(where: { scene.has($0, [.auxiliary, .finite]) && scene.isVerb($0) }),
      !words.contains(where: {
        scene.isQuoted($0) || scene.has($0, .speech) && scene.has($0, .finite)
      })
    else { return nil }
    return made(
      start..<preposition, scene.phrase(from: preposition + 1, before: noun + 1), noun..<noun + 1,
      "what a survey says, then the survey", 0.6)
  }

  /// `The plan reportedly failed`: hearsay whose source nobody names.
  func hearsay(_ cue: Int, in sentence: Range<Int>) -> Report? {
    let end = end(of: sentence)
    let start = contentStart(sentence.lowerBound, end)
    let first = cue == start ? contentStart(cue + 1, end) : start
    guard end - first > 3, !(start..<end).contains(where: { scene.has($0, .speech) }) else {
      return nil
    }
    return made(
      first..<contentEnd(from: first, before: end), nil, cue..<cue + 1, "an adverb of hearsay", 0.6)
  }

  static let hearsay = WordHash("reportedly")
  static let `in` = WordHash("in")
  private static let survey: Set<WordHash> = [WordHash("poll"), WordHash("survey")]
  private static let surveys: Set<WordHash> = [
    WordHash("poll"), WordHash("survey"), WordHash("surveys"),
  ]
}
