import Document

/// What a text's own stops say of its words and its manners, gathered before any is judged.
struct Evidence {
  /// Hashes of words that a stop and then a small letter follow: abbreviations of this text's own.
  private var abbreviations: Set<UInt64> = []
  /// Whether its writer begins sentences in small letters.
  private(set) var isInformal = false

  init(_ bytes: Bytes, _ tokens: Tokens, _ language: Language) {
    var small = 0
    var capital = 0
    for index in tokens.traits.indices.dropFirst().dropLast()
    where tokens.traits[index].contains(.terminator) {
      let before = tokens.traits[index - 1]
      let after = tokens.traits[index + 1]
      guard tokens.isAttached(index), tokens.kinds[index - 1] == .word, after.contains(.spaced)
      else { continue }
      if after.contains(.capital) { capital += 1 }
      guard after.contains(.small) else { continue }
      let range = tokens.ranges[index - 1]
      if before.contains(.small), range.count > 3 {
        small += 1
      } else if bytes[Int(tokens.ranges[index].lower)] == UInt8(ascii: "."),
        tokens.ranges[index].count == 1
      {
        abbreviations.insert(bytes.wordHash(range.offsets))
      }
    }
    // Elsewhere than in English lists of abbreviations are shorter, and one such stop may be one of them.
    isInformal = small > (language === Language.english ? 0 : 1) && small * 3 >= capital
  }

  /// Whether the text uses a word as an abbreviation elsewhere.
  func abbreviates(_ bytes: Bytes, _ range: TextRange) -> Bool {
    !abbreviations.isEmpty && abbreviations.contains(bytes.wordHash(range.offsets))
  }
}
