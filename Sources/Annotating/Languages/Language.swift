/// How a language writes: its word lists, and its habits with stops, numbers and apostrophes.
final class Language: Sendable {
  let code: String
  let words: WordTable
  /// Whether `3.` is how it writes an ordinal, as in "3. März".
  let hasOrdinalStops: Bool
  /// Whether it writes `1.234,5` for what English writes `1,234.5`.
  let hasDecimalComma: Bool
  /// Whether it capitalises all nouns, so that a capital says little.
  let capitalisesNouns: Bool
  /// Whether `'s` after a word is a possessive, and no part of it as in Dutch "foto's".
  let hasPossessives: Bool

  init(
    _ code: String, ordinalStops: Bool = false, decimalComma: Bool = true,
    capitalisesNouns: Bool = false, possessives: Bool = false, _ lists: [(WordTraits, String)]
  ) {
    self.code = code
    words = WordTable(lists)
    hasOrdinalStops = ordinalStops
    hasDecimalComma = decimalComma
    self.capitalisesNouns = capitalisesNouns
    hasPossessives = possessives
  }

  /// The profile for a BCP 47 tag, or an ISO 639-2 code; for a language without one, what several of them share, or English where
  /// numbers are written as in English.
  static func of(_ tag: String?) -> Language {
    // Most articles are; a tag is taken apart at the cost of a paragraph's tokens.
    guard let tag, tag != "en", !tag.isEmpty else { return english }
    let code = tag.prefix(while: { $0 != "-" && $0 != "_" }).lowercased()
    return switch code {
    case "en", "eng": english
    case "de", "deu", "ger": german
    case "fr", "fra", "fre": french
    case "es", "spa": spanish
    case "it", "ita": italian
    case "pt", "por": portuguese
    case "nl", "nld", "dut": dutch
    default: withDecimalPoint.contains(code) ? english : other
    }
  }

  /// Of one table for each profile the one of this language; no other is made.
  func choose<Words>(
    english: @autoclosure () -> Words, german: @autoclosure () -> Words,
    french: @autoclosure () -> Words, spanish: @autoclosure () -> Words,
    italian: @autoclosure () -> Words, portuguese: @autoclosure () -> Words,
    dutch: @autoclosure () -> Words
  ) -> Words {
    switch code {
    case "de": german()
    case "fr": french()
    case "es": spanish()
    case "it": italian()
    case "pt": portuguese()
    case "nl": dutch()
    default: english()
    }
  }
}
