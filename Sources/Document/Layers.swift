/// Ranges over a text in the order in which they begin, each with a note.
public struct Layer<Note: Sendable>: Sendable {
  public private(set) var ranges: [TextRange]
  public private(set) var notes: [Note]

  public init() {
    ranges = []
    notes = []
  }

  /// A layer of columns that were filled elsewhere: as many notes as ranges, the ranges in order.
  public init(_ ranges: [TextRange], _ notes: [Note]) {
    precondition(ranges.count == notes.count, "a layer has one note for each range")
    self.ranges = ranges
    self.notes = notes
  }

  @inlinable public var count: Int { ranges.count }
  @inlinable public var isEmpty: Bool { ranges.isEmpty }

  public mutating func reserveCapacity(_ count: Int) {
    ranges.reserveCapacity(count)
    notes.reserveCapacity(count)
  }

  /// Adds at the end; ranges come in order.
  public mutating func append(_ range: TextRange, _ note: Note) {
    ranges.append(range)
    notes.append(note)
  }

  /// Changes where the last range ends or begins.
  public mutating func replaceLast(_ range: TextRange) {
    ranges[ranges.count - 1] = range
  }

  /// The indices of the ranges that begin inside another.
  /// - Complexity: O(log *n*).
  public func indices(beginningIn range: TextRange) -> Range<Int> {
    let first = ranges.firstIndex(beginningAt: range.lower)
    return first..<Swift.max(first, ranges.firstIndex(beginningAt: range.upper))
  }
}

extension [TextRange] {
  /// The index of the first range that begins at an offset or after it.
  /// - Complexity: O(log *n*).
  public func firstIndex(beginningAt offset: UInt32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lower < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The layers the host can compute, by the names that plugins require.
public enum LayerKind: String, CaseIterable, Sendable {
  case paragraphs, sentences, tokens, quoted, quotes, entities, amounts, dates, links, scopes
}

/// What annotators found; a layer that nothing required is nil.
public struct Layers: Sendable {
  /// Blocks between line breaks that end a thought, without their white space.
  public var paragraphs: [TextRange]?
  /// Sentences, without white space around them; together they cover all ink.
  public var sentences: [TextRange]?
  public var tokens: Layer<TokenKind>?
  /// Text between quotation marks, marks included; cheaper than `quotes`, which knows speakers.
  public var quoted: [TextRange]?
  public var quotes: Layer<Quote>?
  public var entities: Layer<Entity>?
  public var amounts: Layer<Amount>?
  public var dates: Layer<DateMention>?
  public var links: Layer<Link>?
  /// The parts of the article by their roles, nested; those of the title come first.
  public var scopes: Layer<Scope>?
  /// What the source's markup calls stretches of the text: headings, quotes, captions, corrections. `scopes` is made of it.
  public var marked: Layer<Scope.Kind>?

  public init() {}
}

/// What a token is.
public enum TokenKind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
  case word, number, punctuation, symbol, url, email, hashtag, handle, emoji

  public var name: String {
    switch self {
    case .word: "word"
    case .number: "number"
    case .punctuation: "punctuation"
    case .symbol: "symbol"
    case .url: "url"
    case .email: "email"
    case .hashtag: "hashtag"
    case .handle: "handle"
    case .emoji: "emoji"
    }
  }
}

/// Speech or thought attributed to somebody.
///
/// Its range covers the quoted words with their marks, or the words that report it. Where an attribution interrupts
/// them (`“One,” said Roe. “Two.”`) it lies inside the range; what of a range stands between quotation marks the layer
/// `quoted` tells.
public struct Quote: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable { case direct, mixed, indirect }

  /// How a cue presents what was said: `said` takes no stand, `claimed` doubts it, `admitted` holds it for true.
  public enum Stance: String, CaseIterable, Sendable {
    case neutral, claiming, stressing, conceding, doubting, denying, asking, promising, warning
    case believing, praising, blaming
  }

  public var kind: Kind
  /// The words that name the speaker in the text.
  public var speaker: TextRange?
  /// The speaker's fullest name in the article: `Jane Roe` for "she".
  public var speakerName: String?
  /// The words that say what the speaker is: `the finance minister`, here or where the article first names him.
  public var role: TextRange?
  /// The words that say it is speech: `said`, `according to`.
  public var cue: TextRange?
  /// How the cue presents it; nil without a cue.
  public var stance: Stance?
  /// 0…1.
  public var confidence: Double
  /// The rule that found it.
  public var why: String

  public init(
    kind: Kind, speaker: TextRange? = nil, speakerName: String? = nil, role: TextRange? = nil,
    cue: TextRange? = nil, stance: Stance? = nil, confidence: Double = 1, why: String = ""
  ) {
    self.kind = kind
    self.speaker = speaker
    self.speakerName = speakerName
    self.role = role
    self.cue = cue
    self.stance = stance
    self.confidence = confidence
    self.why = why
  }
}

/// A mention of a person, organisation, place or nationality.
public struct Entity: Hashable, Sendable {
  public enum Label: String, CaseIterable, Sendable {
    case person = "PERSON"
    case organization = "ORG"
    case location = "LOC"
    /// A word for a country's people or for what is theirs: `French`, `Kenyans`.
    case nationality = "NORP"
  }

  /// What a place is, where its name or the lists leave no doubt.
  public enum PlaceKind: String, Sendable, CaseIterable {
    case country, continent, region, city, water, mountain, island, road, site
  }

  public var label: Label
  /// The fullest name that the article gives to what is mentioned; of a nationality, the country's.
  public var name: String
  /// Mentions of one entity share a number, counted from 1 in the order of first mention; nationalities have that of
  /// their country.
  public var number: Int
  public var kind: PlaceKind?
  /// ISO 3166-1 alpha-2 of the country that is named, or that a nationality belongs to.
  public var country: String?

  public init(
    label: Label, name: String, number: Int, kind: PlaceKind? = nil, country: String? = nil
  ) {
    self.label = label
    self.name = name
    self.number = number
    self.kind = kind
    self.country = country
  }
}

/// A quantity: money, a percentage, a measure or a count.
public struct Amount: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable { case money, percent, measure, count }

  public var kind: Kind
  /// With its scale applied: 1e9 for "$1 billion".
  public var value: Double
  /// ISO 4217 for money, `%` for percentages, else the unit's name.
  public var unit: String

  public init(kind: Kind, value: Double, unit: String) {
    self.kind = kind
    self.value = value
    self.unit = unit
  }
}

/// A date as a text mentions it.
public struct DateMention: Hashable, Sendable {
  public enum Precision: String, CaseIterable, Sendable { case year, month, day, minute }

  /// ISO 8601, cut to the precision: `2025`, `2025-04`, `2025-04-22`; `--04-22` where no year can be told.
  public var iso: String
  public var precision: Precision
  /// Whether it was told from another date, as "last Tuesday" is from the dateline.
  public var isRelative: Bool

  public init(iso: String, precision: Precision, isRelative: Bool = false) {
    self.iso = iso
    self.precision = precision
    self.isRelative = isRelative
  }
}

/// Where words of the text lead.
public struct Link: Hashable, Sendable {
  public var url: String

  public init(url: String) {
    self.url = url
  }
}
