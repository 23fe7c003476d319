import Document

extension Metadata {
  /// Takes from another what it does not say itself.
  mutating func complete(with other: Metadata) {
    if authors == nil {
      authors = other.authors
      byline = byline ?? other.byline
    }
    title = title ?? other.title
    subtitle = subtitle ?? other.subtitle
    published = published ?? other.published
    modified = modified ?? other.modified
    publisher = publisher ?? other.publisher
    section = section ?? other.section
    tags = tags ?? other.tags
    url = url ?? other.url
    language = language ?? other.language
  }
}
