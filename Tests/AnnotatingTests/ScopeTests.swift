import Document
import Testing

@testable import Annotating

@Suite struct ScopeTests {
  /// The words of the scopes of a kind.
  private static func words(_ kind: Scope.Kind, of article: Article) -> [String] {
    let scopes = article.layers.scopes ?? Layer()
    return zip(scopes.ranges, scopes.notes).filter { $0.1.kind == kind }.map { range, scope in
      (scope.place == .title ? article.title : article.text)[range]
    }
  }

  private static let story = """
    FILE - The ferry at Eastwick in March.

    EASTWICK (Northwire) — The ferry “Ada” lands again.

    “We waited,” said Orr. “It came.”

    Correction: An earlier headline had the wrong year.
    """

  @Test func `a story is cut by the roles of its parts`() {
    var article = Article(id: "a", source: "a", text: Text(Self.story))
    article.metadata.title = Sourced("Ferry lands", from: "test")
    article.metadata.language = Sourced("en", from: "test")
    Annotator().annotate(&article, with: [.scopes])
    let lead = "EASTWICK (Northwire) — The ferry “Ada” lands again."
    let rest = "“We waited,” said Orr. “It came.”"
    #expect(Self.words(.headline, of: article) == ["Ferry lands"])
    #expect(Self.words(.lead, of: article) == [lead])
    #expect(Self.words(.body, of: article) == ["\(lead)\n\n\(rest)"])
    #expect(Self.words(.quote, of: article) == ["“Ada”", "“We waited,”", "“It came.”"])
    #expect(
      Self.words(.unquoted, of: article) == [
        "EASTWICK (Northwire) — The ferry", "lands again.", "said Orr.",
      ])
    #expect(Self.words(.caption, of: article) == ["FILE - The ferry at Eastwick in March."])
    #expect(
      Self.words(.correction, of: article) == [
        "Correction: An earlier headline had the wrong year."
      ]
    )
  }

  @Test func `what the markup says goes before the words`() {
    let text: Text = "Rain fell.\n\nThe storm\n\nWe slept.\n\nThey sailed."
    var article = Article(id: "a", source: "a", text: text)
    var marked = Layer<Scope.Kind>()
    marked.append(TextRange(12, 21), .heading)
    marked.append(TextRange(23, 32), .quote)
    article.layers.marked = marked
    Annotator().annotate(&article, with: [.scopes])
    #expect(Self.words(.heading, of: article) == ["The storm"])
    #expect(Self.words(.quote, of: article) == ["We slept."])
    #expect(
      Self.words(.unquoted, of: article) == ["Rain fell.\n\nThe storm", "They sailed."])
  }

  @Test(arguments: [
    ("Correction (March 3): The year was wrong.", Scope.Kind.correction),
    ("CLARIFICATION — The year was wrong.", .correction),
    ("This article was amended on 3 March 2026 to change the year.", .correction),
    ("Berichtigung: Das Jahr war falsch.", .correction),
    ("Corrections officers went on strike.", .body),
    ("The ferry lands at noon. (AP Photo/Jane Roe)", .caption),
    ("Photo: Jane Roe", .caption), ("He filed the report (twice).", .body),
  ])
  func `corrections and captions are told by their words`(_ text: String, _ kind: Scope.Kind) {
    let article = annotated(text, [.scopes])
    #expect(Self.words(kind, of: article) == [text])
  }

  @Test func `ranges stay inside the text and in order`() {
    let article = annotated("“One” two “three”\n\n“”\n\n \n\n”four “five", [.scopes])
    let ranges = article.layers.scopes?.ranges ?? []
    #expect(ranges.allSatisfy { article.text.holds($0) && !$0.isEmpty })
    #expect(ranges == ranges.sorted())
  }
}
