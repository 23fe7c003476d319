import Document

// Dates that are told from the day of the story.

extension DateFinder {
  /// "in May", "since March": of the year that is nearest to the story, unless that lies ahead by more than half of one.
  mutating func bareMonth(at index: Int) -> Int? {
    guard let month = month(index), let story, index > 0, case .leading? = term(index - 1) else {
      return nil
    }
    let date = nearest(month, 15, to: story)
    return append(index..<index + 1, .month(date.year, month), relative: true)
  }

  /// "Tuesday", "last Tuesday", "Tuesday, September 1, 2015"
  mutating func weekday(_ weekday: Int, at index: Int) -> Int? {
    guard let last = lastToken(ofWeekday: weekday, at: index) else { return nil }
    var next = last + 1
    if isMark(next, ","), tokens.isAttached(next) { next += 1 }
    if case .month? = term(next), let end = monthDay(at: next, from: index) { return end }
    if next < tokens.count, tokens.kinds[next] == .number, let end = dayMonth(at: next, from: index)
    {
      return end
    }
    guard let story else { return nil }
    switch term(last + 1) {
    case .last? where !words.capitalisesMonths: return day(weekday, .last, story, index..<last + 2)
    case .next? where !words.capitalisesMonths: return day(weekday, .next, story, index..<last + 2)
    default: return day(weekday, .this, story, index..<last + 1)
    }
  }

  /// "segunda-feira" is three tokens, and "segunda" alone is no day.
  func lastToken(ofWeekday weekday: Int, at index: Int) -> Int? {
    guard words.weekdaysEndInFeira, weekday < 5 else { return index }
    guard isMark(index + 1, "-"), tokens.isAttached(index + 1), index + 2 < tokens.count,
      bytes.has("feira", at: Int(tokens.ranges[index + 2].lower))
    else { return nil }
    return index + 2
  }

  /// The day of the week before the story's, behind it, or, plainly named, the last one up to the story's own:
  /// news says "on Tuesday" of what has happened.
  mutating func day(
    _ weekday: Int, _ which: DateTerm, _ story: CalendarDay, _ range: Range<Int>
  ) -> Int? {
    let back = (story.weekday - weekday + 7) % 7
    let offset =
      switch which {
      case .last: back == 0 ? -7 : -back
      case .next: back == 0 ? 7 : 7 - back
      default: -back
      }
    return append(range, .day(CalendarDay(number: story.number + offset)), relative: true)
  }

  /// "last Tuesday", "next month", "this year"
  mutating func shifted(_ which: DateTerm, at index: Int, from start: Int) -> Int? {
    guard let story else { return nil }
    let shift =
      switch which {
      case .last: -1
      case .next: 1
      default: 0
      }
    switch term(index + 1) {
    case .weekday(let weekday)?:
      guard let last = lastToken(ofWeekday: weekday, at: index + 1) else { return nil }
      return day(weekday, which, story, start..<last + 1)
    case .unit(let unit)?: return shifted(unit, by: shift, start..<index + 2)
    case .month(let month)?:
      var year = story.year
      if shift < 0, month >= story.month { year -= 1 }
      if shift > 0, month <= story.month { year += 1 }
      return append(start..<index + 2, .month(year, month), relative: true)
    default: return nil
    }
  }

  /// "l'année dernière", "el mes próximo": where adjectives follow.
  mutating func shifted(_ unit: DateUnit, at index: Int) -> Int? {
    guard !words.capitalisesMonths else { return nil }
    switch term(index + 1) {
    case .last?: return shifted(unit, by: -1, index..<index + 2)
    case .next?: return shifted(unit, by: 1, index..<index + 2)
    default: return nil
    }
  }

  /// A month or year counted from the story's; weeks have no date that is precise enough.
  mutating func shifted(_ unit: DateUnit, by shift: Int, _ range: Range<Int>) -> Int? {
    guard let story else { return nil }
    switch unit {
    case .year: return append(range, .year(story.year + shift), relative: true)
    case .month: return append(range, ToldDate.month(of: story, shiftedBy: shift), relative: true)
    case .day, .week: return nil
    }
  }

  /// "3 days ago", "tre giorni fa"
  mutating func ago(at index: Int, from start: Int) -> Int? {
    guard let numeral = numerals.numeral(at: index), numeral.suffix.isEmpty,
      case .unit(let unit)? = term(numeral.tokens.upperBound),
      case .ago? = term(numeral.tokens.upperBound + 1)
    else { return nil }
    return back(numeral.value, unit, start..<numeral.tokens.upperBound + 2)
  }

  /// "vor drei Tagen", "hace tres días", "il y a trois jours"
  mutating func before(at index: Int) -> Int? {
    guard isBefore(index), let numeral = numerals.numeral(at: index + 1), numeral.suffix.isEmpty,
      case .unit(let unit)? = term(numeral.tokens.upperBound)
    else { return nil }
    let start = tokens.ranges[index].count == 1 ? index - 2 : index
    return back(numeral.value, unit, start..<numeral.tokens.upperBound + 1)
  }

  /// French "a" counts back only in "il y a".
  func isBefore(_ index: Int) -> Bool {
    guard tokens.ranges[index].count == 1 else { return true }
    return index > 1 && isMark(index - 1, "y")
      && bytes[Int(tokens.ranges[index - 2].upper) - 1] == UInt8(ascii: "l")
  }

  mutating func back(_ count: Double, _ unit: DateUnit, _ range: Range<Int>) -> Int? {
    guard let story, count >= 1, count <= 3000, count == count.rounded() else { return nil }
    let count = Int(count)
    switch unit {
    case .day: return append(range, .day(CalendarDay(number: story.number - count)), relative: true)
    case .week:
      return append(range, .day(CalendarDay(number: story.number - 7 * count)), relative: true)
    case .month: return append(range, ToldDate.month(of: story, shiftedBy: -count), relative: true)
    case .year:
      guard story.year > count else { return nil }
      return append(range, .year(story.year - count), relative: true)
    }
  }
}
