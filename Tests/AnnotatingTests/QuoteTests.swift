import Document
import Testing

@testable import Annotating

@Suite struct QuoteTests {
  @Test func `a participle without words of its own reports none`() {
    let said = quotes(
      in: "promising signs accelerated despite the fourth quarter year, private economists say.")
    #expect(said.map(\.speaker) == ["private economists"])
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
    let found = quotes(in: text)
    #expect(found.count == 1)
    #expect(found.first?.speaker == speaker)
    #expect(found.first?.cue == cue)
  }

  @Test func `what an attribution interrupts is one quote`() {
    #expect(
      quotes(in: "“We won,” Brill said. “It was close.”").map(\.words)
        == ["“We won,” Brill said. “It was close.”"])
  }

  @Test(arguments: [
    ("“It rains,” Brill said on “News Hour.” “It pours.”", 1), ("“One,” said Brill. “Two.”", 1),
    ("“It rains,” Brill said. “It pours,” she added.", 2),
  ])
  func `what follows an attribution belongs to it unless it has its own`(text: String, count: Int) {
    #expect(quotes(in: text).count == count)
  }

  @Test(arguments: [
    "The so-called “Golden Gate” shop closed.", "Her novel “The Long Way” sold well.",
    "They sang “Hey You” in the rain.",
  ])
  func `scare quotes and titles are no speech`(text: String) {
    #expect(quotes(in: text) == [])
  }

  @Test(
    arguments: [
      ("Ada Brill said the plan would fail.", "the plan would fail", "Ada Brill", "said"),
      ("Ada Brill said that the plan would fail.", "that the plan would fail", "Ada Brill", "said"),
      ("Brill told reporters on Monday that it would fail.", "that it would fail", "Brill", "told"),
      ("The mayor promised to resign.", "to resign", "The mayor", "promised"),
      ("Voters asked whether it would rain.", "whether it would rain", "Voters", "asked"),
      ("Brill denied the charges on Monday.", "the charges", "Brill", "denied"),
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
      ("Brill pointed out that it rained.", "that it rained", "Brill", "pointed"),
      ("The NFL legend said people misjudge him.", "people misjudge him", "The NFL legend", "said"),
      ("Support for him has grown, critics say.", "Support for him has grown", "critics", "say"),
      ("One in five say they would leave.", "they would leave", "One in five", "say"),
      ("The talks are expected to fail.", "The talks are expected to fail", nil, "expected"),
      ("Brill was accused by Roe of lying.", "Brill was accused by Roe of lying", "Roe", "accused"),
      ("The plan seems dead for now.", "The plan seems dead for now", nil, "seems"),
      ("Brill was told that it failed.", "that it failed", nil, "told"),
      ("Asked whether it would rain, Brill left.", "whether it would rain", nil, "Asked"),
      ("Roe dropped his claim that it rained.", "that it rained", "his", "claim"),
      ("Brill voiced opposition to the merger.", "the merger", "Brill", "opposition"),
      ("Brill pledged Monday to leave.", "to leave", "Brill", "pledged"),
      ("Brill called herself a friend of trams.", "herself a friend of trams", "Brill", "called"),
      ("Brill is confident that it will rain.", "that it will rain", "Brill", "confident"),
      ("When Brill said it rained, the dog left.", "it rained", "Brill", "said"),
      (
        "They left a probe the agency said was over.", "a probe the agency said was over",
        "the agency", "said"
      ),
      ("He hired Roe, whom he called a friend.", "whom he called a friend", "he", "called"),
      ("Brill Defends Her Plan for Fewer Trams", "Her Plan for Fewer Trams", "Brill", "Defends"),
      ("Brill urged the council to wait.", "the council to wait", "Brill", "urged"),
      ("Brill called for the vote to be held.", "the vote to be held", "Brill", "called"),
      ("Brill vowed not to resign.", "not to resign", "Brill", "vowed"),
      ("As Brill noted, the plan failed.", "the plan failed", "Brill", "noted"),
      ("The plan has failed, as Brill said.", "The plan has failed", "Brill", "said"),
      ("As reported by the Gazette, rents rose.", "rents rose", "the Gazette", "reported"),
      ("Noting that it rained, Brill left.", "that it rained", "Brill", "Noting"),
      (
        "Over the years, Brill said, rents rose.", "Over the years, Brill said, rents rose",
        "Brill", "said"
      ),
      ("Brill, who said it rained, later left town.", "it rained", "who", "said"),
      (
        "Rents will rise, an adviser to Brill said.", "Rents will rise", "an adviser to Brill",
        "said"
      ),
      ("Brill has since said that it rained.", "that it rained", "Brill", "said"),
      (
        "Brill said that in May, rents would rise.", "that in May, rents would rise", "Brill",
        "said"
      ),
      (
        "Brill praised the trams, buses and trains.", "the trams, buses and trains", "Brill",
        "praised"
      ),
      ("Brill denounced the plan in a statement.", "the plan", "Brill", "denounced"),
      (
        "The plan reportedly failed in May.", "The plan reportedly failed in May", nil, "reportedly"
      ),
      (
        "In a Gazette poll last month, the mayor led by ten points.", "the mayor led by ten points",
        "a Gazette poll", "poll"
      ),
      (
        "Members of the old guard seemed tired of it.",
        "Members of the old guard seemed tired of it",
        nil, "seemed"
      ),
    ] as [(String, String, String?, String)])
  func `what a cue governs is reported speech`(
    text: String, words: String, speaker: String?, cue: String
  ) {
    #expect(quotes(in: text) == [Said(words: words, speaker: speaker, cue: cue)])
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

  @Test(arguments: [
    (
      "Brill said taxes would fall, adding that rents would rise.",
      ["taxes would fall", "that rents would rise"]
    ),
    (
      "Brill called the plan “a mess” and accused Roe of “sloth.”",
      ["the plan “a mess”", "Roe of “sloth.”"]
    ),
    (
      "Brill said the plan was “a mess” in an interview with the Gazette.",
      ["the plan was “a mess”"]
    ),
    ("Brill said the plan was “a mess” – the third in a row.", ["the plan was “a mess”"]),
    ("Brill said the trams were new, a first.", ["the trams were new"]),
    ("Brill vowed to leave the town, but he stayed.", ["to leave the town"]),
    (
      "Brill said the plan was “a mess” and Roe called it “a dud.”",
      ["the plan was “a mess”", "it “a dud.”"]
    ),
  ])
  func `a report ends where the sentence goes on to something else`(
    text: String, words: [String]
  ) {
    #expect(quotes(in: text).map(\.words) == words)
  }

  @Test(arguments: [
    ("In other words, Brill said, “it is over.”", "In other words, Brill said, “it is over.”"),
    ("On Monday, Brill said, “It is over.”", "“It is over.”"),
  ])
  func `a small letter shows that quoted words go on with a sentence`(text: String, words: String) {
    #expect(quotes(in: text).map(\.words) == [words])
  }

  @Test(arguments: [
    ("Brill said she was sorry. “It was my fault.”", "she was sorry. “It was my fault.”"),
    ("Firms are parts of towns, Brill said: “They owe us.”", nil),
    (
      "By the end of May, “it is over for us,” Brill said.",
      "By the end of May, “it is over for us,”"
    ),
    ("Trade was “stagnant” for years, Brill said.", "Trade was “stagnant” for years"),
  ])
  func `words of the writer's that quoted ones go on with were said, too`(
    text: String, words: String?
  ) {
    let article = annotated(text, [.quotes])
    #expect(article.layers.quotes?.ranges.map { article.text[$0] } == [words ?? text])
    #expect(article.layers.quotes?.notes.map(\.kind) == [.mixed])
  }

  @Test(arguments: [
    ("Brill cited an April summit in the north.", "an April summit in the north"),
    ("Brill criticized the plan earlier this week.", "the plan"),
    ("Brill rejected the plan because it cost too much.", "the plan because it cost too much"),
    ("Brill defended her server while she was mayor.", "her server while she was mayor"),
    (
      "Brill praised several trams, including the old ones.",
      "several trams, including the old ones"
    ),
    ("Brill rejected a so-called tram.", "a so-called tram"),
  ])
  func `what a noun phrase takes along belongs to it`(text: String, words: String) {
    #expect(quotes(in: text).map(\.words) == [words])
  }

  @Test(arguments: [
    ("Trams, Brill predicted, would come to them.", "Brill", "predicted"),
    ("If it rains, Brill suggested in a tweet, trams will stop.", "Brill", "suggested"),
  ])
  func `a cue stands amid what was said`(text: String, speaker: String, cue: String) {
    let whole = String(text.dropLast())
    #expect(quotes(in: text) == [Said(words: whole, speaker: speaker, cue: cue)])
  }

  @Test(
    arguments: [
      ("Brill made it clear that it would rain.", "that it would rain", "Brill", "made it clear"),
      ("Brill would like to leave the town.", "to leave the town", "Brill", "like"),
      ("Brill did not respond to a request for it.", "a request for it", "Brill", "respond"),
      ("Brill renewed her attacks on the trams.", "the trams", "her", "attacks"),
      ("I think the trams are late.", "the trams are late", "I", "think"),
      ("Files from the firm show that it failed.", "that it failed", "Files from the firm", "show"),
      ("She infamously referred to trams as pests.", "trams as pests", "She", "referred"),
      ("The mayor is favored to win again.", "The mayor is favored to win again", nil, "favored"),
      (
        "The mayor was leading in a new Gazette poll.", "The mayor was leading",
        "a new Gazette poll", "poll"
      ),
      (
        "A poll shows Brill leading Roe, with many unsure.", "Brill leading Roe, with many unsure",
        "A poll", "shows"
      ),
    ] as [(String, String, String?, String)])
  func `frames beyond the plain ones`(text: String, words: String, speaker: String?, cue: String) {
    #expect(quotes(in: text) == [Said(words: words, speaker: speaker, cue: cue)])
  }

  @Test func `titles of programmes are no quotes, nor do they end what was said`() {
    #expect(
      quotes(in: "Brill told “News Hour” on Monday that the plan was dead.").map(\.words)
        == ["that the plan was dead"])
    #expect(quotes(in: "Brill spoke on “News Hour.” It rained.") == [])
  }

  @Test(arguments: [
    "The claims were old.", "The jobs report has cleared the way.", "A: I did not mean to do it.",
    "A claim that began in May ended.", "The best-known singer left.",
    "They could find no trace of it.",
    "The report was thick.", "Editor's note: The trams were late.", "He left in order to rest.",
    "Brill responded to a call.", "The attack on the town failed.",
    "Brill maintained a lead of ten points.",
  ])
  func `nouns and mere possibilities are no cues`(text: String) {
    #expect(quotes(in: text) == [])
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
