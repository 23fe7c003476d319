import Testing

@testable import Annotating

@Suite struct SentenceTests {
  @Test(arguments: [
    "The vote passed.|Nobody cheered.",
    "Is it over?|It is!|We left.",
    "Dr. Amara Voss met Mr. Ferreira.|They spoke.",
    "The firm, Tolland Bros. Inc., grew.|It hired.",
    "She works for Tolland Inc.|The firm grew.",
    "He joined the U.S. Navy in May.",
    "He moved to the U.S.|He liked it.",
    "The train left at 6 p.m.|It was full.",
    "At 6 a.m. Mrs. Orr opened the doors.",
    "Pay rose 2.5 percent to $1.20 an hour.|Rents rose too.",
    "See No. 5 and p. 12 for more.",
    "His answer was no.|Hers was yes.",
    "\"We won.\"|She smiled.",
    "\"We won!\" said Ada Brill.",
    "\"Who won?\" Ada Brill asked.",
    "He said (we heard him.) that it was late.",
    "They came (all of them).|Then they left.",
    "Wait... what did you say?",
    "It never ended...|The crowd went home.",
    "Write to news@tolland.example or see https://tolland.example/a.b?c=d.|Thanks.",
    "J. R. R. Orr wrote it.|It sold well.",
    "The shop sold Qx. tools.|Then it closed.",
  ])
  func `English stops end sentences or do not`(text: String) { expectCut(text) }

  @Test func `a missing space does not hide a sentence`() {
    #expect(sentences(of: "It rained.Then it snowed.") == ["It rained.", "Then it snowed."])
  }

  @Test func `a line break ends a heading but not a wrapped line`() {
    #expect(sentences(of: "Rain ahead\n\nIt will rain.") == ["Rain ahead", "It will rain."])
    #expect(sentences(of: "It will rain in\nthe north.") == ["It will rain in\nthe north."])
  }

  @Test func `lists in one line are cut into their items`() {
    #expect(
      sentences(of: "1. Wash the rice 2. Boil it 3. Eat")
        == ["1. Wash the rice", "2. Boil it", "3. Eat"])
    #expect(sentences(of: "• Tea • Milk") == ["• Tea", "• Milk"])
  }
}
