import Document

// What the splitter asks of single words.

extension SentenceSplitter {
  /// What the language's lists say of a token, without the stop that may be part of it.
  func words(_ index: Int) -> WordTraits {
    let range = tokens.ranges[index].offsets
    return language.words.traits(
      of: bytes, tokens.traits[index].contains(.stopped) ? range.dropLast() : range)
  }

  func isStarter(_ index: Int) -> Bool { words(index).contains(.starter) }

  /// "I", "I'm", "I'll": capitals that begin nothing.
  func isFirstPerson(_ index: Int) -> Bool {
    let range = tokens.ranges[index].offsets
    guard language === Language.english, bytes[range.lowerBound] == UInt8(ascii: "I") else {
      return false
    }
    return range.count == 1 || bytes[range.lowerBound + 1] == UInt8(ascii: "'")
      || bytes.has("\u{2019}", at: range.lowerBound + 1)
  }

  /// "Sgt", "Bhd": no word has no vowel; capitals alone are an acronym.
  func lacksVowels(_ index: Int) -> Bool {
    let range = tokens.ranges[index].offsets
    guard 2...5 ~= range.count, !tokens.traits[index].contains(.allCapitals) else { return false }
    return range.allSatisfy {
      let letter = bytes[$0] | 0x20
      return letter &- 0x61 < 26 && !"aeiouy".utf8.contains(letter)
    }
  }

  func isRomanNumeral(_ index: Int) -> Bool {
    tokens.ranges[index].offsets.allSatisfy { "IVX".utf8.contains(bytes[$0]) }
  }

  /// "Hauptstr. 5"
  func isStreet(_ index: Int) -> Bool {
    language === Language.german && bytes.has("str", at: Int(tokens.ranges[index].upper) - 3)
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
}
