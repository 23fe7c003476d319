import Document

// What is written like a name and is none: titles of works, `He'd`.

extension EntityLinker {
  /// Drops titles behind a noun for works, `the song "Clara"`, and pronouns with shortened verbs.
  mutating func dropWorks() {
    var kept: [EntityTagger.Span] = []
    kept.reserveCapacity(spans.count)
    /// Where the last title ended, and whether others may follow it: `the films Clara and Otto`.
    var title: (end: Int, isOneOfSome: Bool)?
    for span in spans {
      if span.tokens.count == 1, Self.contractions.contains(words.hashes[span.tokens.lowerBound]) {
        continue
      }
      if let isOneOfSome = isTitle(span) ?? title.flatMap({ goesOn($0, span) }) {
        title = (span.tokens.upperBound, isOneOfSome)
      } else {
        kept.append(span)
      }
    }
    spans = kept
  }

  private static func set(_ list: String) -> Set<WordHash> {
    Set(list.split(separator: " ").map { WordHash(String($0)) })
  }

  /// Nouns that a title follows as it is.
  private static let works = set("song film movie album novel musical opera sitcom ballad")
  private static let severalWorks = set("songs films movies albums novels musicals operas ballads")
  /// Nouns that a title in quotation marks follows; without them, `the play Otto wrote` is as likely.
  private static let quotedWorks = set(
    "single singles track tracks episode episodes poem poems play plays painting paintings book books series "
      + "show shows story stories essay essays")
  private static let marks = set("\" ' ` \u{2018} \u{2019} \u{201C} \u{201D}")
  private static let pointers = set("this that these those")
  private static let clauseVerbs = set("has have had 's \u{2019}s")
  private static let contractions = Set(
    ["i", "you", "he", "she", "it", "we", "they", "that", "there", "who", "what"].flatMap { word in
      ["'d", "'ll", "'ve", "'re", "'s", "'m"].map { WordHash(word + $0) }
    })
  private static let and = WordHash("and")
  private static let comma = WordHash(",")
  private static let of = WordHash("of")

  /// Whether a span is the title of one of several works, nil if it is none.
  private func isTitle(_ span: EntityTagger.Span) -> Bool? {
    var noun = span.tokens.lowerBound - 1
    var isQuoted = false
    while noun > 0, span.tokens.lowerBound - noun < 3, isMark(noun) {
      isQuoted = true
      noun -= 1
    }
    guard noun >= 0, words.kinds[noun] == .word, !words.shapes[noun].isCapitalized else {
      return nil
    }
    let hash = words.hashes[noun]
    let isSeveral = Self.severalWorks.contains(hash)
    guard isSeveral || Self.works.contains(hash) || isQuoted && Self.quotedWorks.contains(hash),
      noun == 0 || !Self.pointers.contains(words.hashes[noun - 1]),
      isQuoted || !isSubject(span)
    else { return nil }
    return isSeveral
  }

  /// Whether a span is a part of the title before it, or another of the works.
  private func goesOn(_ title: (end: Int, isOneOfSome: Bool), _ span: EntityTagger.Span) -> Bool? {
    let between = title.end..<span.tokens.lowerBound
    guard between.count <= 3, !isSubject(span) else { return nil }
    let goesOn = between.allSatisfy { index in
      let hash = words.hashes[index]
      let isJoint = hash == Self.of || hash == Self.the || isMark(index)
      return isJoint || title.isOneOfSome && (hash == Self.and || hash == Self.comma)
    }
    return goesOn ? title.isOneOfSome : nil
  }

  private func isMark(_ index: Int) -> Bool {
    words.kinds[index] != .word && Self.marks.contains(words.hashes[index])
  }

  /// Whether a verb follows that makes a person of what seemed a title: `the film Otto saw`.
  private func isSubject(_ span: EntityTagger.Span) -> Bool {
    let next = span.tokens.upperBound
    guard next < words.count else { return false }
    if Self.clauseVerbs.contains(words.hashes[next]) { return true }
    guard words.kinds[next] == .word, !words.shapes[next].isCapitalized else { return false }
    let traits = lookUp(next)
    return traits.contains(.verb) && !traits.contains(.function)
  }
}
