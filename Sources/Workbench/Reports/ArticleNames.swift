import Document
import Reporting

/// What names articles to plugins' reports: their ids, by their numbers in the run.
struct ArticleNames {
  /// From the first article on, as many as a report leads to.
  let ids: [String]

  /// Where nobody is to be led to articles.
  static let none = ArticleNames(ids: [])

  func ids(of articles: [Int]) -> [String] {
    articles.filter { $0 <= ids.count }.map { ids[$0 - 1] }
  }

  /// The same entry of a summary with the articles behind it, as marks of charts take them: the ids of some, and how many others there are.
  func locating(_ entry: Value, in articles: [Int], of total: Int) -> Value {
    let named = ids(of: articles).map(Value.string)
    guard var fields = entry.asMap, !named.isEmpty else { return entry }
    fields.append("articles", .list(named))
    if total > named.count { fields.append("others", .integer(Int64(total - named.count))) }
    return .map(fields)
  }

  /// The same for each entry of a list of counted names.
  func locating(_ list: Value, by tally: NameTally) -> Value {
    .list(
      (list.list ?? []).map { entry in
        let count = tally.count(of: entry["name"]?.string ?? "")
        return locating(entry, in: count.articles, of: count.articleCount)
      })
  }
}
