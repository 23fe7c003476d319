/// A piece of metadata and where it was found.
public struct Sourced<Value: Hashable & Sendable>: Hashable, Sendable {
  public var value: Value
  /// How the value is known: `json`, `front matter`, `text:dateline`, `text:byline`, `text:headline`,
  /// `file name`, `option`, `detected`, …
  public var provenance: String

  public init(_ value: Value, from provenance: String) {
    self.value = value
    self.provenance = provenance
  }
}

/// What is known about an article besides its text.
public struct Metadata: Hashable, Sendable {
  public var title: Sourced<String>?
  public var subtitle: Sourced<String>?
  public var kicker: Sourced<String>?
  /// The line that names the authors, as printed.
  public var byline: Sourced<String>?
  public var authors: Sourced<[String]>?
  public var dateline: Sourced<Dateline>?
  /// ISO 8601, as precise as the source: `2025-04-22`, `2025-04-22T09:30:00Z`.
  public var published: Sourced<String>?
  public var modified: Sourced<String>?
  public var publisher: Sourced<String>?
  public var section: Sourced<String>?
  public var tags: Sourced<[String]>?
  public var url: Sourced<String>?
  /// BCP 47: `en`, `pt-BR`; `und` where it could not be told.
  public var language: Sourced<String>?
  /// Whatever else the source said, by its own names.
  public var other: Sourced<Fields>?
  /// Where those members of `other` were found, by their names, that were found elsewhere than the rest.
  public var otherPlaces = Fields()

  public init() {}

  /// Adds a member to `other`.
  /// - Parameters:
  ///   - place: where the member was found.
  ///   - rest: where members without a place of their own are from, if this one is the first; nil: the same place.
  public mutating func add(
    _ name: String, _ value: Value, from place: String, among rest: String? = nil
  ) {
    var fields = other ?? Sourced(Fields(), from: rest ?? place)
    fields.value[name] = value
    otherPlaces[name] = fields.provenance == place ? nil : .string(place)
    other = fields
  }
}

/// The place, date and agency with which news agencies open a story.
public struct Dateline: Hashable, Sendable {
  /// As printed: `PARIS/BERLIN` gives two.
  public var places: [String]
  /// ISO 8601: `2025-04-22`; `--02-26` where the year is not given nor known.
  public var date: String?
  public var agency: String?
  /// Where it stands in the text, up to the first character of the story; nil if it is not part of it.
  public var range: TextRange?

  public init(places: [String], date: String? = nil, agency: String? = nil, range: TextRange? = nil)
  {
    self.places = places
    self.date = date
    self.agency = agency
    self.range = range
  }
}
