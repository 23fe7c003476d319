/// What the terms of schema.org mean that JSON-LD and microdata share.
enum SchemaOrg {
  /// Whether a type is one of articles.
  /// - Parameter type: `NewsArticle`, `https://schema.org/NewsArticle`.
  static func isArticle(_ type: some StringProtocol) -> Bool {
    let name = type.split { $0 == "/" || $0 == "#" || $0 == ":" }.last ?? ""
    return name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Report"
      || name == "Review"
  }

  /// Whether a truth value in words is false: `False`, `https://schema.org/False`.
  static func isFalse(_ word: String) -> Bool {
    word.trimmingSpace.lowercased().hasSuffix("false")
  }
}
