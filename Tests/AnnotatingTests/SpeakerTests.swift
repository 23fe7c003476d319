import Document
import Testing

@testable import Annotating

@Suite struct SpeakerTests {
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
    ("Acme Corp. opened a plant. “We hire,” the company said.", "Acme Corp."),
    ("Acme Corp. opened a plant. It said wages would rise.", "Acme Corp."),
    ("“We hire,” the company said.", nil),
  ])
  func `a company has the name of the organisation before`(text: String, name: String?) {
    let notes = annotated(text, [.quotes]).layers.quotes?.notes
    #expect(notes?.map(\.speakerName) == [name])
  }

  @Test(arguments: [
    ("“We won,” said Jane Roe, the finance minister.", "the finance minister"),
    ("“We won,” said Jane Roe, 45, a spokeswoman for the union.", "a spokeswoman for the union"),
    ("Finance Minister Jane Roe said taxes would fall.", "Finance Minister"),
    ("“We won,” said the manager, Jane Roe.", "the manager"),
    ("Jane Roe, the mayor, met nobody on Monday. “We won,” Roe said.", "the mayor"),
    ("“We won,” said a spokesman for the bank.", "a spokesman for the bank"),
    ("According to Professor Jane Roe, taxes would fall.", "Professor"),
    ("“We won,” according to Mayor Jane Roe.", "Mayor"),
    ("“We won,” said Mr. Roe.", nil), ("“We won,” police said.", nil),
  ])
  func `a speaker has the role that the article gives`(text: String, role: String?) {
    let article = annotated(text, [.quotes])
    #expect(article.layers.quotes?.notes.map { $0.role.map { article.text[$0] } } == [role])
  }

  @Test(arguments: [
    (
      "Jane Roe met the press. A spokesman issued a statement Friday, saying the plan had failed.",
      "A spokesman"
    ),
    (
      "Roe resigned over his ties amid the agency's claim that the plan had failed.",
      "the agency"
    ),
    ("The judge added a footnote that said the plan had failed in court.", "a footnote"),
    ("Jane Roe said in an interview with the Harbour Post that she'd resign in May.", "Jane Roe"),
  ])
  func `a speaker's phrase has no more than who spoke`(text: String, speaker: String) {
    #expect(quotes(in: text).map(\.speaker) == [speaker])
  }

  @Test(arguments: [
    ("Roe: The bridge closes on Monday\n\nMayor Jane Roe spoke in the harbour.", ["Roe"]),
    ("Oregon: Family leave has been expanded to two weeks.", []),
    ("Local: Guns and family leave are in the new laws.", []),
  ])
  func `a label speaks where it names somebody`(text: String, speakers: [String]) {
    #expect(quotes(in: text).map(\.speaker) == speakers)
  }

  @Test func `what somebody owns is no cue`() {
    let text = "Jane Roe called her client's answers “brilliant and very brave” on Monday."
    #expect(!quotes(in: text).map(\.speaker).contains("her client"))
  }

  @Test func `a name is not written as its dateline has it`() {
    let article = annotated("SEOUL (AP) — Rain fell. Seoul said the plan had failed.", [.quotes])
    #expect(article.layers.quotes?.notes.map(\.speakerName) == ["Seoul"])
  }

  @Test func `a dateline is no speaker`() {
    let text =
      "HARLAN FALLS (Wire) — An engineer warned in writing that it leaked, and said so twice."
    #expect(quotes(in: text).map(\.speaker) == ["An engineer"])
  }

  @Test func `nobody says a dateline`() {
    var article = Article(
      id: "t", source: "t", text: "LORENZ (Wire) — The dam leaks, Roe said. It may burst, he said.")
    article.metadata.language = Sourced("en", from: "test")
    article.metadata.dateline = Sourced(
      Dateline(places: ["LORENZ"], agency: "Wire", range: TextRange(0, 18)), from: "test")
    Annotator().annotate(&article, with: [.quotes])
    #expect(
      article.layers.quotes?.ranges.map { article.text[$0] } == ["The dam leaks", "It may burst"])
  }

  @Test(
    arguments: [
      ("“We won,” Roe said.", .neutral), ("Roe claimed that it rained.", .claiming),
      ("Roe admitted that it rained.", .conceding), ("Roe denied the charges.", .denying),
      ("Roe doubts that it rained.", .doubting), ("Roe stressed that it rained.", .stressing),
      ("Roe warned of rain.", .warning), ("Roe vowed to leave.", .promising),
      ("Roe praised the plan.", .praising), ("Roe slammed the plan.", .blaming),
      ("Roe dropped his claim that it rained.", .claiming), ("Roe: “We won the vote.”", nil),
    ] as [(String, Quote.Stance?)])
  func `a cue has a stance`(text: String, stance: Quote.Stance?) {
    #expect(annotated(text, [.quotes]).layers.quotes?.notes.map(\.stance) == [stance])
  }

  @Test(arguments: [
    ("„Wir gehen“, behauptete Roe.", "de", Quote.Stance.claiming),
    ("« Nous partons », a admis Jane Roe.", "fr", .conceding),
    ("«Nos vamos», advirtió Jane Roe.", "es", .warning),
  ])
  func `other languages have stances, too`(text: String, language: String, stance: Quote.Stance) {
    let article = annotated(text, [.quotes], language: language)
    #expect(article.layers.quotes?.notes.map(\.stance) == [stance])
  }
}
