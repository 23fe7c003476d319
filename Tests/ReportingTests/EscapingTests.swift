import Document
import Testing

@testable import Reporting

@Suite struct EscapingTests {
  @Test(arguments: [
    ("plain, with ümlaut and 漢字", "plain, with ümlaut and 漢字"),
    ("\u{1B}]0;owned\u{07}", "␛]0;owned␇"), ("\u{9B}2J\u{7F}", "\u{FFFD}2J␡"),
    ("a\u{202E}b\u{2066}c", "a\u{FFFD}b\u{FFFD}c"), ("two\r\n lines\tand", "two lines and"),
    ("\u{2028}", "\u{FFFD}"), ("\u{0}", "␀"),
  ])
  func `nothing that a terminal would obey is printed`(text: String, printed: String) {
    #expect(Printable.string(text) == printed)
  }

  @Test(arguments: [
    (1234567.0, "1,234,567"), (-0.8126, "-0.8126"), (0.5, "0.5"), (0, "0"), (100, "100"),
    (0.00001, "1e-05"), (999.99996, "1,000"), (1e300, "1e+300"), (.infinity, "–"),
  ])
  func `a number is shown as people read it`(number: Double, shown: String) {
    #expect(Figures.shown(number) == shown)
  }

  @Test(arguments: [
    ("tone, −1…1", -1.0...1.0), ("share of words, 0 to 1", 0...1), ("a score (0..100).", 0...100),
  ])
  func `a field's description gives its scale`(doc: String, scale: ClosedRange<Double>) {
    #expect(FieldDescription(name: "f", type: .number, merge: .mean, doc: doc).scale == scale)
  }

  @Test(arguments: ["from left to right", "words…", "10…20", ""])
  func `a description without a scale gives none`(doc: String) {
    #expect(FieldDescription(name: "f", type: .number, merge: .mean, doc: doc).scale == nil)
  }

  @Test(arguments: [
    ("One two three four five.", "three", 10, "One two ", " four"),
    ("First.\n\nOne two.\n\nLast.", "One", 50, "", " two."),
    ("鯨が港に来た。", "港", 6, "鯨が", "に来"),
  ])
  func `a context ends at words and paragraphs`(
    text: String, words: String, radius: Int, before: String, after: String
  ) throws {
    let utf8 = Array(text.utf8)
    let start = try #require(utf8.indices.first { utf8[$0...].starts(with: words.utf8) })
    let range = TextRange(start, start + words.utf8.count)
    let context = try #require(Context(of: range, in: Text(text), radius: radius))
    #expect(context.before == before)
    #expect(context.words == words)
    #expect(context.after == after)
  }

  @Test func `of a page of marked words the beginning is kept`() throws {
    let text = Text(String(repeating: "é", count: 5000))
    let context = try #require(Context(of: TextRange(0, 9000), in: text, radius: 10))
    #expect(context.words == String(repeating: "é", count: 500) + "…")
  }

  @Test func `a range outside the text has no context`() {
    #expect(Context(of: TextRange(2, 9), in: "short", radius: 9) == nil)
    #expect(Context(of: TextRange(1, 2), in: "é", radius: 9) == nil)
  }
}
