import Document

/// What a page says of its article, gathered from JSON-LD, meta tags, microdata and marked elements.
struct PageMetadata {
  private(set) var metadata = Metadata()
  private let facts: PageFacts
  private let data: LinkedData
  private let tree: HTMLTree
  private var other = Fields()
  private var alternatives = Fields()

  init(_ tree: HTMLTree, _ bytes: ArraySlice<UInt8>) {
    self.tree = tree
    facts = PageFacts(tree)
    data = LinkedData(
      tree.linkedData.map {
        bytes[(bytes.startIndex + $0.lowerBound)..<(bytes.startIndex + $0.upperBound)]
      })
    addTitle()
    addAuthors()
    addDates()
    addPlace()
    addSubject()
    addOther()
    if !alternatives.isEmpty { other["alternatives"] = .map(alternatives) }
    if !other.isEmpty { metadata.other = Sourced(other, from: "meta") }
  }

  /// The text that JSON-LD gives, as a last resort.
  var articleBody: String? { data.string("articleBody") }

  private mutating func settle(_ name: String, _ claims: Claims, as value: Sourced<String>?) {
    let others = claims.alternatives(to: value?.value)
    if !others.isEmpty { alternatives[name] = .map(others) }
  }

  // MARK: Title

  private mutating func addTitle() {
    var claims = Claims()
    claims.add(linkedTitle, from: "json-ld")
    claims.add(
      facts.content(
        "dc:title", "dcterm:title", "dcterms:title", "og:title", "weibo:article:title",
        "weibo:webpage:title"))
    claims.add(facts.content("title", "twitter:title", "parsely-title", "headline"))
    let site = siteNames
    let fromTitle = PageTitle.choose(facts.documentTitle, headings: headings, sites: site)
    claims.add(fromTitle, from: "title")
    claims.add(firstHeading, from: "h1")
    guard let best = claims.best else { return }
    metadata.title = Sourced(PageTitle.withoutSite(best.value, sites: site), from: best.provenance)
    settle("title", claims, as: metadata.title)
    var subtitle = Claims()
    subtitle.add(data.string("alternativeHeadline"), from: "json-ld")
    if let value = subtitle.best, value.value != metadata.title?.value { metadata.subtitle = value }
  }

  /// The headline of JSON-LD, unless its name alone is in the page's title.
  private var linkedTitle: String? {
    guard let headline = data.string("headline") else { return data.string("name") }
    guard let name = data.string("name"), name != headline else { return headline }
    let title = facts.documentTitle
    return title.contains(name) && !title.contains(headline) ? name : headline
  }

  /// The words of the page's first headings.
  private var headings: [String] { facts.headings.prefix(20).map(headline) }

  private var firstHeading: String? {
    facts.headings.lazy.filter { tree.nodes[$0].tag == .h1 }.map(headline).first { !$0.isEmpty }
  }

  /// A heading's words, without the sign that links to it.
  private func headline(_ node: Int) -> String {
    let words = HTMLText.clean(Array(tree.words(in: node).utf8))
    return words.hasSuffix("¶") || words.hasSuffix("#")
      ? String(words.dropLast()).trimmingSpace : words
  }

  private var siteNames: [String] {
    [
      facts.content("og:site_name", "application-name", "al:ios:app_name", "al:android:app_name")?
        .value, data.string("publisher"),
    ]
    .compactMap(\.self)
  }

  // MARK: Authors

  private mutating func addAuthors() {
    var claims: [Sourced<[String]>] = []
    func claim(_ names: [String], from place: String) {
      let names = names.filter { !$0.isEmpty && !$0.hasPrefix("http") && $0.utf8.count < 300 }
      if !names.isEmpty { claims.append(Sourced(names, from: place)) }
    }
    claim(data.strings("author"), from: "json-ld")
    for name in Self.authorNames { claim(facts.meta[name] ?? [], from: "meta:\(name)") }
    claim(markedAuthors, from: "microdata")
    // Who is called like the site is nobody yet, if another place knows a name.
    let sites = Set(siteNames.map { $0.lowercased() })
    let best =
      claims.first { !$0.value.allSatisfy { sites.contains($0.lowercased()) } } ?? claims.first
    guard let best else { return }
    let people = Self.people(best.value)
    metadata.authors = Sourced(people, from: best.provenance)
    if best.provenance != "json-ld" {
      metadata.byline = Sourced(best.value.joined(separator: ", "), from: best.provenance)
    }
    var others = Fields()
    for claim in claims where claim.provenance != best.provenance {
      let names = Self.people(claim.value)
      if names != people { others[claim.provenance] = .list(names.map(Value.string)) }
    }
    if !others.isEmpty { alternatives["authors"] = .map(others) }
  }

  private static let authorNames = [
    "dc:creator", "dcterm:creator", "dcterms:creator", "author", "parsely-author",
    "sailthru:author", "byl", "article:author", "twitter:creator:name",
  ]

  /// The names that microdata call the first author's.
  private var markedAuthors: [String] {
    for node in facts.properties["author"] ?? [] {
      let inner = facts.properties["name"]?.first { $0 > node && $0 < Int(tree.nodes[node].end) }
      let name = tree.string(.content, of: inner ?? node) ?? tree.words(in: inner ?? node)
      let clean = HTMLText.clean(Array(name.utf8))
      if !clean.isEmpty, clean.utf8.count < 100 { return [clean] }
    }
    return []
  }

  static func people(_ names: [String]) -> [String] {
    unique(names.flatMap { Byline.authors(in: $0) })
  }

  static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0.lowercased()).inserted }
  }

  // MARK: Dates

  private mutating func addDates() {
    var claims = Claims()
    claims.add(data.string("datePublished").flatMap(Self.iso), from: "json-ld")
    for name in [
      "article:published_time", "og:article:published_time", "article:published", "datepublished",
      "og:published_time", "parsely-pub-date", "sailthru:date", "dc:date:issued",
      "dcterms:created", "dc:date", "dcterms:date", "pubdate", "publishdate", "publish-date",
      "publication_date", "date", "pdate", "article:publicationdate", "ptime",
      "cxenseparse:recs:publishtime",
    ] {
      claims.add(facts.meta[name]?.first.flatMap(Self.iso), from: "meta:\(name)")
    }
    claims.add(property("datePublished").flatMap(Self.iso), from: "microdata")
    claims.add(data.string("dateCreated").flatMap(Self.iso), from: "json-ld")
    let time = facts.times.first { $0.isPublished } ?? facts.times.first
    claims.add(time.flatMap { Self.iso($0.value) }, from: "time")
    metadata.published = claims.best
    settle("published", claims, as: metadata.published)
    var modified = Claims()
    modified.add(data.string("dateModified").flatMap(Self.iso), from: "json-ld")
    for name in [
      "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified",
      "dcterms:modified",
    ] {
      modified.add(facts.meta[name]?.first.flatMap(Self.iso), from: "meta:\(name)")
    }
    modified.add(property("dateModified").flatMap(Self.iso), from: "microdata")
    metadata.modified = modified.best
  }

  /// What an element with an `itemprop` says.
  private func property(_ name: String) -> String? {
    guard let node = facts.properties[name]?.first else { return nil }
    return tree.string(.content, of: node) ?? tree.string(.datetime, of: node)
      ?? tree.words(in: node)
  }

  static func iso(_ string: String) -> String? {
    (PublicationDate(iso: string) ?? PublicationDate(printed: string))?.description
  }

  // MARK: The rest

  private mutating func addPlace() {
    var url = Claims()
    url.add(facts.canonical.flatMap(Self.address), from: "link:canonical")
    url.add(
      facts.content("og:url").flatMap { content in
        Self.address(content.value).map { ($0, content.name) }
      })
    url.add(data.string("url").flatMap(Self.address), from: "json-ld")
    metadata.url = url.best
    var publisher = Claims()
    publisher.add(facts.content("og:site_name"))
    publisher.add(data.string("publisher"), from: "json-ld")
    publisher.add(
      facts.content("dc:publisher", "dcterms:publisher", "application-name", "publisher"))
    metadata.publisher = publisher.best
    settle("publisher", publisher, as: metadata.publisher)
    var language = Claims()
    language.add(facts.language, from: "html:lang")
    language.add(data.string("inLanguage"), from: "json-ld")
    language.add(facts.content("content-language", "language", "og:locale", "dc:language"))
    metadata.language =
      language.values.lazy.compactMap { claim in
        FieldText.language(.string(claim.value)).map { Sourced($0, from: claim.from) }
      }.first
  }

  private static func address(_ value: String) -> String? {
    value.hasPrefix("http://") || value.hasPrefix("https://") ? value : nil
  }

  private mutating func addSubject() {
    var section = Claims()
    section.add(data.string("articleSection"), from: "json-ld")
    section.add(
      facts.content(
        "article:section", "og:article:section", "section", "parsely-section",
        "cxenseparse:recs:category"))
    metadata.section = section.best
    for (names, place) in [
      (data.strings("keywords"), "json-ld"), (facts.meta["article:tag"] ?? [], "meta:article:tag"),
      (facts.meta["news_keywords"] ?? [], "meta:news_keywords"),
      (facts.meta["keywords"] ?? [], "meta:keywords"),
    ] where metadata.tags == nil {
      let tags = names.count > 1 ? names : FieldText.strings(.string(names.first ?? "")) ?? []
      if !tags.isEmpty { metadata.tags = Sourced(Array(Self.unique(tags).prefix(50)), from: place) }
    }
  }

  private mutating func addOther() {
    let description = facts.content(
      "og:description", "description", "twitter:description", "dc:description")
    if let description { other["description"] = .string(description.value) }
    if let image = facts.content("og:image", "og:image:url", "twitter:image") {
      other["image"] = .string(image.value)
    }
    switch data.article?["isAccessibleForFree"] {
    case .bool(let isFree)?: other["paywall"] = .bool(!isFree)
    case .string(let string)?: other["paywall"] = .bool(string.lowercased() == "false")
    default: break
    }
  }
}
