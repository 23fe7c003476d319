import Document
import Testing

@testable import Annotating

@Suite struct QuotedTextTests {
  private func quoted(_ string: String, language: String = "en") -> [String] {
    let article = annotated(string, [.quoted], language: language)
    return (article.layers.quoted ?? []).map { article.text[$0] }
  }

  @Test(arguments: [
    ("\"Go,\" she said. \"Now.\"", ["\"Go,\"", "\"Now.\""]),
    ("“Go,” she said.", ["“Go,”"]),
    ("‘Go now,’ she said.", ["‘Go now,’"]),
    ("'Go now,' she said.", ["'Go now,'"]),
    ("''Go now,'' she said.", ["''Go now,''"]),
    ("``Go now,'' she said.", ["``Go now,''"]),
    ("„Geh“, sagte sie.", ["„Geh“"]),
    ("‚Geh‘, sagte sie.", ["‚Geh‘"]),
    ("»Geh«, sagte sie.", ["»Geh«"]),
    ("« Va », dit-elle.", ["« Va »"]),
    ("«Va», disse.", ["«Va»"]),
    ("‹Va›, dit-elle.", ["‹Va›"]),
    ("「行け」と言った。", ["「行け」"]),
  ])
  func `every kind of mark pairs with its own`(text: String, expected: [String]) {
    #expect(quoted(text) == expected)
  }

  @Test(arguments: [
    "It's the workers' own fault, isn't it?", "The '90s were rock 'n' roll.",
    "A 6\" pipe and a 3' board.", "Nobody said “that and went home.", "He said that” and left.",
    "The dogs’ bowls and the cats’ beds",
  ])
  func `apostrophes and marks without a partner quote nothing`(text: String) {
    #expect(quoted(text) == [])
  }

  @Test func `a possessive does not close what single marks opened`() {
    #expect(quoted("‘The workers’ rights matter,’ he said.") == ["‘The workers’ rights matter,’"])
  }

  @Test func `what is quoted within a quotation belongs to it`() {
    #expect(quoted("“He said ‘no’ twice,” she said.") == ["“He said ‘no’ twice,”"])
    #expect(quoted("\"It’s not “fair” at all,\" she said.") == ["\"It’s not “fair” at all,\""])
  }

  @Test func `a quotation goes on over paragraphs that repeat its opening mark`() {
    #expect(
      quoted("She said: “One.\n\n“Two.\n\n“Three.”\n\nHe left.")
        == ["“One.\n\n“Two.\n\n“Three.”"])
    #expect(quoted("« Un.\n\n» Deux. »") == ["« Un.\n\n» Deux. »"])
    #expect(quoted("“One.\n\nTwo.” He left.") == ["“One.\n\nTwo.”"])
  }

  @Test func `a mark left open ends with its paragraph`() {
    #expect(quoted("“One, she said.\n\n“Two,” he said. “Three.”").last == "“Three.”")
    #expect(quoted("A stray “ mark.\n\nNone here.\n\nNor here.\n\nHe said “no”.") == ["“no”"])
  }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: ["\"", "“", "'", "‘", "«", "„", "\" ", "“ ” ", "'s ", "\n\n“", "(", "“a ‘b "])
  func `adversarial marks take time in proportion`(piece: String) {
    // A quadratic scan of a million marks would not end within the test's patience.
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    #expect(annotated(text, [.quoted]).layers.quoted != nil)
  }
}
