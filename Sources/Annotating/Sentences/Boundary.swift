import Document

// Whether a mark ends a sentence.

extension SentenceSplitter {
  /// Judges a mark, or an abbreviation with its stop.
  /// - Returns: the index of the token that begins the next sentence; nil if this one goes on.
  func end(after mark: Int, from start: Int, in paragraph: Range<Int>) -> Int? {
    if let end = endOfSpacedDots(from: mark, start, paragraph.upperBound) { return end.next }
    let next = skipClosers(after: mark, paragraph.upperBound)
    guard next < paragraph.upperBound, hasWords(start, mark) else { return nil }
    let head = skipOpeners(at: next, paragraph.upperBound)
    guard head < paragraph.upperBound else { return nil }
    let site = Site(start: start, mark: mark, next: next, head: head, limit: paragraph.upperBound)
    return ends(site) ? next : nil
  }

  /// A mark and its surroundings, as indices of tokens.
  struct Site {
    /// The sentence's first token.
    var start: Int
    /// The mark in doubt.
    var mark: Int
    /// The first token behind the mark and what closes with it.
    var next: Int
    /// The first token behind opening brackets and quotation marks.
    var head: Int
    /// The end of the paragraph.
    var limit: Int

    var hasClosers: Bool { next > mark + 1 }
    var hasOpeners: Bool { head > next }
  }

  private func ends(_ site: Site) -> Bool {
    if tokens.traits[site.mark].contains(.stopped) { return abbreviationEnds(site) }
    let kind = terminator(at: site.mark)
    if kind.isIdeographic { return true }
    guard tokens.traits[site.next].contains(.spaced) else { return endsWithoutSpace(site) }
    switch opening(of: site.head) {
    case .none: return false
    case .small: return smallBegins(site, kind)
    case .capital, .number, .other: break
    }
    if kind.isEllipsis { return ellipsisEnds(site) }
    if kind.isLoud { return !isAttributed(site) }
    return stopEnds(site)
  }

  // MARK: What stands at the mark

  private struct Terminator {
    var isLoud = false
    var isEllipsis = false
    var isIdeographic = false
  }

  private func terminator(at mark: Int) -> Terminator {
    var result = Terminator()
    let range = tokens.ranges[mark].offsets
    var dots = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let scalar = bytes.scalar(at: offset)
      offset += scalar.length
      switch scalar.point {
      case 0x2E: dots += 1
      case 0x2026: dots += 3
      case 0x3002, 0xFF01, 0xFF1F, 0xFF61: result.isIdeographic = true
      default: result.isLoud = true
      }
    }
    result.isEllipsis = dots > 1 && !result.isLoud
    return result
  }

  /// Whether a sentence has said anything yet; a number and its stop alone are a list's.
  private func hasWords(_ start: Int, _ mark: Int) -> Bool {
    var words = 0
    var index = start
    while index <= mark, words < 2 {
      switch tokens.kinds[index] {
      case .word, .url, .email, .hashtag, .handle: words += tokens.ranges[index].count > 1 ? 2 : 1
      case .number: words += 1
      case .emoji: words += 2
      default: break
      }
      index += 1
    }
    if words == 1, tokens.kinds[start] == .number { return tokens.ranges[start].count > 3 }
    if words == 1, tokens.kinds[start] == .word { return terminator(at: mark).isLoud }
    return words > 0
  }

  // MARK: What stands behind it

  /// Steps over what closes with a sentence: brackets, quotation marks, and a smile.
  private func skipClosers(after mark: Int, _ limit: Int) -> Int {
    var index = mark + 1
    while index < limit {
      let traits = tokens.traits[index]
      if tokens.kinds[index] == .emoji {
        index += 1
      } else if traits.contains(.closer) {
        index += 1
      } else if traits.contains(.quote), closes(index, limit) {
        index += 1
      } else if traits.contains(.terminator), index > mark + 1 || tokens.isAttached(index) {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  /// Whether a quotation mark behind a stop closes: it touches what comes before it, or nothing behind it.
  private func closes(_ index: Int, _ limit: Int) -> Bool {
    guard index + 1 < limit else { return true }
    if tokens.traits[index + 1].contains(.spaced) { return true }
    guard tokens.isAttached(index) else { return false }
    return tokens.kinds[index + 1] == .punctuation
      && !tokens.traits[index + 1].contains(.opener)
  }

  private func skipOpeners(at next: Int, _ limit: Int) -> Int {
    var index = next
    while index < limit, opens(index) { index += 1 }
    return index
  }

  private func opens(_ index: Int) -> Bool {
    if !tokens.traits[index].isDisjoint(with: [.opener, .quote]) { return true }
    guard tokens.kinds[index] == .punctuation else { return false }
    let scalar = bytes.scalar(at: Int(tokens.ranges[index].lower))
    return scalar.point == 0xBF || scalar.point == 0xA1 || scalar.characterClass == .dash
  }

  enum Opening { case capital, small, number, other, none }

  /// How a token would begin a sentence; `none` for what begins none.
  func opening(of index: Int) -> Opening {
    let traits = tokens.traits[index]
    switch tokens.kinds[index] {
    case .word:
      if traits.contains(.capital) { return .capital }
      return traits.contains(.small) ? (isCamelCase(index) ? .capital : .small) : .other
    case .number: return .number
    case .url, .email, .hashtag, .handle: return .other
    case .emoji: return .none
    case .symbol:
      let kind = bytes.characterClass(at: Int(tokens.ranges[index].lower))
      return kind == .currency || kind == .bullet
        || bytes[Int(tokens.ranges[index].lower)] == UInt8(ascii: "#")
        ? .number : .none
    case .punctuation:
      return bytes[Int(tokens.ranges[index].lower)] == UInt8(ascii: "*") ? .other : .none
    }
  }

  /// `iPhone`, `eBay`: a small letter before a capital.
  private func isCamelCase(_ index: Int) -> Bool {
    let range = tokens.ranges[index].offsets
    return range.count > 2 && bytes[range.lowerBound + 1] &- 0x41 < 26
  }

  // MARK: Judgement by kind of mark

  /// A sentence begins small only where its writer begins others so.
  private func smallBegins(_ site: Site, _ kind: Terminator) -> Bool {
    guard evidence.isInformal, !site.hasClosers, !kind.isEllipsis else { return false }
    let before = tokens.ranges[site.mark - 1]
    return kind.isLoud || before.count > 3
  }

  private func ellipsisEnds(_ site: Site) -> Bool {
    !isFirstPerson(site.head)
  }

  /// `"Why?" Jane asked.` goes on after the question.
  private func isAttributed(_ site: Site) -> Bool {
    guard site.hasClosers, !site.hasOpeners, tokens.traits[site.next - 1].contains(.quote) else {
      return false
    }
    var index = site.head
    while index < site.limit, index < site.head + 4, tokens.kinds[index] == .word {
      let traits = tokens.traits[index]
      if traits.contains(.small) { return words(index).contains(.cue) }
      index += 1
    }
    return false
  }

  private func stopEnds(_ site: Site) -> Bool {
    let before = site.mark - 1
    guard tokens.isAttached(site.mark) else { return true }
    switch tokens.kinds[before] {
    case .number: return numberEnds(site)
    case .word:
      if language.hasOrdinalStops, isRomanNumeral(before) { return isStarter(site.head) }
      if !site.hasClosers, evidence.abbreviates(bytes, tokens.ranges[before]) || lacksVowels(before)
      {
        return isStarter(site.head) || site.hasOpeners
      }
      return true
    default: return true
    }
  }

  /// A number with a stop is an ordinal in some languages: "am 3. März", "der 20. Parteitag".
  private func numberEnds(_ site: Site) -> Bool {
    guard language.hasOrdinalStops, tokens.ranges[site.mark - 1].count <= 2, !site.hasClosers else {
      return true
    }
    if words(site.head).contains(.month) { return false }
    return opening(of: site.head) == .capital && isStarter(site.head)
  }

  private func abbreviationEnds(_ site: Site) -> Bool {
    guard tokens.traits[site.next].contains(.spaced) else { return false }
    switch opening(of: site.head) {
    case .none, .small: return false
    case .number: return false
    case .other: return true
    case .capital: break
    }
    let word = tokens.ranges[site.mark].offsets
    let traits = language.words.traits(of: bytes, word.dropLast())
    if !traits.isDisjoint(with: [.leading, .reference]) { return false }
    if site.mark == site.start { return false }
    if site.hasClosers { return true }
    if site.hasOpeners, word.count > 2 { return true }
    return isStarter(site.head) && !isFronted(site)
  }

  /// "At 5 a.m. Mr. Smith left": a phrase before the subject, not a sentence.
  private func isFronted(_ site: Site) -> Bool {
    site.mark - site.start <= 3 && words(site.start).contains(.preposition)
  }

  /// "end.Next": a space is missing where a small word or a number meets a capitalised word.
  private func endsWithoutSpace(_ site: Site) -> Bool {
    guard opening(of: site.head) == .capital, tokens.ranges[site.head].count > 1 || site.hasOpeners,
      !tokens.traits[site.head].contains(.allCapitals) || site.hasClosers
    else { return false }
    let before = site.mark - 1
    guard before >= site.start else { return false }
    if site.hasClosers { return true }
    if tokens.kinds[before] == .number { return true }
    guard tokens.kinds[before] == .word, tokens.ranges[before].count > 1 else { return false }
    return tokens.traits[before].contains(.small)
      || bytes[Int(tokens.ranges[before].upper) - 1] | 0x20
        == bytes[Int(tokens.ranges[before].upper) - 1]
  }

  // MARK: Words

  /// What the language's lists say of a token.
  func words(_ index: Int) -> WordTraits {
    language.words.traits(of: bytes, tokens.ranges[index].offsets)
  }

  private func isStarter(_ index: Int) -> Bool {
    if tokens.traits[index].contains(.stopped) {
      return language.words.traits(of: bytes, tokens.ranges[index].offsets.dropLast())
        .contains(.starter)
    }
    return words(index).contains(.starter)
  }

  /// "I", "I'm", "I'll": capitals that begin nothing.
  private func isFirstPerson(_ index: Int) -> Bool {
    guard language === Language.english else { return false }
    let range = tokens.ranges[index].offsets
    guard bytes[range.lowerBound] == UInt8(ascii: "I") else { return false }
    return range.count == 1 || bytes[range.lowerBound + 1] == UInt8(ascii: "'")
      || bytes.has("\u{2019}", at: range.lowerBound + 1)
  }

  /// "Sgt", "Bhd": no word has no vowel; capitals alone are an acronym.
  private func lacksVowels(_ index: Int) -> Bool {
    let range = tokens.ranges[index].offsets
    guard 2...5 ~= range.count, !tokens.traits[index].contains(.allCapitals) else { return false }
    return range.allSatisfy {
      bytes[$0] | 0x20 &- 0x61 < 26 && !"aeiouy".utf8.contains(bytes[$0] | 0x20)
    }
  }

  private func isRomanNumeral(_ index: Int) -> Bool {
    tokens.ranges[index].offsets.allSatisfy { "IVX".utf8.contains(bytes[$0]) }
  }

  /// The value of a token of plain digits.
  func number(at index: Int) -> UInt32? {
    var value: UInt32 = 0
    for offset in tokens.ranges[index].offsets {
      guard bytes[offset] &- 0x30 < 10, value < 100_000 else { return nil }
      value = value * 10 + UInt32(bytes[offset] - 0x30)
    }
    return value
  }

  // MARK: Spaced dots

  /// Judges `. . .`, with or without a stop of the sentence before the ellipsis or behind it.
  private func endOfSpacedDots(from mark: Int, _ start: Int, _ limit: Int) -> (next: Int?, Void)? {
    guard isDot(mark, limit), isDot(mark + 1, limit), tokens.traits[mark + 1].contains(.spaced)
    else {
      return nil
    }
    if mark > start, isDot(mark - 1, limit), tokens.traits[mark].contains(.spaced) {
      return (nil, ())
    }
    var end = mark + 1
    while isDot(end, limit) { end += 1 }
    guard end < limit, mark > start else { return (nil, ()) }
    let head = skipOpeners(at: end, limit)
    guard head < limit, opening(of: head) == .capital, !isFirstPerson(head) else {
      return (nil, ())
    }
    if end - mark == 4, tokens.isAttached(mark) { return (mark + 1, ()) }
    return (end, ())
  }

  private func isDot(_ index: Int, _ limit: Int) -> Bool {
    index < limit && tokens.ranges[index].count == 1
      && bytes[Int(tokens.ranges[index].lower)] == UInt8(ascii: ".")
  }
}
