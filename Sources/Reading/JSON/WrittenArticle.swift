import Document

/// Reads back what `copydesk read --format jsonl` wrote, with its layers.
enum WrittenArticle {
  static func read(_ value: Value, hash: String, place: String) -> Result<Article, ReadFailure> {
    do {
      var article = try Article(json: value)
      if article.hash.isEmpty { article.hash = hash }
      clean(&article)
      return .success(article)
    } catch {
      return .failure(
        ReadFailure(
          source: place, code: "schema", message: "\(error.path): expected \(error.expected)"))
    }
  }

  /// What others may have written under our schema is cleaned, too; layers over a text that had to change mean nothing.
  private static func clean(_ article: inout Article) {
    let clean = article.text.utf8.withUnsafeBufferPointer { CleanText($0, isVerbatim: true) }
    guard clean.utf8 != article.text.utf8 else { return }
    article.text = Text(utf8: clean.utf8)
    article.layers = Layers()
    article.metadata.dateline?.value.range = nil
    article.warnings += clean.warnings
    article.warnings.append(
      Warning(code: "layers", message: "the text had to be mended; its layers were left out"))
  }
}
