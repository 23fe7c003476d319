import Document

/// Who is said to have spoken, by which words, and how that was told.
struct Attribution {
  var speaker: Range<Int>?
  var cue: Range<Int>?
  /// All tokens that belong to it, so that what lies beyond them is content again.
  var extent: Range<Int>
  var why: String
  var confidence: Double
  /// Whether it counts only where the speaker is a person or a body that the article names.
  var needsName = false
}

/// Attributions that follow quoted words: `,” said Roe`, `,” she told reporters`, `,” according to Roe`.
extension Scene {
  /// - Parameters:
  ///   - start: the first token after the quoted words.
  ///   - limit: where the paragraph ends or other quoted words begin.
  func attribution(after start: Int, before limit: Int, isOpen: Bool) -> Attribution? {
    guard start < limit else { return nil }
    var first = start
    let hasMark = marks[start] == .comma || marks[start] == .dash
    if hasMark { first += 1 }
    guard first < limit, marks[first] == .none else { return nil }
    let end = clauseEnd(from: first, before: limit)
    if marks[start] == .dash, let source = dashSource(first, limit) { return source }
    if let found = source(at: first, end, start) ?? inverted(first, end, start)
      ?? framed(first, end, start)
    {
      return found
    }
    // Elsewhere the verb comes first after quoted words.
    guard isEnglish, let found = subjectFirst(first, end, start) else { return nil }
    // `Amid cries of “No!,” Roe said the plan would …`: she said something else.
    if isInside(start), let cue = found.cue, !endsAttribution(cue.upperBound, end) { return nil }
    return isOpen || hasMark || isBare(found, end) ? found : nil
  }

  /// Whether quoted words before a token go on with a sentence that began before them.
  private func isInside(_ start: Int) -> Bool {
    guard start > 0, quotation[start - 1] >= 0 else { return false }
    let opening = tokens(of: Int(quotation[start - 1])).lowerBound
    return opening > 0 && marks[opening - 1] == .none
      && has(opening - 1, [.preposition, .determiner])
  }

  /// Whether a sentence after quoted words says no more than who spoke: `Roe said on Monday.`
  private func isBare(_ attribution: Attribution, _ end: Int) -> Bool {
    guard let cue = attribution.cue, end < count, endsSentence(end), end - cue.upperBound < 6 else {
      return false
    }
    return cue.lowerBound - attribution.extent.lowerBound < 6
      && !(cue.upperBound..<end).contains { has($0, [.that, .auxiliary, .pronoun, .cue]) }
  }

  /// Whether nothing follows a cue and its speaker but when, where and to whom.
  func endsAttribution(_ start: Int, _ end: Int) -> Bool {
    if start >= end || marks[start] == .comma { return true }
    guard has(start, [.preposition, .time, .adverb, .subordinator]) || has(start + 1, .time) else {
      return false
    }
    return !(start..<min(end, start + 14)).contains {
      has($0, [.that, .auxiliary]) || marks[$0] == .colon
    }
  }

  /// The end of the attributing clause: a sentence's end, a semicolon, or the limit.
  private func clauseEnd(from start: Int, before limit: Int) -> Int {
    var end = start
    while end < limit, end - start < 60, !endsSentence(end), marks[end] != .semicolon { end += 1 }
    return end
  }

  /// `according to Roe`, `so Roe`, `selon lui`.
  private func source(at first: Int, _ end: Int, _ start: Int) -> Attribution? {
    // `“It rains.” Laut Roe schneit es`: the source begins a sentence of its own.
    guard !isCapitalized(first) || marks[start] == .comma || !endsSentence(start - 2),
      let cue = sourceCue(at: first), let speaker = phrase(from: cue.upperBound, before: end)
    else { return nil }
    return Attribution(
      speaker: speaker, cue: cue, extent: start..<end, why: "quoted words, then a source",
      confidence: 0.95)
  }

  /// The tokens of `according to` or its like at a token.
  func sourceCue(at index: Int) -> Range<Int>? {
    guard index < count else { return nil }
    // `so Roe`, not `so genannt`
    if has(index, .sourceCue), !has(index, .adverb) || leadsToSource(index + 1) {
      return index..<index + 1
    }
    if word(index) == Self.according, has(index + 1, .to) { return index..<index + 2 }
    return nil
  }

  private func leadsToSource(_ index: Int) -> Bool {
    isCapitalized(index) || has(index, [.determiner, .pronoun, .possessive])
      || isQuoted(index - 3) && marks[index - 2] == .comma
  }

  private static let according = WordHash("according")

  /// `said Jane Roe`, `a déclaré le ministre`.
  private func inverted(_ first: Int, _ end: Int, _ start: Int) -> Attribution? {
    var verb = first
    while verb < end, has(verb, [.adverb, .auxiliary, .reflexive]), verb - first < 4 { verb += 1 }
    guard verb < end, has(verb, .speech), !has(verb, .presentParticiple),
      has(verb, .finite) || verb > first
    else { return nil }
    guard let phrase = phrase(from: objectStart(after: verb), before: end) else { return nil }
    let speaker = cited(by: verb, in: first..<end) ?? named(phrase, first..<end)
    return Attribution(
      speaker: speaker, cue: verb..<verb + 1, extent: start..<end,
      why: "quoted words, then cue and speaker", confidence: 0.97)
  }

  /// `hatte Roe erklärt`: auxiliary, speaker, cue.
  private func framed(_ first: Int, _ end: Int, _ start: Int) -> Attribution? {
    guard !isEnglish, has(first, .auxiliary), let speaker = phrase(from: first + 1, before: end),
      let verb = (speaker.upperBound..<max(speaker.upperBound, end)).first(where: {
        hasAll($0, [.speech, .pastParticiple])
      })
    else { return nil }
    return Attribution(
      speaker: speaker, cue: verb..<verb + 1, extent: start..<end,
      why: "quoted words, then speaker and cue",
      confidence: 0.95)
  }

  /// `she said`, `Jane Roe, the minister, told reporters`.
  private func subjectFirst(_ first: Int, _ end: Int, _ start: Int) -> Attribution? {
    for verb in first..<end
    where has(verb, .speech) && has(verb, [.finite, .pastParticiple]) && isVerb(verb) {
      if verb == first { continue }
      guard let speaker = subject(before: verb, from: first) else { continue }
      guard has(verb, .finite) || has(verb - 1, .have) || !isEnglish else { continue }
      guard speaker.lowerBound - first < 8, !leadsClause(first..<speaker.lowerBound) else {
        return nil
      }
      return Attribution(
        speaker: speaker, cue: verb..<verb + 1, extent: start..<end,
        why: "quoted words, then speaker and cue", confidence: 0.96)
    }
    return nil
  }

  /// Whether a conjunction before a speaker begins a clause of its own: `“a mess,” but Roe said …`
  private func leadsClause(_ tokens: Range<Int>) -> Bool {
    isEnglish
      && tokens.contains {
        has($0, [.coordinator, .subordinator]) && !has($0, .preposition) && word($0) != Self.as
      }
  }

  private static let `as` = WordHash("as")

  /// `— Jane Roe, teacher` at the end of a paragraph.
  private func dashSource(_ first: Int, _ limit: Int) -> Attribution? {
    guard isCapitalized(first), limit - first < 12,
      let speaker = phrase(from: first, before: limit),
      speaker.upperBound == limit || marks[speaker.upperBound] != .none,
      !(first..<limit).contains(where: { has($0, .finite) })
    else { return nil }
    return Attribution(
      speaker: speaker, cue: nil, extent: first - 1..<limit, why: "quoted words, a dash and a name",
      confidence: 0.8)
  }
}

/// Attributions that lead to quoted words: `Roe said: “`, `he told reporters that “`, `Roe: “`.
extension Scene {
  /// - Parameters:
  ///   - end: the opening mark's token.
  ///   - start: the first token that can belong to the sentence.
  func attribution(before end: Int, from start: Int) -> Attribution? {
    guard end > start else { return nil }
    var last = end - 1
    let mark = marks[last]
    if mark == .comma || mark == .colon || mark == .dash { last -= 1 }
    guard last >= start else { return nil }
    let first = sentenceStart(before: last, from: start)
    if let found = cueBefore(last, first, end, mark) { return found }
    if mark == .colon { return label(first, last, end) ?? announcement(first, last, end) }
    return nil
  }

  /// Where the sentence that a token is in begins.
  func sentenceStart(before index: Int, from start: Int) -> Int {
    var first = index
    while first > start, !endsSentence(first - 1), marks[first - 1] != .semicolon,
      index - first < 60
    {
      first -= 1
    }
    return first
  }

  /// A cue, with nothing between it and the quoted words but whom it was said to, when and where.
  private func cueBefore(_ last: Int, _ first: Int, _ end: Int, _ mark: Mark) -> Attribution? {
    let isLed = mark != .none
    for verb in stride(from: last, through: max(first, last - (isLed ? 24 : 10)), by: -1) {
      if isQuoted(verb) { return nil }
      if let cue = sourceCue(at: verb), let speaker = phrase(from: cue.upperBound, before: end),
        speaker.upperBound >= last
      {
        return Attribution(
          speaker: speaker, cue: cue, extent: verb..<end, why: "a source, then quoted words",
          confidence: 0.9)
      }
      guard has(verb, .speech), isVerb(verb) else { continue }
      guard isLed && !hasClause(verb + 1, last, mark) || last == verb || isBridge(verb + 1, last)
      else { continue }
      if let found = attribution(of: verb, first, end) { return found }
    }
    return nil
  }

  /// Whether a cue governs a clause of the writer's before quoted words: `said that it failed, “for good.”`
  private func hasClause(_ first: Int, _ last: Int, _ mark: Mark) -> Bool {
    guard isEnglish, mark != .colon, first < last else { return false }
    // A small letter shows that the quoted words go on with a clause.
    if mark == .comma, last - first > 3, words.shapes[last + 3].contains(.lowerCase),
      !isCapitalized(last + 3)
    {
      return true
    }
    return (first..<last).contains { has($0, [.that, .auxiliary]) && !has($0, .possessive) }
  }

  /// Whether the tokens between a cue and quoted words only say to whom, when or where: `reporters on Monday that`.
  private func isBridge(_ first: Int, _ last: Int) -> Bool {
    if has(last, .that) {
      return !isEnglish
        || !(first..<max(first, last)).contains {
          has($0, .auxiliary) && !has($0, .possessive) || has($0, .finite) && isVerb($0)
        }
    }
    return !isEnglish && last - first < 3
      && !(first...last).contains { has($0, [.auxiliary, .pronoun]) }
  }

  /// The speaker of a cue that leads to quoted words.
  private func attribution(of verb: Int, _ first: Int, _ end: Int) -> Attribution? {
    var speaker =
      isEnglish ? subject(before: verb, from: first) : subject(around: verb, in: first..<end)
    var why = "speaker and cue, then quoted words"
    if speaker == nil, isEnglish, first == verb, let inverse = phrase(from: verb + 1, before: end) {
      speaker = inverse
      why = "cue and speaker, then quoted words"
    }
    if speaker == nil || has(verb, .presentParticiple) {
      speaker = sentenceSubject(first, verb) ?? speaker
      why = "subject of the sentence, then cue and quoted words"
    }
    guard let speaker else { return nil }
    return Attribution(
      speaker: speaker, cue: verb..<verb + 1, extent: min(speaker.lowerBound, verb)..<end, why: why,
      confidence: 0.93)
  }

  /// The noun phrase with which a sentence begins, over adverbs and a fronted phrase up to its comma.
  func sentenceSubject(_ first: Int, _ verb: Int) -> Range<Int>? {
    var start = datelineEnd(first, verb)
    // `Europe: The party wants …`
    if let colon = (start..<min(verb, start + 4)).first(where: { marks[$0] == .colon }),
      colon + 2 < verb
    {
      start = colon + 1
    }
    while start < verb, has(start, [.coordinator, .adverb]) || marks[start] != .none { start += 1 }
    if has(start, [.preposition, .subordinator]) || isParticiple(start) {
      var comma = start
      while comma < verb, marks[comma] != .comma { comma += 1 }
      guard comma < verb else { return nil }
      start = comma + 1
    }
    return phrase(from: start, before: verb)
  }

  /// The token after a dateline at the head of a sentence: `HARLAN FALLS, Ohio (AP) — `.
  private func datelineEnd(_ first: Int, _ limit: Int) -> Int {
    guard first < limit, words.shapes[first].isAllCapitals else { return first }
    let dash = (first + 1..<min(limit, first + 14)).first {
      marks[$0] == .dash && !(words.isAttached($0) && isAttached($0 + 1))
    }
    guard let dash,
      (first..<dash).allSatisfy({
        isCapitalized($0) || marks[$0] != .none || has($0, .time) || words.kinds[$0] == .number
      })
    else { return first }
    return dash + 1
  }

  private func isParticiple(_ index: Int) -> Bool { has(index, .presentParticiple) }

  /// `Jane Roe: “…”` at the head of a paragraph or sentence.
  private func label(_ first: Int, _ last: Int, _ end: Int) -> Attribution? {
    guard last - first < 8, isCapitalized(first),
      let speaker = phrase(from: first, before: last + 1),
      speaker.upperBound == last + 1
    else { return nil }
    return Attribution(
      speaker: speaker, cue: nil, extent: first..<end, why: "a name and a colon, then quoted words",
      confidence: 0.85)
  }

  /// A name of two words or more right before the colon: `a word from mayor Jane Roe: “…”`
  private func nameBefore(_ end: Int, _ first: Int) -> Range<Int>? {
    var start = end
    while start > first, isCapitalized(start - 1), marks[start - 1] == .none { start -= 1 }
    return end - start >= 2 && start > first ? start..<end : nil
  }

  /// `The minister had a warning for drivers: “…”`
  private func announcement(_ first: Int, _ last: Int, _ end: Int) -> Attribution? {
    guard let speaker = nameBefore(last + 1, first) ?? sentenceSubject(first, last) else {
      return nil
    }
    return Attribution(
      speaker: speaker, cue: nil, extent: first..<end,
      why: "subject of the sentence, a colon, then quoted words",
      confidence: 0.7)
  }
}
