import Document

/// Finds reported speech in languages whose clauses a conjunction, a comma or a mood marks: `dijo que …`,
/// `sagte, der Plan sei gescheitert`, `Selon Roe, …`.
///
/// It goes from cue to cue, as `IndirectQuotes` does for English, with fewer frames: a clause behind the cue, a clause
/// before it, and sources.
struct ClauseReports {
  let scene: Scene
  private(set) var reports: [Report] = []
  private var taken: [Bool]
  /// The speaker of the last report, whom a sentence in the mood of reported speech goes on with.
  private var last: (speaker: Range<Int>, sentence: Int)?

  init(_ scene: Scene, _ drafts: [Draft]) {
    self.scene = scene
    taken = Array(repeating: false, count: scene.count)
    for draft in drafts where draft.attribution.cue != nil {
      for index in draft.attribution.extent where index < scene.count { taken[index] = true }
    }
    for (number, sentence) in scene.sentences.enumerated()
    where sentence.count <= Scene.longestSentence {
      guard let report = report(in: sentence) ?? continued(sentence, number) else { continue }
      reports.append(report)
      if let speaker = report.attribution.speaker { last = (speaker, number) }
    }
  }

  private func report(in sentence: Range<Int>) -> Report? {
    var end = sentence.upperBound
    while end > sentence.lowerBound, scene.endsSentence(end - 1) { end -= 1 }
    for index in sentence where !taken[index] && !scene.isQuoted(index) {
      if scene.sourceCue(at: index) != nil, let found = source(index, sentence, end) {
        return found
      }
      guard scene.has(index, .speech), scene.has(index, [.finite, .pastParticiple]) else {
        continue
      }
      if let found = clause(of: index, sentence, end) { return found }
    }
    return nil
  }

  private func made(
    _ content: Range<Int>, _ speaker: Range<Int>?, _ cue: Range<Int>?, _ why: String,
    _ confidence: Double
  ) -> Report? {
    guard content.count > 2, !content.allSatisfy({ scene.isQuoted($0) }),
      !content.contains(where: { taken[$0] })
    else { return nil }
    return Report(
      content: content,
      attribution: Attribution(
        speaker: speaker, cue: cue, extent: content, why: why, confidence: confidence))
  }
}

// MARK: Clauses

extension ClauseReports {
  /// `dijo que …`, `sagte gestern, dass …`, `sagte, er habe …`; else `…, dijo Roe`.
  private func clause(of cue: Int, _ sentence: Range<Int>, _ end: Int) -> Report? {
    let speaker = scene.subject(around: cue, in: sentence.lowerBound..<end)
    if let start = conjunction(after: cue, before: end) {
      return made(start..<end, speaker, cue..<cue + 1, "speaker, cue and conjunction", 0.8)
    }
    if let start = moodClause(after: cue, before: end) {
      return made(
        start..<end, speaker, cue..<cue + 1, "speaker, cue and mood of reported speech", 0.8)
    }
    guard let comma = commaBefore(cue, in: sentence), isLast(cue, end),
      let speaker = scene.phrase(from: scene.objectStart(after: cue), before: end),
      scene.isAgent(speaker) || speaker.contains(where: { scene.has($0, [.title, .pronoun]) })
    else { return nil }
    return made(
      sentence.lowerBound..<comma, speaker, cue..<cue + 1, "what was said, then cue and speaker",
      0.7)
  }

  /// The conjunction that a cue governs, behind whom it was said to, when or where: no other clause stands between.
  private func conjunction(after cue: Int, before end: Int) -> Int? {
    for index in cue + 1..<max(cue + 1, min(end, cue + 14)) {
      if scene.isQuoted(index) { return nil }
      if scene.has(index, .that) { return index + 3 < end ? index : nil }
      if scene.has(index, .relative) || scene.has(index, .auxiliary) && index > cue + 1 {
        return nil
      }
    }
    return nil
  }

  /// The token after the comma behind a cue, where the clause there has a verb in the mood of reported speech.
  private func moodClause(after cue: Int, before end: Int) -> Int? {
    guard
      let comma = (cue + 1..<max(cue + 1, min(end, cue + 14))).first(where: {
        scene.marks[$0] == .comma || scene.marks[$0] == .colon
      }),
      comma + 3 < end, !scene.has(comma + 1, [.relative, .coordinator]) || hasMood(comma + 2, end),
      hasMood(comma + 1, end)
    else { return nil }
    return comma + 1
  }

  private func hasMood(_ start: Int, _ end: Int) -> Bool {
    (start..<max(start, end)).contains { scene.has($0, .reportingMood) && !scene.isQuoted($0) }
  }

  /// The comma that parts what was said from cue and speaker behind it.
  private func commaBefore(_ cue: Int, in sentence: Range<Int>) -> Int? {
    let lowest = max(sentence.lowerBound + 3, cue - 4)
    guard lowest < cue else { return nil }
    return (lowest..<cue).last { scene.marks[$0] == .comma && !scene.isQuoted($0) }
  }

  /// Whether nothing but a speaker, when and where follows a cue.
  private func isLast(_ cue: Int, _ end: Int) -> Bool {
    end - cue < 16
      && !(cue + 1..<max(cue + 1, end)).contains {
        scene.has($0, [.that, .auxiliary, .speech]) || scene.isQuoted($0)
      }
  }

  /// `Der Airbus sei zu spät gelandet.` after a report: the mood shows that the same speaker goes on.
  private func continued(_ sentence: Range<Int>, _ number: Int) -> Report? {
    guard let last, number - last.sentence == 1,
      !sentence.contains(where: { taken[$0] || scene.isQuoted($0) }),
      let verb = sentence.first(where: { scene.has($0, [.auxiliary, .finite]) }),
      scene.has(verb, .reportingMood)
    else { return nil }
    var end = sentence.upperBound
    while end > sentence.lowerBound, scene.endsSentence(end - 1) { end -= 1 }
    return made(
      sentence.lowerBound..<end, last.speaker, nil,
      "mood of reported speech; the last speaker goes on",
      0.5)
  }
}

// MARK: Sources

extension ClauseReports {
  /// `Selon Roe, le plan a échoué`; `Laut Roe ist der Plan gescheitert`; `Le plan a échoué, selon Roe`.
  private func source(_ cue: Int, _ sentence: Range<Int>, _ end: Int) -> Report? {
    let cueEnd = cue + 1
    if let comma = commaBefore(cue, in: sentence), end - cue < 14,
      let speaker = scene.phrase(from: cueEnd, before: end)
    {
      return made(
        sentence.lowerBound..<comma, speaker, cue..<cueEnd, "what a source says, then the source",
        0.8)
    }
    guard isFirst(cue, in: sentence), let speaker = scene.phrase(from: cueEnd, before: end) else {
      return nil
    }
    var start = speaker.upperBound
    let reach = min(end, start + 12)
    if let comma = (start..<max(start, reach)).first(where: { scene.marks[$0] == .comma }) {
      start = comma + 1
    }
    return made(start..<end, speaker, cue..<cueEnd, "a source, then what it says", 0.8)
  }

  private func isFirst(_ cue: Int, in sentence: Range<Int>) -> Bool {
    (sentence.lowerBound..<cue).allSatisfy {
      scene.marks[$0] != .none || scene.has($0, [.coordinator, .adverb])
    }
  }
}
