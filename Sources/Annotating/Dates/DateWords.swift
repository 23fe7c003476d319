/// What a word says in a date.
enum DateTerm: Sendable {
  /// From 1.
  case month(Int)
  /// From 0, a Monday.
  case weekday(Int)
  /// Days from the day of the story: "yesterday" is -1.
  case day(Int)
  case unit(DateUnit)
  /// Counts back from now, before the number ("vor", "hace") or behind it ("ago").
  case before, ago
  case last, this, next
  /// Joins day, month and year: "of", "de".
  case link
  /// Leads into a bare month or year: "in", "since".
  case leading
}

enum DateUnit: Sendable { case day, week, month, year }

/// A language's words for dates, in lists of `term: word word …`.
struct DateWords: Sendable {
  private let map: WordMap<DateTerm>
  /// Whether months and weekdays take a capital, so that "may" and "march" are none.
  let capitalisesMonths: Bool
  /// Whether Monday to Friday are written as in Portuguese, "segunda-feira".
  let weekdaysEndInFeira: Bool

  init(capitals: Bool = false, feira: Bool = false, _ text: String) {
    var entries: [(word: String, value: DateTerm)] = []
    for line in text.split(separator: "\n") {
      let sides = line.split(separator: ":", maxSplits: 1)
      guard sides.count == 2, let term = Self.term(sides[0]) else { continue }
      for word in sides[1].split(separator: " ") { entries.append((String(word), term)) }
    }
    map = WordMap(entries) { first, _ in first }
    capitalisesMonths = capitals
    weekdaysEndInFeira = feira
  }

  private static func term(_ name: Substring) -> DateTerm? {
    switch name {
    case "day", "days": .unit(.day)
    case "week": .unit(.week)
    case "month": .unit(.month)
    case "year": .unit(.year)
    case "before": .before
    case "ago": .ago
    case "last": .last
    case "this": .this
    case "next": .next
    case "link": .link
    case "leading": .leading
    default: numbered(name)
    }
  }

  /// `m4` a month, `w0` a weekday, `d-1` a day.
  private static func numbered(_ name: Substring) -> DateTerm? {
    guard let number = Int(name.dropFirst()) else { return nil }
    return switch name.first {
    case "m": .month(number)
    case "w": .weekday(number)
    case "d": .day(number)
    default: nil
    }
  }

  subscript(bytes: Bytes, range: Range<Int>) -> DateTerm? { map[bytes, range] }

  static func of(_ language: Language) -> DateWords {
    language.choose(
      english: english, german: german, french: french, spanish: spanish, italian: italian,
      portuguese: portuguese, dutch: dutch)
  }
}
