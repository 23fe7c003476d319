/// The line above a headline that names its section or says what kind of piece follows.
enum Kicker {
  /// Whether a line is a label that cannot be a headline: all its parts are known, as in `World | Asia`.
  static func isKnown(_ line: Ink) -> Bool {
    guard line.count <= 60 else { return false }
    let parts = parts(of: line)
    return !parts.isEmpty && parts.allSatisfy { labels.contains($0) || sections.contains($0) }
  }

  /// Whether a line might be a label: one to three words in capitals.
  static func isPossible(_ line: Ink) -> Bool {
    line.count <= 30 && line.isAllCapitals && line.words.count <= 3 && !line.endsSentence
  }

  /// The section that a kicker names, as printed.
  static func section(in line: Ink) -> String? {
    parts(of: line).contains(where: sections.contains) && !labels.contains(parts(of: line)[0])
      ? line.string : nil
  }

  private static func parts(of line: Ink) -> [String] {
    var printed = line
    if printed.last == UInt8(ascii: ":") { printed.removeLast() }
    return printed.string.lowercased()
      .split { "|/>»·•".contains($0) }
      .map { part in part.split(separator: " ").joined(separator: " ") }
  }

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
