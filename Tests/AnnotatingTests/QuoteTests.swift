import Document
import Testing

@testable import Annotating

/// A quote as a test expects it: what was said, by whom, with which cue.
private struct Said: Equatable, CustomStringConvertible {
  var words: String
  var speaker: String?
  var cue: String?
  var description: String { "\(words) – \(speaker ?? "nobody") (\(cue ?? "no cue"))" }
}

@Suite struct QuoteTests {
  private func quotes(_ string: String, language: String = "en") -> [Said] {
    let article = annotated(string, [.quotes], language: language)
    guard let layer = article.layers.quotes else { return [] }
    return zip(layer.ranges, layer.notes).map { range, quote in
      Said(
        words: article.text[range], speaker: quote.speaker.map { article.text[$0] },
        cue: quote.cue.map { article.text[$0] })
    }
  }

  @Test(arguments: [
    ("“We won,” said Ada Brill, the mayor.", "Ada Brill", "said"),
    ("“We won,” Ada Brill said.", "Ada Brill", "said"),
    ("“We won,” she told reporters on Monday.", "she", "told"),
    ("“We won,” Ada Brill, the mayor of Tolland, said.", "Ada Brill", "said"),
    ("“Who won?” the mayor asked.", "the mayor", "asked"),
    ("“We won.” Brill said.", "Brill", "said"),
    ("“We won,” according to Ada Brill.", "Ada Brill", "according to"),
    ("Ada Brill said: “We won.”", "Ada Brill", "said"),
    ("Ada Brill told reporters, “We won.”", "Ada Brill", "told"),
    ("Brill, who is the mayor, said, “We won.”", "Brill", "said"),
    ("Ada Brill: “We won the vote.”", "Ada Brill", nil),
    ("“We won the vote.” — Ada Brill", "Ada Brill", nil),
  ])
  func `the speaker stands before, after or between`(text: String, speaker: String, cue: String?) {
    let found = quotes(text)
    #expect(found.count == 1)
    #expect(found.first?.speaker == speaker)
    #expect(found.first?.cue == cue)
  }

  @Test(arguments: [
    ("„Wir haben gewonnen“, sagte Ada Brill.", "de", "Ada Brill", "sagte"),
    ("Ada Brill sagte: „Wir haben gewonnen.“", "de", "Ada Brill", "sagte"),
    ("« Nous avons gagné », a déclaré Ada Brill.", "fr", "Ada Brill", "déclaré"),
    ("«Hemos ganado», dijo Ada Brill.", "es", "Ada Brill", "dijo"),
    ("«Abbiamo vinto», ha detto Ada Brill.", "it", "Ada Brill", "detto"),
    ("“Ganhamos”, disse Ada Brill.", "pt", "Ada Brill", "disse"),
    ("“We hebben gewonnen”, zei Ada Brill.", "nl", "Ada Brill", "zei"),
  ])
  func `other languages have cues of their own`(
    text: String, language: String, speaker: String, cue: String
  ) {
    let found = quotes(text, language: language)
    #expect(found.map(\.speaker) == [speaker])
    #expect(found.map(\.cue) == [cue])
  }

  @Test func `what an attribution interrupts is one quote`() {
    #expect(
      quotes("“We won,” Brill said. “It was close.”").map(\.words)
        == ["“We won,” Brill said. “It was close.”"])
  }

  @Test(arguments: [
    "The so-called “Golden Gate” shop closed.", "Her novel “The Long Way” sold well.",
    "They sang “Hey You” in the rain.",
  ])
  func `scare quotes and titles are no speech`(text: String) {
    #expect(quotes(text) == [])
  }

  @Test(arguments: [
    ("Ada Brill said the plan would fail.", "the plan would fail", "Ada Brill", "said"),
    ("Ada Brill said that the plan would fail.", "that the plan would fail", "Ada Brill", "said"),
    ("Brill told reporters on Monday that it would fail.", "that it would fail", "Brill", "told"),
    ("The mayor promised to resign.", "to resign", "The mayor", "promised"),
    ("Voters asked whether it would rain.", "whether it would rain", "Voters", "asked"),
    ("Brill denied the charges in court.", "the charges", "Brill", "denied"),
    ("The plan would fail, Brill said.", "The plan would fail", "Brill", "said"),
    (
      "According to the union, half the staff will go.", "half the staff will go", "the union",
      "According to"
    ),
    (
      "Half the staff will go, according to the union.", "Half the staff will go", "the union",
      "according to"
    ),
    ("Brill warned of a hard winter.", "a hard winter", "Brill", "warned"),
  ])
  func `what a cue governs is reported speech`(
    text: String, words: String, speaker: String, cue: String
  ) {
    #expect(quotes(text) == [Said(words: words, speaker: speaker, cue: cue)])
  }

  @Test(arguments: [
    ("Brill said the plan was “a mess” from the start.", "the plan was “a mess” from the start"),
    ("The plan was “a mess,” Brill said.", "The plan was “a mess,”"),
    ("Brill called the plan “a mess.”", "the plan “a mess.”"),
  ])
  func `words quoted in a report make it mixed`(text: String, words: String) {
    let article = annotated(text, [.quotes])
    #expect(article.layers.quotes?.ranges.map { article.text[$0] } == [words])
    #expect(article.layers.quotes?.notes.map(\.kind) == [.mixed])
  }

  @Test func `a report ends where the sentence goes on to another`() {
    #expect(
      quotes("Brill said taxes would fall, adding that rents would rise.").map(\.words)
        == ["taxes would fall", "that rents would rise"])
  }

  @Test(arguments: [
    "The claims were old.", "The best-known singer left.", "They could find no trace of it.",
    "The report was thick.",
  ])
  func `nouns and mere possibilities are no cues`(text: String) {
    #expect(quotes(text) == [])
  }

  /// The names of those who are quoted, in order; `nil` for one whom the text does not name.
  private func names(_ string: String) -> [String?] {
    let article = annotated(string, [.quotes])
    return (article.layers.quotes?.notes ?? []).filter { $0.kind == .direct }.map(\.speakerName)
  }

  @Test(arguments: [
    ("Barack Obama spoke in Berlin. “We won,” Obama said.", "Barack Obama"),
    ("“We won,” Obama said. Barack Obama spoke in Berlin.", "Barack Obama"),
    ("Angela Merkel met Barack Obama in Berlin. “We won,” she said.", "Angela Merkel"),
    ("President Barack Obama praised Angela Merkel’s work. “We won,” he said.", "Barack Obama"),
    (
      "Angela Merkel, the chancellor, met Barack Obama in Paris. “We won,” the chancellor said.",
      "Angela Merkel"
    ),
    ("“We won,” said a spokesman for Angela Merkel.", nil),
    ("“We won,” police said.", nil),
    ("“We lost,” said the Berlin manager, Angela Merkel, in Berlin.", "Angela Merkel"),
    ("“We lost,” the Berlin manager said in Berlin.", nil),
  ])
  func `a speaker has the fullest name that the article gives`(text: String, name: String?) {
    #expect(names(text) == [name])
  }

  @Test(arguments: [
    "said that ", "he said, ", "The minister said no. ", "“a” said ", "Of Roe he said ", "Roe, ",
    "Roe, who ", "“A,” said Roe. ", "according to ", "said “",
    "Ada Brill, the mayor, said. He said. ",
    "and said ", "(said) ", "Roe: ",
  ])
  func `endless cues take time in proportion`(piece: String) {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    for language in ["en", "de"] { _ = annotated(text, [.quotes], language: language) }
  }

  @Test func `ranges of quotes lie inside the text, on boundaries and in order`() {
    let pieces = [
      "“", "”", "\"", "'", "„", "« ", " »", "Ada Brill", " said", " sagte", " that ", ", ", ". ",
      "\n\n", "é", "漢",
      " she ", "according to ", ": ", "— ", "the mayor ", "😀", "’s ", "(", ") ", "\u{301}",
    ]
    var state: UInt64 = 7
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      for language in ["en", "de", "fr"] {
        expectSound(annotated(text, [.quotes, .quoted, .entities], language: language))
      }
    }
  }

  private func expectSound(_ article: Article) {
    let text = article.text
    let quotes = article.layers.quotes
    let ranges = [
      article.layers.quoted ?? [], quotes?.ranges ?? [], article.layers.entities?.ranges ?? [],
    ]
    for layer in ranges {
      #expect(layer.allSatisfy { text.holds($0) && !$0.isEmpty })
      #expect(layer == layer.sorted())
    }
    for quote in quotes?.notes ?? [] {
      #expect(quote.speaker.map { text.holds($0) && !$0.isEmpty } ?? true)
      #expect(quote.cue.map { text.holds($0) && !$0.isEmpty } ?? true)
      #expect((0...1).contains(quote.confidence))
    }
  }
}
