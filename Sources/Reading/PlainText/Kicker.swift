/// The line above a headline that names its section or says what kind of piece follows.
enum Kicker {
  /// Whether a line is a label that cannot be a headline: all its parts are known, as in `World | Asia`.
  static func isKnown(_ line: Ink) -> Bool {
    guard line.count <= 60 else { return false }
    let parts = parts(of: line)
    return !parts.isEmpty
      && parts.allSatisfy { part in
        guard part.count <= 24 else { return false }
        let name = name(of: part)
        return labels.contains(name) || sections.contains(name)
      }
  }

  /// Whether a line might be a label: one to three words in capitals.
  static func isPossible(_ line: Ink) -> Bool {
    line.count <= 30 && line.isAllCapitals && line.words.count <= 3 && !line.endsSentence
  }

  /// The section that a kicker names, as printed.
  static func section(in line: Ink) -> String? {
    let names = parts(of: line).map(name)
    guard let first = names.first, !labels.contains(first) else { return nil }
    return names.contains(where: sections.contains) ? line.string : nil
  }

  /// What stands between bars and dots, without a colon at the end.
  private static func parts(of line: Ink) -> [Ink] {
    var line = line
    if line.last == UInt8(ascii: ":") { line.removeLast() }
    var parts: [Ink] = []
    var start = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      let length = separatorLength(line[index...])
      if length > 0 {
        parts.append(line[start..<index].trimmed)
        start = index + length
      }
      index += max(1, length)
    }
    parts.append(line[start...].trimmed)
    return parts.filter { !$0.isEmpty }
  }

  private static func separatorLength(_ text: Ink) -> Int {
    switch text.first {
    case UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: ">"): 1
    case 0xC2: text.starts(with: "·") || text.starts(with: "»") ? 2 : 0
    case 0xE2: text.starts(with: "•") ? 3 : 0
    default: 0
    }
  }

  /// A part as the lists below write it.
  private static func name(of part: Ink) -> String { part.lowered }

  private static let labels: Set<String> = [
    "analysis", "breaking", "breaking news", "column", "comment", "commentary", "corrected",
    "correction", "developing", "editorial", "exclusive", "explained", "explainer", "fact check",
    "factbox", "feature", "featured", "features", "in brief", "in pictures", "insight", "interview",
    "investigation", "investigations", "just in", "latest", "latest news", "letters", "live",
    "live updates", "long read", "news", "newsletter", "obituaries", "obituary", "op-ed", "opinion",
    "photos", "podcast", "press release", "profile", "recap", "report", "review", "reviews",
    "special report", "sponsored", "timeline", "top news", "top stories", "trending", "update",
    "updated", "urgent", "video", "viewpoint", "watch",
    "analyse", "eilmeldung", "exklusiv", "gastbeitrag", "kolumne", "kommentar", "leitartikel",
    "meinung", "nachrichten", "reportage",
    "actualité", "actualités", "alerte info", "dernière minute", "en direct", "entretien",
    "exclusif", "tribune", "éditorial",
    "análisis", "editorial", "entrevista", "exclusiva", "opinión", "última hora",
    "últimas noticias",
  ]

  private static let sections: Set<String> = [
    "africa", "americas", "arts", "arts & culture", "asia", "australia", "books", "business",
    "business news", "canada", "cities", "climate", "companies", "crime", "culture", "defence",
    "defense", "domestic", "economy", "education", "energy", "entertainment", "environment",
    "europe", "fashion", "film", "finance", "food", "football", "foreign", "health", "home",
    "india",
    "international", "law", "life", "lifestyle", "local", "local news", "markets", "media",
    "metro", "middle east", "money", "music", "national", "nation", "pakistan", "politics",
    "property", "region", "regional", "religion", "science", "showbiz", "society", "sport",
    "sports", "style", "tech", "technology", "television", "theatre", "theater", "travel", "u.k.",
    "u.s.", "u.s. news", "uk", "uk news", "us", "us news", "weather", "world", "world news",
    "ausland", "feuilleton", "gesellschaft", "gesundheit", "inland", "kultur", "lokales", "medien",
    "panorama", "politik", "regionales", "reise", "wirtschaft", "wissen", "wissenschaft",
    "économie", "environnement", "france", "international", "monde", "planète", "politique",
    "santé", "sciences", "société", "sports",
    "ciencia", "cultura", "deportes", "economía", "españa", "internacional", "mundo", "nacional",
    "política", "salud", "sociedad", "tecnología",
  ]
}
