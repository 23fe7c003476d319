/// A day of the Gregorian calendar.
struct CalendarDay: Equatable {
  var year: Int
  var month: Int
  var day: Int

  init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that a number of days after 1 January 1970 is.
  ///
  /// After Howard Hinnant's "chrono-compatible low-level date algorithms".
  init(number: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1 January 1970.
  var number: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// From 0, a Monday, to 6.
  var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  /// Whether the calendar has such a day.
  var isReal: Bool {
    1...12 ~= month && 1...31 ~= day && CalendarDay(number: number) == self
  }

  /// `2025-04-22`
  var iso: String { "\(CalendarDay.padded(year, 4))-\(isoMonthDay)" }
  /// `04-22`
  var isoMonthDay: String { "\(CalendarDay.padded(month, 2))-\(CalendarDay.padded(day, 2))" }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The day that an ISO 8601 date or time begins with, its year given apart where it has none (`--04-22`).
  init?(iso: String, year: Int? = nil) {
    let bytes = Array(iso.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      return Int(String(decoding: bytes[range], as: UTF8.self))
    }
    if iso.hasPrefix("--") {
      guard let year, let month = number(2..<4), let day = number(5..<7) else { return nil }
      self.init(year, month, day)
    } else {
      guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
        return nil
      }
      self.init(year, month, day)
    }
    guard isReal else { return nil }
  }
}
