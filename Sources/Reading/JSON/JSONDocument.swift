import Document

/// Reads an input that is one JSON value: an article, a list of articles, or an object that holds such a list.
struct JSONDocument {
  let reader: RecordReader

  func read(_ bytes: ArraySlice<UInt8>, each: (Result<Article, ReadFailure>) -> Void) {
    var ink = bytes.lazy.filter { $0 > 0x20 }.makeIterator()
    switch (ink.next(), ink.next()) {
    case (UInt8(ascii: "["), UInt8(ascii: "{")): readList(bytes, each)
    case (UInt8(ascii: "["), UInt8(ascii: "]")):
      each(
        .failure(ReadFailure(source: reader.source, code: "empty", message: "a list of nothing")))
    default: readObject(bytes, each)
    }
  }

  private func readList(
    _ bytes: ArraySlice<UInt8>, _ each: (Result<Article, ReadFailure>) -> Void
  ) {
    var list = JSONElements(of: bytes)
    var number = 0
    while let element = list.next() {
      number += 1
      each(reader.read(element, number: number))
    }
    guard let message = list.fault else { return }
    each(.failure(ReadFailure(source: reader.source, code: "json", message: message)))
  }

  /// The items of a feed; or one article; or, where an object has no text, those in a list it holds, as search services
  /// answer.
  private func readObject(
    _ bytes: ArraySlice<UInt8>, _ each: (Result<Article, ReadFailure>) -> Void
  ) {
    switch reader.parse(bytes, reader.source) {
    case .failure(let failure): each(.failure(failure))
    case .success((let value, let decoding)):
      let warnings = reader.warnings + decoding
      if let feed = JSONFeed(value, reader: reader) { return feed.read(warnings, each: each) }
      guard !reader.hasText(value), let records = Self.records(in: value, depth: 0) else {
        return each(
          reader.article(value, hash: ContentHash.of(bytes), reader.source, warnings))
      }
      for (index, record) in records.enumerated() {
        each(reader.article(record, "\(reader.source):\(index + 1)", warnings))
      }
    }
  }

  private static let wrappers = [
    "articles", "items", "results", "docs", "documents", "entries", "data", "response",
  ]

  private static func records(in value: Value, depth: Int) -> [Value]? {
    guard depth < 3, let fields = value.map else { return nil }
    for name in wrappers {
      switch fields[name] {
      case .list(let records)? where records.contains { $0.map != nil }: return records
      case .map(let inner)?:
        if let records = records(in: .map(inner), depth: depth + 1) { return records }
      default: break
      }
    }
    return nil
  }
}
