extension InkScanner {
  /// A date as print gives it, in any of seven languages: `Feb. 26`, `March 3rd, 2026`, `Tuesday 3 March`, `13. März 2026`,
  /// `le 4 mars 2026`, `4 de marzo de 2026`, `26-FEB-1987`, `2026-03-03`, `13.3.2026`.
  mutating func date() -> PublicationDate? {
    // All have figures, and what can stand before these is not long.
    guard rest.prefix(64).contains(where: { 0x30...0x39 ~= $0 }) else { return nil }
    return attempt { scanner in
      scanner.skipWeekday()
      return scanner.numericDate() ?? scanner.monthFirst() ?? scanner.dayFirst()
    }
  }

  private mutating func skipWeekday() {
    let start = position
    guard let word = word(), MonthNames.isWeekday(word.lowered) else {
      position = start
      return
    }
    _ = skip(".")
    _ = skip(",")
    skipSpace()
  }

  private mutating func month() -> Int? {
    attempt { scanner in
      guard let word = scanner.word(), let month = MonthNames.month(word.lowered) else {
        return nil
      }
      _ = scanner.skip(".")
      return month
    }
  }

  private mutating func day() -> Int? {
    attempt { scanner in
      guard let (day, _) = scanner.number(2), (1...31).contains(day) else { return nil }
      _ = scanner.skipWord(["st", "nd", "rd", "th", "er"])
      return day
    }
  }

  /// A year of four digits, with the comma or preposition before it.
  mutating func year() -> Int? {
    attempt { scanner in
      _ = scanner.skip(",")
      scanner.skipSpace()
      if scanner.skipWord(["de", "del"]) { scanner.skipSpace() }
      guard case (let year, 4)? = scanner.number(4), (1500...2200).contains(year) else {
        return nil
      }
      return year
    }
  }

  /// A year of two digits before a time, as old mail has it: `9 Mar 26 08:00`.
  private mutating func shortYear() -> Int? {
    attempt { scanner in
      scanner.skipSpace()
      guard case (let year, 2)? = scanner.number(2), scanner.peek == 0x20 else { return nil }
      let end = scanner.position
      guard scanner.time() != nil else { return nil }
      scanner.position = end
      return year < 69 ? 2000 + year : 1900 + year
    }
  }

  private mutating func monthFirst() -> PublicationDate? {
    attempt { scanner in
      guard let month = scanner.month() else { return nil }
      scanner.skipSpace()
      guard let day = scanner.day() else { return nil }
      return Self.real(scanner.year(), month, day)
    }
  }

  private mutating func dayFirst() -> PublicationDate? {
    attempt { scanner in
      if scanner.skipWord(["le", "el", "den", "am", "il"]) { scanner.skipSpace() }
      guard let day = scanner.day() else { return nil }
      let isHyphenated = scanner.skip("-")
      _ = scanner.skip(".")
      scanner.skipSpace()
      if scanner.skipWord(["de", "of"]) { scanner.skipSpace() }
      guard let month = scanner.month() else { return nil }
      if isHyphenated { _ = scanner.skip("-") }
      return Self.real(scanner.year() ?? scanner.shortYear(), month, day)
    }
  }

  /// `2026-03-03`, `2026/3/3`, `13.3.2026`, and with slashes only where one order alone is possible.
  private mutating func numericDate() -> PublicationDate? {
    attempt { scanner in
      guard let first = scanner.number(4), let separator = scanner.peek,
        "-./".utf8.contains(separator)
      else { return nil }
      scanner.position += 1
      guard let (second, _) = scanner.number(2), scanner.peek == separator else { return nil }
      scanner.position += 1
      guard let third = scanner.number(4), !(scanner.peek.map { 0x30...0x39 ~= $0 } ?? false) else {
        return nil
      }
      if first.digits == 4 { return Self.real(first.value, second, third.value) }
      guard third.digits == 4, first.digits <= 2 else { return nil }
      if separator == UInt8(ascii: ".") || first.value > 12 {
        return Self.real(third.value, second, first.value)
      }
      return second > 12 || second == first.value
        ? Self.real(third.value, first.value, second) : nil
    }
  }

  private static func real(_ year: Int?, _ month: Int, _ day: Int) -> PublicationDate? {
    // Systems print 0001-01-01 for no date at all.
    if let year, !(1400...2200).contains(year) { return nil }
    let date = PublicationDate(year: year, month: month, day: day)
    return date.isReal ? date : nil
  }
}
