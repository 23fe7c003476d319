import Document

extension PageMetadata {
  /// Adds the authors, of the first place that names any, and what other places say.
  mutating func addAuthors() {
    var claims: [Sourced<[String]>] = []
    func claim(_ names: [String], from place: String) {
      let names = names.filter { !$0.isEmpty && !$0.hasPrefix("http") && $0.utf8.count < 300 }
      if !names.isEmpty { claims.append(Sourced(names, from: place)) }
    }
    claim(data.strings("author"), from: "json-ld")
    for name in Self.authorNames { claim(facts.meta[name] ?? [], from: "meta:\(name)") }
    claim(labelledAuthors, from: "meta:twitter:data")
    claim(microdata.names("author"), from: "microdata")
    // Who is called like the site or an account on it is nobody yet, if another place knows a name.
    let sites = Set(siteNames.map { $0.lowercased() })
    let people = claims.first { claim in
      !claim.value.allSatisfy { sites.contains($0.lowercased()) || AccountName.matches($0) }
    }
    guard let best = people else {
      houseAuthors = claims.first
      return
    }
    let names = Self.people(best.value)
    metadata.authors = Sourced(names, from: best.provenance)
    if best.provenance != "json-ld" {
      metadata.byline = Sourced(best.value.joined(separator: ", "), from: best.provenance)
    }
    let others = claims.map { Sourced(Self.people($0.value), from: $0.provenance) }
    settle("authors", others, as: names)
  }

  private static let authorNames = [
    "dc:creator", "dcterm:creator", "dcterms:creator", "author", "parsely-author",
    "sailthru:author", "byl", "article:author", "twitter:creator:name",
  ]

  /// What stands beside the label `Written by`, as cards for Twitter have it.
  private var labelledAuthors: [String] {
    for number in 1...2 {
      guard let label = facts.content("twitter:label\(number)")?.value.lowercased(),
        Self.labels.contains(label)
      else { continue }
      return facts.meta["twitter:data\(number)"] ?? []
    }
    return []
  }

  private static let labels: Set<String> = [
    "written by", "author", "by", "verfasst von", "écrit par", "escrito por", "scritto da",
    "geschreven door",
  ]

  static func people(_ names: [String]) -> [String] {
    unique(names.flatMap { Byline.authors(in: $0) })
  }

  static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0.lowercased()).inserted }
  }
}
