/// An article as a list of numbers names it.
struct Reference {
  var number: Int
  /// Where it is; nil: nowhere in the report.
  var place: String?
  var title = ""
}

extension HTML {
  /// Links to articles by their numbers: `1, 4, 7 and 12 more`.
  mutating func writeLinks(_ articles: [Reference], of total: Int? = nil) {
    for (index, article) in articles.enumerated() {
      if index > 0 { markup(", ") }
      if let place = article.place {
        element(
          "a", .init("href", place), .any("title", article.title), text: "\(article.number)")
      } else {
        text("\(article.number)")
      }
    }
    let more = (total ?? articles.count) - articles.count
    if more > 0 { text(articles.isEmpty ? "" : " and \(Figures.count(more, "more", "more"))") }
  }
}
