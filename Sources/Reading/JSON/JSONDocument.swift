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

  /// One article; or, where an object is none, those in a list it holds, as search services answer.
  private func readObject(
    _ bytes: ArraySlice<UInt8>, _ each: (Result<Article, ReadFailure>) -> Void
  ) {
    let result = reader.read(bytes, number: nil)
    guard case .failure(let failure) = result, failure.code == "no-article",
      let value = try? JSONParser.parse(bytes), let records = Self.records(in: value, depth: 0)
    else { return each(result) }
    for (index, record) in records.enumerated() {
      var json = JSONWriter()
      json.value(record)
      each(
        reader.article(
          record, hash: ContentHash.of(json.bytes[...]), "\(reader.source):\(index + 1)", []))
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
