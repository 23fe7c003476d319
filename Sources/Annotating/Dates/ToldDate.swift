import Document

/// A date as far as it is known.
enum ToldDate {
  case year(Int)
  case month(Int, Int)
  case day(CalendarDay)
  case yearless(Int, Int)

  static func month(of day: CalendarDay, shiftedBy shift: Int) -> ToldDate {
    let months = day.year * 12 + day.month - 1 + shift
    return .month(months / 12, months % 12 + 1)
  }

  var iso: String {
    switch self {
    case .year(let year): CalendarDay.padded(year, 4)
    case .month(let year, let month):
      "\(CalendarDay.padded(year, 4))-\(CalendarDay.padded(month, 2))"
    case .day(let day): day.iso
    case .yearless(let month, let day): "--\(CalendarDay(2000, month, day).isoMonthDay)"
    }
  }

  var precision: DateMention.Precision {
    switch self {
    case .year: .year
    case .month: .month
    case .day, .yearless: .day
    }
  }
}
