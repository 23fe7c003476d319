import Document

// Words with a stop behind them: abbreviations, initials, domains; or a sentence that ends.

extension Tokenizer {
  /// Adds the word that a stop follows, if the stop is part of it.
  /// - Returns: whether it was; else nothing is added.
  mutating func finishStopped(_ stop: Int, _ seen: UInt8) -> Bool {
    let next = bytes.characterClass(at: stop + 1)
    if next.isLetter || next == .digit {
      return finishInitials(stop, seen) || finishListed(stop, seen) || finishDomain(stop)
    }
    guard isAbbreviation(stop, seen) else { return false }
    emit(.word, to: stop + 1, traits(to: stop, seen).union(.stopped))
    return true
  }

  /// Whether the word up to a stop, which no letter follows, is one that the stop shortens.
  private func isAbbreviation(_ stop: Int, _ seen: UInt8) -> Bool {
    if isSingleLetter(offset, stop) {
      let isCapital = seen & 2 != 0 || bytes.characterClass(at: offset) == .upper
      return isCapital ? isInitial(stop) : isSmallInitial(stop)
    }
    return isListed(offset..<stop, before: stop + 1, seen)
  }

  /// A capital with a stop is an initial, save the pronoun "I" after a word that is no name.
  private func isInitial(_ stop: Int) -> Bool {
    if isAttached, tokens.lastKind != .punctuation { return false }  // "5 °C."
    guard bytes[offset] == UInt8(ascii: "I"), language === Language.english else { return true }
    guard let last = tokens.lastTraits else { return true }
    return !last.isDisjoint(with: [.capital, .stopped])
  }

  /// A small letter with a stop is an abbreviation (p., n. Chr., u. a.), unless it numbers a list's item.
  private func isSmallInitial(_ stop: Int) -> Bool {
    guard let last = tokens.lastTraits, !gapBreaks else { return false }
    return !last.contains(.terminator) && bytes.characterClass(at: stop + 1) == .space
      && stop + 1 < bytes.count
  }

  /// Whether the language's lists have an abbreviation, as it is written here and before what follows it.
  private func isListed(_ word: Range<Int>, before next: Int, _ seen: UInt8) -> Bool {
    let traits = language.words.traits(of: bytes, word)
    guard !traits.isDisjoint(with: .abbreviation) else { return false }
    if traits.contains(.capitalised), seen & 2 == 0 { return false }
    if traits.contains(.uncapitalised), seen & 2 != 0 { return false }
    if !traits.isDisjoint(with: [.leading, .closing]) { return true }
    return next + 1 < bytes.count && bytes[next] == UInt8(ascii: " ")
      && (bytes.characterClass(at: next + 1) == .digit || isRoman(next + 1))
  }

  private func isRoman(_ start: Int) -> Bool {
    var end = start
    while end < bytes.count, "IVXLC".utf8.contains(bytes[end]) { end += 1 }
    return end > start && !continues(at: end)
  }

  private func isSingleLetter(_ start: Int, _ end: Int) -> Bool {
    end - start <= 4 && bytes.characterClass(at: start).isLetter
      && endOfExtenders(from: start + bytes.scalar(at: start).length) == end
  }

  /// Adds initials that touch: `U.S.`, `e.g.`, `J.R.R.` (and leaves the name that may follow), `U.S` at their end.
  private mutating func finishInitials(_ stop: Int, _ seen: UInt8) -> Bool {
    guard isSingleLetter(offset, stop) else { return false }
    var end = stop + 1
    while bytes.characterClass(at: end).isLetter {
      let letter = endOfExtenders(from: end + bytes.scalar(at: end).length)
      if letter < bytes.count, bytes[letter] == UInt8(ascii: ".") {
        end = letter + 1
      } else {
        if !continues(at: letter) { end = letter }
        break
      }
    }
    let isStopped = bytes[end - 1] == UInt8(ascii: ".")
    if isStopped, end < bytes.count, bytes[end] == UInt8(ascii: "@") { return false }
    emit(.word, to: end, traits(to: end, seen).union(isStopped ? .stopped : []))
    return true
  }

  /// Adds an abbreviation with stops inside that the language's lists have: `Ph.D.`, `S.p.A.`
  private mutating func finishListed(_ stop: Int, _ seen: UInt8) -> Bool {
    var end = stop
    var listed: Int?
    while end < bytes.count, end - offset < 12, bytes[end] == UInt8(ascii: ".") {
      end += 1
      while continues(at: end) { end += bytes.scalar(at: end).length }
      let traits = language.words.traits(of: bytes, offset..<end)
      if !traits.isDisjoint(with: .abbreviation) { listed = end }
    }
    guard let listed else { return false }
    let isStopped = listed < bytes.count && bytes[listed] == UInt8(ascii: ".")
    emit(
      .word, to: isStopped ? listed + 1 : listed,
      traits(to: listed, seen).union(isStopped ? .stopped : []))
    return true
  }
}
