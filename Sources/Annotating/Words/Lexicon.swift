import Document

/// The words of one language that the rules for quotes know, by the hash of their small letters.
struct Lexicon: Sendable {
  private var keys: [WordHash]
  private var classes: [WordClass]
  private var stances: [Quote.Stance?]
  private let mask: Int

  /// Whether a subordinate clause has its verb last, as in German and Dutch.
  private(set) var isVerbFinal = false

  /// The classes of a word, empty for one that the rules do not know.
  @inline(__always)
  subscript(hash: WordHash) -> WordClass {
    var slot = Int(hash.value) & mask
    while true {
      let key = keys[slot]
      if key == hash { return classes[slot] }
      if key.value == 0 { return [] }
      slot = (slot + 1) & mask
    }
  }

  /// How a cue presents what was said; the word lists name the stance first that a word mostly has.
  func stance(of hash: WordHash) -> Quote.Stance {
    var slot = Int(hash.value) & mask
    while keys[slot].value != 0 {
      if keys[slot] == hash { return stances[slot] ?? .neutral }
      slot = (slot + 1) & mask
    }
    return .neutral
  }

  init(_ entries: [LexiconEntry], isVerbFinal: Bool = false) {
    self.isVerbFinal = isVerbFinal
    var size = 1024
    while size < entries.count * 3 { size *= 2 }
    mask = size - 1
    keys = Array(repeating: WordHash(0), count: size)
    classes = Array(repeating: [], count: size)
    stances = Array(repeating: nil, count: size)
    for entry in entries { insert(entry) }
  }

  private mutating func insert(_ entry: LexiconEntry) {
    let hash = entry.word
    var slot = Int(hash.value) & mask
    while keys[slot].value != 0, keys[slot] != hash { slot = (slot + 1) & mask }
    keys[slot] = hash
    classes[slot].formUnion(entry.classes)
    if !entry.classes.isDisjoint(with: [.cue, .nounCue, .adjectiveCue, .raising, .seeming]),
      stances[slot] == nil
    {
      stances[slot] = entry.stance
    }
  }
}

/// One word of a lexicon.
struct LexiconEntry {
  var word: WordHash
  var classes: WordClass
  var stance: Quote.Stance = .neutral
}

extension Lexicon {
  /// The lexicon of a language that has a profile; English for others.
  static func of(_ language: Language) -> Lexicon {
    language.choose(
      english: english, german: german, french: french, spanish: spanish, italian: italian,
      portuguese: portuguese, dutch: dutch)
  }

  private static let english = Lexicon(
    LexiconText.entries(EnglishWords.grammar)
      + EnglishVerbs.entries(EnglishCues.verbs) + LexiconText.entries(EnglishCues.others))
  private static let german = Lexicon(LexiconText.entries(GermanWords.text), isVerbFinal: true)
  private static let french = Lexicon(LexiconText.entries(FrenchWords.text))
  private static let spanish = Lexicon(LexiconText.entries(SpanishWords.text))
  private static let italian = Lexicon(LexiconText.entries(ItalianWords.text))
  private static let portuguese = Lexicon(LexiconText.entries(PortugueseWords.text))
  private static let dutch = Lexicon(LexiconText.entries(DutchWords.text), isVerbFinal: true)
}

/// Reads word lists: lines of `class class …: word word …`; a class may be a stance.
enum LexiconText {
  static func entries(_ text: StaticString) -> [LexiconEntry] {
    var entries: [LexiconEntry] = []
    text.withUTF8Buffer { text in
      text.forEachEntry { heading, words in
        let classes = heading.reduce(into: WordClass()) { $0.formUnion(names[$1] ?? []) }
        let stance = heading.lazy.compactMap(Quote.Stance.init).first ?? .neutral
        words.forEachPart(between: UInt8(ascii: " ")) {
          entries.append(LexiconEntry(word: WordHash(bytes: $0), classes: classes, stance: stance))
        }
      }
    }
    return entries
  }

  /// The classes by the names that word lists give them.
  static let names: [String: WordClass] = [
    "speech": .speech, "clause": .clause, "bare": .bareClause, "infinitive": .infinitive,
    "object": .object, "addressee": .addressee, "question": .question, "noun-cue": .nounCue,
    "adjective-cue": .adjectiveCue, "source": .sourceCue, "finite": .finite,
    "present-participle": .presentParticiple, "past-participle": .pastParticiple,
    "base": .baseForm, "only-verb": .onlyVerb, "seeming": .seeming, "oblique": .oblique,
    "citing": .citing, "nominative": .nominative, "topic": .topicNoun,
    "act": .actNoun, "auxiliary": .auxiliary, "be": .be, "have": .have, "modal": .modal,
    "opinion": .opinion, "passive": .passive, "agentive": .agentive,
    "reporting-mood": .reportingMood, "adverb": .adverb,
    "determiner": .determiner, "possessive": .possessive, "preposition": .preposition,
    "coordinator": .coordinator, "subordinator": .subordinator, "that": .that,
    "question-word": .questionWord, "to": .to, "relative": .relative, "he": .he, "she": .she,
    "they": .they, "it": .it, "first": .first, "second": .second, "someone": .someone,
    "title": .title, "person": .person, "group": .group, "document": .document,
    "occasion": .occasion, "time": .time,
    "male": .male, "female": .female, "reflexive": .reflexive, "number": .number,
  ]
}
