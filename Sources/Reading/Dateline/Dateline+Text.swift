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
    guard var found else { return completeDateline() }
    // What the record itself says of its dateline the text can only add to.
    if let given = dateline?.value {
      found.date = found.date ?? given.date
      found.agency = found.agency ?? given.agency
    }
    dateline = Sourced(found, from: "text:dateline")
    if published == nil, let date = found.date, !date.hasPrefix("-") {
      published = Sourced(date, from: "text:dateline")
    }
  }

  /// Gives the date of a dateline that a record gave the year that the day of publication makes likely.
  private mutating func completeDateline() {
    guard let date = dateline?.value.date, date.hasPrefix("--") else { return }
    let numbers = date.split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 2 else { return }
    let printed = PublicationDate(year: nil, month: numbers[0], day: numbers[1])
    let whole = YearEvidence.complete(
      printed, by: [published?.value, url.flatMap { YearEvidence.date(in: $0.value) }])
    dateline?.value.date = whole.description
  }
}
