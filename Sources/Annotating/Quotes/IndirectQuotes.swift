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
  private var spoken: [Int: Range<Int>] = [:]

  init(_ scene: Scene, _ drafts: [Draft]) {
    self.scene = scene
    taken = Array(repeating: false, count: scene.count)
    for draft in drafts {
      let first = draft.lead ?? scene.tokens(of: draft.quotations.lowerBound).lowerBound
      for index in first..<scene.tokens(of: draft.quotations.upperBound).upperBound {
        taken[index] = true
      }
      if let cue = draft.attribution.cue { for index in cue { taken[index] = true } }
    }
    guard scene.isEnglish else { return }
    for draft in drafts {
      guard let speaker = draft.attribution.speaker, draft.attribution.cue != nil else { continue }
      if let sentence = scene.sentence(of: speaker.lowerBound) {
        spoken[sentence.lowerBound] = speaker
      }
    }
    for sentence in scene.sentences where sentence.count <= Scene.longestSentence { read(sentence) }
  }

  private mutating func read(_ sentence: Range<Int>) {
    if let report = label(in: sentence) { reports.append(report) }
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      defer { index += 1 }
      if taken[index] || scene.isQuoted(index) { continue }
      if let cue = scene.sourceCue(at: index) {
        if let report = source(cue, in: sentence) { reports.append(report) }
      } else if scene.has(index, .cue), scene.isVerb(index),
        let report = report(of: index, in: sentence)
      {
        reports.append(report)
      }
    }
  }

  /// `Jane Roe: The plan failed` at the head of a paragraph, as headlines have it.
  private func label(in sentence: Range<Int>) -> Report? {
    let end = end(of: sentence)
    guard
      let colon = (sentence.lowerBound..<min(end, sentence.lowerBound + 6)).first(where: {
        scene.marks[$0] == .colon
      }),
      colon > sentence.lowerBound, end - colon > 4, !taken[colon + 1],
      !scene.isQuoted(sentence.lowerBound),
      let speaker = scene.phrase(from: sentence.lowerBound, before: colon),
      speaker.upperBound == colon,
      speaker.allSatisfy({ scene.isCapitalized($0) || scene.has($0, .determiner) }),
      scene.isCapitalized(colon + 1) || scene.isQuoted(colon + 1)
    else { return nil }
    return made(
      colon + 1..<end, speaker, colon..<colon + 1, "a name and a colon, then what was said", 0.6)
  }

  /// The end of a sentence without the mark that ends it.
  private func end(of sentence: Range<Int>) -> Int {
    var end = sentence.upperBound
    while end > sentence.lowerBound, scene.endsSentence(end - 1) { end -= 1 }
    return end
  }
}

// MARK: Sources

extension IndirectQuotes {
  /// `According to Roe, the plan failed`, and the other way round.
  private func source(_ cue: Range<Int>, in sentence: Range<Int>) -> Report? {
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

  private func made(
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
  private func contentStart(_ start: Int, _ end: Int) -> Int {
    var start = start
    while start < end,
      scene.marks[start] != .none && scene.marks[start] != .quote && !scene.isQuoted(start)
        || scene.has(start, .coordinator)
    { start += 1 }
    return start
  }
}

// MARK: Verbs

extension IndirectQuotes {
  private func report(of verb: Int, in sentence: Range<Int>) -> Report? {
    let end = end(of: sentence)
    let speaker = speaker(of: verb, in: sentence)
    if let parenthetical = parenthetical(verb, speaker, sentence, end) { return parenthetical }
    guard let speaker, !isPassive(verb), let start = complement(of: verb, before: end),
      isActual(verb, speaker, start)
    else { return nil }
    let clauseEnd = contentEnd(from: start.index, before: end)
    // `called the plan “a disaster”`: what is quoted belongs to the content.
    let isPlain = start.isPhrase && !(start.index..<clauseEnd).contains { scene.isQuoted($0) }
    let stop = isPlain ? objectEnd(from: start.index, before: clauseEnd) : clauseEnd
    guard stop - start.index >= (start.isPhrase ? 1 : 2) else { return nil }
    return made(start.index..<stop, speaker, verb..<verb + 1, start.why, start.confidence)
  }

  /// Whether somebody did say or think it: `could find`, `hopes of finding`, `I guess` tell of no one who did.
  private func isActual(_ verb: Int, _ speaker: Range<Int>, _ complement: Complement) -> Bool {
    let isSpoken =
      scene.has(verb, .speech)
      && (scene.has(complement.index, .that) || scene.isQuoted(complement.index))
    if isSpoken { return true }
    let before = scene.lastBefore(verb)
    if scene.has(before, [.modal, .to]) { return false }
    if scene.has(verb, .presentParticiple), scene.has(before, [.preposition, .determiner]) {
      return false
    }
    if speaker.count == 1, scene.has(speaker.lowerBound, [.first, .second]) { return false }
    let isThing =
      speaker.count == 1 && scene.has(speaker.lowerBound, [.it, .that, .questionWord])
      && !scene.has(speaker.lowerBound, .relative)
    return !isThing || scene.has(verb, .speech)
  }

  private func isPassive(_ verb: Int) -> Bool {
    guard scene.has(verb, .pastParticiple) else { return false }
    var index = verb - 1
    while scene.has(index, .adverb) { index -= 1 }
    return scene.has(index, .be)
  }

  private func speaker(of verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    if scene.has(verb, .presentParticiple), !scene.has(verb - 1, .be) {
      return spoken[sentence.lowerBound] ?? scene.sentenceSubject(sentence.lowerBound, verb)
    }
    if let subject = scene.subject(before: verb, from: sentence.lowerBound) { return subject }
    // `Roe thanked them and said …`, `Roe vowed to ask …`
    return scene.sentenceSubject(sentence.lowerBound, verb)
  }

  /// `…, Roe said.` and `…, Roe said, …`
  private func parenthetical(
    _ verb: Int, _ speaker: Range<Int>?, _ sentence: Range<Int>, _ end: Int
  ) -> Report? {
    guard scene.has(verb, .finite),
      scene.has(verb, .bareClause) || scene.hasAll(verb, [.speech, .clause])
    else { return nil }
    let content: Int
    let subject: Range<Int>
    if let speaker, speaker.lowerBound > sentence.lowerBound + 2,
      scene.marks[speaker.lowerBound - 1] == .comma,
      speaker.upperBound <= verb
    {
      subject = speaker
      content = speaker.lowerBound - 1
    } else if verb > sentence.lowerBound + 2, scene.marks[verb - 1] == .comma,
      scene.has(verb, .speech),
      let inverse = scene.phrase(from: verb + 1, before: end)
    {
      subject = inverse
      content = verb - 1
    } else {
      return nil
    }
    let rest = max(verb + 1, subject.upperBound)
    let start = contentStart(sentence.lowerBound, content)
    guard content > start, scene.endsAttribution(rest, end) else { return nil }
    let resumes = rest + 2 < end && scene.marks[rest] == .comma
    if resumes, !scene.has(rest + 1, [.presentParticiple, .relative, .coordinator, .determiner]),
      content - start < 12 || isFronted(start, content)
    {
      return made(start..<end, subject, verb..<verb + 1, "speaker and cue amid what was said", 0.8)
    }
    guard content - start > 2, !isFronted(start, content), isClause(start..<content) else {
      return nil
    }
    return made(
      start..<content, subject, verb..<verb + 1, "what was said, then speaker and cue", 0.85)
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

  private struct Complement {
    var index: Int
    var why: String
    var confidence: Double
    /// A noun phrase rather than a clause.
    var isPhrase = false
  }

  /// Where what a verb governs begins.
  private func complement(of verb: Int, before end: Int) -> Complement? {
    var index = verb + 1
    while index < end, scene.has(index, .adverb), !scene.has(index, .that) { index += 1 }
    guard index < end else { return nil }
    let isClausal = scene.has(verb, [.clause, .bareClause, .speech])
    if scene.marks[index] == .colon, index + 2 < end, scene.has(verb, .speech) {
      return Complement(
        index: index + 1, why: "speaker and cue, a colon, then what was said", confidence: 0.8)
    }
    if isClausal, leadsClause(index, end) {
      return Complement(index: index, why: "speaker, cue and that-clause", confidence: 0.9)
    }
    if scene.has(verb, .infinitive), scene.has(index, .to) {
      return Complement(index: index, why: "speaker, cue and infinitive", confidence: 0.7)
    }
    if scene.has(verb, [.question, .clause]), scene.has(index, .questionWord) {
      return Complement(index: index, why: "speaker, cue and question", confidence: 0.8)
    }
    if let found = afterAddressee(verb, index, end) { return found }
    if scene.has(verb, .bareClause), let start = bareClause(from: index, before: end) {
      return Complement(index: start, why: "speaker, cue and clause", confidence: 0.8)
    }
    if scene.has(verb, [.object, .speech, .clause, .topical]),
      scene.has(index, .preposition) || scene.has(index, .to), governs(verb, index),
      index + 1 < end,
      scene.isNominal(index + 1)
        || scene.has(index + 1, [.determiner, .possessive, .pronoun, .questionWord])
        || scene.isQuoted(index + 1)
        || scene.endings[index + 1] == .ing
    {
      return Complement(
        index: index + 1, why: "speaker, cue, preposition and object", confidence: 0.5,
        isPhrase: true)
    }
    if scene.has(verb, .object),
      scene.isNominal(index) || scene.has(index, [.determiner, .possessive, .pronoun])
        || scene.isQuoted(index)
    {
      return Complement(
        index: index, why: "speaker, cue and object", confidence: 0.5, isPhrase: true)
    }
    return nil
  }

  /// Whether a preposition leads to what was spoken of: `called for`, `warned of`, `referring to`.
  private func governs(_ verb: Int, _ preposition: Int) -> Bool {
    Self.topical.contains(scene.words.hashes[preposition])
      && (scene.has(verb, .topical) || scene.words.hashes[preposition] == Self.about)
  }

  private static let about = WordHash("about")
  private static let topical: Set<WordHash> = Set(
    ["about", "for", "of", "to", "against", "with", "on"].map { WordHash($0) })

  /// A clause, infinitive or question after whom was spoken to, when or where: `told CNN on Monday that`.
  private func afterAddressee(_ verb: Int, _ start: Int, _ end: Int) -> Complement? {
    let isAddressed = scene.has(verb, .addressee)
    guard
      isAddressed || scene.has(start, [.preposition, .time, .to]) || scene.marks[start] == .comma
    else { return nil }
    for index in start..<min(end, start + 14) {
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
      if scene.has(index, .to), index > start, scene.has(verb, [.infinitive]) {
        return Complement(
          index: index, why: "speaker, cue, addressee and infinitive", confidence: 0.7)
      }
      if scene.has(index, .questionWord), index > start, scene.has(verb, .question) {
        return Complement(
          index: index, why: "speaker, cue, addressee and question", confidence: 0.7)
      }
      if scene.has(index, .auxiliary), index > start { break }
    }
    guard scene.has(verb, .addressee), scene.has(verb, .bareClause),
      let addressee = scene.phrase(from: start, before: end),
      let clause = bareClause(from: addressee.upperBound, before: end)
    else { return nil }
    return Complement(index: clause, why: "speaker, cue, addressee and clause", confidence: 0.7)
  }

  /// Whether `that` leads a clause: `that he won`, not `that on the trail`.
  private func leadsClause(_ index: Int, _ end: Int) -> Bool {
    scene.has(index, .that) && index + 2 < end && !scene.has(index + 1, [.preposition, .auxiliary])
      && scene.marks[index + 1] != .stop
  }

  /// Whether `that` can follow: after a name, a person, a time or a document, not after the noun that it belongs to.
  private func followsAddressee(_ index: Int) -> Bool {
    let before = index - 1
    return scene.isCapitalized(before)
      || scene.has(
        before, [.person, .group, .document, .time, .pronoun, .reflexive, .number, .adverb])
      || scene.marks[before] != .none || scene.has(before, .she)
      || scene.words.kinds[before] == .number
  }

  /// The start of a clause without `that`: after adverbials, a noun phrase and a verb.
  private func bareClause(from start: Int, before end: Int) -> Int? {
    var index = start
    while index < end, scene.has(index, [.time, .adverb]) || scene.marks[index] == .comma {
      index += 1
    }
    if scene.isQuoted(index) { return index }
    if scene.has(index, .preposition), !scene.has(index, .subordinator) {
      // `said in a statement the plan had failed`
      guard let phrase = scene.phrase(from: index + 1, before: end), phrase.upperBound < end else {
        return nil
      }
      if scene.marks[phrase.upperBound] == .comma {
        return bareClauseBody(phrase.upperBound + 1, end).map { _ in index }
      }
      return bareClauseBody(phrase.upperBound, end)
    }
    return bareClauseBody(index, end)
  }

  private func bareClauseBody(_ start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    if scene.has(start, [.pronoun]),
      scene.has(start + 1, [.auxiliary, .finite, .adverb]) || start + 1 < end
    {
      return start
    }
    if scene.has(start, .subordinator) { return start }
    for index in start + 1..<max(start + 1, min(end, start + 16)) {
      if scene.isQuoted(index) { return start }
      if scene.has(index, .auxiliary) || scene.has(index, .finite) && scene.isVerb(index) {
        return start
      }
      if scene.endsSentence(index) || scene.marks[index] == .semicolon { return nil }
    }
    return end - start > 4 ? start : nil
  }

  /// Where content ends: with the sentence, or where the sentence goes on to another cue.
  private func contentEnd(from start: Int, before end: Int) -> Int {
    for index in start + 1..<max(start + 1, end) where !scene.isQuoted(index) {
      if scene.marks[index] == .semicolon { return index }
      if isAfterComma(index), leadsToCue(index, end) {
        return index - (scene.isQuoted(index - 1) ? 0 : 1)
      }
      if scene.has(index, .presentParticiple), scene.has(index, .cue), scene.isQuoted(index - 1) {
        return index
      }
      if scene.has(index, .subordinator), isContrast(index), isAfterComma(index) { return index }
      if scene.has(index, .coordinator), scene.has(index + 1, .cue),
        scene.has(index + 1, [.finite, .presentParticiple]),
        !scene.has(index + 1, .baseForm)
      {
        return index
      }
    }
    return end
  }

  /// Where a noun phrase ends that is spoken of: before a comma, another verb, or when, where and how it was said.
  private func objectEnd(from start: Int, before end: Int) -> Int {
    var index = start + 1
    while index < end {
      if scene.isQuoted(index) {
        index += 1
        continue
      }
      if scene.marks[index] == .comma || scene.marks[index] == .semicolon
        || scene.marks[index] == .colon
      {
        break
      }
      if scene.marks[index] == .dash, !scene.isAttached(index) { break }
      if scene.has(index, [.time, .subordinator]), !scene.has(index, .relative) { break }
      if scene.has(index, .preposition), Self.circumstances.contains(scene.words.hashes[index]) {
        break
      }
      if scene.has(index, .coordinator),
        scene.has(index + 1, [.finite, .auxiliary, .pronoun, .adverb]),
        !scene.has(index + 1, [.person, .group])
      {
        break
      }
      index += 1
    }
    return index
  }

  private static let circumstances: Set<WordHash> = Set(
    [
      "in", "at", "during", "after", "before", "through", "by", "since", "until", "despite", "amid",
      "while", "when", "on",
    ].map { WordHash($0) })

  private func isAfterComma(_ index: Int) -> Bool {
    scene.marks[index - 1] == .comma || scene.marks[index - 1] == .dash
      || (scene.isQuoted(index - 1) && index > 1 && scene.marks[index - 2] == .comma)
  }

  /// `although`: what follows is mostly the writer's again.
  private func isContrast(_ index: Int) -> Bool {
    Self.contrasts.contains(scene.words.hashes[index])
  }

  private static let but = WordHash("but")
  private static let contrasts: Set<WordHash> = Set(
    ["although", "though", "while", "whereas"].map { WordHash($0) })

  /// `adding that`, `and he said`, `but Roe denied`.
  private func leadsToCue(_ start: Int, _ end: Int) -> Bool {
    if scene.has(start, .presentParticiple), scene.has(start, .cue) { return true }
    guard scene.has(start, [.coordinator, .subordinator]) else { return false }
    if scene.words.hashes[start] == Self.but, scene.has(start + 1, [.pronoun, .auxiliary, .adverb])
    {
      return true
    }
    for index in start + 1..<min(end, start + 6)
    where scene.has(index, .cue) && scene.has(index, .finite) && scene.isVerb(index) {
      return scene.subject(before: index, from: start + 1) != nil || index == start + 1
    }
    return false
  }
}
