import Document

/// Tells who a speaker is: the person's fullest name in the article for a surname, a pronoun or a description.
///
/// A pronoun is the last person who was the subject of a sentence and can be meant by it; "the minister" is the last
/// person who was introduced as one.
struct SpeakerNames {
  private let scene: Scene
  private let entities: Layer<Entity>
  /// The tokens of each mention.
  private let mentions: [Range<Int>]
  /// Whether the person of an entity's number is a man or a woman, where that is known.
  private var genders: [Int: WordClass] = [:]
  /// Persons and groups by the nouns that introduce them: `minister`, `bank`.
  private var described: [WordHash: [Int]] = [:]
  private var lastSpeaker: Int?
  /// What the persons of the article are, by their numbers, as the article first says it.
  private var roles: [Int: Range<Int>] = [:]

  init(_ scene: Scene, _ entities: Layer<Entity>) {
    self.scene = scene
    self.entities = entities
    mentions = entities.ranges.map { scene.words.indices(in: $0) }
    for index in mentions.indices { learn(index) }
  }

  /// Who a speaker is: a name, nil for one whom the article does not name, and the words that say what he is.
  struct Identity {
    var name: String?
    var role: Range<Int>?
  }

  /// Speakers are asked for in the order of the text, as each may be meant by the next pronoun.
  mutating func identity(of speaker: Range<Int>) -> Identity {
    guard let mention = mention(of: speaker) else {
      return Identity(role: description(in: speaker))
    }
    lastSpeaker = mention
    let entity = entities.notes[mention]
    return Identity(
      name: entity.name,
      role: entity.label == .person ? role(of: mention) ?? roles[entity.number] : nil)
  }

  /// Whether a phrase holds the name of a person or a body, or words for one.
  func mayName(_ speaker: Range<Int>) -> Bool {
    if let index = named(in: speaker) { return entities.notes[index].label != .location }
    let last = scene.words.hashes[speaker.upperBound - 1]
    return speaker.contains { scene.has($0, [.person, .title, .group]) }
      || mentions.indices.contains {
        entities.notes[$0].label == .person && !mentions[$0].isEmpty
          && scene.words.hashes[mentions[$0].upperBound - 1] == last
      }
  }

  private func mention(of speaker: Range<Int>) -> Int? {
    if let named = named(in: speaker) ?? apposed(to: speaker) { return named }
    let first = speaker.lowerBound
    if scene.has(first, .relative), speaker.count == 1 { return before(first, within: 4) }
    if speaker.count == 1, scene.has(first, [.he, .she]) {
      return antecedent(of: first, as: scene.classes[first].intersection([.he, .she]))
    }
    if speaker.count == 1, scene.has(first, .it), !scene.has(first, .determiner) {
      return organization(before: first)
    }
    return description(speaker) ?? group(speaker)
  }

  /// `the company`: the organisation that was spoken of last, where the article has not said which company it is.
  private func group(_ speaker: Range<Int>) -> Int? {
    guard scene.has(speaker.lowerBound, .determiner), !scene.has(speaker.lowerBound, .number),
      speaker.count == 2, scene.has(speaker.lowerBound + 1, .group)
    else { return nil }
    return organization(before: speaker.lowerBound)
  }

  /// The organisation that is most likely the subject of the sentences before a token.
  private func organization(before token: Int) -> Int? {
    guard let sentence = scene.sentenceIndex(of: token) else { return nil }
    for number in stride(from: sentence, through: max(0, sentence - 2), by: -1) {
      let range = scene.sentences[number]
      let found = subject(in: range.lowerBound..<min(range.upperBound, token)) {
        entities.notes[$0].label == .organization
      }
      if let found { return found }
    }
    return nil
  }

  /// The mention that a speaker's phrase holds: `Finance Minister Jane Roe`, but not `a spokesman for Jane Roe`.
  private func named(in speaker: Range<Int>) -> Int? {
    var index = first(from: speaker.lowerBound)
    while index < mentions.count, mentions[index].lowerBound < speaker.upperBound {
      let mention = mentions[index]
      let leads = speaker.lowerBound..<max(speaker.lowerBound, mention.lowerBound)
      let isPossessor =
        mention.upperBound < speaker.upperBound && scene.has(mention.upperBound, .possessive)
      // In "the Lorenz manager" the place says which manager, and does not speak.
      let isModifier =
        entities.notes[index].label == .location && mention.upperBound < speaker.upperBound
      if !isPossessor, !isModifier {
        return leads.contains(where: { scene.has($0, .preposition) }) ? nil : index
      }
      index += 1
    }
    return nil
  }

  /// The person named right behind a speaker's phrase: `the manager, Jane Roe`.
  private func apposed(to speaker: Range<Int>) -> Int? {
    let comma = speaker.upperBound
    guard comma + 1 < scene.count, scene.marks[comma] == .comma else { return nil }
    let index = first(from: comma)
    guard index < mentions.count, mentions[index].lowerBound == comma + 1,
      entities.notes[index].label == .person
    else { return nil }
    return index
  }

  /// The index of the first mention that ends after a token.
  private func first(from token: Int) -> Int {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The last mention that ends at most so many tokens before another.
  private func before(_ token: Int, within distance: Int) -> Int? {
    let index = first(from: token) - 1
    return index >= 0 && token - mentions[index].upperBound < distance ? index : nil
  }
}

// MARK: What introduces a name

extension SpeakerNames {
  /// Takes what stands around a mention: a title or a given name that shows its sex, nouns that describe it.
  private mutating func learn(_ index: Int) {
    let mention = mentions[index]
    guard !mention.isEmpty else { return }
    let entity = entities.notes[index]
    let around = max(0, mention.lowerBound - 4)..<min(scene.count, mention.upperBound + 9)
    for token in around where isTitle(token, of: mention) || isApposed(token, to: mention) {
      if scene.has(token, [.person, .title, .group]) {
        described[scene.words.hashes[token], default: []].append(index)
      }
    }
    if entity.label == .person {
      learnGender(entity.number, mention)
      if roles[entity.number] == nil { roles[entity.number] = role(of: index) }
    } else {
      for token in mention where scene.has(token, .group) {
        described[scene.words.hashes[token], default: []].append(index)
      }
    }
  }

  private mutating func learnGender(_ number: Int, _ mention: Range<Int>) {
    guard genders[number] == nil else { return }
    let before = mention.lowerBound - 1
    if scene.has(before, .title), scene.has(before, [.male, .female]) {
      genders[number] = scene.has(before, .male) ? .he : .she
    } else if mention.count > 1 {
      let traits = EntityModel.shared.word(
        scene.words.hashes[mention.lowerBound], isCapitalized: true
      ).traits
      if traits.contains(.male) != traits.contains(.female) {
        genders[number] = traits.contains(.male) ? .he : .she
      }
    }
  }

  /// Whether a token belongs to the words right before a name: `Finance Minister Jane Roe`.
  private func isTitle(_ token: Int, of mention: Range<Int>) -> Bool {
    token < mention.lowerBound
      && !(token..<mention.lowerBound).contains {
        scene.marks[$0] != .none || scene.has($0, .finite)
      }
  }

  /// Whether a token belongs to an insertion after a name: `Jane Roe, the finance minister,`.
  private func isApposed(_ token: Int, to mention: Range<Int>) -> Bool {
    let comma = mention.upperBound
    guard token > comma, comma < scene.count, scene.marks[comma] == .comma else { return false }
    return !(comma + 1...token).contains {
      scene.marks[$0] != .none || scene.has($0, .auxiliary) || scene.isQuoted($0)
    }
  }
}

// MARK: What a person is

extension SpeakerNames {
  /// The words beside a mention that say what a person is: `Finance Minister`, `the finance minister`.
  private func role(of index: Int) -> Range<Int>? {
    let mention = mentions[index]
    guard !mention.isEmpty else { return nil }
    return apposition(after: mention.upperBound) ?? title(before: mention.lowerBound)
  }

  /// `Jane Roe, 45, the finance minister of Ruritania, …`
  private func apposition(after end: Int) -> Range<Int>? {
    guard scene.marks[end] == .comma else { return nil }
    var start = end + 1
    if start < scene.count, scene.words.kinds[start] == .number, scene.marks[start + 1] == .comma {
      start += 2
    }
    guard let phrase = scene.phrase(from: start, before: min(scene.count, start + 14)),
      phrase.contains(where: { scene.has($0, [.person, .title]) }),
      phrase.upperBound == scene.count || scene.marks[phrase.upperBound] != .none
        || scene.has(phrase.upperBound, [.relative, .preposition])
    else { return nil }
    return phrase
  }

  /// `Finance Minister Jane Roe`, `the manager, Jane Roe`; `Mr.` is none.
  private func title(before start: Int) -> Range<Int>? {
    let end = scene.marks[start - 1] == .comma ? start - 1 : start
    guard end > 0, scene.marks[end - 1] == .none,
      scene.has(end - 1, [.person, .title]), !scene.has(end - 1, [.male, .female]) || end < start
    else { return nil }
    return scene.nounPhrase(endingAt: end, from: max(0, end - 8))
  }

  /// A speaker without a name, where words say what he is: `a spokesman for the bank`.
  private func description(in speaker: Range<Int>) -> Range<Int>? {
    speaker.contains { scene.has($0, [.person, .title]) } ? speaker : nil
  }
}

// MARK: Whom a pronoun or a description means

extension SpeakerNames {
  /// How many sentences a pronoun may reach back.
  private static let reach = 6
  /// How many mentions of one sentence are looked at.
  private static let crowd = 24

  /// The person whom `he` or `she` means.
  private func antecedent(of token: Int, as gender: WordClass) -> Int? {
    guard let sentence = scene.sentenceIndex(of: token) else { return nil }
    for number in stride(from: sentence, through: max(0, sentence - Self.reach), by: -1) {
      let range = scene.sentences[number]
      let found = subject(in: range.lowerBound..<min(range.upperBound, token)) {
        agrees($0, gender)
      }
      if let found { return found }
    }
    return lastSpeaker.flatMap { agrees($0, gender) ? $0 : nil }
  }

  /// The mention in a sentence that is most likely its subject: the first that no preposition governs and that owns nothing.
  private func subject(in sentence: Range<Int>, where agrees: (Int) -> Bool) -> Int? {
    var index = first(from: sentence.lowerBound)
    let limit = min(mentions.count, index + Self.crowd)
    var fallback: Int?
    while index < limit, mentions[index].lowerBound < sentence.upperBound {
      defer { index += 1 }
      let mention = mentions[index]
      guard !mention.isEmpty, !scene.isQuoted(mention.lowerBound), agrees(index) else {
        continue
      }
      let isGoverned = scene.has(mention.lowerBound - 1, .preposition)
      let isPossessor =
        mention.upperBound < scene.count && scene.has(mention.upperBound, .possessive)
      if !isGoverned, !isPossessor { return index }
      if fallback == nil { fallback = index }
    }
    return fallback
  }

  private func agrees(_ index: Int, _ gender: WordClass) -> Bool {
    let entity = entities.notes[index]
    guard entity.label == .person else { return false }
    return genders[entity.number].map { !$0.isDisjoint(with: gender) } ?? true
  }

  /// Who was introduced by the noun of a description: `the minister`.
  private func description(_ speaker: Range<Int>) -> Int? {
    guard scene.has(speaker.lowerBound, .determiner), !scene.has(speaker.lowerBound, .number) else {
      return nil
    }
    for token in speaker.reversed() where scene.has(token, [.person, .title, .group]) {
      return lastMention(described[scene.words.hashes[token]] ?? [], before: speaker.lowerBound)
    }
    return nil
  }

  /// The last of some mentions, which are in order, that begins before a token.
  private func lastMention(_ candidates: [Int], before token: Int) -> Int? {
    var low = 0
    var high = candidates.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[candidates[middle]].lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? candidates[low - 1] : nil
  }
}
