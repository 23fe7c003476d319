/// One news article: its text, what is known about it, and the layers found in it.
public struct Article: Sendable {
  /// Unique in a run: the id a record came with, else the source's name.
  public var id: String
  /// Where it was read: a path, or `path:line` for a record of many.
  public var source: String
  /// SHA-256, in hexadecimal, of the bytes it was read from.
  public var hash: String
  /// The body. Headline, kicker and byline are metadata; a dateline stays where it is printed.
  public var text: Text
  public var metadata: Metadata
  public var layers: Layers
  /// What was repaired or doubted while reading.
  public var warnings: [Warning]

  public init(
    id: String, source: String, hash: String = "", text: Text, metadata: Metadata = Metadata(),
    layers: Layers = Layers(), warnings: [Warning] = []
  ) {
    self.id = id
    self.source = source
    self.hash = hash
    self.text = text
    self.metadata = metadata
    self.layers = layers
    self.warnings = warnings
  }

  /// The title's text, empty where there is none; annotations can point into it.
  public var title: Text { Text(metadata.title?.value ?? "") }
}

/// Something that was repaired or doubted while reading; the article is still whole.
public struct Warning: Hashable, Sendable {
  /// Stable, for machines: `invalid-utf8`, `nul`, `encoding`, …
  public var code: String
  /// For people: what and how often.
  public var message: String

  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}
