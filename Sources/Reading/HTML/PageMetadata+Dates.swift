import Document

extension PageMetadata {
  /// Adds when the article was published and changed.
  mutating func addDates() {
    var published = Claims()
    published.add(data.string("datePublished").flatMap(Self.iso), from: "json-ld")
    add(Self.publishedNames, to: &published)
    published.add(microdata.string("datePublished").flatMap(Self.iso), from: "microdata")
    published.add(data.string("dateCreated").flatMap(Self.iso), from: "json-ld")
    let time = facts.times.first { $0.role == .published }
    published.add(time.flatMap { Self.iso($0.value) }, from: "time")
    metadata.published = published.mostPrecise
    settle("published", published.withoutVaguer, as: metadata.published)
    var modified = Claims()
    modified.add(data.string("dateModified").flatMap(Self.iso), from: "json-ld")
    add(Self.modifiedNames, to: &modified)
    modified.add(microdata.string("dateModified").flatMap(Self.iso), from: "microdata")
    let change = facts.times.first { $0.role == .modified }
    modified.add(change.flatMap { Self.iso($0.value) }, from: "time")
    metadata.modified = modified.mostPrecise
    settle("modified", modified.withoutVaguer, as: metadata.modified)
  }

  /// The date of the `time` element that stands nearest above the text, else nearest below its start; of those that say when it was
  /// changed only where there are no others.
  /// - Parameter first: the element of the text's first block.
  func time(nearest first: Int) -> Sourced<String>? {
    let others = facts.times.filter { $0.role != .modified }
    let times = others.isEmpty ? facts.times : others
    let dates = times.lazy.compactMap { time in Self.iso(time.value).map { (time.node, $0) } }
    let nearest = dates.last { $0.0 < first } ?? dates.first { $0.0 > first }
    return nearest.map { Sourced($0.1, from: "time") }
  }

  private func add(_ names: [String], to claims: inout Claims) {
    for name in names {
      claims.add(facts.meta[name]?.first.flatMap(Self.iso), from: "meta:\(name)")
    }
  }

  private static let publishedNames = [
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "og:published_time", "parsely-pub-date", "sailthru:date", "dc:date:issued", "dcterms:issued",
    "dcterms:created", "dc:date", "dcterms:date", "pubdate", "publishdate", "publish-date",
    "publication_date", "date", "pdate", "article:publicationdate", "ptime",
    "cxenseparse:recs:publishtime",
  ]

  private static let modifiedNames = [
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified",
    "dcterms:modified",
  ]

  /// A date as ISO 8601; nil where it is none.
  static func iso(_ string: String) -> String? {
    (PublicationDate(iso: string) ?? PublicationDate(printed: string))?.description
  }
}

extension Claims {
  /// Of dates the most trusted, or one of the same day that says the time, too, and with its zone.
  fileprivate var mostPrecise: Sourced<String>? {
    guard let best else { return nil }
    let sameDay = values.filter { $0.value.prefix(10) == best.value.prefix(10) }
    let precise = sameDay.max { Self.precision($0.value) < Self.precision($1.value) }
    guard let precise, Self.precision(precise.value) > Self.precision(best.value) else {
      return best
    }
    return Sourced(precise.value, from: precise.from)
  }

  /// Without dates that a more precise one repeats.
  fileprivate var withoutVaguer: Claims {
    var others = Claims()
    for (value, place) in values
    where !values.contains(where: { $0.value != value && $0.value.hasPrefix(value) }) {
      others.add(value, from: place)
    }
    return others
  }

  /// 0 for a day, 1 with a time, 2 with its zone.
  private static func precision(_ date: String) -> Int {
    guard let time = date.firstIndex(of: "T") else { return 0 }
    return date[time...].contains { $0 == "Z" || $0 == "+" || $0 == "-" } ? 2 : 1
  }
}
