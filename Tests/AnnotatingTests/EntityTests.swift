import Document
import Testing

@testable import Annotating

@Suite struct EntityTests {
  private func entities(_ string: String) -> [(words: String, entity: Entity)] {
    let article = annotated(string, [.entities])
    guard let layer = article.layers.entities else { return [] }
    return zip(layer.ranges, layer.notes).map { (article.text[$0], $1) }
  }

  @Test(arguments: [
    ("The mayor of Vienna met Angela Merkel on Monday.", ["Vienna LOC", "Angela Merkel PERSON"]),
    (
      "Microsoft opened an office in Nairobi, Kenya, in March.",
      ["Microsoft ORG", "Nairobi LOC", "Kenya LOC"]
    ),
    ("The weather was fine and nobody complained.", []),
    ("She studied at the University of Chicago.", ["University of Chicago ORG"]),
  ])
  func `names are told by lists and context`(text: String, expected: [String]) {
    #expect(entities(text).map { "\($0.words) \($0.entity.label.rawValue)" } == expected)
  }

  @Test func `a surname is the person who was named in full`() {
    let found = entities("President Barack Obama spoke in Berlin. Obama thanked the city.")
    let persons = found.filter { $0.entity.label == .person }
    #expect(persons.map(\.words) == ["Barack Obama", "Obama"])
    #expect(Set(persons.map(\.entity.number)).count == 1)
    #expect(persons.allSatisfy { $0.entity.name == "Barack Obama" })
  }

  @Test func `one surname does not make one person of two`() {
    let found = entities("Bill Clinton and Hillary Clinton spoke. Hillary Clinton left first.")
    let persons = found.filter { $0.entity.label == .person }
    #expect(persons.map(\.entity.name) == ["Bill Clinton", "Hillary Clinton", "Hillary Clinton"])
    #expect(persons.map(\.entity.number).first != persons.map(\.entity.number).last)
  }

  @Test func `initials are the organisation whose words they begin`() {
    let found = entities("The United Nations (UN) met in Geneva. The UN agreed.")
    let organisations = found.filter { $0.entity.label == .organization }
    #expect(organisations.map(\.words) == ["United Nations", "UN", "UN"])
    #expect(Set(organisations.map(\.entity.number)).count == 1)
    #expect(organisations.allSatisfy { $0.entity.name == "United Nations" })
  }

  @Test(arguments: [
    ("Kenya won. The Kenyans had trained in Nairobi.", ["Kenya", "Kenyans"], "Kenya", "KE"),
    (
      "The United States agreed. America wants it, U.S. officials said, and so do Americans.",
      ["United States", "America", "U.S.", "Americans"], "United States", "US"
    ),
    ("South Korean police said so.", ["South Korean"], "South Korea", "KR"),
    ("French police said so.", ["French"], "France", "FR"),
  ])
  func `a country is one by all its names, and its people go with it`(
    text: String, mentions: [String], name: String, code: String
  ) {
    let found = entities(text).filter { $0.entity.country == code }
    #expect(found.map(\.words) == mentions)
    #expect(Set(found.map(\.entity.number)).count == 1)
    #expect(found.allSatisfy { $0.entity.name == name })
  }

  @Test func `a nationality has its country's number, whichever comes first`() {
    let found = entities("Two Germans met Angela Merkel in Germany.")
    #expect(found.map(\.entity.label) == [.nationality, .person, .location])
    #expect(found.map(\.entity.number) == [1, 2, 1])
    #expect(found.map(\.entity.name) == ["Germany", "Angela Merkel", "Germany"])
  }

  @Test(arguments: [
    ("They live in Kenya.", "Kenya", Entity.PlaceKind.country),
    ("They live in California.", "California", .region),
    ("They live in Nairobi.", "Nairobi", .city),
    ("Trade with Africa grew.", "Africa", .continent),
    ("The boat sank in Lake Victoria.", "Lake Victoria", .water),
    ("They lived in Orange County.", "Orange County", .region),
    ("They met near Mount Everest.", "Mount Everest", .mountain),
  ])
  func `the kind of a place is told where it is sure`(
    text: String, name: String, kind: Entity.PlaceKind
  ) {
    let found = entities(text).first { $0.words == name }
    #expect(found?.entity.label == .location && found?.entity.kind == kind)
  }

  @Test func `an office is no part of a country's name`() {
    let found = entities("U.S. President Barack Obama met Ontario Premier Kathleen Wynne.")
    #expect(found.map(\.words) == ["U.S.", "Barack Obama", "Ontario", "Kathleen Wynne"])
  }

  @Test func `numbers count entities from one in the order of mention`() {
    let numbers = entities("Angela Merkel met Barack Obama. Merkel thanked Obama.").map(
      \.entity.number)
    #expect(numbers == [1, 2, 1, 2])
  }

  @Test func `a model reads its own tables`() {
    #expect(
      EntityModel.shared.word(WordHash("germany"), isCapitalized: true).traits.contains(.country))
    #expect(
      EntityModel.shared.word(WordHash("minister"), isCapitalized: false).traits.contains(
        .personNoun))
    #expect(
      EntityModel.shared.word(WordHash("since"), isCapitalized: false).traits.contains(.function))
  }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: ["A", "A B ", "Of the ", "(U.N.) ", "A-", "Mr. ", "É", "McX, "])
  func `endless names take time in proportion`(piece: String) {
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    let layers = annotated(text, [.entities, .quotes]).layers
    #expect(layers.entities != nil && layers.quotes != nil)
  }

  @Test func `a title is no part of a name`() {
    let found = entities("President Obama and Foreign Minister Angela Merkel met Mr. Schmidt.")
    #expect(found.map(\.words) == ["Obama", "Angela Merkel", "Schmidt"])
    #expect(found.allSatisfy { $0.entity.label == .person })
  }

  /// What becomes of a text's names where the tagger found those that stand between brackets: `[LOC Kano] [LOC State]`.
  private func mended(_ marked: String) -> [String] {
    var string = ""
    var found: [(from: Int, to: Int, label: Entity.Label)] = []
    for (index, part) in marked.split(separator: "[", omittingEmptySubsequences: false).enumerated()
    {
      let pieces = part.split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
      if index > 0, let label = Entity.Label(rawValue: String(pieces[0].prefix { $0 != " " })) {
        let name = pieces[0].dropFirst(label.rawValue.count + 1)
        found.append((string.utf8.count, string.utf8.count + name.utf8.count, label))
        string += name
      }
      string += pieces[index > 0 ? 1 : 0]
    }
    let text = Text(string)
    return text.utf8.withUnsafeBufferPointer { bytes in
      var manuscript = Manuscript(bytes, Article(id: "", source: "", text: text))
      let words = manuscript.words
      let spans = found.map {
        EntityTagger.Span(tokens: words.indices(in: TextRange($0.from, $0.to)), label: $0.label)
      }
      return EntityLinker(words, bytes, .shared, spans).spans.map {
        "\(text[words.range($0.tokens)]) \($0.label.rawValue)"
      }
    }
  }

  @Test(arguments: [
    ("Boats crossed [LOC the Danube].", ["Danube LOC"]),
    ("They met at [LOC The Hague].", ["The Hague LOC"]),
    ("[PERSON Canadian Ian Marlow] won.", ["Canadian NORP", "Ian Marlow PERSON"]),
    ("She ran the [LOC City of] [LOC Lusaka].", ["City of Lusaka LOC"]),
    ("The [LOC Kent] [ORG County Council] met.", ["Kent County Council ORG"]),
    ("He left [LOC Marl] [LOC County] in May.", ["Marl County LOC"]),
    ("She moved to [LOC Geneva] [LOC Switzerland].", ["Geneva LOC", "Switzerland LOC"]),
    ("The [ORG Ministry of] the old town closed.", ["Ministry ORG"]),
    ("[PERSON Welshman Ian Marlow] won.", ["Welshman NORP", "Ian Marlow PERSON"]),
    ("In [LOC Kent], [ORG Barnes Bank] closed.", ["Kent LOC", "Barnes Bank ORG"]),
    ("De [PERSON Marlow] left.", ["De Marlow PERSON"]),
    ("They crossed the [LOC Canadian] border.", ["Canadian NORP"]),
    ("They met [PERSON King Otto].", ["Otto PERSON"]),
    ("They heard [ORG King Crimson].", ["King Crimson ORG"]),
    ("North [LOC Korea] agreed.", ["North Korea LOC"]),
    ("[ORG Kenya] won.", ["Kenya LOC"]),
    ("The court of [PERSON France] met.", ["France LOC"]),
    (
      "[PERSON Ian Jordan] left. Fans of [PERSON Jordan] wept.",
      ["Ian Jordan PERSON", "Jordan PERSON"]
    ),
    ("The Count de [PERSON Marlow] left.", ["Marlow PERSON"]),
  ])
  func `names end where they should, whatever was cut`(marked: String, expected: [String]) {
    #expect(mended(marked) == expected)
  }

  @Test(arguments: [
    ("She sang the song \"[PERSON Clara]\" twice.", []),
    ("Her album [LOC Winter River] was late.", []),
    ("He made the films [PERSON Clara] and [PERSON Son] of [PERSON Otto].", []),
    ("He wrote the poem “[PERSON Clara]” there.", []),
    ("The album [PERSON Ian Marlow] recorded came late.", ["Ian Marlow PERSON"]),
    ("In this film [ORG Barnes Bank] fails.", ["Barnes Bank ORG"]),
    ("The film director [PERSON Ian Marlow] left.", ["Ian Marlow PERSON"]),
    ("In his book [PERSON Marlow] lies.", ["Marlow PERSON"]),
    ("[PERSON He'd] gone.", []),
  ])
  func `titles of works are no names`(marked: String, expected: [String]) {
    #expect(mended(marked) == expected)
  }

  @Test(arguments: [
    ("a UK tour", ["UK LOC"]), ("all over Tanzania in May", ["Tanzania LOC"]),
    ("In Nairobi 24 people met", ["Nairobi LOC"]), ("In March 24 people met", []),
    ("roast Turkey with beans", []), ("GIVE IT TO US NOW", []), ("en-US is set", []),
  ])
  func `a country or a city that stands alone is found`(text: String, expected: [String]) {
    #expect(mended(text) == expected)
  }
}
