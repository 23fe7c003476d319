import Document
import Testing

@testable import Annotating

/// Texts that make scanners look back or ahead again and again keep the promises of offsets too. How time grows with
/// them is for the benchmark `adversarial` to say.
@Suite struct AdversarialTests {
  private static let units = [
    "word ", "🇩", "a\n", "\"word ", "(word ", ".)", ". ", ".", "a'", "aa.bb.", "a@", "aa@bb",
    "Mr. ", "A.", "A. B. ",
    "\u{301}", "👩\u{200D}", "1,2", "12 ", "123 ", "twenty ", "two-", "million ", "1 million ",
    "two hundred and ",
    "1. a ", "• ", "漢字。", "漢", "ไทย", " ", "\n", "http://", "http://a(", ":-)", ":", "May ",
    "May 1, ",
    "Monday, ", "1/1/2000 10:10 ", "?", "? ", "a! ", "word. word ", "- ", "_", "5 pounds ", "«a ",
    "\0\u{1}", "\u{2029}",
  ]

  @Test(arguments: units)
  func `long runs of one thing are covered by tokens in sentences`(unit: String) {
    let article = annotated(
      String(repeating: unit, count: 2_000), [.paragraphs, .sentences, .tokens, .amounts, .dates])
    let tokens = article.layers.tokens?.ranges ?? []
    let sentences = article.layers.sentences ?? []
    #expect(tokens.allSatisfy(article.text.holds) && sentences.allSatisfy(article.text.holds))
    var sentence = 0
    for token in tokens {
      while sentence < sentences.count, sentences[sentence].upper <= token.lower { sentence += 1 }
      #expect(sentence < sentences.count && sentences[sentence].contains(token))
    }
  }
}
