import Document

extension Dateline {
  /// Finds the dateline of a text: at its start, or behind the short lines that a headline and byline take.
  /// - Parameter dates: in order of trust, what else may tell the year; ISO 8601.
  init?(in text: UnsafeBufferPointer<UInt8>, dates: @autoclosure () -> [String?]) {
    var seen = 0
    for line in TextLines(text) where !line.isBlank {
      let paragraph = text[line.start..<line.end]
      if let (dateline, date, end) = DatelineScanner.scan(paragraph) {
        self = dateline
        if let date {
          self.date =
            (date.year == nil ? YearEvidence.complete(date, by: dates()) : date).description
        }
        range = TextRange(line.start, Self.startOfInk(text, from: end))
        return
      }
      seen += 1
      guard seen < 4, paragraph.count <= 250 else { return nil }
    }
    return nil
  }

  private static func startOfInk(_ text: UnsafeBufferPointer<UInt8>, from end: Int) -> Int {
    text[end...].firstIndex { $0 > 0x20 } ?? end
  }
}

extension Metadata {
  /// Finds the dateline of a text and, where nothing else says it, takes the day of publication from it.
  mutating func addDateline(of text: [UInt8], source: String) {
    let found = text.withUnsafeBufferPointer { text in
      Dateline(
        in: text,
        dates: [
          published?.value, url.flatMap { YearEvidence.date(in: $0.value) },
          YearEvidence.date(in: source),
        ])
    }
    guard let found else { return }
    dateline = Sourced(found, from: "text:dateline")
    if published == nil, let date = found.date, !date.hasPrefix("-") {
      published = Sourced(date, from: "text:dateline")
    }
  }
}
