import Document
import Testing

@testable import Annotating

@Suite struct TokenTests {
  @Test(arguments: [
    ("The mayor's plan didn't pass.", "The|mayor|'s|plan|didn't|pass|."),
    ("It's Orr’s.", "It's|Orr|’s|."),
    ("Mr. Orr of the U.S. left", "Mr.|Orr|of|the|U.S.|left"),
    ("$1,234.50, up 2.5%", "$|1,234.50|,|up|2.5|%"),
    ("a two-year-old", "a|two|-|year|-|old"),
    ("See www.orr.example/a_(b), or orr.com.", "See|www.orr.example/a_(b)|,|or|orr.com|."),
    ("mail jo.orr+x@mail.example.", "mail|jo.orr+x@mail.example|."),
    ("#Vote2024 @jo_orr #5", "#Vote2024|@jo_orr|#|5"),
    ("Wait... what?!", "Wait|...|what|?!"),
    ("5p.m. 10:30 1990s 3rd .5", "5|p.m.|10:30|1990s|3rd|.5"),
    ("👩‍👩‍👧🇩🇪🇫🇷 ✊🏽 :-)", "👩‍👩‍👧|🇩🇪|🇫🇷|✊🏽|:-)"),
    ("naïve Zürich’s", "naïve|Zürich|’s"),
    ("漢字とカタカナ。", "漢字|と|カタカナ|。"),
    ("สวัสดีชาวโลก", "สวัสดี|ชาว|โลก"),
  ])
  func `texts fall into tokens`(text: String, expected: String) {
    #expect(tokens(of: text).joined(separator: "|") == expected)
  }

  @Test func `French and Italian articles stand apart`() {
    #expect(tokens(of: "l’homme aujourd'hui", language: "fr") == ["l’", "homme", "aujourd'hui"])
    #expect(tokens(of: "dell'arte", language: "it") == ["dell'", "arte"])
  }

  @Test func `each token has its kind`() {
    let article = annotated("We paid $5 at orr.com, jo@orr.com #hi @jo 😀", [.tokens])
    #expect(
      article.layers.tokens?.notes == [
        .word, .word, .symbol, .number, .word, .url, .punctuation, .email, .hashtag, .handle,
        .emoji,
      ])
  }
}
