import Document

/// Reads JSON Feed 1.0 and 1.1: each item an article, which has of the feed what it does not say itself.
struct JSONFeed {
  private let feed: Fields
  private let items: [Value]
  private let reader: RecordReader

  /// Nil for an object that is no feed.
  init?(_ object: Value, reader: RecordReader) {
    guard let feed = object.map, let items = feed["items"]?.list,
      feed["version"]?.string?.contains("jsonfeed.org/version/") == true
    else { return nil }
    self.feed = feed
    self.items = items
    self.reader = reader
  }

  func read(_ warnings: [Warning], each: (Result<Article, ReadFailure>) -> Void) {
    guard !items.isEmpty else {
      let message = "a feed without entries"
      return each(
        .failure(ReadFailure(source: reader.source, code: "empty", message: message)))
    }
    let inherited = metadata
    for (index, item) in items.enumerated() {
      let place = "\(reader.source):\(index + 1)"
      let result = reader.article(item.map.map { .map(Self.mended($0)) } ?? item, place, warnings)
      each(
        result.map { article in
          var article = article
          article.metadata.complete(with: inherited)
          return article
        })
    }
  }

  /// An item with one text: in HTML, else plain, else its summary.
  private static func mended(_ item: Fields) -> Fields {
    func has(_ name: String) -> Bool { item[name]?.string?.isEmpty == false }
    var item = item
    item["attachments"] = nil
    if has("content_html") {
      item["content_text"] = nil
    } else if !has("content_text"), has("summary") {
      item["content_text"] = item["summary"]
      item["summary"] = nil
    }
    return item
  }

  /// What the feed says of all its items.
  private var metadata: Metadata {
    var metadata = Metadata()
    metadata.publisher = feed["title"].flatMap(FieldText.string).map {
      Sourced($0, from: "feed:title")
    }
    metadata.language = feed["language"].flatMap(FieldText.language).map {
      Sourced($0, from: "feed:language")
    }
    metadata.authors = (feed["authors"] ?? feed["author"]).flatMap(FieldText.authors).map {
      Sourced($0, from: "feed:authors")
    }
    return metadata
  }
}
