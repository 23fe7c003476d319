/// What a word can be, as far as the rules for quotes ask; a word can be several things.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: Int) { rawValue = 1 << UInt64(bit) }

  // MARK: Cues, by what they govern

  /// Introduces words quoted as they were said: `said`.
  static let speech = Self(bit: 0)
  /// Governs a clause with `that`.
  static let clause = Self(bit: 1)
  /// Governs a clause without `that`.
  static let bareClause = Self(bit: 2)
  /// Governs an infinitive: `promised to`.
  static let infinitive = Self(bit: 3)
  /// Governs a noun phrase that is what was said: `denied the charges`.
  static let object = Self(bit: 4)
  /// Governs whom is spoken to: `told reporters`.
  static let addressee = Self(bit: 5)
  /// Governs a question: `asked whether`.
  static let question = Self(bit: 6)
  /// A noun or adjective that governs a noun phrase by a preposition, or an infinitive: `support for`, `refusal to`.
  static let topicNoun = Self(bit: 39)
  static let actNoun = Self(bit: 52)
  /// A noun or adjective that governs a clause: `claim that`, `confident that`.
  static let nounCue = Self(bit: 7)
  static let adjectiveCue = Self(bit: 8)
  /// Names the source by itself: `according to`.
  static let sourceCue = Self(bit: 9)

  static let cue: Self = [
    .speech, .clause, .bareClause, .infinitive, .object, .addressee, .question, .topical,
    .governsFor, .governsTo, .governsOn,
  ]

  // MARK: Forms of verbs

  static let finite = Self(bit: 10)
  static let presentParticiple = Self(bit: 11)
  static let pastParticiple = Self(bit: 12)
  static let baseForm = Self(bit: 13)

  /// A verb's form that is no noun or adjective too: `say`, `believes`.
  static let onlyVerb = Self(bit: 14)
  /// In the passive, makes its subject part of what is thought: `is expected to`.
  static let raising = Self(bit: 15)
  /// Says how its subject looks: `seems to`, `appears`.
  static let seeming = Self(bit: 53)

  // MARK: Words of grammar

  static let auxiliary = Self(bit: 16)
  static let be = Self(bit: 17)
  static let have = Self(bit: 18)
  /// Governs a noun phrase by a preposition: `warned of`, `called for`, `referred to`, `insisted on`.
  static let topical = Self(bit: 30)
  static let governsFor = Self(bit: 54)
  static let governsTo = Self(bit: 55)
  static let governsOn = Self(bit: 56)
  /// A form that shows speech to be reported: `sei`, `habe`.
  static let reportingMood = Self(bit: 31)
  /// Makes a passive, and leads to who acts in it: `wird`, `von`.
  static let passive = Self(bit: 49)
  static let agentive = Self(bit: 50)
  /// Names a source after a preposition: `nach Ansicht der Partei`.
  static let opinion = Self(bit: 51)
  /// An article or pronoun in a case that no subject has: `den`, `einem`.
  static let oblique = Self(bit: 57)
  /// An article in a case that a subject can have, and hardly an object: `der`, `ein`.
  static let nominative = Self(bit: 60)
  /// Cites its subject in the passive: `wird mit den Worten zitiert`.
  static let citing = Self(bit: 58)
  static let modal = Self(bit: 29)
  static let adverb = Self(bit: 19)
  static let determiner = Self(bit: 20)
  static let possessive = Self(bit: 21)
  static let preposition = Self(bit: 22)
  static let coordinator = Self(bit: 23)
  static let subordinator = Self(bit: 24)
  static let that = Self(bit: 25)
  static let questionWord = Self(bit: 26)
  static let to = Self(bit: 27)
  static let relative = Self(bit: 28)

  // MARK: Who speaks

  static let he = Self(bit: 32)
  static let she = Self(bit: 33)
  static let they = Self(bit: 34)
  static let it = Self(bit: 35)
  static let first = Self(bit: 36)
  static let second = Self(bit: 37)
  static let someone = Self(bit: 38)
  static let pronoun: Self = [.he, .she, .they, .it, .first, .second, .someone]

  /// `Mr`, `President`: stands before a name.
  static let title = Self(bit: 40)
  static let person = Self(bit: 41)
  static let group = Self(bit: 42)
  /// `statement`, `report`: speaks for its author.
  static let document = Self(bit: 43)
  /// Where somebody speaks: `interview`, `rally`, `Twitter`.
  static let occasion = Self(bit: 59)
  static let time = Self(bit: 44)
  static let male = Self(bit: 45)
  static let female = Self(bit: 46)
  static let reflexive = Self(bit: 47)
  static let number = Self(bit: 48)
}
