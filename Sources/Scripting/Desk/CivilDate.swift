internal import Document

/// A date of the Gregorian calendar, perhaps with a time of day and an offset from UTC.
struct CivilDate: Hashable, Sendable {
  /// Days since 1970-01-01.
  var days: Int
  /// Seconds since midnight; nil where only the day is known.
  var seconds: Int?
  /// Minutes east of UTC; nil where it is not said.
  var offset: Int?

  /// The years that dates can have.
  static let years = 1...9999
  private static let dayRange =
    days(year: 1, month: 1, day: 1)...days(year: 9999, month: 12, day: 31)

  init(days: Int, seconds: Int? = nil, offset: Int? = nil) {
    self.days = days
    self.seconds = seconds
    self.offset = offset
  }

  /// Nil where there is no such day.
  init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month),
      (1...CalendarMonth.length(of: month, in: year)).contains(day)
    else { return nil }
    self.init(days: Self.days(year: year, month: month, day: day))
  }

  /// A date some days later; nil beyond the years that dates can have.
  func adding(days more: Int) -> CivilDate? {
    let (sum, overflows) = days.addingReportingOverflow(more)
    guard !overflows, Self.dayRange.contains(sum) else { return nil }
    return CivilDate(days: sum, seconds: seconds, offset: offset)
  }

  /// A date some months later, in a shorter month its last day; nil beyond the years that dates can have.
  func adding(months more: Int) -> CivilDate? {
    let (year, month, day) = components
    let (sum, overflows) = (year * 12 + month - 1).addingReportingOverflow(more)
    guard !overflows, sum >= 12, sum / 12 <= Self.years.upperBound else { return nil }
    let last = CalendarMonth.length(of: sum % 12 + 1, in: sum / 12)
    var date = CivilDate(year: sum / 12, month: sum % 12 + 1, day: min(day, last))
    date?.seconds = seconds
    date?.offset = offset
    return date
  }

  /// The week by ISO 8601, and the year that it belongs to: that of its Thursday.
  var week: (year: Int, number: Int) {
    let thursday = CivilDate(days: days + 4 - weekday)
    return (thursday.components.year, (thursday.dayOfYear - 1) / 7 + 1)
  }

  /// 1 for Monday to 7 for Sunday, by ISO 8601.
  var weekday: Int { ((days + 3) % 7 + 7) % 7 + 1 }

  /// The day of the year, from 1.
  var dayOfYear: Int { days - Self.days(year: components.year, month: 1, day: 1) + 1 }

  // Both directions after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March, so
  // that the leap day is the last, and repeat after 400.

  private static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  var components: (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let isNextYear = month >= 10
    return (
      yearOfEra + era * 400 + (isNextYear ? 1 : 0), month + (isNextYear ? -9 : 3), day
    )
  }
}

// MARK: ISO 8601

extension CivilDate {
  /// Reads `2025-04-22`, `20250422`, `2025-04`, `2025`, and the first two with a time such as `T09:30`,
  /// ` 09:30:15.5` and a zone such as `Z`, `+02:00`. A missing month or day is the first.
  init?(iso text: String) {
    var reader = DigitReader(text)
    guard let year = reader.number(4) else { return nil }
    let isDashed = reader.skip("-")
    let month = reader.number(2)
    var day: Int?
    if month != nil, !isDashed || reader.skip("-") { day = reader.number(2) }
    guard month != nil || !isDashed, isDashed || (month == nil) == (day == nil),
      let date = CivilDate(year: year, month: month ?? 1, day: day ?? 1)
    else { return nil }
    self = date
    guard !reader.isAtEnd else {
      if reader.lastWasDash { return nil }
      return
    }
    guard day != nil, reader.skip("T") || reader.skip("t") || reader.skip(" "),
      let time = reader.time()
    else { return nil }
    seconds = time
    if !reader.isAtEnd {
      guard let zone = reader.zone(), reader.isAtEnd else { return nil }
      offset = zone
    }
  }

  /// `2025-04-22`, and `T09:30:00+02:00` where the time is known.
  var iso: String {
    let (year, month, day) = components
    var text = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    guard seconds != nil else { return text }
    text += "T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
    guard let offset else { return text }
    if offset == 0 { return text + "Z" }
    let size = abs(offset)
    return text + "\(offset < 0 ? "-" : "+")\(padded(size / 60, 2)):\(padded(size % 60, 2))"
  }

  var hour: Int { (seconds ?? 0) / 3600 }
  var minute: Int { (seconds ?? 0) / 60 % 60 }
  var second: Int { (seconds ?? 0) % 60 }
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// Reads digits and signs off the front of a text.
private struct DigitReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8.prefix(64)) }

  var isAtEnd: Bool { position == bytes.count }
  var lastWasDash: Bool { bytes.last == UInt8(ascii: "-") }

  mutating func number(_ width: Int) -> Int? {
    guard position + width <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + width] {
      guard byte &- UInt8(ascii: "0") < 10 else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    position += width
    return value
  }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Seconds since midnight; a fraction of a second is dropped.
  mutating func time() -> Int? {
    guard let hour = number(2), hour < 24 else { return nil }
    let isColoned = skip(":")
    guard let minute = number(2), minute < 60 else { return nil }
    var second = 0
    if isColoned ? skip(":") : startsWithDigit {
      guard let read = number(2), read <= 60 else { return nil }
      second = min(read, 59)
      if skip(".") || skip(",") {
        guard startsWithDigit else { return nil }
        while number(1) != nil {}
      }
    }
    return hour * 3600 + minute * 60 + second
  }

  private var startsWithDigit: Bool {
    position < bytes.count && bytes[position] &- UInt8(ascii: "0") < 10
  }

  /// Minutes east of UTC.
  mutating func zone() -> Int? {
    if skip("Z") || skip("z") { return 0 }
    let isWest = skip("-")
    guard isWest || skip("+"), let hours = number(2), hours < 24 else { return nil }
    var minutes = 0
    if skip(":") || startsWithDigit {
      guard let read = number(2), read < 60 else { return nil }
      minutes = read
    }
    let east = hours * 60 + minutes
    return isWest ? -east : east
  }
}

// MARK: Formats

extension CivilDate {
  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let dayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// Writes the date by a pattern in the manner of `strftime`; names are English.
  /// - Returns: nil where the pattern has a letter that is not known.
  func formatted(_ pattern: String) -> String? {
    var text = ""
    var isDirective = false
    for scalar in pattern.unicodeScalars {
      if isDirective {
        guard let field = field(scalar) else { return nil }
        text += field
        isDirective = false
      } else if scalar == "%" {
        isDirective = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return isDirective ? nil : text
  }

  /// The letters that `formatted` knows.
  static let directives = "%Y %y %m %d %e %B %b %A %a %u %j %H %I %M %S %p %F %T %%"

  private func field(_ letter: Unicode.Scalar) -> String? {
    let (year, month, day) = components
    switch letter {
    case "Y": return padded(year, 4)
    case "y": return padded(year % 100, 2)
    case "m": return padded(month, 2)
    case "d": return padded(day, 2)
    case "e": return String(day)
    case "B": return Self.monthNames[month - 1]
    case "b": return String(Self.monthNames[month - 1].prefix(3))
    case "A": return Self.dayNames[weekday - 1]
    case "a": return String(Self.dayNames[weekday - 1].prefix(3))
    case "u": return String(weekday)
    case "j": return padded(dayOfYear, 3)
    case "H": return padded(hour, 2)
    case "I": return padded((hour + 11) % 12 + 1, 2)
    case "M": return padded(minute, 2)
    case "S": return padded(second, 2)
    case "p": return hour < 12 ? "AM" : "PM"
    case "F": return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    case "T": return "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
    case "%": return "%"
    default: return nil
    }
  }
}
