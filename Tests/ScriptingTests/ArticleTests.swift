import Document
import Testing

@testable import Scripting

@Suite struct ArticleTests {
  /// Requires every layer.
  private func value(_ expression: String, _ type: String = "string") throws -> Value? {
    let layers = LayerKind.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    let found = try finding(
      analyzing(
        "return { x = \(expression) }",
        "requires = { \(layers) }, fields = { x = { type = \"\(type)\" } },"))
    if let error = found.error { throw error }
    return found.fields["x"]
  }

  @Test(arguments: [
    ("article.id", "harbour"), ("article.source", "harbour.txt"),
    ("article.title", "Port reopens"), ("article.headline.text", "Port reopens"),
    ("article.authors[2]", "Al Poe"), ("article.dateline.place", "ULM/BERN"),
    ("article.dateline.places[2]", "BERN"), ("article.dateline.date", "2025-03-03"),
    ("tostring(article.dateline.agency)", "nil"), ("tostring(article.url)", "nil"),
    ("article.language", "en-GB"), ("article.published", "2025-03-04"),
    ("article.metadata.desk", "trade"), ("article.text:sub(1, 8)", "The port"),
    ("article.sentences[2].text", "“We slept well,” said Ada Brandt."),
    ("article.sentences[3].text", "Fees fell 2%."), ("tostring(article.sentences[4])", "nil"),
    ("tostring(article.sentences[0])", "nil"),
    ("article.text:sub(article.sentences[3].first, article.sentences[3].last)", "Fees fell 2%."),
    ("article.sentences[1].place", "text"), ("article.headline.place", "title"),
    ("article.paragraphs[1].sentences[2].tokens[3].text", "well"),
    ("article.tokens[4].kind", "punctuation"), ("article.tokens[3].fold", "reopened"),
    ("article.tokens[3].stem", "reopen"), ("article.tokens[1].fold", "the"),
    ("article.quoted[1].text", "“We slept well,”"),
    ("article.quotes[1].speaker.text", "Ada Brandt"),
    ("article.quotes[1].speaker_name", "Ada Brandt"),
    ("article.quotes[1].cue.text", "said"), ("article.quotes[1].kind", "direct"),
    ("article.entities[1].label", "LOC"), ("article.entities[1].name", "Port of Ulm"),
    ("article.entities[1].kind", "site"), ("article.entities[1].country", "DE"),
    ("tostring(article.entities[2].kind)", "nil"),
    ("article.amounts[1].unit", "%"), ("article.amounts[1].kind", "percent"),
    ("article:layer('sentences')[1].text", "The port reopened."),
    ("article:layer('entities', {within = article.sentences[2]})[1].text", "Ada Brandt"),
    (
      "article:layer('sentences', {overlapping = {first = 18, last = 25}})[2].text",
      "“We slept well,” said Ada Brandt."
    ),
    ("article:nearest('entities', article.amounts[1]).text", "Ada Brandt"),
    ("article:nearest('entities', article.amounts[1], {label = 'LOC'}).text", "port"),
    ("tostring(article:nearest('entities', article.amounts[1], {label = 'ORG'}))", "nil"),
    ("article.scopes[1].kind", "headline"), ("article.scopes[1].text", "Port reopens"),
    ("article.scopes[1].place", "title"), ("article.scopes[2].kind", "body"),
    ("article:nearest('scopes', article.amounts[1], {kind = 'quote'}).text", "“We slept well,”"),
    ("article:slice(5, 17).text", "port reopened"),
    ("article:slice(article.sentences[2]).entities[1].text", "Ada Brandt"),
    ("article:slice(5, 17).tokens[2].text", "reopened"),
  ])
  func `an article answers`(expression: String, expected: String) throws {
    #expect(try value(expression) == .string(expected))
  }

  @Test(arguments: [
    ("#article.sentences", 3), ("#article.paragraphs[1].tokens", 7), ("article.word_count", 12),
    ("article.sentences[1].first", 1), ("article.sentences[1].last", 18),
    ("article.entities[2].number", 2), ("article.entities[2].index", 2),
    ("#article:layer('tokens', {within = article.sentences[2]})", 3),
    ("article.metadata.pages[2]", 2), ("#article.tags", 0),
  ])
  func `an article counts`(expression: String, expected: Int) throws {
    #expect(try value(expression, "integer") == .integer(Int64(expected)))
  }

  @Test func `sequences are walked by ipairs`() throws {
    let found = try finding(
      analyzing(
        """
        local words = {}
        for i, token in ipairs(article.tokens) do words[i] = token.text end
        return { words = words }
        """, "requires = { 'tokens' }, fields = { words = { type = 'list' } },"))
    #expect(found.error == nil)
    #expect(found.fields["words"] == ["The", "port", "reopened", ".", "We", "slept", "well"])
  }

  @Test func `words are counted by white space`() throws {
    for (text, count) in [
      ("", 0), ("  \n", 0), ("one", 1), ("a — b", 2), ("§ 5", 2), ("— … –", 0), ("état d'âme", 2),
      ("1,000 dogs - cats", 3), ("«ja»", 1),
    ] {
      let galley = Galley()
      galley.lay(Article(id: "", source: "", text: Text(text)))
      #expect(galley.wordCount == count, "\(text)")
    }
  }
}
