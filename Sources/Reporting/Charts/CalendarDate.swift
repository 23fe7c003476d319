/// A date as ISO 8601 writes it, to the day, the month or the year.
package struct CalendarDate: Hashable, Sendable {
  package private(set) var year: Int
  var month: Int?
  var day: Int?

  /// Reads the date that a text begins with; a time after it is passed over. Nil where there is none or no year is given.
  package init?(_ text: String) {
    let date = text.utf8.prefix { $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: " ") }
    let parts = date.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard (1...3).contains(parts.count), numbers.count == parts.count, parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    year = numbers[0]
    month = numbers.count > 1 ? numbers[1] : nil
    day = numbers.count > 2 ? numbers[2] : nil
    guard (1...12).contains(month ?? 1), (1...31).contains(day ?? 1) else { return nil }
  }

  init(year: Int, month: Int?, day: Int?) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Days since 1 January 1970, of the first day of a month or year.
  ///
  /// After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  package var dayNumber: Int {
    let month = self.month ?? 1
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + (day ?? 1) - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  package init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// `3 March 2025`, `March 2025`, `2025`.
  var shown: String {
    let name = month.map { Self.months[$0 - 1] }
    return [day.map(String.init), name, String(year)].compactMap { $0 }.joined(separator: " ")
  }

  /// `3 Mar 2025`.
  var shortened: String {
    let name = month.map { String(Self.months[$0 - 1].prefix(3)) }
    return [day.map(String.init), name, String(year)].compactMap { $0 }.joined(separator: " ")
  }

  /// A date of an article, for people: `3 March 2025`, `3 March` where no year is given; as it is where it is no date.
  static func shown(_ date: String) -> String {
    if let date = CalendarDate(date) { return date.shown }
    guard date.hasPrefix("--"), let leap = CalendarDate("2000-" + date.dropFirst(2)) else {
      return date
    }
    return [leap.day.map(String.init), leap.month.map { months[$0 - 1] }].compactMap { $0 }
      .joined(separator: " ")
  }

  /// The same in less room.
  static func shortened(_ date: String) -> String { CalendarDate(date)?.shortened ?? shown(date) }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
