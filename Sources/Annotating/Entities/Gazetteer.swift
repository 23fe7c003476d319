/// What lists of names and nouns say of a word.
struct NameTraits: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  static let male = Self(rawValue: 1)
  static let female = Self(rawValue: 2)
  /// A form of a verb that is common in small letters.
  static let verb = Self(rawValue: 4)
  static let family = Self(rawValue: 8)
  static let city = Self(rawValue: 16)
  /// A city of 300,000 or a capital.
  static let metropolis = Self(rawValue: 32)
  /// A country, a state of the USA, a continent.
  static let country = Self(rawValue: 64)
  /// A subdivision of a country, or a place that an encyclopedia knows.
  static let region = Self(rawValue: 128)
  static let demonym = Self(rawValue: 256)
  /// A noun for persons, groups or places: `minister`, `committee`, `river`.
  static let personNoun = Self(rawValue: 512)
  static let groupNoun = Self(rawValue: 1024)
  static let placeNoun = Self(rawValue: 2048)
  /// A word that is common in small letters.
  static let common = Self(rawValue: 4096)
  static let time = Self(rawValue: 8192)
  static let knownGroup = Self(rawValue: 16384)
  /// A word of grammar: `if`, `since`, `the`.
  static let function = Self(rawValue: 32768)
}

/// What lists say of two words or more.
struct PhraseTraits: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let place = Self(rawValue: 1)
  static let country = Self(rawValue: 2)
  static let person = Self(rawValue: 4)
  static let group = Self(rawValue: 8)
  static let work = Self(rawValue: 16)
  static let personNoun = Self(rawValue: 32)
  static let groupNoun = Self(rawValue: 64)
  /// The beginning of a longer phrase, which may be nothing by itself.
  static let prefix = Self(rawValue: 128)
}

/// The kinds that `Sources/Training/Entities/gazetteer.py` writes, as traits, for the trainer.
package enum GazetteerKind {
  private static let wordTraits: [String: NameTraits] = [
    "male": .male, "female": .female, "given": [.male, .female], "verb-form": .verb,
    "family": .family, "city": .city,
    "metropolis": .metropolis, "country": .country, "region": .region, "demonym": .demonym,
    "person-noun": .personNoun, "group-noun": .groupNoun, "place-noun": .placeNoun,
    "noun": .common, "verb": .common, "modifier": .common, "time": .time,
    "known-place": .region, "known-group": .knownGroup, "function": .function,
  ]

  private static let phraseTraits: [String: PhraseTraits] = [
    "city": .place, "metropolis": .place, "region": .place, "known-place": .place,
    "country": .country, "known-person": .person, "known-group": .group, "known-work": .work,
    "person-noun": .personNoun, "group-noun": .groupNoun,
  ]

  /// The bits of a kind for single words.
  package static func word(_ kind: Substring) -> UInt16 { wordTraits[String(kind)]?.rawValue ?? 0 }

  /// The bits of a kind for phrases.
  package static func phrase(_ kind: Substring) -> UInt8 {
    phraseTraits[String(kind)]?.rawValue ?? 0
  }

  /// The bit of what may begin a longer phrase.
  package static let prefix = PhraseTraits.prefix.rawValue
}
