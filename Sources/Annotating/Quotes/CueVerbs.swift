import Document

/// Tells verbs from the nouns and adjectives that look like them: `he claims`, not `the claims`.
extension Scene {
  /// Whether a word that can be a verb is one here, and one with a subject.
  func isVerb(_ index: Int) -> Bool {
    guard isEnglish else { return true }
    guard marks[index] == .none, !isCompound(index) else { return false }
    let before = lastBefore(index)
    // `the agency's finding`
    if has(index, .presentParticiple) { return !isOwner(before) }
    if has(index, .onlyVerb) {
      return !has(before, [.determiner, .possessive]) || has(before, [.pronoun, .number])
    }
    if has(index, .pastParticiple), !has(index, .finite) { return has(before, .have) }
    // `Editor's note: …`
    if marks[index + 1] == .colon, has(before, .possessive) { return false }
    if has(index, .baseForm), endings[index] != .ed {
      return takesBaseForm(before) || isPast(index) || isPlural(before) && leadsOn(index)
    }
    if endings[index] == .s { return takesThirdPerson(before) || takesClause(index, before) }
    return !has(before, [.preposition, .determiner]) || has(before, .pronoun)
  }

  /// `lesser-known`, `swing-state`: a part of a compound with hyphens.
  private func isCompound(_ index: Int) -> Bool {
    (index > 0 && marks[index - 1] == .dash && isAttached(index))
      || (index + 1 < count && marks[index + 1] == .dash && isAttached(index + 1))
  }

  /// The last token before a verb that is no adverb.
  func lastBefore(_ index: Int) -> Int {
    var before = index - 1
    while before >= 0, has(before, .adverb) || endings[before] == .ly || isSince(before) {
      before -= 1
    }
    return before
  }

  /// Whether the noun phrase that ends with a token is in the plural before its preposition: `files from the firm | show`.
  private func isPlural(_ last: Int) -> Bool {
    for index in stride(from: last, through: max(1, last - 8), by: -1) {
      if marks[index] != .none || has(index, [.auxiliary, .finite, .relative, .that]) {
        return false
      }
      if has(index, .preposition) { return endings[index - 1] == .s || has(index - 1, .person) }
    }
    return false
  }

  /// Whether a clause or an object can begin behind a verb.
  private func leadsOn(_ index: Int) -> Bool {
    has(index + 1, [.that, .determiner, .possessive, .pronoun, .questionWord])
      || isCapitalized(index + 1)
  }

  /// `read` and `put` are their own past.
  private func isPast(_ index: Int) -> Bool {
    word(index) == Self.read
      && !has(index - 1, [.determiner, .possessive, .preposition, .to])
  }

  /// Whether a clause behind a word shows it to be a verb: `the footage shows he left`.
  private func takesClause(_ index: Int, _ before: Int) -> Bool {
    has(index, .clause) && has(index + 1, [.he, .she, .they, .it]) && !has(index + 1, .that)
      && before >= 0 && marks[before] == .none
      && !has(before, [.determiner, .possessive, .preposition, .to, .coordinator, .auxiliary])
  }

  private static let read = WordHash("read")

  /// `her client's answers`: what could shorten "is" owns what follows.
  private func isOwner(_ index: Int) -> Bool { has(index, .possessive) && !has(index, .pronoun) }

  /// Whether a verb in its base form can follow: after an auxiliary, `to`, or a plural.
  private func takesBaseForm(_ before: Int) -> Bool {
    guard before >= 0, !isOwner(before) else { return false }
    if has(before, [.auxiliary, .to, .they, .first, .second]) { return true }
    if has(before, .relative) { return !has(before, .that) }
    if has(before, .someone) { return true }
    if marks[before] == .comma || marks[before] == .closing { return true }
    if has(before, [.person, .group]) {
      return endings[before] == .s || !has(before - 1, .determiner)
    }
    if endings[before] == .s { return !has(before, [.determiner, .possessive, .preposition]) }
    return isCapitalized(before) && (0..<4).contains { has(before - 1 - $0, .coordinator) }
  }

  /// Whether a verb in the third person can follow: after a name, a pronoun or a noun in the singular.
  private func takesThirdPerson(_ before: Int) -> Bool {
    guard before >= 0, !isOwner(before) else { return false }
    if has(before, [.he, .she, .it, .relative, .someone, .auxiliary]) { return true }
    if marks[before] != .none { return marks[before] != .dash }
    if has(before, [.determiner, .possessive, .preposition, .to, .coordinator]) {
      return has(before, .coordinator)
    }
    return isCapitalized(before) || has(before, [.person, .group, .document, .title])
  }
}
