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
    let start = contentStart(sentence.lowerBound, stop)
    guard stop - start > 2 else { return nil }
    return made(
      start..<(resumes ? end : stop), speaker, cue, "what a source says, then the source", 0.85)
  }
}
