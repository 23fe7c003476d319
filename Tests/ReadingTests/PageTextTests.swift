import Document
import Testing

@testable import Reading

/// What of news pages becomes text, and on which lines, one idea a case.
struct PageTextTests {
  private static let opening =
    "The ferry to Eastwick lands again, three years after the storm, the harbour board said."
  private static let ending =
    "Farmers, bakers and teachers had waited for it, and many of them came to see it arrive."

  private static func read(_ middle: String, _ below: String = "") -> Article? {
    let story = "<p>\(opening)</p>\(middle)<p>\(ending)</p>\(below)"
    return PageTests.read(Array("<html><body><div>\(story)</div></body></html>".utf8))
  }

  @Test(arguments: [
    (
      """
      <table><caption>Trips</caption><thead><tr><th></th><th>Trips</th><th>Boats</th></tr></thead>
      <tbody><tr><th>2024</th><td>120</td><td><p>3</p></td></tr>
      <tr><td>2025</td><td></td><td>2</td></tr></tbody></table>
      """, "\tTrips\tBoats\n2024\t120\t3\n2025\t\t2\n\n"
    ),
    (
      """
      <table><tr><th>Club</th><th>Points</th></tr><tr><td><a href='/e'>Eastwick Rovers</a></td><td>9</td></tr></table>
      """, "Club\tPoints\nEastwick Rovers\t9\n\n"
    ),
    // Other pages, side by side.
    (
      """
      <table><tr><td><a href='/'>Home</a></td><td><a href='/n'>News</a></td></tr>
      <tr><td><a href='/s'>Sport</a></td><td>More</td></tr></table>
      """, ""
    ),
    // One row lays out a page.
    (
      "<table><tr><td>Boats stay dry.</td><td>So do bakers.</td></tr></table>",
      "Boats stay dry.\n\nSo do bakers.\n\n"
    ),
    ("<pre>\nOne boat\n  two boats\n\nThree</pre>", "One boat\ntwo boats\n\nThree\n\n"),
    (
      """
      <pre>
      The harbour board said on Monday that the ferry would be
      back within a week, and that every boat would be checked
      before it leaves. Farmers, bakers and teachers had waited
      for it, and many of them came to see it arrive at noon.
      </pre>
      """,
      """
      The harbour board said on Monday that the ferry would be back within a week, and that every boat would be checked \
      before it leaves. Farmers, bakers and teachers had waited for it, and many of them came to see it arrive at noon.


      """
    ),
    ("<pre>See <a href='/a'>a\nb</a>\nnow</pre>", "See a\nb\nnow\n\n"),
  ])
  func `tables of data and preformatted words keep their lines`(_ html: String, _ text: String) {
    #expect(Self.read(html)?.text.string == "\(Self.opening)\n\n\(text)\(Self.ending)")
  }

  @Test func `links in preformatted words keep their ranges`() {
    let article = Self.read("<pre>See <a href='https://x.example/'>a\n b</a>\nnow</pre>")
    #expect(article?.layers.links?.ranges.map { article?.text[$0] } == ["a\n b"])
  }

  @Test(arguments: [
    "Follow Jane Roe on Twitter: @janeroe", "Follow @janeroe on X.", "Follow The Post on Facebook",
  ])
  func `who asks to be followed is no part of a story`(_ line: String) {
    #expect(Self.read("", "<p>\(line)</p>")?.text.string.hasSuffix(Self.ending) == true)
  }

  @Test(arguments: [
    ("(Reporting by Jane Roe in Lorenz and Ana Lim; Editing by Max Poe)", ["Jane Roe", "Ana Lim"]),
    (
      "Reporting by Jane Roe and Ana Lim in Lorenz, Bo Dahl. Editing by Max Poe.",
      ["Jane Roe", "Ana Lim", "Bo Dahl"]
    ),
    ("(Reporte de Jane Roe. Editado en español por Max Poe)", ["Jane Roe"]),
    ("(Bericht von Jane Roe, redigiert von Max Poe)", ["Jane Roe"]),
    ("Edited by: Max Poe", []), ("(Additional reporting by Max Poe)", []),
  ])
  func `the line that says who made a story is kept apart from it`(
    _ line: String, _ authors: [String]
  ) throws {
    let article = try #require(Self.read("", "<p>\(line)</p><p>Our standards are high.</p>"))
    #expect(article.text.string == "\(Self.opening)\n\n\(Self.ending)\n\nOur standards are high.")
    #expect(article.metadata.other?.value["credit"] == .string(line))
    #expect(article.metadata.authors?.value ?? [] == authors)
  }

  @Test(arguments: [
    "Reporting by the harbour board has shown that the ferry was safe.",
    "Reporting by Jane Roe has shown that the ferry was safe.",
    "Follow the ferry on its way and you will see how wide the harbour is.",
  ])
  func `sentences that begin like such lines stay`(_ line: String) {
    #expect(Self.read("", "<p>\(line)</p>")?.text.string.hasSuffix(line) == true)
  }
}
