import Document

/// A report of speech or thought, in tokens.
struct Report {
  var content: Range<Int>
  var attribution: Attribution
}

/// Finds what is reported in the writer's words, or in a mix of both: `Roe said the plan would fail`.
///
/// It goes from cue to cue. What a cue governs (a clause, an infinitive, a question, a noun phrase) says where its content
/// begins; it ends with the sentence, or where the sentence goes on to another cue.
struct IndirectQuotes {
  let scene: Scene
  private(set) var reports: [Report] = []
  /// Tokens that direct quotes take up as content or attribution.
  private var taken: [Bool]
  /// Who speaks in a sentence with a direct quote, by the sentence's first token: for the `adding` that follows.
  private(set) var spoken: [Int: Range<Int>] = [:]

  init(_ scene: Scene, _ drafts: [Draft]) {
    self.scene = scene
    taken = Array(repeating: false, count: scene.count)
    for draft in drafts {
      let first = draft.lead ?? scene.tokens(of: draft.quotations.lowerBound).lowerBound
      let end = draft.tail ?? scene.tokens(of: draft.quotations.upperBound).upperBound
      for index in first..<max(first, end) {
        taken[index] = true
      }
      // `Roe said she was sorry. “It was my fault.”`: the cue has a report of its own.
      if let cue = draft.attribution.cue, cue.lowerBound > first || !scene.endsSentence(first - 1) {
        for index in cue { taken[index] = true }
      }
    }
    for draft in drafts {
      guard let speaker = draft.attribution.speaker, draft.attribution.cue != nil else { continue }
      if let sentence = scene.sentence(of: speaker.lowerBound) {
        spoken[sentence.lowerBound] = speaker
      }
    }
    for sentence in scene.sentences where sentence.count <= Scene.longestSentence { read(sentence) }
  }

  private mutating func read(_ sentence: Range<Int>) {
    if let report = label(in: sentence) ?? survey(in: sentence) { reports.append(report) }
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      defer { index += 1 }
      if scene.isQuoted(index) || taken[index] && !isAside(index) { continue }
      if let cue = scene.sourceCue(at: index) {
        if let report = source(cue, in: sentence) { reports.append(report) }
      } else if scene.word(index) == Self.hearsay {
        if let report = hearsay(index, in: sentence) { reports.append(report) }
      } else if scene.word(index) == Self.in, index > sentence.lowerBound {
        if let report = surveyed(index, in: sentence) { reports.append(report) }
      } else if let report = report(at: index, in: sentence) {
        append(report, of: index)
      }
    }
  }

  /// Whether a participle in the attribution of a quote reports something else: `,” she said, referring to the plan`.
  private func isAside(_ index: Int) -> Bool {
    scene.hasAll(index, [.presentParticiple, .governsTo]) && scene.marks[index - 1] == .comma
  }

  /// Adds a report; `voiced opposition to the plan` is one, whose cue is the noun and whose speaker is the verb's.
  private mutating func append(_ report: Report, of index: Int) {
    var report = report
    if let last = reports.last, last.content == report.content { return }
    if scene.has(index, .nounCue), !scene.has(index, .cue) || !scene.isVerb(index),
      let verb = reports.last, verb.content.contains(index),
      index - verb.content.lowerBound < 4, let cue = verb.attribution.cue,
      cue.contains(where: { Self.lightVerbs.contains(scene.word($0)) })
    {
      reports.removeLast()
      report.attribution.speaker = verb.attribution.speaker ?? report.attribution.speaker
    }
    reports.append(report)
  }

  /// Verbs that say little beside their object: `voiced opposition`, `made a demand`.
  private static let lightVerbs: Set<WordHash> = Set(
    ["express", "voice", "offer", "show/showed/shown", "share", "raise", "repeat"]
      .flatMap { EnglishVerbs.forms($0).map { WordHash($0.0) } })

  private func report(at index: Int, in sentence: Range<Int>) -> Report? {
    if scene.has(index, .seeming) { return seeming(index, in: sentence) }
    if let asked = asked(index, in: sentence) { return asked }
    if scene.has(index, [.cue, .raising]), isPassive(index) { return passive(index, in: sentence) }
    if scene.has(index, .cue), scene.isVerb(index) {
      if let report = report(of: index, in: sentence) { return report }
    }
    if scene.has(index, .nounCue) { return noun(index, in: sentence) }
    if scene.has(index, .adjectiveCue) { return adjective(index, in: sentence) }
    return nil
  }

  /// `Jane Roe: The plan failed` at the head of a paragraph, as headlines have it.
  private func label(in sentence: Range<Int>) -> Report? {
    let end = end(of: sentence)
    guard
      let colon = (sentence.lowerBound..<min(end, sentence.lowerBound + 6)).first(where: {
        scene.marks[$0] == .colon
      }),
      colon > sentence.lowerBound, end - colon > 4,
      // `Q: … A: …`
      !scene.words.shapes[colon - 1].contains(.initial), !taken[colon + 1],
      !scene.isQuoted(sentence.lowerBound),
      let speaker = scene.phrase(from: sentence.lowerBound, before: colon),
      speaker.upperBound == colon,
      speaker.allSatisfy({ scene.isCapitalized($0) || scene.has($0, .determiner) }),
      scene.isCapitalized(colon + 1) || scene.isQuoted(colon + 1)
    else { return nil }
    var report = made(
      colon + 1..<end, speaker, colon..<colon + 1, "a name and a colon, then what was said", 0.6)
    // `Oregon: Employers cannot …` is a list by places.
    report.attribution.needsName = true
    return report
  }

  /// The end of a sentence without the mark that ends it.
  func end(of sentence: Range<Int>) -> Int {
    var end = sentence.upperBound
    while end > sentence.lowerBound, scene.endsSentence(end - 1) { end -= 1 }
    return end
  }

  func made(
    _ content: Range<Int>, _ speaker: Range<Int>?, _ cue: Range<Int>, _ why: String,
    _ confidence: Double
  ) -> Report {
    Report(
      content: content,
      attribution: Attribution(
        speaker: speaker, cue: cue, extent: cue, why: why,
        confidence: speaker == nil ? confidence / 2 : confidence))
  }

  /// Where content that begins with its sentence begins: after a conjunction and its comma.
  func contentStart(_ start: Int, _ end: Int) -> Int {
    var start = start
    while start < end,
      scene.marks[start] != .none && scene.marks[start] != .quote && !scene.isQuoted(start)
        || scene.has(start, .coordinator)
    { start += 1 }
    return start
  }
}
