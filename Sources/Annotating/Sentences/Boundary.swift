import Document

// Whether a mark ends a sentence, judged by the kind of mark.

extension SentenceSplitter {
  /// Judges a mark, or an abbreviation with its stop.
  /// - Returns: the index of the token that begins the next sentence; nil if this one goes on.
  func end(after mark: Int, from start: Int, _ limit: Int) -> Int? {
    switch spacedDots(at: mark, from: start, limit) {
    case .none: break
    case .goesOn: return nil
    case .ends(let next): return next
    }
    guard hasWords(start, mark), !isOmission(mark),
      let site = site(of: mark, from: start, limit)
    else { return nil }
    return ends(site) ? site.next : nil
  }

  private func ends(_ site: Site) -> Bool {
    if tokens.traits[site.mark].contains(.stopped) { return abbreviationEnds(site) }
    let kind = terminator(at: site.mark)
    if kind.isIdeographic { return ideographicEnds(site) }
    if tokens.isAttached(site.next) { return endsWithoutSpace(site) }
    switch opening(of: site.head) {
    case .none: return false
    case .small: return smallBegins(site, kind)
    case .capital, .number, .other: break
    }
    if isSignature(site) { return false }
    if kind.isEllipsis { return !isFirstPerson(site.head) }
    if kind.isLoud { return !isAttributed(site) }
    return stopEnds(site)
  }

  /// Whether a sentence has said anything yet: an item's number or letter with its stop has not.
  private func hasWords(_ start: Int, _ mark: Int) -> Bool {
    var words = 0
    var isMarker = false
    var index = start
    while index <= mark, words < 2 {
      if index > start + Self.farthest { return true }
      let length = tokens.ranges[index].count
      switch tokens.kinds[index] {
      case .word, .url, .email, .hashtag, .handle:
        isMarker = length == 1 && !terminator(at: mark).isLoud
        words += length > 1 ? 2 : 1
      case .number:
        isMarker = length <= 3
        words += 1
      case .emoji: words += 2
      case .punctuation, .symbol: break
      }
      index += 1
    }
    return words == 1 ? !isMarker : words > 1
  }

  /// A full-width stop ends a sentence wherever it stands, but in a number, in a title's brackets, `《…！…》`, and in words
  /// that a Japanese particle takes up behind their brackets: `「…。」と述べた`.
  private func ideographicEnds(_ site: Site) -> Bool {
    let before = site.mark - 1
    if tokens.isAttached(site.next), !site.hasClosers, before >= site.start,
      tokens.kinds[before] == .number, tokens.kinds[site.next] == .number
    {
      return false
    }
    if site.hasClosers, tokens.isAttached(site.head) {
      let lower = Int(tokens.ranges[site.head].lower)
      let goesOn = ["と", "って", "、", "，"].contains { bytes.has($0, at: lower) }
      if goesOn { return false }
    }
    return !isInTitle(site)
  }

  /// Whether the brackets of a title, `《》` or `〈〉`, are open where a mark stands.
  private func isInTitle(_ site: Site) -> Bool {
    var index = site.mark
    while index > site.start, index > site.mark - Self.farthest {
      index -= 1
      let lower = Int(tokens.ranges[index].lower)
      if bytes.has("》", at: lower) || bytes.has("〉", at: lower) { return false }
      if bytes.has("《", at: lower) || bytes.has("〈", at: lower) {
        return site.next < site.limit
          && !(site.mark + 1..<site.next).contains {
            bytes.has("》", at: Int(tokens.ranges[$0].lower))
          }
      }
    }
    return false
  }

  // MARK: Stops

  private func stopEnds(_ site: Site) -> Bool {
    let before = site.mark - 1
    guard tokens.isAttached(site.mark) else { return true }
    switch tokens.kinds[before] {
    case .number: return numberEnds(site)
    case .word: return wordEnds(site)
    default: return true
    }
  }

  private func wordEnds(_ site: Site) -> Bool {
    let before = site.mark - 1
    if language.hasOrdinalStops, isRomanNumeral(before) { return isStarter(site.head) }
    if opening(of: site.head) == .number, isStreet(before) { return false }
    guard !site.hasClosers,
      evidence.abbreviates(bytes, tokens.ranges[before]) || lacksVowels(before)
    else { return true }
    return isStarter(site.head) || site.hasOpeners
  }

  /// A number with a stop is an ordinal in some languages: "am 3. März", "der 20. Parteitag".
  private func numberEnds(_ site: Site) -> Bool {
    guard language.hasOrdinalStops, tokens.ranges[site.mark - 1].count <= 2, !site.hasClosers else {
      return true
    }
    if words(site.head).contains(.month) { return false }
    return opening(of: site.head) == .capital && isStarter(site.head)
  }

  /// An abbreviation ends a sentence if the next word can hardly be part of the same.
  private func abbreviationEnds(_ site: Site) -> Bool {
    guard !tokens.isAttached(site.next), site.mark > site.start else { return false }
    switch opening(of: site.head) {
    case .none, .small, .number: return false
    case .other: return true
    case .capital: break
    }
    let traits = words(site.mark)
    if !traits.isDisjoint(with: [.leading, .reference]) { return false }
    if site.hasClosers, tokens.traits[site.next - 1].contains(.quote) { return true }
    if traits.contains(.final) { return !language.capitalisesNouns || isStarter(site.head) }
    if site.hasOpeners {
      return tokens.ranges[site.mark].count > 2 && tokens.traits[site.next].contains(.quote)
    }
    return isStarter(site.head) && !isFronted(site)
  }

  /// "At 5 a.m. Mr. Smith left": a phrase before the subject, not a sentence.
  private func isFronted(_ site: Site) -> Bool {
    site.mark - site.start <= 3 && words(site.start).contains(.preposition)
  }

  /// "end.Next": a space is missing where a small word or a number meets a capitalised word.
  private func endsWithoutSpace(_ site: Site) -> Bool {
    guard opening(of: site.head) == .capital, site.mark > site.start,
      tokens.ranges[site.head].count > 1 || site.hasOpeners,
      !tokens.traits[site.head].contains(.allCapitals) || site.hasClosers
    else { return false }
    if site.hasClosers { return true }
    if tokens.kinds[site.mark - 1] == .number { return numberEnds(site) }
    let before = tokens.ranges[site.mark - 1]
    guard tokens.kinds[site.mark - 1] == .word, before.count > 1 else { return false }
    return bytes.scalar(before: Int(before.upper)).characterClass == .lower
  }

  // MARK: What follows

  /// A sentence begins small behind a word that is long enough to be no abbreviation; mail and forums are full of
  /// such, and print has none. Behind a name, "Yahoo! in", its writer must begin others so.
  private func smallBegins(_ site: Site, _ kind: Terminator) -> Bool {
    guard !site.hasClosers, !kind.isEllipsis, !site.hasOpeners, site.mark > site.start else {
      return false
    }
    let isInformal = evidence.isInformal || beginsSmall
    guard tokens.traits[site.mark - 1].contains(.small) || isInformal else { return false }
    let shortest = isInformal ? 2 : language === Language.english ? 4 : 7
    return kind.isLoud || tokens.ranges[site.mark - 1].count >= shortest
  }

  /// `"Why?" Jane asked.` goes on after the question.
  private func isAttributed(_ site: Site) -> Bool {
    guard site.hasClosers, !site.hasOpeners, tokens.traits[site.next - 1].contains(.quote) else {
      return false
    }
    var index = site.head
    while index < site.limit, index < site.head + 4, tokens.kinds[index] == .word {
      if tokens.traits[index].contains(.small) { return words(index).contains(.cue) }
      index += 1
    }
    return false
  }

  /// `He never did. — Jane Roe`: the name of who is quoted closes the paragraph.
  private func isSignature(_ site: Site) -> Bool {
    guard site.hasOpeners, site.limit - site.head <= 6,
      bytes.characterClass(at: Int(tokens.ranges[site.head - 1].lower)) == .dash
    else { return false }
    return (site.head..<site.limit).allSatisfy {
      tokens.traits[$0].contains(.capital)
        || tokens.ranges[$0].count <= 3 && tokens.kinds[$0] == .word
    }
  }
}
