import Document

extension Metadata {
  /// Adds the address at which a page was found, and the day that it names, where the page itself says neither.
  mutating func add(address: String, from provenance: String) {
    if url == nil { url = Sourced(address, from: provenance) }
    if published == nil, let date = YearEvidence.date(in: address), date.utf8.count == 10 {
      published = Sourced(date, from: "url")
    }
  }
}
