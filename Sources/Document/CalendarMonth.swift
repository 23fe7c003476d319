/// Months of the Gregorian calendar, by which ISO 8601 counts all years.
package enum CalendarMonth {
  /// How many days a month has, 1 for January to 12; where the year is not known, as many as it may have.
  package static func length(of month: Int, in year: Int?) -> Int {
    switch month {
    case 2: year.map(isLeap) ?? true ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}
