import Annotating
import Document

@testable import Scripting

extension Article {
  /// The article of the reference's examples, with all its layers.
  static let example: Article = {
    var article = Article(
      id: "ulm-1", source: "news/ulm.json", hash: "00000000000000ff",
      text: Text(APIExamples.text))
    func sourced<Value>(_ value: Value) -> Sourced<Value> { Sourced(value, from: "json") }
    article.metadata.title = sourced(APIExamples.title)
    article.metadata.subtitle = sourced("Fees may fall")
    article.metadata.kicker = sourced("Shipping")
    article.metadata.byline = sourced("By Jo Roe and Al Poe")
    article.metadata.authors = sourced(["Jo Roe", "Al Poe"])
    article.metadata.dateline = sourced(
      Dateline(places: ["ULM"], date: "2025-03-05", agency: "dpa"))
    article.metadata.published = sourced("2025-03-05T08:00:00Z")
    article.metadata.publisher = sourced("Ulm Gazette")
    article.metadata.section = sourced("Local")
    article.metadata.url = sourced("https://gazette.example/port")
    article.metadata.language = sourced("en")
    article.metadata.tags = sourced(["ports", "floods"])
    article.metadata.other = sourced(["pages": [1, 4]])
    Annotator().annotate(&article, with: Set(LayerKind.allCases))
    var links = Layer<Link>()
    let words = Array("the city council".utf8)
    let start = (0..<article.text.count).first {
      Array(article.text.utf8[...].dropFirst($0).prefix(words.count)) == words
    }
    if let start {
      links.append(
        TextRange(start, start + words.count), Link(url: "https://council.example/"))
    }
    article.layers.links = links
    return article
  }()
}
