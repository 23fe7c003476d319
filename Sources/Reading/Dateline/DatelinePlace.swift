/// A place as a dateline prints it, and what speaks for its being one.
struct DatelinePlace {
  let ink: Ink
  /// Printed in capitals, as agencies set it.
  var isCapital: Bool
  var words: Int
}

extension DatelinePlace {
  /// Reads a place up to a comma, a bracket, a dash or a slash.
  init?(_ scanner: inout InkScanner) {
    let place = scanner.attempt { scanner -> DatelinePlace? in
      let start = scanner.position
      var end = start
      var words = 0
      var isCapital = true
      while words < 5, let word = scanner.placeWord() {
        let capitals = word.isAllCapitals
        // All particles are small.
        let capitalized = capitals || word.isCapitalized
        guard capitalized || (words > 0 && Self.isParticle(word)),
          words == 0 || !scanner.isMonth(word)
        else { break }
        if capitalized && !capitals { isCapital = false }
        words += 1
        end = scanner.position
        guard scanner.skip(" ") else { break }
      }
      guard words > 0, end > start else { return nil }
      scanner.position = end
      let printed = scanner.ink[start..<end]
      guard printed.length >= 3, printed.firstScalar?.isUppercase == true else { return nil }
      return DatelinePlace(ink: printed, isCapital: isCapital, words: words)
    }
    guard let place else { return nil }
    self = place
  }

  /// Whether a small word may stand inside the name of a place.
  static func isParticle(_ word: Ink) -> Bool {
    word.count <= 5 && particles.contains(word.string)
  }

  private static let particles: Set<String> = [
    "a.d.", "al", "am", "an", "auf", "d'", "das", "de", "del", "der", "des", "di", "do", "dos",
    "du",
    "el", "en", "im", "in", "la", "las", "le", "les", "los", "of", "on", "près", "sur", "und",
    "upon",
  ]

  var name: String { ink.string }

  /// Whether it is known by itself.
  var isKnown: Bool { Places.containCity(name) }

  /// Whether capitals alone let it pass: `HARRISBURG`, `PORT SELWYN`, but not `ANALYSIS`, `NATO` or `FOR SALE`.
  var isPlausible: Bool {
    guard isCapital, ink.count >= 4 else { return false }
    let parts = name.lowercased().split { $0 == " " || $0 == "-" }.map(String.init)
    guard !parts.contains(where: Self.otherWords.contains), let first = parts.first else {
      return false
    }
    guard parts.contains(where: { $0.count >= 4 && $0.contains(where: "aeiouyäöüéáíóú".contains) })
    else { return false }
    return parts.count <= 2 || (parts.count == 3 && Self.openers.contains(first))
  }

  /// Words with which names of places begin.
  private static let openers: Set<String> = [
    "cape", "east", "el", "fort", "ft.", "grand", "la", "lake", "las", "le", "los", "mount", "new",
    "north", "old", "palm", "port", "rio", "saint", "salt", "san", "santa", "santo", "south", "st.",
    "ste.", "the", "upper", "west",
  ]

  /// Words in capitals that open lines for other reasons.
  private static let otherWords: Set<String> = [
    "about", "alert", "also", "analysis", "analyst", "and", "announcement", "background", "book",
    "brexit", "breaking", "brief", "briefing", "briefs", "bulletin", "business", "column",
    "comment", "commentary", "correction", "corrected", "corrects", "coverage", "covid", "daily",
    "dear", "debate", "editor", "editorial", "editors", "embargoed", "exclusive", "explained",
    "explainer", "fact", "factbox", "feature", "film", "final", "first", "focus", "football",
    "from", "full", "game", "headline", "headlines", "here", "highlights", "how", "instant",
    "interview", "introduction", "just", "kicker", "latest", "letter", "letters", "list", "live",
    "market", "markets", "memo", "more", "morning", "movie", "music", "news", "newsletter", "note",
    "notes", "now", "obituary", "online", "only", "opinion", "part", "photo", "photos", "picture",
    "podcast", "poll", "preview", "prices", "profile", "question", "questions", "quotes", "read",
    "recap", "related", "report", "review", "roundup", "scoreboard", "special", "sport", "sports",
    "stocks", "story", "summary", "table", "technology", "test", "that", "their", "this",
    "timeline",
    "title", "today", "update", "updated", "updates", "urgent", "video", "warning", "watch",
    "weather",
    "week", "what", "when", "where", "who", "why", "with", "world", "your",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "june", "july", "august", "september", "october", "november",
    "december",
    "agencies", "reuters", "bloomberg", "xinhua",
  ]
}

extension InkScanner {
  /// A word of a place: letters with full stops, apostrophes and hyphens inside, as `ST.`, `N'DJAMENA`, `PORT-AU-PRINCE`.
  mutating func placeWord() -> Ink? {
    let start = position
    guard word() != nil else { return nil }
    // `ST. LOUIS`, `D.C.`, `A.A.`; but not the end of a sentence.
    while position < ink.endIndex, ink[position] == UInt8(ascii: "."), position - start <= 5 {
      let dot = position
      position += 1
      if word() == nil {
        if position - start > 4, !isAbbreviation(start..<dot) { position = dot }
        break
      }
    }
    return ink[start..<position]
  }

  /// Whether a word is a month with its day behind it: `NEW YORK Sept. 11`.
  fileprivate func isMonth(_ word: Ink) -> Bool {
    guard let figure = rest.dropFirst().first, 0x30...0x39 ~= figure else { return false }
    return MonthNames.month(word.lowered.filter { $0 != "." }) != nil
  }

  private func isAbbreviation(_ range: Range<Int>) -> Bool {
    Places.containRegion(ink[range].string + ".")
  }
}
