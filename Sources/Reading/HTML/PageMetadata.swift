import Document

/// What a page says of its article, gathered from JSON-LD, meta tags, microdata and marked elements.
struct PageMetadata {
  var metadata = Metadata()
  let facts: PageFacts
  let data: LinkedData
  let microdata: Microdata
  let tree: HTMLTree
  /// The address from which the page was fetched; nil where nobody says.
  private let address: String?
  /// What other places say, by the names of members.
  var alternatives = Fields()
  /// The name of the site or of an account on it where a page calls that its author, for want of a better one.
  var houseAuthors: Sourced<[String]>?

  init(_ tree: HTMLTree, _ bytes: ArraySlice<UInt8>, address: String?) {
    self.tree = tree
    self.address = address
    let facts = PageFacts(tree)
    self.facts = facts
    microdata = Microdata(tree, facts.properties)
    data = LinkedData(
      tree.linkedData.map {
        bytes[(bytes.startIndex + $0.lowerBound)..<(bytes.startIndex + $0.upperBound)]
      }, of: facts.subject(in: tree))
    addTitle()
    addAuthors()
    addDates()
    addPlace()
    addSubject()
    addOther()
    if !alternatives.isEmpty { metadata.add("alternatives", .map(alternatives), from: "html") }
  }

  /// The address that those of the page's links and pictures are relative to.
  var base: String? {
    let own = address ?? metadata.url?.value
    guard let base = facts.base else { return own }
    return Address(own ?? "").resolve(base)
  }

  /// The text that JSON-LD gives, as a last resort, in HTML or plain.
  var articleBody: String? { data.characters("articleBody").map(Markup.spelledOut) }

  /// Keeps what disagrees with the value that was chosen.
  mutating func settle(_ name: String, _ claims: Claims, as value: Sourced<String>?) {
    let others = claims.alternatives(to: value?.value)
    if !others.isEmpty { alternatives[name] = .map(others) }
  }

  /// Keeps the lists that disagree with the one that was chosen, whatever their case and order.
  mutating func settle(_ name: String, _ claims: [Sourced<[String]>], as names: [String]) {
    var others = Fields()
    var seen: Set = [Set(names.map { $0.lowercased() })]
    for claim in claims where seen.insert(Set(claim.value.map { $0.lowercased() })).inserted {
      others[claim.provenance] = .list(claim.value.map(Value.string))
    }
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
    claims.add(microdata.string("headline"), from: "microdata")
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

  /// What the site is called.
  var siteNames: [String] {
    [
      facts.content("og:site_name", "application-name", "al:ios:app_name", "al:android:app_name")?
        .value, data.string("publisher"), microdata.names("publisher").first,
    ]
    .compactMap(\.self)
  }

  // MARK: The rest

  private mutating func addPlace() {
    var url = Claims()
    url.add(facts.canonical.flatMap(Self.address), from: "link:canonical")
    url.add(
      facts.content("og:url", "twitter:url").flatMap { content in
        Self.address(content.value).map { ($0, content.name) }
      })
    url.add(data.string("url").flatMap(Self.address), from: "json-ld")
    url.add(data.identifier("mainEntityOfPage").flatMap(Self.address), from: "json-ld")
    metadata.url = url.best
    settle("url", url, as: metadata.url)
    var publisher = Claims()
    publisher.add(facts.content("og:site_name"))
    publisher.add(data.string("publisher"), from: "json-ld")
    publisher.add(microdata.names("publisher").first, from: "microdata")
    publisher.add(
      facts.content("dc:publisher", "dcterms:publisher", "application-name", "publisher"))
    metadata.publisher = publisher.first { Self.address($0) == nil } ?? publisher.best
    settle("publisher", publisher, as: metadata.publisher)
    addLanguage()
  }

  private static func address(_ value: String) -> String? {
    value.hasPrefix("http://") || value.hasPrefix("https://") ? value : nil
  }

  /// Adds the language: of two that agree but for the country, the one that says the country.
  private mutating func addLanguage() {
    var given = Claims()
    given.add(facts.language, from: "html:lang")
    given.add(data.string("inLanguage"), from: "json-ld")
    given.add(microdata.articleString("inLanguage"), from: "microdata")
    given.add(facts.content("content-language", "language", "og:locale", "dc:language"))
    var languages = Claims()
    for (value, place) in given.values {
      languages.add(FieldText.language(.string(value)), from: place)
    }
    let narrower = languages.values.first { claim in
      languages.best.map { claim.value.hasPrefix($0.value + "-") } ?? false
    }
    metadata.language = narrower.map { Sourced($0.value, from: $0.from) } ?? languages.best
    settle("language", languages, as: metadata.language)
  }

  private mutating func addSubject() {
    var section = Claims()
    section.add(data.string("articleSection"), from: "json-ld")
    section.add(
      facts.content(
        "article:section", "og:article:section", "section", "parsely-section",
        "cxenseparse:recs:category"))
    section.add(microdata.string("articleSection"), from: "microdata")
    metadata.section = section.best.map { best in
      // `Transport, Harbour, Front page`: the first of those in which the article stands.
      Sourced(FieldText.strings(.string(best.value))?.first ?? best.value, from: best.provenance)
    }
    settle("section", section, as: metadata.section)
    addTags()
  }

  private mutating func addTags() {
    var claims: [Sourced<[String]>] = []
    func claim(_ names: [String], from place: String) {
      let tags = names.count > 1 ? names : FieldText.strings(.string(names.first ?? "")) ?? []
      if !tags.isEmpty { claims.append(Sourced(Array(Self.unique(tags).prefix(50)), from: place)) }
    }
    claim(data.strings("keywords"), from: "json-ld")
    for name in ["article:tag", "news_keywords", "keywords", "dc:subject"] {
      claim(facts.meta[name] ?? [], from: "meta:\(name)")
    }
    claim(microdata.string("keywords").map { [$0] } ?? [], from: "microdata")
    metadata.tags = claims.first
    settle("tags", claims, as: metadata.tags?.value ?? [])
  }

  private mutating func addOther() {
    var description = Claims()
    for name in ["og:description", "description", "twitter:description", "dc:description"] {
      description.add(facts.content(name))
    }
    description.add(data.string("description"), from: "json-ld")
    description.add(microdata.articleString("description"), from: "microdata")
    add("description", description)
    addImage()
    addPaywall()
    var rights = Claims()
    for name in ["dc:rights", "dcterms:rights", "copyright"] { rights.add(facts.content(name)) }
    add("rights", rights)
  }

  private mutating func addImage() {
    let page = Address(base ?? "")
    var image = Claims()
    for name in ["og:image", "og:image:url", "twitter:image", "twitter:image:src"] {
      image.add(facts.content(name).map { (page.resolve($0.value), $0.name) })
    }
    for name in ["image", "thumbnailUrl"] {
      image.add(data.address(name).map(page.resolve), from: "json-ld")
    }
    image.add(microdata.articleAddress("image").map(page.resolve), from: "microdata")
    add("image", image)
  }

  private mutating func addPaywall() {
    if let isPaid = data.isPaid {
      metadata.add("paywall", .bool(isPaid), from: "json-ld", among: "html")
    } else if let (isPaid, name) = tier {
      metadata.add("paywall", .bool(isPaid), from: "meta:\(name)", among: "html")
    } else if let isFree = microdata.articleString("isAccessibleForFree") {
      let isPaid = SchemaOrg.isFalse(isFree)
      metadata.add("paywall", .bool(isPaid), from: "microdata", among: "html")
    }
  }

  /// Adds what the page says besides an article's own members, and what disagrees with it.
  private mutating func add(_ name: String, _ claims: Claims) {
    guard let best = claims.best else { return }
    metadata.add(name, .string(best.value), from: best.provenance, among: "html")
    settle(name, claims, as: best)
  }

  /// Whether `meta` says that readers must pay, some or all of them, and where it says so.
  private var tier: (isPaid: Bool, name: String)? {
    guard let (tier, name) = facts.content("article:content_tier", "og:article:content_tier") else {
      return nil
    }
    switch tier.lowercased() {
    case "free": return (false, name)
    case "locked", "metered": return (true, name)
    default: return nil
    }
  }
}
