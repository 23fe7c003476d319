import Document

/// Finds dates, absolute and relative, and tells them in ISO 8601.
///
/// What a date leaves out (the year of "22 April", the week of "Tuesday") comes from the day of the story: its dateline,
/// else its day of publication. Without one, "22 April" is `--04-22`, and "yesterday" is not told.
struct DateFinder {
  let bytes: Bytes
  let tokens: Tokens
  let words: DateWords
  let numerals: NumeralReader
  /// The day of the story.
  let story: CalendarDay?
  let dayFirst: Bool
  var dates = Layer<DateMention>()

  private init(_ manuscript: inout Manuscript) {
    bytes = manuscript.bytes
    tokens = manuscript.tokens
    words = DateWords.of(manuscript.language)
    numerals = NumeralReader(
      bytes: bytes, tokens: tokens, language: manuscript.language,
      words: AmountWords.of(manuscript.language))
    story = Self.day(of: manuscript.metadata)
    let tag = manuscript.metadata.language?.value ?? manuscript.language.code
    dayFirst = manuscript.language !== Language.english || tag.count > 2 && !tag.hasSuffix("US")
  }

  static func day(of metadata: Metadata) -> CalendarDay? {
    let published = metadata.published.flatMap { CalendarDay(iso: $0.value) }
    let line = metadata.dateline?.value.date
    return line.flatMap { CalendarDay(iso: $0, year: published?.year) } ?? published
  }

  /// The dates of a text, in order; none overlap.
  static func dates(in manuscript: inout Manuscript) -> Layer<DateMention> {
    var finder = DateFinder(&manuscript)
    var index = 0
    while index < finder.tokens.count { index = finder.find(at: index) }
    return finder.dates
  }

  /// Adds the date that begins at a token, if one does.
  /// - Returns: the token to go on with.
  mutating func find(at index: Int) -> Int {
    switch tokens.kinds[index] {
    case .number:
      return figures(at: index) ?? dayMonth(at: index, from: index) ?? ago(at: index, from: index)
        ?? year(at: index) ?? index + 1
    case .word:
      guard let term = term(index) else { return ago(at: index, from: index) ?? index + 1 }
      return find(term, at: index) ?? index + 1
    default: return index + 1
    }
  }

  mutating func find(_ term: DateTerm, at index: Int) -> Int? {
    switch term {
    case .month: return monthDay(at: index, from: index) ?? bareMonth(at: index)
    case .weekday(let weekday): return self.weekday(weekday, at: index)
    case .day(let offset):
      guard let story else { return nil }
      return append(
        index..<index + 1, .day(CalendarDay(number: story.number + offset)), relative: true)
    case .last, .this, .next: return shifted(term, at: index, from: index)
    case .before: return index + 1 < tokens.count ? before(at: index) : nil
    case .unit(let unit): return shifted(unit, at: index) ?? ago(at: index, from: index)
    case .ago, .link, .leading: return ago(at: index, from: index)
    }
  }

  // MARK: Tokens

  func term(_ index: Int) -> DateTerm? {
    guard index < tokens.count, tokens.kinds[index] == .word else { return nil }
    let range = tokens.ranges[index].offsets
    let term = words[bytes, tokens.traits[index].contains(.stopped) ? range.dropLast() : range]
    if words.capitalisesMonths, !tokens.traits[index].contains(.capital) {
      switch term {
      case .month?, .weekday?: return nil
      default: break
      }
    }
    return term
  }

  func month(_ index: Int) -> Int? {
    if case .month(let month)? = term(index) { month } else { nil }
  }

  /// The value of a token of plain digits, with the ending of an ordinal or none.
  func number(_ index: Int, _ digits: ClosedRange<Int>) -> Int? {
    guard index < tokens.count, tokens.kinds[index] == .number else { return nil }
    let range = tokens.ranges[index].offsets
    var end = range.lowerBound
    var value = 0
    while end < range.upperBound, end - range.lowerBound < 5, bytes[end] &- 0x30 < 10 {
      value = value * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    guard digits ~= end - range.lowerBound else { return nil }
    let ending = String(decoding: bytes[end..<range.upperBound], as: UTF8.self)
    return ["", "st", "nd", "rd", "th", "er", "º", "ª", "°"].contains(ending) ? value : nil
  }

  func day(_ index: Int) -> Int? {
    number(index, 1...2).flatMap { 1...31 ~= $0 ? $0 : nil }
  }

  func year(_ index: Int) -> Int? {
    guard index < tokens.count, tokens.ranges[index].count == 4 else { return nil }
    return number(index, 4...4).flatMap { 1000...2999 ~= $0 ? $0 : nil }
  }

  func isMark(_ index: Int, _ mark: Character) -> Bool {
    index < tokens.count && tokens.ranges[index].count == 1
      && bytes[Int(tokens.ranges[index].lower)] == mark.asciiValue
  }

  func isLink(_ index: Int) -> Bool {
    if case .link? = term(index) { true } else { false }
  }

  // MARK: Absolute dates

  mutating func figures(at index: Int) -> Int? {
    guard let date = FigureDate(bytes, at: Int(tokens.ranges[index].lower), dayFirst: dayFirst)
    else {
      return nil
    }
    var next = index + 1
    while next < tokens.count, Int(tokens.ranges[next].lower) < date.end { next += 1 }
    let mention = DateMention(iso: date.iso, precision: date.hasTime ? .minute : .day)
    dates.append(TextRange(Int(tokens.ranges[index].lower), date.end), mention)
    return next
  }

  /// "22 April 2025", "3. März", "1er mai", "3 de marzo de 2020"
  mutating func dayMonth(at index: Int, from start: Int) -> Int? {
    guard let day = day(index) else { return nil }
    var next = index + 1
    if isMark(next, "."), tokens.isAttached(next) { next += 1 }
    if isLink(next) { next += 1 }
    guard let month = month(next) else { return nil }
    return finish(day, month, behind: next, from: start)
  }

  /// "April 22, 2025", "April 2025"
  mutating func monthDay(at index: Int, from start: Int) -> Int? {
    guard let month = month(index) else { return nil }
    if let day = day(index + 1) { return finish(day, month, behind: index + 1, from: start) }
    let next = isMark(index + 1, ",") || isLink(index + 1) ? index + 2 : index + 1
    guard let year = year(next) else { return nil }
    return append(start..<next + 1, .month(year, month), relative: false)
  }

  /// Adds a day of a month with the year that may follow it, or that of the story.
  mutating func finish(_ day: Int, _ month: Int, behind last: Int, from start: Int) -> Int? {
    var next = last + 1
    if isMark(next, ",") || isMark(next, "."), tokens.isAttached(next) { next += 1 }
    if isLink(next) { next += 1 }
    if let year = year(next) {
      let date = CalendarDay(year, month, day)
      return date.isReal ? append(start..<next + 1, .day(date), relative: false) : nil
    }
    guard CalendarDay(2000, month, day).isReal else { return nil }
    guard let story else {
      return append(start..<last + 1, .yearless(month, day), relative: false)
    }
    let date = nearest(month, day, to: story)
    return append(start..<last + 1, .day(date), relative: true)
  }

  /// The year that brings a day closest to that of the story.
  func nearest(_ month: Int, _ day: Int, to story: CalendarDay) -> CalendarDay {
    var best = CalendarDay(story.year, month, day)
    for year in [story.year - 1, story.year + 1] {
      let other = CalendarDay(year, month, day)
      if abs(other.number - story.number) < abs(best.number - story.number) { best = other }
    }
    return best.isReal ? best : CalendarDay(best.year, month, day - 1)
  }

  /// "in 2019", "since 1998": a year that a word leads into, or that a bracket holds alone.
  mutating func year(at index: Int) -> Int? {
    guard index > 0, let year = year(index), 1500...2100 ~= year else { return nil }
    switch term(index - 1) {
    case .leading?, .link?: break
    default:
      guard tokens.traits[index - 1].contains(.opener), index + 1 < tokens.count,
        tokens.traits[index + 1].contains(.closer)
      else { return nil }
    }
    if index + 1 < tokens.count {
      switch numerals.term(index + 1) {
      case .unit?, .person?: return nil
      default: break
      }
    }
    return append(index..<index + 1, .year(year), relative: false)
  }

  // MARK: Telling

  mutating func append(_ range: Range<Int>, _ told: ToldDate, relative: Bool) -> Int? {
    let text = TextRange(
      tokens.ranges[range.lowerBound].lower, tokens.ranges[range.upperBound - 1].upper)
    dates.append(
      text, DateMention(iso: told.iso, precision: told.precision, isRelative: relative))
    return range.upperBound
  }
}
