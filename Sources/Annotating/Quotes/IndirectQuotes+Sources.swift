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
      let comma = (start..<min(end, start + 18)).first(where: { scene.marks[$0] == .comma }),
      start + 2 < comma, comma + 3 < end,
      let noun = (start + 2..<comma).first(where: { Self.surveys.contains(scene.word($0)) }),
      !(start..<comma).contains(where: { scene.isQuoted($0) || scene.has($0, .cue) })
    else { return nil }
    return made(
      comma + 1..<end, scene.phrase(from: start + 1, before: comma), noun..<noun + 1,
      "a survey, then what it says", 0.6)
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
  private static let `in` = WordHash("in")
  private static let surveys: Set<WordHash> = [
    WordHash("poll"), WordHash("survey"), WordHash("surveys"),
  ]
}
