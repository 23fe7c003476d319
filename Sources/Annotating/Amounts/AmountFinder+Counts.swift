import Document

// Measures, and people and things that are counted.

extension AmountFinder {
  mutating func measure(_ numeral: Numeral, at index: Int) -> Int? {
    if bytes[Int(tokens.ranges[index].lower)] == 0xC2,
      bytes.has("°", at: Int(tokens.ranges[index].lower))
    {
      return degrees(numeral, at: index)
    }
    guard case .unit(let unit)? = numerals.term(index) else { return nil }
    if tokens.ranges[index].count == 1, tokens.traits[index].contains(.capital) { return nil }
    append(
      signed(numeral).lowerBound..<index + 1,
      Amount(kind: .measure, value: signedValue(numeral), unit: unit))
    return index + 1
  }

  mutating func degrees(_ numeral: Numeral, at index: Int) -> Int {
    var end = index + 1
    var unit = "degree"
    if end < tokens.count, tokens.ranges[end].count == 1 {
      let letter = bytes[Int(tokens.ranges[end].lower)]
      if letter == UInt8(ascii: "C") || letter == UInt8(ascii: "F") {
        unit = letter == UInt8(ascii: "C") ? "°C" : "°F"
        end += 1
      }
    }
    append(
      signed(numeral).lowerBound..<end,
      Amount(kind: .measure, value: signedValue(numeral), unit: unit))
    return end
  }

  mutating func people(_ value: Double, _ range: Range<Int>, at index: Int) -> Int? {
    guard case .person(let who)? = numerals.term(index) else { return nil }
    append(range.lowerBound..<index + 1, Amount(kind: .count, value: value, unit: who))
    return index + 1
  }

  /// What a numeral counts: a word for people, or the noun behind at most two small words that could describe it.
  mutating func count(_ numeral: Numeral, at start: Int) -> Int? {
    guard !numeral.isYearLike, start == tokens.count || !isBroken(start) else { return nil }
    var index = start
    let limit = min(tokens.count, start + 3)
    while index < limit, tokens.kinds[index] == .word, !isBroken(index) {
      if let end = people(numeral.value, numeral.tokens, at: index) { return end }
      let traits = numerals.language.words.traits(of: bytes, tokens.ranges[index].offsets)
      guard traits.isDisjoint(with: [.starter, .preposition, .month]), !isNumber(index) else {
        return nil
      }
      if isCountNoun(index), numeral.value != 1 || numeral.tokens.count > 1 {
        append(
          numeral.tokens.lowerBound..<index + 1,
          Amount(kind: .count, value: numeral.value, unit: noun(index)))
        return index + 1
      }
      guard tokens.traits[index].contains(.small) else { return nil }
      index += 1
    }
    return nil
  }

  func isNumber(_ index: Int) -> Bool {
    switch numerals.term(index) {
    case .number?, .scale?, .unit?, .fraction?: true
    default: false
    }
  }

  func noun(_ index: Int) -> String {
    let word = String(decoding: bytes[tokens.ranges[index].offsets], as: UTF8.self)
    return numerals.language.capitalisesNouns ? word : word.lowercased()
  }

  /// Whether a word looks like a noun in the plural, as far as the language's endings tell.
  func isCountNoun(_ index: Int) -> Bool {
    let range = tokens.ranges[index].offsets
    guard range.count > 2, !tokens.traits[index].contains(.stopped) else { return false }
    if numerals.language.capitalisesNouns { return tokens.traits[index].contains(.capital) }
    guard tokens.traits[index].contains(.small) else { return false }
    let last = bytes[range.upperBound - 1]
    switch numerals.language.code {
    case "it": return last == UInt8(ascii: "i") || last == UInt8(ascii: "e")
    case "nl": return bytes.has("en", at: range.upperBound - 2) || last == UInt8(ascii: "s")
    default: return last == UInt8(ascii: "s") && bytes[range.upperBound - 2] != UInt8(ascii: "s")
    }
  }
}
