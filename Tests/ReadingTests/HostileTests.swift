import Document
import Testing

@testable import Reading

/// Inputs made to break readers. Each must end soon, in one outcome, in valid text; the suite's time limit is the check.
@Suite(.timeLimit(.minutes(5)))
struct HostileTests {
  struct Input: CustomTestStringConvertible, Sendable {
    let name: String
    let codes: [String]
    let bytes: @Sendable () -> [UInt8]

    init(_ name: String, _ codes: [String] = ["ok"], _ text: @escaping @Sendable () -> String) {
      self.name = name
      self.codes = codes
      bytes = { Array(text().utf8) }
    }

    var testDescription: String { name }
  }

  static let inputs = [
    Input("one long word.txt") { String(repeating: "x", count: 300_000) },
    Input("many short lines.txt") { String(repeating: "a\n", count: 60_000) },
    Input("many paragraphs.txt") { String(repeating: "Ab.\n\n", count: 40_000) },
    Input("spaces in a line.txt") { "a" + String(repeating: " ", count: 300_000) + "b" },
    Input("lines of spaces.txt") {
      String(repeating: String(repeating: " ", count: 500) + "\n", count: 300) + "x"
    },
    Input("brackets.txt") { String(repeating: "(\"[{", count: 40_000) },
    Input("regional indicators.txt") { String(repeating: "🇩🇪", count: 20_000) },
    Input("marks in disorder.txt") { "a" + String(repeating: "\u{301}\u{323}", count: 40_000) },
    Input("marks in two runs.txt") {
      "a" + String(repeating: "\u{301}", count: 40_000)
        + String(repeating: "\u{323}", count: 40_000)
    },
    Input("byline without end.txt") { "T\n\nBy " + String(repeating: "Aa and ", count: 20_000) },
    Input("places without end.txt") { String(repeating: "PARIS/", count: 20_000) + " - The" },
    Input("trailing figures.txt") { "word." + String(repeating: "1", count: 100_000) },
    Input("nothing but NUL.txt", ["empty"]) { String(repeating: "\0", count: 1000) },
    Input("only a mark.txt", ["empty"]) { "\u{FEFF}" },
    Input("invisible.txt", ["empty"]) { "\u{FEFF}\u{200B}\u{A0}\u{2028}" },
    Input("mostly controls.txt", ["binary"]) { String(repeating: "\u{1}\u{2}a", count: 400) },
    Input("some controls.txt", ["binary"]) { String(repeating: "Rain\u{2}fell.\u{7}", count: 400) },
    Input("escapes.json") {
      #"{"title":"t","text":""# + String(repeating: #"\u0041"#, count: 60_000) + #""}"#
    },
    Input("members.json") {
      #"{"text":"x""# + (0..<20_000).map { #","k\#($0)":1"# }.joined() + "}"
    },
    Input("brackets.md") { String(repeating: "[", count: 60_000) },
    Input("images.md") { String(repeating: "![[]()", count: 20_000) },
    Input("quotes.md") { String(repeating: "> ", count: 20_000) + "x" },
    Input("emphasis.md") { String(repeating: "*a_ ", count: 20_000) },
    Input("table.md") {
      String(repeating: "|", count: 30_000) + "\n" + String(repeating: "|-", count: 30_000)
    },
    Input("addresses.md") { String(repeating: "a@", count: 30_000) },
    Input("footnotes.md") { String(repeating: "x[^a]", count: 400) + "\n\n[^a]: [^a]" },
    Input("code.md") { (0..<600).map { String(repeating: "`", count: $0) + " " }.joined() },
    Input("divisions.html") { String(repeating: "<div>", count: 50_000) + "Words." },
    Input("formatting.html") { String(repeating: "<b><i><a>x</b>", count: 20_000) },
    Input("cells.html") { String(repeating: "<table><tr><td>x", count: 5_000) },
    Input("attributes.html") {
      "<p " + (0..<20_000).map { "a\($0)='&amp;' class=\"x\($0)\" " }.joined() + ">Words."
    },
    Input("authors.html") {
      "<p>Words." + String(repeating: "<p><a rel=author>Jane Roe</a>", count: 10_000)
    },
    Input("bylines.html") { String(repeating: "<span class=byline>By ", count: 10_000) + "x" },
    Input("linked data cut short.html") {
      #"<script type="application/ld+json">{"@type":"NewsArticle","author":["#
        + String(repeating: #"{"name":"a"},"#, count: 20_000) + "</script><p>Words."
    },
    Input("linked data too deep.html") {
      "<script type=\"application/ld+json\">" + String(repeating: "[", count: 50_000)
        + "</script><p>Words."
    },
    Input("address.html") {
      "<base href='http://a/'><p>Words fell. <a href='" + String(repeating: "../", count: 50_000)
        + "'>Words</a>"
    },
    Input("package.xml") {
      "<packageItem>"
        + String(repeating: "<itemRef href=\"x\"><title>T</title></itemRef>", count: 5_000)
    },
    Input("open quotation.html") { String(repeating: "<p title=\"x>Words", count: 10_000) },
    Input("comments.html") { String(repeating: "<!--", count: 30_000) + "><p>Words." },
    Input("declarations.html") { String(repeating: "<!DOCTYPE", count: 20_000) + "><p>Words." },
    Input("scripts.html") { "<p>Words." + String(repeating: "<script>", count: 20_000) },
    Input("references.html") {
      "<p>x" + String(repeating: "&#x110000;&amp&notanentity", count: 10_000)
    },
    Input("end tags.html") {
      String(repeating: "<p>", count: 300) + String(repeating: "</i></td></x>", count: 20_000)
        + "Words."
    },
    Input("deep.xml") { "<rss>" + String(repeating: "<item>", count: 20_000) + "Words" },
    Input("namespaces.xml") {
      "<rss><item " + (0..<5_000).map { "xmlns:a\($0)='b\($0)' " }.joined()
        + "><title>Words</title></item></rss>"
    },
    Input("namespaces of many elements.xml") {
      "<rss " + (0..<50_000).map { "xmlns:a\($0)='b' " }.joined() + "><item><title>Words</title>"
        + String(repeating: "<x></x>", count: 10_000) + "</item></rss>"
    },
    Input("entities.xml", ["xml"]) {
      "<!DOCTYPE x [<!ENTITY a \"" + String(repeating: "a", count: 50_000)
        + "\">]><rss><item>&a;</item></rss>"
    },
    Input("tags that cross.xml") { "<rss><item>" + String(repeating: "<a><b></a>", count: 20_000) },
    Input("deep front matter.md") {
      "---\n" + (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined() + "---\nx"
    },
    Input("wide front matter.md") { "---\n" + String(repeating: "- ", count: 10_000) + "\n---\nx" },
  ]

  @Test(arguments: [
    ("- a\n", 1_100_000), ("*a* ", 1_100_000), ("[a] b\n\n", 1_000_000), ("|a|b\n", 600_000),
  ])
  func `Markdown of so many pieces that a parser would take all memory is plain text`(
    _ piece: String, _ count: Int
  ) {
    for (part, isExcessive) in [(1, true), (2_500, false)] {
      let text = Array(String(repeating: piece, count: count / part).utf8)
      #expect(text.withUnsafeBufferPointer(Intricacy.isExcessive) == isExcessive)
    }
  }

  @Test(arguments: inputs)
  func `hostile input is read or refused, once and soon`(_ input: Input) {
    var codes: [String] = []
    Reader().read(input.bytes(), source: input.name) { result in
      codes.append(RecordTests.code(result))
      guard case .success(let article) = result else { return }
      #expect(String(validating: article.text.utf8, as: UTF8.self) != nil)
      for range in article.layers.links?.ranges ?? [] { #expect(article.text.holds(range)) }
    }
    #expect(codes == input.codes)
  }

  @Test func `random bytes are read or refused, whatever their name`() {
    var random = SplitMix(state: 7)
    for round in 0..<6000 {
      let bytes = (0..<Int(random.next() % 60)).map { _ in
        Self.alphabet[Int(random.next() % UInt64(Self.alphabet.count))]
      }
      let name = ["a.txt", "a.md", "a.json", "a.jsonl", "a.html", "a.xml"][round % 6]
      Reader().read(bytes, source: name) { result in
        guard case .success(let article) = result else { return }
        guard String(validating: article.text.utf8, as: UTF8.self) == nil else { return }
        Issue.record("\(name): \(bytes)")
      }
    }
  }

  /// Bytes that mean something to one of the readers.
  private static let alphabet =
    Array("{}[]\":,\\u-—–#*_`>|&;<!=?()@.'12 \n\r\tPARISby-AP/é“”".utf8)
    + [0, 0x1B, 0x80, 0x9B, 0xC0, 0xE2, 0xED, 0xF0, 0xFE, 0xFF]
}

/// A small generator of numbers that are the same in every run.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
