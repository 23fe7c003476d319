/// Counts syllables by the letters of a word: good for averages over a text, not for a single name.
struct Syllables {
  /// Primary language tags whose rules are known.
  static let languages = ["de", "en", "es", "fr", "it", "nl", "pt"]

  private let language: String

  /// - Parameter language: a primary language tag; in one that is not known, vowels that stand together are one syllable.
  init(language: String) { self.language = language }

  /// The syllables of a word in lower case without marks on its letters, at least 1.
  func count(_ word: [UInt8]) -> Int {
    switch language {
    case "en": return max(1, english(word))
    case "fr": return max(1, groups(word) - (hasMuteEnd(word) ? 1 : 0))
    case "es", "it", "pt": return max(1, groups(word) + hiatuses(word))
    case "de", "nl": return max(1, diphthongs(word))
    default: return max(1, groups(word))
    }
  }

  /// How many runs of vowels there are.
  private func groups(_ word: [UInt8]) -> Int {
    var count = 0
    var wasVowel = false
    for (index, byte) in word.enumerated() {
      var isVowel = Self.isVowel(byte)
      // `y` begins a syllable before a vowel: `beyond`; `qu` and `gu` before one are a consonant.
      if byte == UInt8(ascii: "y"), index + 1 < word.count, Self.isVowel(word[index + 1]) {
        isVowel = false
      }
      if byte == UInt8(ascii: "u"), index > 0, word[index - 1] == UInt8(ascii: "q") {
        isVowel = false
      }
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    return count
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}

// MARK: English

extension Syllables {
  private func english(_ word: [UInt8]) -> Int {
    var count = groups(word)
    if ends(word, "e"), !endsInSoundingLE(word), count > 1, !ends(word, "ee") { count -= 1 }
    if ends(word, "ed"), word.count > 3, !"td".utf8.contains(word[word.count - 3]),
      !Self.isVowel(word[word.count - 3])
    {
      count -= 1
    }
    if ends(word, "es"), word.count > 3, !hasSibilant(before: 2, in: word),
      !Self.isVowel(word[word.count - 3])
    {
      count -= 1
    }
    if ends(word, "sm") { count += 1 }
    return count + englishHiatuses(word)
  }

  /// `table` and `people`, but not `while`.
  private func endsInSoundingLE(_ word: [UInt8]) -> Bool {
    ends(word, "le") && word.count > 2 && !Self.isVowel(word[word.count - 3])
  }

  private func hasSibilant(before count: Int, in word: [UInt8]) -> Bool {
    let stem = word.dropLast(count)
    return ["s", "x", "z", "c", "g", "sh", "ch"].contains { stem.hasSuffix($0) }
  }

  /// Neighbouring vowels that are two syllables: `ia` in `media`, `io` in `radio` but not in `nation`, `eo` in `video`.
  private func englishHiatuses(_ word: [UInt8]) -> Int {
    var count = 0
    for index in word.indices.dropLast() {
      let pair = (word[index], word[index + 1])
      let before = index > 0 ? word[index - 1] : 0
      switch pair {
      case (UInt8(ascii: "i"), UInt8(ascii: "a")), (UInt8(ascii: "i"), UInt8(ascii: "o")):
        // `nation`, `special`, `region`: the i but softens the consonant.
        if !"tcsgx".utf8.contains(before) { count += 1 }
      case (UInt8(ascii: "e"), UInt8(ascii: "o")) where !"g".utf8.contains(before):
        // `people` is one of few.
        if !word.starts(with: "peopl".utf8) { count += 1 }
      case (UInt8(ascii: "i"), UInt8(ascii: "u")),
        (UInt8(ascii: "u"), UInt8(ascii: "o")) where before != UInt8(ascii: "q"):
        count += 1
      case (UInt8(ascii: "e"), UInt8(ascii: "a"))
      where word.starts(with: "rea".utf8) && word.dropFirst(3).starts(with: "ct".utf8):
        count += 1
      default: break
      }
    }
    return count
  }

  private func ends(_ word: [UInt8], _ end: String) -> Bool { word[...].hasSuffix(end) }
}

// MARK: German and Dutch

extension Syllables {
  /// Single and double vowels, taken from the left: `neu-e`, `Bau-er`, `zee-ën`.
  private func diphthongs(_ word: [UInt8]) -> Int {
    var count = 0
    var index = 0
    while index < word.count {
      guard Self.isVowel(word[index]) else {
        index += 1
        continue
      }
      count += 1
      let pair = String(decoding: word[index..<min(index + 2, word.count)], as: UTF8.self)
      index += Self.pairs.contains(pair) ? 2 : 1
    }
    return count
  }

  private static let pairs: Set<String> = [
    "aa", "ai", "au", "ay", "ee", "ei", "eu", "ey", "ie", "oe", "oo", "ou", "ue", "ui", "uu",
  ]
}

// MARK: Romance languages

extension Syllables {
  /// French leaves an e at the end of longer words unspoken, and with it the ends of plurals and verbs.
  private func hasMuteEnd(_ word: [UInt8]) -> Bool {
    groups(word) > 1 && ["e", "es", "ent"].contains { ends(word, $0) }
  }

  /// Two strong vowels beside each other: `te-a-tro`.
  private func hiatuses(_ word: [UInt8]) -> Int {
    let strong = Array("aeo".utf8)
    return zip(word, word.dropFirst()).filter { strong.contains($0) && strong.contains($1) }.count
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ end: String) -> Bool {
    suffix(end.utf8.count).elementsEqual(end.utf8)
  }
}
