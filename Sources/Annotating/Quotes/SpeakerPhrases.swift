import Document

/// Noun phrases beside cues, told by word classes and capitals, without a parser.
extension Scene {
  /// No phrase that names a speaker is longer, in tokens.
  private static let longestPhrase = 16

  /// The noun phrase that begins at a token: `Jane Roe`, `the mayor of Ostrava`, `she`.
  ///
  /// It ends before punctuation, verbs, clauses, and what says when, where or how somebody spoke.
  func phrase(from start: Int, before limit: Int) -> Range<Int>? {
    guard start < limit, marks[start] == .none, !isQuoted(start) else { return nil }
    if has(start, .pronoun), !isCapitalized(start) || !isCapitalized(start + 1) {
      if has(start, .someone), isEnglish { return longPhrase(start, limit) }
      return has(start, .determiner) && isNominal(start + 1)
        ? longPhrase(start, limit) : start..<start + 1
    }
    return longPhrase(start, limit)
  }

  private func longPhrase(_ start: Int, _ limit: Int) -> Range<Int>? {
    guard isNominal(start) || has(start, [.determiner, .possessive, .someone, .number]) else {
      return nil
    }
    var end = start + 1
    let limit = min(limit, start + Self.longestPhrase)
    while end < limit, continuesPhrase(end, from: start, before: limit) { end += 1 }
    while end > start + 1, !isCapitalized(end - 1),
      has(end - 1, [.preposition, .coordinator, .determiner])
        || end < limit && isPastBeforeObject(end - 1) && !has(end - 1, [.person, .group, .title])
    {
      end -= 1
    }
    return start..<end
  }

  /// `issued | a statement`: a past with an object, over which no noun phrase goes.
  private func isPastBeforeObject(_ index: Int) -> Bool {
    isEnglish && endings[index] == .ed && !isCapitalized(index) && has(index + 1, .determiner)
  }

  private func continuesPhrase(_ index: Int, from start: Int, before limit: Int) -> Bool {
    if isQuoted(index) { return false }
    if marks[index] == .dash { return !isCapitalized(index + 1) ? false : isAttached(index) }
    guard marks[index] == .none else { return words.kinds[index] == .symbol }
    if isCapitalized(index) { return !has(index, .time) }
    if has(index, .coordinator) {
      // `Roe and Brill`, `lobbyist and party strategist Jane Roe`
      return index + 1 < limit && isCapitalized(index + 1)
        && (isCapitalized(index - 1) || has(index - 1, [.person, .title]))
    }
    if has(index, .preposition) { return opensComplement(index, limit) }
    // `weil die Behörde | den Plan`: what no genitive begins is another phrase.
    if lexicon.isVerbFinal, Self.apart.contains(word(index)),
      index > start + 1 || !has(start, .determiner)
    {
      return false
    }
    if isPastBeforeObject(index - 1) { return false }
    if has(index, [.possessive]) { return true }
    if has(
      index,
      [.auxiliary, .adverb, .that, .subordinator, .questionWord, .to, .time, .pronoun, .reflexive])
    {
      return false
    }
    if has(index, .finite), !has(index, [.person, .group, .title]), isVerb(index) { return false }
    return true
  }

  /// German articles that are no genitives.
  private static let apart: Set<WordHash> = Set(
    ["den", "dem", "die", "das", "ein", "eine", "einen", "einem"].map { WordHash($0) })

  /// Whether a preposition goes on with the phrase: `the mayor of Ostrava`, not `Roe in a statement`.
  private func opensComplement(_ index: Int, _ limit: Int) -> Bool {
    guard index + 1 < limit, marks[index + 1] == .none, !isQuoted(index + 1) else { return false }
    if has(index + 1, [.time, .pronoun, .reflexive]) || words.shapes[index + 1].contains(.digit)
      || isEnglish && endings[index + 1] == .ing && !isCapitalized(index + 1)
    {
      return false
    }
    for ahead in index + 1...min(index + 3, count - 1)
    where has(ahead, [.document, .time, .opinion]) {
      return false
    }
    return true
  }

  /// Whether a word can stand in a noun phrase: a name, or a word that no class makes anything else.
  func isNominal(_ index: Int) -> Bool {
    guard index >= 0, index < count, marks[index] == .none else { return false }
    if isCapitalized(index) {
      return !has(index, [.preposition, .subordinator, .adverb, .coordinator, .sourceCue])
        || isCapitalized(index + 1) && has(index, .title)
    }
    let other: WordClass = [
      .auxiliary, .adverb, .preposition, .coordinator, .subordinator, .that, .questionWord, .to,
      .pronoun, .time, .reflexive, .determiner, .possessive, .sourceCue,
    ]
    if has(index, other) { return false }
    return !has(index, .finite) || has(index, [.person, .group, .title, .document])
  }

  func isAttached(_ index: Int) -> Bool { index < count && words.isAttached(index) }

  /// The subject that ends before a verb: the noun phrase before it, over adverbs, auxiliaries and what stands
  /// between commas: `Jane Roe, the finance minister, also said`.
  func subject(before verb: Int, from start: Int) -> Range<Int>? {
    var end = verb
    while end > start, isBesideVerb(end - 1), !has(end - 1, .pronoun) { end -= 1 }
    guard end > start else { return nil }
    switch marks[end - 1] {
    case .none: return isQuoted(end - 1) ? nil : nounPhrase(endingAt: end, from: start)
    case .comma, .dash: return head(beforeInsertionEndingAt: end - 1, from: start)
    case .closing:
      var opening = end - 1
      while opening > start, marks[opening] != .opening { opening -= 1 }
      return opening > start ? nounPhrase(endingAt: opening, from: start) : nil
    default: return nil
    }
  }

  /// Whether a token can stand between a subject and its verb: `has since`, `now also`.
  private func isBesideVerb(_ index: Int) -> Bool {
    has(index, [.adverb, .auxiliary, .reflexive]) || isSince(index) || isManner(index)
  }

  /// Whether a word that no list knows ends like an adverb before a verb: `she infamously said`, not `the family said`.
  private func isManner(_ index: Int) -> Bool {
    isEnglish && endings[index] == .ly && !isCapitalized(index) && classes[index].isEmpty
      && !has(index - 1, [.determiner, .possessive, .preposition])
  }

  /// Whether `since` is an adverb: `has since said`.
  func isSince(_ index: Int) -> Bool { word(index) == Self.since && has(index - 1, .have) }

  private static let since = WordHash("since")

  /// The phrase before one or more insertions: `Roe, 45, who runs the shop,`.
  private func head(beforeInsertionEndingAt close: Int, from start: Int) -> Range<Int>? {
    let mark = marks[close]
    var open = close - 1
    var best: Range<Int>?
    var insertions = 0
    while open >= start, insertions < 4 {
      if isQuoted(open) || endsSentence(open) || marks[open] == .colon || marks[open] == .semicolon
      {
        break
      }
      if marks[open] == mark {
        guard let phrase = nounPhrase(endingAt: open, from: start) else { break }
        insertions += 1
        best = phrase
        if !isEnglish, phrase.contains(where: { has($0, [.title, .person]) }) { break }
        let followed = open + 1
        if isClearInsertion(followed) || phrase.lowerBound == start { break }
        open = phrase.lowerBound - 1
        if open >= start, marks[open] == mark { continue }
        break
      }
      open -= 1
    }
    return best
  }

  /// Whether what follows a comma can only be an insertion: `who`, an age, an article.
  private func isClearInsertion(_ index: Int) -> Bool {
    has(index, [.relative, .determiner]) || words.shapes[index].contains(.digit)
  }

  /// The noun phrase that ends before a token, as far to the left as it goes.
  func nounPhrase(endingAt end: Int, from start: Int) -> Range<Int>? {
    var first = end
    let lowest = max(start, end - Self.longestPhrase)
    while first > lowest, precedesInPhrase(first - 1, end) { first -= 1 }
    while first < end, !beginsPhrase(first) { first += 1 }
    guard first < end else { return nil }
    let phrase = lastPhrase(in: first..<end)
    // `a note that said`: the pronoun stands for the note.
    let isRelative = isEnglish && phrase.count > 1 && hasAll(end - 1, [.relative, .that])
    return isRelative ? phrase.dropLast() : phrase
  }

  /// `a probe the agency`: of two noun phrases side by side, the one that the verb agrees with.
  private func lastPhrase(in phrase: Range<Int>) -> Range<Int> {
    let article = phrase.dropFirst().last {
      words.hashes[$0] == Self.the && marks[$0 - 1] == .none && !isCapitalized($0)
        && !has($0 - 1, [.preposition, .coordinator, .determiner, .possessive, .to, .adverb])
    }
    return article.map { $0..<phrase.upperBound } ?? phrase
  }

  private static let the = WordHash("the")

  private func precedesInPhrase(_ index: Int, _ end: Int) -> Bool {
    if isQuoted(index) { return false }
    if marks[index] == .dash, index + 1 < end { return isAttached(index) && isAttached(index + 1) }
    if marks[index] != .none || has(index, .sourceCue) { return false }
    if has(index, .coordinator) {
      return index + 1 < end && isCapitalized(index + 1) && isCapitalized(index - 1)
        && marks[index - 1] == .none
    }
    if has(index, .pronoun), !has(index, [.someone, .determiner]) { return index == end - 1 }
    if isCapitalized(index) && !has(index, [.subordinator, .preposition]) { return true }
    // `an adviser to Roe`, `a person close to the talks`; `according to Roe` only names him
    if has(index, .to) {
      let endsCue = index > 0 && sourceCue(at: index - 1)?.contains(index) == true
      return !endsCue && index + 1 < end
        && (isCapitalized(index + 1) || has(index + 1, [.determiner, .possessive]))
    }
    if has(index, [.that, .subordinator, .questionWord, .auxiliary]) {
      return index == end - 1 && has(index, .relative)
    }
    if has(index, .finite), !has(index, [.person, .group, .title, .document]), isVerb(index) {
      return false
    }
    return true
  }

  private func beginsPhrase(_ index: Int) -> Bool {
    if has(index, [.coordinator, .adverb, .preposition, .time, .subordinator]) {
      return has(index, [.relative]) && !has(index, .coordinator)
    }
    if has(index, .possessive) { return has(index, .determiner) }
    return true
  }

  /// Whether a token reports speech: a cue, or what names its source.
  func isReporting(_ index: Int) -> Bool {
    // `das heißt` only explains.
    if word(index) == Self.means, word(index - 1) == Self.that { return false }
    return has(index, .speech) || sourceCue(at: index) != nil
      || has(index, .opinion) && has(index - 1, .preposition)
  }

  private static let means = WordHash("heißt")
  private static let `that` = WordHash("das")

  /// The subject of a verb where it may stand on either side: `Merkel sagte`, `Am Montag sagte Merkel`.
  func subject(around verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    if let cited = cited(by: verb, in: sentence) { return cited }
    guard let found = actor(of: verb, in: sentence) else { return nil }
    // `In dem Brief heißt es`: the letter says it.
    guard found.count == 1, has(found.lowerBound, .it), !isEnglish else { return found }
    if let named = named(found, sentence), named != found { return named }
    guard let first = sentence.first(where: { marks[$0] == .none && !isQuoted($0) }),
      has(first, .preposition), first < verb
    else { return found }
    return phrase(from: first + 1, before: verb) ?? found
  }

  /// Whom a verb of citing has as its object, whose words they are: `Die Zeitung zitiert Roe mit den Worten`.
  func cited(by verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard hasAll(verb, [.citing, .finite]),
      !sentence.contains(where: { has($0, .passive) && !isQuoted($0) })
    else { return nil }
    let end = sentence.upperBound
    var start = objectStart(after: verb)
    let isFirst = subject(before: verb, from: sentence.lowerBound) != nil && !isQuoted(verb - 1)
    if !isFirst || marks[verb - 1] == .comma {
      // `…“, zitiert die „Zeitung“ Roe`: who cites stands between.
      if has(start, .determiner), isQuoted(start + 1) {
        start = tokens(of: Int(quotation[start + 1])).upperBound
      } else if let actor = phrase(from: start, before: end) {
        start = actor.upperBound
      }
    }
    return phrase(from: start, before: end).flatMap { isWho($0) || names($0) ? $0 : nil }
  }

  private func actor(of verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    if has(verb, .opinion) { return phrase(from: verb, before: sentence.upperBound) }
    if has(verb, .sourceCue) { return phrase(from: verb + 1, before: sentence.upperBound) }
    if let agent = agent(of: verb, in: sentence) { return agent }
    if let subject = subordinateSubject(of: verb, in: sentence) { return subject }
    if isCompound(verb, in: sentence) {
      return invertedSubject(of: verb, in: sentence) ?? clauseSubject(in: sentence)
    }
    var start = verb
    while start > sentence.lowerBound, marks[start - 1] != .colon, !isQuoted(start - 1),
      !endsSentence(start - 1)
    {
      start -= 1
    }
    if has(lastBefore(verb), .coordinator),
      let other = (start..<verb).last(where: { has($0, .finite) && !isQuoted($0) }),
      other < verb - 1
    {
      return subject(around: other, in: start..<sentence.upperBound)
    }
    let before = has(verb, .finite) ? subject(before: verb, from: start) : nil
    let after =
      has(verb, .finite)
      ? phrase(from: objectStart(after: verb), before: sentence.upperBound) : nil
    if let after, isSubject(after, over: before) { return named(after, sentence) }
    if let before, !isOblique(before), isWho(before) { return before }
    if let after, isWho(after), !isObject(after) { return named(after, sentence) }
    return clauseSubject(in: sentence) ?? after.flatMap { isWho($0) ? $0 : nil } ?? before
  }

  /// Whether a participle has its auxiliary before it; a form that is finite, too, has it in its own clause.
  private func isCompound(_ verb: Int, in sentence: Range<Int>) -> Bool {
    guard has(verb, .pastParticiple) else { return false }
    var index = verb - 1
    while index >= sentence.lowerBound {
      if isQuoted(index) {
        index -= 1
        continue
      }
      if has(index, [.have, .be]) { return true }
      if has(verb, .finite), marks[index] == .comma, index == verb - 1 { return false }
      index -= 1
    }
    return false
  }

  /// The subject of a verb at the end of a clause that a conjunction begins: `weil Roe den Plan „gut“ nennt`.
  private func subordinateSubject(of verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard !isEnglish, lexicon.isVerbFinal else { return nil }
    var first = verb
    while first > sentence.lowerBound, verb - first < 40,
      marks[first - 1] != .comma || isQuoted(first - 1)
    {
      first -= 1
    }
    guard first < verb - 1, has(first, [.subordinator, .that]), !has(first, .preposition),
      let phrase = phrase(from: objectStart(after: first), before: verb), isWho(phrase),
      !has(phrase.lowerBound, [.it, .oblique])
    else { return nil }
    return phrase
  }

  /// Whether the phrase behind a verb is its subject though another stands before it: `Den Plan nannte er …`,
  /// `Die Reform stellte der Minister …`.
  private func isSubject(_ after: Range<Int>, over before: Range<Int>?) -> Bool {
    guard let before else { return false }
    // `Den Plan nannte er …`
    if after.count == 1, has(after.lowerBound, .he), !has(after.lowerBound, [.she, .oblique]) {
      return true
    }
    if has(before.lowerBound, [.nominative, .pronoun]) || names(before) { return false }
    if after.count == 1, has(after.lowerBound, [.he, .she, .first]) {
      return !has(after.lowerBound, .oblique)
    }
    return isWho(after) && names(after)
      && (has(after.lowerBound, .nominative) || !has(after.lowerBound, .determiner))
  }

  /// Whether a phrase names a person or group, as far as words tell.
  private func names(_ phrase: Range<Int>) -> Bool {
    // In `die Haltung der Regierung` the government only owns what is named.
    let owner = phrase.dropFirst().first { has($0, .determiner) } ?? phrase.upperBound
    let head = phrase.lowerBound..<owner
    if head.contains(where: { has($0, [.person, .group, .title, .document]) }) { return true }
    // `die Ministerin Jane Roe`
    if head.count > 2, isCapitalized(owner - 1), isCapitalized(owner - 2), !has(owner - 1, .time) {
      return true
    }
    // A name has no article.
    return !has(phrase.lowerBound, [.determiner, .possessive, .adverb, .preposition])
      && isCapitalized(phrase.lowerBound)
  }

  /// Whether a phrase behind a verb is rather what was said of: `verurteilte die Haltung der Partei`.
  private func isObject(_ phrase: Range<Int>) -> Bool {
    has(phrase.lowerBound, .determiner) && !has(phrase.lowerBound, .nominative) && !names(phrase)
  }

  /// The subject of a compound that its auxiliary stands before: `…, hatte Roe damals gesagt`.
  private func invertedSubject(of verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard
      let auxiliary = (max(sentence.lowerBound, verb - 12)..<verb).last(where: {
        has($0, [.have, .be]) && !isQuoted($0)
      }), auxiliary > sentence.lowerBound,
      marks[auxiliary - 1] == .comma || isQuoted(auxiliary - 1),
      let phrase = phrase(from: auxiliary + 1, before: verb), isWho(phrase), !isOblique(phrase),
      !phrase.contains(where: { has($0, .time) })
    else { return nil }
    return phrase
  }

  /// The token after a verb, its adverbs and reflexive pronoun.
  func objectStart(after verb: Int) -> Int {
    var index = verb + 1
    while index < count, has(index, [.adverb, .reflexive]), !has(index, .determiner) { index += 1 }
    return index
  }

  /// Who did it in the passive: `wurde von der Behörde als „sicher“ eingestuft`.
  private func agent(of verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard has(verb, .pastParticiple), !has(verb, .citing),
      sentence.contains(where: { has($0, .passive) }),
      let by = sentence.first(where: { has($0, .agentive) && !isQuoted($0) })
    else { return nil }
    return phrase(from: by + 1, before: sentence.upperBound)
  }

  /// Whether a phrase can be a subject: it has a capital, or a noun for persons or groups, or is a pronoun of the subject.
  /// Whether a phrase names somebody who can want or do: it has a capital, or a noun for persons, groups or documents.
  func isAgent(_ phrase: Range<Int>) -> Bool {
    let who: WordClass = [.person, .group, .document, .he, .she, .they, .someone]
    // `32 percent`, `32%`
    let isNumber = words.kinds[phrase.lowerBound] == .number
    return phrase.contains {
      isNumber
        ? has($0, who) || $0 > phrase.lowerBound && (has($0, .group) || words.kinds[$0] == .symbol)
        : isCapitalized($0) || has($0, who) || phrase.count == 1 && has($0, .relative)
    }
  }

  private func isWho(_ phrase: Range<Int>) -> Bool {
    words.kinds[phrase.lowerBound] != .number && !has(phrase.lowerBound, .oblique)
      && phrase.contains { isCapitalized($0) || has($0, [.person, .group, .document, .pronoun]) }
  }

  /// `heißt es in dem Brief`: the letter says it.
  func named(_ phrase: Range<Int>, _ sentence: Range<Int>) -> Range<Int>? {
    guard phrase.count == 1, has(phrase.lowerBound, .it) else { return phrase }
    var next = phrase.upperBound
    while next < sentence.upperBound, has(next, .adverb), !has(next, .preposition) { next += 1 }
    guard has(next, .preposition) else { return phrase }
    return self.phrase(from: next + 1, before: sentence.upperBound) ?? phrase
  }

  private func isOblique(_ phrase: Range<Int>) -> Bool {
    has(phrase.lowerBound - 1, [.preposition, .subordinator]) || has(phrase.lowerBound, .adverb)
      || has(phrase.lowerBound, [.it, .oblique]) || phrase.allSatisfy { has($0, .time) }
  }

  /// The first noun phrase of a sentence that no preposition governs, before its first auxiliary or after it.
  private func clauseSubject(in sentence: Range<Int>) -> Range<Int>? {
    guard let first = sentence.first(where: { marks[$0] == .none && !isQuoted($0) }) else {
      return nil
    }
    if !has(first, [.preposition, .adverb, .subordinator, .auxiliary]),
      let phrase = phrase(from: first, before: sentence.upperBound), isWho(phrase)
    {
      return phrase
    }
    guard let verb = sentence.first(where: { has($0, .auxiliary) || has($0, .finite) }) else {
      return nil
    }
    return phrase(from: verb + 1, before: sentence.upperBound)
  }
}
