import Document

/// Gathers the mentions of one person, organisation or place in an article, and mends what the tagger, which sees one
/// sentence at a time, could not know.
///
/// News names people in full once and by surname after, and organisations in full once and by initials after. So a
/// surname belongs to the last person in full who bears it, also where the tagger missed it or took it for a place; and
/// initials belong to the organisation whose words they begin. Countries are one by whatever name, and their peoples with them.
struct EntityLinker {
  let words: WordColumns
  private let bytes: Bytes
  private let model: EntityModel
  var spans: [EntityTagger.Span]
  /// For each span, the entity it mentions.
  private(set) var numbers: [Int] = []
  /// For each entity, the index of the span that names it most fully.
  private(set) var fullest: [Int] = []
  /// For each span, the country that it names or belongs to, as an index of `Countries`.
  var countries: [Int?] = []
  private var known: [Key: Int] = [:]
  /// Places that stood inside other names.
  private var freed: [EntityTagger.Span] = []

  private struct Key: Hashable {
    enum Form: UInt8 { case whole, surname, initials, country }
    var form: Form
    var label: Entity.Label
    var hash: WordHash
  }

  init(_ words: WordColumns, _ bytes: Bytes, _ model: EntityModel, _ spans: [EntityTagger.Span]) {
    self.words = words
    self.bytes = bytes
    self.model = model
    self.spans = spans
    mend()
    findCountries()
    link()
  }
}

// MARK: Mending

extension EntityLinker {
  /// Takes titles off names, joins given names with hyphens, and lets the article's other mentions decide doubts.
  private mutating func mend() {
    for index in spans.indices { mendOffice(index) }
    for index in spans.indices { mendTitle(index) }
    insertFreed()
    mendBoundaries()
    dropWorks()
    settleLabels()
    for index in spans.indices where spans[index].label == .person { joinHyphen(index) }
    let surnames = surnames()
    guard !surnames.isEmpty else { return }
    for index in spans.indices where spans[index].label != .person {
      let tokens = spans[index].tokens
      let isSurname = tokens.count == 1 && surnames.contains(words.hashes[tokens.lowerBound])
      if isSurname { spans[index].label = .person }
    }
    addMissed(surnames)
  }

  /// `President Roe` is a person, and Roe the name; `President` alone is none.
  private mutating func mendTitle(_ index: Int) {
    let tokens = spans[index].tokens
    let last = tokens.upperBound - 1
    var start = tokens.lowerBound
    while start < last, isTitle(start, before: last) || isRank(start, of: spans[index].label) {
      start += 1
    }
    guard start > tokens.lowerBound, last - start < 4,
      (start...last).allSatisfy({ words.shapes[$0].isCapitalized && isNameLike($0) })
    else { return }
    spans[index] = EntityTagger.Span(tokens: start..<last + 1, label: .person)
  }

  private static let ranks: Set<WordHash> = Set(
    ["king", "queen", "prince", "princess", "emperor", "empress", "pope", "lord", "sir", "miss"]
      .map { WordHash($0) })

  /// A title that can be a name, too; before a person's it is none: `King Otto`, not `King Crimson`.
  private func isRank(_ index: Int, of label: Entity.Label) -> Bool {
    label == .person && words.shapes[index].isCapitalized
      && Self.ranks.contains(words.hashes[index])
  }

  /// `U.S. Senator Roe` names the country and the person; the office belongs to neither name.
  private mutating func mendOffice(_ index: Int) {
    let tokens = spans[index].tokens
    guard tokens.count > 1, isTitle(tokens.lowerBound + 1, before: tokens.upperBound) else {
      return
    }
    let traits = lookUp(tokens.lowerBound)
    guard !traits.isDisjoint(with: [.country, .region, .knownGroup]),
      spans[index].label != .person || traits.contains(.country)
    else { return }
    let name = tokens.lowerBound + 2
    guard name < tokens.upperBound else {
      spans[index].tokens = tokens.dropLast()
      if traits.contains(.country) { spans[index].label = .location }
      return
    }
    guard traits.contains(.country), (name..<tokens.upperBound).allSatisfy(isNameLike) else {
      return
    }
    spans[index] = EntityTagger.Span(tokens: name..<tokens.upperBound, label: .person)
    freed.append(EntityTagger.Span(tokens: tokens.prefix(1), label: .location))
  }

  private mutating func insertFreed() {
    guard !freed.isEmpty else { return }
    spans += freed
    spans.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// A noun for persons with a capital before a name: `President`, `Leader`; also `Foreign` before such a noun.
  private func isTitle(_ index: Int, before last: Int) -> Bool {
    guard words.shapes[index].isCapitalized, !words.shapes[index].contains(.initial) else {
      return false
    }
    let traits = lookUp(index)
    if traits.contains(.personNoun) {
      return traits.isDisjoint(with: [.male, .female, .groupNoun, .placeNoun])
    }
    let leads =
      traits.contains(.demonym)
      || traits.contains(.common) && traits.isDisjoint(with: [.male, .female])
    return leads && index + 1 < last && lookUp(index + 1).contains(.personNoun)
      && isTitle(index + 1, before: last)
  }

  /// Whether a word can be a name: no noun for groups, places or persons.
  func isNameLike(_ index: Int) -> Bool {
    lookUp(index).isDisjoint(
      with: [.groupNoun, .placeNoun, .personNoun, .function, .demonym, .country, .time])
  }

  func lookUp(_ index: Int) -> NameTraits {
    model.word(words.hashes[index], isCapitalized: true).traits
  }

  /// Gives one name one label: that of most of its mentions, a person's where they tie.
  private mutating func settleLabels() {
    var votes: [WordHash: SIMD4<Int32>] = [:]
    for span in spans { votes[hash(of: span.tokens), default: .zero][Self.column(span.label)] += 1 }
    for index in spans.indices {
      guard let vote = votes[hash(of: spans[index].tokens)] else { continue }
      for label in Self.labels where vote[Self.column(label)] == vote.max() {
        spans[index].label = label
        break
      }
    }
  }

  /// In the order of preference.
  private static let labels: [Entity.Label] = [.person, .organization, .location]

  private static func column(_ label: Entity.Label) -> Int {
    switch label {
    case .person: 0
    case .organization: 1
    case .location: 2
    case .nationality: 3
    }
  }

  /// `Jomart Roe` after `Kassym-` is `Kassym-Jomart Roe`.
  private mutating func joinHyphen(_ index: Int) {
    let start = spans[index].tokens.lowerBound
    let free = index > 0 ? spans[index - 1].tokens.upperBound : 0
    guard start >= free + 2, words.isAttached(start), words.isAttached(start - 1),
      bytes[Int(words.ranges[start - 1].lower)] == UInt8(ascii: "-"),
      words.ranges[start - 1].count == 1, words.shapes[start - 2].isCapitalized
    else { return }
    spans[index].tokens = start - 2..<spans[index].tokens.upperBound
  }

  /// The surnames of those named in full.
  private func surnames() -> Set<WordHash> {
    var surnames: Set<WordHash> = []
    for span in spans where span.label == .person && isFullName(span.tokens) {
      surnames.insert(words.hashes[span.tokens.upperBound - 1])
    }
    return surnames
  }

  private func isFullName(_ tokens: Range<Int>) -> Bool {
    tokens.count >= 2 && words.shapes[tokens.upperBound - 1].isCapitalized
      && words.ranges[tokens.upperBound - 1].count > 2
  }

  /// Adds surnames that stand alone and that the tagger left out, unless they could be common words.
  private mutating func addMissed(_ surnames: Set<WordHash>) {
    var merged: [EntityTagger.Span] = []
    merged.reserveCapacity(spans.count + 8)
    var next = 0
    var index = 0
    while index < words.count {
      if next < spans.count, spans[next].tokens.lowerBound == index {
        merged.append(spans[next])
        index = spans[next].tokens.upperBound
        next += 1
        continue
      }
      if isMissed(index, surnames) {
        merged.append(EntityTagger.Span(tokens: index..<index + 1, label: .person))
      }
      index += 1
    }
    spans = merged
  }

  private func isMissed(_ index: Int, _ surnames: Set<WordHash>) -> Bool {
    guard words.kinds[index] == .word, words.shapes[index].isCapitalized,
      surnames.contains(words.hashes[index])
    else { return false }
    let isName = { (index: Int) in
      words.kinds.indices.contains(index) && words.kinds[index] == .word
        && words.shapes[index].isCapitalized
    }
    guard !isName(index + 1) else { return false }
    let traits = model.word(words.hashes[index], isCapitalized: false).traits
    return traits.isDisjoint(with: [.common, .verb, .function, .time])
      || isName(index - 1) == false && index > 0 && words.kinds[index - 1] == .word
  }
}

// MARK: Linking

extension EntityLinker {
  private mutating func link() {
    numbers = Array(repeating: 0, count: spans.count)
    for index in spans.indices {
      let number = known(index) ?? fullest.count + 1
      if number > fullest.count { fullest.append(index) }
      numbers[index] = number
      if isFuller(index, than: fullest[number - 1]) { fullest[number - 1] = index }
      remember(index, as: number)
    }
  }

  /// The entity that a span mentions, if it was mentioned before.
  private func known(_ index: Int) -> Int? {
    let span = spans[index]
    if let country = countries[index] { return known[Self.key(ofCountry: country)] }
    if let number = known[Key(form: .whole, label: span.label, hash: hash(of: span.tokens))] {
      return number
    }
    guard span.label == .person else {
      guard let letters = letters(of: span.tokens) else { return nil }
      return known[Key(form: .initials, label: span.label, hash: letters)]
    }
    let last = words.hashes[span.tokens.upperBound - 1]
    guard let number = known[Key(form: .surname, label: .person, hash: last)] else { return nil }
    return agrees(span.tokens, spans[fullest[number - 1]].tokens) ? number : nil
  }

  /// Whether two names of persons with one surname can be of one person: `Jane Roe` and `Roe`, not `John Roe`.
  private func agrees(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count > 1, other.count > 1 else { return true }
    return words.hashes[one.lowerBound] == words.hashes[other.lowerBound]
  }

  private static func key(ofCountry country: Int) -> Key {
    Key(form: .country, label: .location, hash: WordHash(UInt32(country)))
  }

  private func isFuller(_ index: Int, than other: Int) -> Bool {
    if spans[index].label == .nationality { return false }
    if spans[other].label == .nationality { return true }
    if isShouted(other), !isShouted(index),
      hash(of: spans[index].tokens) == hash(of: spans[other].tokens)
    {
      return true
    }
    return spans[index].tokens.count > spans[other].tokens.count
      && words.range(spans[index].tokens).count > words.range(spans[other].tokens).count
  }

  /// `SEOUL` as a dateline has it, unlike initials.
  private func isShouted(_ index: Int) -> Bool {
    spans[index].tokens.allSatisfy { words.shapes[$0].isAllCapitals }
      && words.range(spans[index].tokens).count > 4
  }

  private mutating func remember(_ index: Int, as number: Int) {
    let span = spans[index]
    if let country = countries[index] {
      known[Self.key(ofCountry: country)] = number
      return
    }
    known[Key(form: .whole, label: span.label, hash: hash(of: span.tokens))] = number
    if span.label == .person {
      let first = Key(form: .whole, label: .person, hash: words.hashes[span.tokens.lowerBound])
      let last = words.hashes[span.tokens.upperBound - 1]
      known[Key(form: .surname, label: .person, hash: last)] = number
      if known[first] == nil { known[first] = number }
    } else if let letters = letters(of: span.tokens) {
      known[Key(form: .initials, label: span.label, hash: letters)] = number
    }
  }

  /// The hash of a name, without an article before it.
  func hash(of tokens: Range<Int>) -> WordHash {
    let hasArticle = words.hashes[tokens.lowerBound] == Self.the && tokens.count > 1
    let first = tokens.lowerBound + (hasArticle ? 1 : 0)
    return (first + 1..<max(tokens.upperBound, first + 1)).reduce(words.hashes[first]) {
      $0.joined(words.hashes[$1])
    }
  }

  static let the = WordHash("the")

  /// The initials that a name spells, or the letters of initials: `un` of "United Nations", `UN` and `U.N.`
  private func letters(of tokens: Range<Int>) -> WordHash? {
    var letters: [UInt8] = []
    if tokens.count == 1 {
      guard words.shapes[tokens.lowerBound].isAllCapitals else { return nil }
      letters = bytes[words.ranges[tokens.lowerBound].offsets].filter(\.isCapitalLetter)
    } else {
      letters = tokens.map { bytes[Int(words.ranges[$0].lower)] }.filter(\.isCapitalLetter)
    }
    guard letters.count > 1 else { return nil }
    return WordHash(String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self))
  }
}

extension UInt8 {
  fileprivate var isCapitalLetter: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
}
