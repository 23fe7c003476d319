import Document

/// Where what a cue governs ends.
extension IndirectQuotes {
  /// Where content ends: with the sentence, or where the sentence goes on to another cue.
  ///
  /// - Parameter isInfinitive: whether it is what somebody wants to do, beside which clauses are the writer's.
  func contentEnd(from start: Int, before end: Int, isInfinitive: Bool = false) -> Int {
    let end = asideStart(from: start, before: end, isInfinitive)
    let first = insertionEnd(after: start, before: end)
    let lastQuoted = (start..<max(start, end)).last { scene.isQuoted($0) }
    for index in first..<max(first, end) where !scene.isQuoted(index) {
      if scene.marks[index] == .semicolon { return index }
      // `said it was “a mess” – the third in a row`
      if let lastQuoted, index > lastQuoted, isParting(index) { return index }
      if isAfterComma(index), leadsToCue(index, end) {
        return index - (scene.isQuoted(index - 1) ? 0 : 1)
      }
      if scene.isQuoted(index - 1),
        leadsAway(index, before: end)
          || scene.has(index, .coordinator) && scene.isCapitalized(index + 1)
            && leadsToCue(index, end)
      {
        return index
      }
      if scene.has(index, .subordinator), isContrast(index), isAfterComma(index) { return index }
      if scene.has(index, .coordinator), scene.has(index + 1, .speech),
        scene.has(index + 1, [.finite, .presentParticiple]),
        !scene.has(index + 1, .baseForm)
      {
        return index
      }
    }
    return end
  }

  /// Where the last comma of content leads to what the writer explains: `…, a first`, `…, who left`, `…, compared with`.
  private func asideStart(from start: Int, before end: Int, _ isInfinitive: Bool) -> Int {
    guard
      let comma = (start..<max(start, end)).last(where: {
        scene.marks[$0] == .comma && !scene.isQuoted($0)
      }), comma > start + 3, comma + 2 < end,
      !(comma + 1..<end).contains(where: {
        scene.isQuoted($0) || scene.has($0, .speech) && scene.has($0, .finite)
      })
    else { return end }
    let next = comma + 1
    let isExplained =
      Self.explaining.contains(scene.word(next)) && !goesOnWithList(comma)
      && (start..<comma).contains {
        scene.has($0, .auxiliary) || scene.has($0, .finite) && scene.isVerb($0)
      }
    let isApart =
      isInfinitive
      && (scene.word(next) == Self.which || scene.word(next) == Self.but
        || scene.has(next, .coordinator) && scene.has(next + 1, [.pronoun, .determiner]))
    return isExplained || isApart ? comma : end
  }

  private static let explaining: Set<WordHash> = Set(
    ["a", "an", "who", "whose", "compared"].map { WordHash($0) })
  private static let which = WordHash("which")

  /// Whether a token is a dash between words, not one within a word.
  private func isParting(_ index: Int) -> Bool {
    scene.marks[index] == .dash && !(scene.isAttached(index) && scene.isAttached(index + 1))
  }

  /// The token after a comma that ends what stands between commas behind `that`: `that, while it rained, | he stayed`.
  private func insertionEnd(after start: Int, before end: Int) -> Int {
    guard start + 1 < end, scene.marks[start + 1] == .comma else { return start + 1 }
    let comma = (start + 2..<max(start + 2, end)).first { scene.marks[$0] == .comma }
    return comma.map { min($0 + 2, end) } ?? start + 1
  }

  /// Where what is spoken of ends: words quoted in it belong to it, up to a comma between their marks.
  func phraseEnd(from start: Int, before end: Int) -> Int {
    guard let first = (start..<end).first(where: { scene.isQuoted($0) }),
      !(start..<first).contains(where: { beginsClause($0) })
    else { return objectEnd(from: start, before: end) }
    let comma = (first..<end).first {
      scene.marks[$0] == .comma && scene.isQuoted($0) && !scene.isQuoted($0 + 2)
    }
    // `called it “a mess” and accused him of “cowardice”`: another cue begins another report.
    let cue = (start + 1..<max(start + 1, end)).first { isCoordinatedCue($0) } ?? end
    if let comma, comma < cue { return min(end, comma + 2) }
    let last = (first..<max(first, cue)).last { scene.isQuoted($0) } ?? first
    return objectEnd(from: last, before: cue)
  }

  /// Whether a token shows that a clause of its own has begun, beside which no noun phrase goes on.
  private func beginsClause(_ index: Int) -> Bool {
    scene.has(index, [.auxiliary, .subordinator]) && !scene.has(index, [.possessive, .preposition])
      && !Self.comparisons.contains(scene.word(index))
  }

  /// Whether a coordinator leads to a verb that is a cue, too: `and accused`, `but described`, `while calling`.
  private func isCoordinatedCue(_ index: Int) -> Bool {
    guard !scene.isQuoted(index), scene.has(index, [.coordinator, .subordinator]) else {
      return false
    }
    let verb = scene.has(index + 1, .adverb) ? index + 2 : index + 1
    return scene.has(verb, .cue) && !scene.isQuoted(verb)
      && (scene.has(verb, .presentParticiple)
        || scene.has(verb, .finite) && !scene.has(verb, .baseForm) && scene.endings[verb] != .s)
  }

  /// Where a noun phrase ends that is spoken of: before a comma, its predicate, another verb, or when it was said.
  func objectEnd(from start: Int, before end: Int) -> Int {
    var inClause = scene.has(start, [.questionWord, .pronoun])
    for index in start + 1..<max(start + 1, end) {
      if scene.has(index, [.relative, .pronoun, .questionWord]) { inClause = true }
      if !inClause && isPredicate(index) || endsObject(index) || leadsToVenue(index, before: end) {
        return index - (index > start + 1 && scene.has(index - 1, .preposition) ? 1 : 0)
      }
    }
    return max(end, start + 1)
  }

  /// Whether a preposition says where or when somebody spoke: `in a statement`, `on Twitter`, `during the debate`.
  ///
  /// - Parameter anywhere: whether it may be an occasion, too, rather than what is written or asked.
  private func leadsToVenue(_ index: Int, before end: Int, anywhere: Bool = true) -> Bool {
    guard Self.venuePrepositions.contains(scene.word(index)) else { return false }
    if anywhere, scene.has(index + 1, .time) { return true }
    var noun = index + 1
    while noun < min(end, index + 6), scene.marks[noun] == .none, !scene.isQuoted(noun),
      !scene.has(noun, [.preposition, .auxiliary, .relative])
    {
      if scene.has(noun, .document) || anywhere && scene.has(noun, .occasion) { return true }
      noun += 1
    }
    return false
  }

  private static let venuePrepositions: Set<WordHash> = Set(
    ["in", "on", "at", "during"].map { WordHash($0) })

  private func endsObject(_ index: Int) -> Bool {
    switch scene.marks[index] {
    case .comma: return !goesOnWithList(index) && scene.word(index + 1) != Self.including
    case .semicolon, .colon: return true
    case .dash: return !scene.isAttached(index)
    default: break
    }
    if leadsToTime(index) || scene.has(index, .time) && !isMeasured(index) { return true }
    if scene.has(index, .subordinator), !scene.has(index, .relative),
      !goesOn(at: index)
    {
      return true
    }
    return isCoordinatedCue(index)
      || scene.has(index, .coordinator)
        && scene.has(index + 1, [.finite, .auxiliary, .pronoun, .adverb])
        && !scene.has(index + 1, [.person, .group])
  }

  /// Whether a token leads to when somebody spoke: `this week`, `earlier this month`, `two days ago`.
  private func leadsToTime(_ index: Int) -> Bool {
    if Self.days.contains(scene.word(index)),
      scene.has(index + 1, .time)
        || Self.days.contains(scene.word(index + 1)) && scene.has(index + 2, .time)
    {
      return !(1...3).contains {
        scene.has(index + $0, .possessive) && !scene.has(index + $0, .determiner)
      }
    }
    return scene.has(index, .number) && scene.has(index + 1, .time)
      && scene.word(index + 2) == Self.ago
  }

  /// Whether a time belongs to a noun phrase rather than to the speaker's verb: `an April summit`, `events of last week`,
  /// `30 days`, `Monday's vote`.
  private func isMeasured(_ index: Int) -> Bool {
    scene.has(index - 1, [.determiner, .possessive, .number])
      || scene.has(index + 1, .possessive) && !scene.has(index + 1, .determiner)
      || scene.words.kinds[index - 1] == .number || scene.word(index - 1) == Self.of
      || scene.has(index - 1, .time) && !scene.has(index - 2, .preposition)
  }

  /// Whether a noun phrase goes on at a conjunction: `the plan because it failed`, `her server while she was mayor`.
  private func goesOn(at index: Int) -> Bool {
    if Self.continuing.contains(scene.word(index)) || isWithinWord(index) { return true }
    return scene.word(index) == Self.while
      && (scene.has(index + 1, .pronoun) || scene.endings[index + 1] == .ing)
      && !isCoordinatedCue(index)
  }

  /// Whether a token is a part of a word with hyphens: `so-called`.
  private func isWithinWord(_ index: Int) -> Bool {
    scene.marks[index + 1] == .dash && scene.isAttached(index + 1) && scene.isAttached(index + 2)
  }

  private static let days: Set<WordHash> = Set(
    ["this", "last", "next", "earlier", "late", "early"].map { WordHash($0) })
  private static let ago = WordHash("ago")
  private static let of = WordHash("of")

  /// Whether a comma parts things of one list: `the plan, | its costs and their causes`.
  private func goesOnWithList(_ comma: Int) -> Bool {
    let ahead = comma + 1..<min(scene.count, comma + 9)
    let stop = ahead.first {
      scene.marks[$0] != .none || scene.isQuoted($0)
        || scene.has($0, [.coordinator, .auxiliary, .finite, .relative, .pronoun, .subordinator])
        || scene.has($0, .presentParticiple) && scene.has($0, .cue)
    }
    guard let stop, stop > comma + 1 else { return false }
    guard scene.has(stop, .coordinator), scene.word(stop) != Self.but else { return false }
    return scene.isNominal(stop + 1) || scene.has(stop + 1, [.determiner, .possessive])
  }

  /// Whether a noun phrase ends at an auxiliary, whose subject it is: `support for him | has grown`.
  private func isPredicate(_ index: Int) -> Bool {
    scene.has(index, .auxiliary) && !scene.has(index, .possessive)
      && !scene.has(index - 1, [.preposition, .to, .coordinator])
      && scene.word(index) != Self.being && scene.word(index) != Self.not
  }

  private static let including = WordHash("including")
  private static let being = WordHash("being")
  /// They go on with a noun phrase: `described it as a success`, `criticized the plan because it failed`.
  private static let continuing: Set<WordHash> = Set(
    ["as", "than", "because", "if", "where"].map { WordHash($0) })
  /// `as` and `than` compare.
  private static let comparisons: Set<WordHash> = [WordHash("as"), WordHash("than")]
  private static let `while` = WordHash("while")

  /// Where the subordinate clause that a cue stands in ends: `When Roe said it rained, | he left`.
  func subordinateEnd(from start: Int, before end: Int, _ speaker: Range<Int>) -> Int {
    if speaker.count == 1, scene.has(speaker.lowerBound, .relative) {
      return relativeEnd(from: start, before: end)
    }
    let before = speaker.lowerBound - 1
    guard scene.has(before, [.subordinator, .questionWord]), !scene.has(before, .relative),
      !Self.comparisons.contains(scene.word(before))
    else { return end }
    return (start..<max(start, end)).first {
      scene.marks[$0] == .comma && !scene.isQuoted($0)
        && !scene.has($0 + 1, [.coordinator, .relative, .presentParticiple])
    } ?? end
  }

  /// Where the relative clause that a cue stands in ends: `Roe, who said it rained, | later left`.
  private func relativeEnd(from start: Int, before end: Int) -> Int {
    (start..<max(start, end)).first { comma in
      guard scene.marks[comma] == .comma, !scene.isQuoted(comma) else { return false }
      var next = comma + 1
      while next < end, scene.has(next, .adverb), !scene.has(next, .auxiliary) { next += 1 }
      return scene.has(next, [.auxiliary, .finite]) && !scene.has(next, [.pronoun, .possessive])
        && !scene.isCapitalized(next) && scene.isVerb(next)
    } ?? end
  }

  private func isAfterComma(_ index: Int) -> Bool {
    scene.marks[index - 1] == .comma || scene.marks[index - 1] == .dash
      || (scene.isQuoted(index - 1) && index > 1 && scene.marks[index - 2] == .comma)
  }

  /// `although`: what follows is mostly the writer's again.
  private func isContrast(_ index: Int) -> Bool {
    Self.contrasts.contains(scene.word(index))
  }

  /// Whether a token after quoted words leads to what was not said: `“a mess” and called`, `“a mess” in an interview`.
  private func leadsAway(_ index: Int, before end: Int) -> Bool {
    scene.has(index, .presentParticiple) && scene.has(index, .cue) || isCoordinatedCue(index)
      || leadsToVenue(index, before: end, anywhere: false)
      || Self.circumstances.contains(scene.word(index)) && scene.has(index + 1, .pronoun)
  }

  /// What follows quoted words there tells of the speaker: `“a mess” as she left`.
  private static let circumstances: Set<WordHash> = Set(
    ["as", "before", "after", "while", "when"].map { WordHash($0) })
  private static let not = WordHash("not")
  private static let but = WordHash("but")
  private static let contrasts: Set<WordHash> = Set(
    ["although", "though", "while", "whereas"].map { WordHash($0) })

  /// `adding that`, `and he said`, `but Roe denied`.
  private func leadsToCue(_ start: Int, _ end: Int) -> Bool {
    if scene.has(start, .presentParticiple), scene.has(start, .cue) { return true }
    // `Roe, who said it rained, said he left`
    if scene.has(start, .speech), scene.has(start, .finite), !scene.has(start, .baseForm) {
      return true
    }
    guard scene.has(start, [.coordinator, .subordinator]) else { return false }
    if scene.word(start) == Self.but, scene.has(start + 1, [.pronoun, .auxiliary]),
      scene.word(start + 1) != Self.not
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
