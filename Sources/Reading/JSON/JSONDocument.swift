import Document

/// Reads an input that is one JSON value: an article, a list of articles, or an object that holds such a list.
struct JSONDocument {
  let reader: RecordReader

  func read(_ bytes: ArraySlice<UInt8>, each: (Result<Article, ReadFailure>) -> Void) {
    guard let start = JSONElements.start(in: bytes) else { return readObject(bytes, each) }
    guard bytes[start...].first(where: { $0 > 0x20 }) != UInt8(ascii: "]") else {
      return each(
        .failure(ReadFailure(source: reader.source, code: "empty", message: "a list of nothing")))
    }
    JSONList(reader: reader).read(bytes[start...], firstNumber: 1, isLast: true, each: each)
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

  private static func records(in value: Value, depth: Int) -> [Value]? {
    guard depth < JSONWrapper.greatestDepth, let fields = value.map else { return nil }
    for name in JSONWrapper.names {
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
