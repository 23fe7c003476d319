/// A line under a headline that says who wrote the story, when and for whom, in any order:
/// `By Jane Roe | Reuters | March 3, 2026`, `Published: 3 March 2026, 10:15 GMT`, `Culture · by Ana Lim · 8 March 2026`.
struct CreditLine {
  private(set) var byline: Byline?
  private(set) var published: PublicationDate?
  private(set) var modified: PublicationDate?
  private(set) var publisher: String?
  private(set) var section: String?

  init?(_ line: Ink) {
    guard line.count <= 200, line.count >= 4 else { return nil }
    if let byline = Byline(line) {
      self.byline = byline
      return
    }
    guard line.hasFourDigits || line.contains(where: { $0 == 0x7C || $0 >= 0x80 }) else {
      return nil
    }
    let parts = Self.parts(of: line)
    guard parts.allSatisfy({ read($0, isAlone: parts.count == 1) }), byline != nil || hasDate else {
      return nil
    }
  }

  private var hasDate: Bool { published != nil || modified != nil }

  /// What stands between bars, dots and dashes that have space around them.
  private static func parts(of line: Ink) -> [Ink] {
    var parts: [Ink] = []
    var start = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      let length = dividerLength(line[index...])
      if length > 0, index > start {
        parts.append(line[start..<index].trimmed)
        start = index + length
      }
      index += max(1, length)
    }
    parts.append(line[start...].trimmed)
    return parts.filter { !$0.isEmpty }
  }

  /// The bytes of the bar, dot or dash that some text begins with; 0 if with none.
  private static func dividerLength(_ text: Ink) -> Int {
    switch text.first {
    case UInt8(ascii: "|"): 1
    case 0xC2: text.starts(with: "·") ? 2 : 0
    case 0xE2: text.starts(with: "•") || text.starts(with: "—") || text.starts(with: "–") ? 3 : 0
    default: 0
    }
  }

  private mutating func read(_ part: Ink, isAlone: Bool) -> Bool {
    if readDates(part) { return true }
    guard !isAlone, part.count <= 60 else { return false }
    if byline == nil, let found = Byline(part) {
      byline = found
      return true
    }
    if Kicker.isKnown(part) {
      section = Kicker.section(in: part)
      return true
    }
    let name = part.string
    if Agencies.contain(name) || Agencies.isMedium(name) {
      publisher = publisher ?? name
      return true
    }
    return Self.isReadingTime(part)
  }

  /// `Published: 3 March 2026, 10:15 GMT`, `Updated on March 4, 2026 at 9:40 a.m. EST`, or both one after the other.
  private mutating func readDates(_ part: Ink) -> Bool {
    var scanner = InkScanner(part)
    var found = false
    while !scanner.isAtEnd {
      let isModified = scanner.skipDateLabel()
      guard var date = scanner.date(), date.year != nil else { return false }
      date.time = scanner.time()
      if isModified { modified = date } else { published = published ?? date }
      found = true
      scanner.skipSpace()
      while scanner.skip(",") || scanner.skip(";") || scanner.skip("/") { scanner.skipSpace() }
    }
    return found
  }

  private static func isReadingTime(_ part: Ink) -> Bool {
    part.ends(with: " min read") || part.ends(with: " minute read")
  }
}

extension InkScanner {
  /// Takes the words before a date, as `Last updated on:`.
  /// - Returns: whether they say that the date is of a change.
  fileprivate mutating func skipDateLabel() -> Bool {
    var isModified = false
    while true {
      if skipWord(DateLabels.modified) {
        isModified = true
      } else if !skipWord(DateLabels.others) {
        return isModified
      }
      _ = skip(":")
      skipSpace()
    }
  }
}

/// The words before dates.
private enum DateLabels {
  static let modified = [
    "updated", "modified", "aktualisiert", "stand", "actualizado", "aggiornato", "jour", "revised",
  ]
  static let others = [
    "published", "posted", "first", "last", "on", "at", "date", "veröffentlicht", "erstellt",
    "publié", "publicado", "pubblicato", "le", "el", "il", "am", "mis", "à", "created", "issued",
    "released",
  ]
}
