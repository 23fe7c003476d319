import Document
import Testing

@testable import Annotating

/// Annotates a text and gives back the words of a layer.
func annotated(
  _ string: String, _ kinds: Set<LayerKind>, language: String? = "en", published: String? = nil
) -> Article {
  var article = Article(id: "test", source: "test", text: Text(string))
  if let language { article.metadata.language = Sourced(language, from: "test") }
  if let published { article.metadata.published = Sourced(published, from: "test") }
  Annotator().annotate(&article, with: kinds)
  return article
}

func sentences(of string: String, language: String = "en") -> [String] {
  let article = annotated(string, [.sentences], language: language)
  return (article.layers.sentences ?? []).map { article.text[$0] }
}

func tokens(of string: String, language: String = "en") -> [String] {
  let article = annotated(string, [.tokens], language: language)
  return (article.layers.tokens?.ranges ?? []).map { article.text[$0] }
}

/// Sentences written in one string with `|` between them, which is where the splitter must cut.
func expectCut(
  _ marked: String, language: String = "en", sourceLocation: SourceLocation = #_sourceLocation
) {
  let expected = marked.split(separator: "|").map(String.init)
  let text = expected.joined(separator: marked.contains("| ") ? "" : " ")
  let found = sentences(of: text, language: language)
  #expect(
    found == expected.map { $0.trimmingSpaces }, sourceLocation: sourceLocation)
}

extension String {
  var trimmingSpaces: String {
    var slice = self[...]
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
