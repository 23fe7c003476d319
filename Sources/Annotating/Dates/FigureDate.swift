/// A date written in figures, with the time that may follow it.
struct FigureDate {
  var iso: String
  /// Whether hours and minutes are part of it.
  var hasTime: Bool
  /// Where it ends, in bytes.
  var end: Int

  /// Reads `2025-04-22`, `2025-04-22T10:30Z`, `22.04.2025`, `22/04/2025` at an offset.
  ///
  /// - Parameter dayFirst: whether `03/04/2025` is a day of April.
  init?(_ bytes: Bytes, at start: Int, dayFirst: Bool) {
    guard let first = Figures(bytes, at: start), first.end < bytes.count else { return nil }
    let mark = bytes[first.end]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: "."),
      let second = Figures(bytes, at: first.end + 1), second.digits <= 2,
      second.end < bytes.count, bytes[second.end] == mark,
      let third = Figures(bytes, at: second.end + 1)
    else { return nil }
    let day: CalendarDay
    if first.digits == 4, third.digits <= 2 {
      day = CalendarDay(first.value, second.value, third.value)
    } else if first.digits <= 2, third.digits == 4 {
      let isDayFirst =
        mark == UInt8(ascii: ".") || second.value > 12 ? second.value <= 12 : dayFirst
      day =
        isDayFirst || first.value > 12
        ? CalendarDay(third.value, second.value, first.value)
        : CalendarDay(third.value, first.value, second.value)
    } else {
      return nil
    }
    guard day.isReal, 1000...2999 ~= day.year else { return nil }
    iso = day.iso
    hasTime = false
    end = third.end
    if first.digits == 4 { readTime(bytes) }
    guard end == bytes.count || bytes[end] &- 0x30 >= 10 else { return nil }
  }

  /// `T10:30`, with seconds and zone passed over or kept as they are.
  private mutating func readTime(_ bytes: Bytes) {
    guard end < bytes.count, bytes[end] == UInt8(ascii: "T"),
      let hour = Figures(bytes, at: end + 1), hour.digits == 2, hour.value < 24,
      hour.end < bytes.count, bytes[hour.end] == UInt8(ascii: ":"),
      let minute = Figures(bytes, at: hour.end + 1), minute.digits == 2, minute.value < 60
    else { return }
    iso += "T\(CalendarDay.padded(hour.value, 2)):\(CalendarDay.padded(minute.value, 2))"
    hasTime = true
    end = minute.end
    if end < bytes.count, bytes[end] == UInt8(ascii: ":"), let second = Figures(bytes, at: end + 1)
    {
      end = second.end
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: "Z") {
      iso += "Z"
      end += 1
    }
  }

  private struct Figures {
    var value = 0
    var digits = 0
    var end: Int

    init?(_ bytes: Bytes, at start: Int) {
      end = start
      while end < bytes.count, digits < 5, bytes[end] &- 0x30 < 10 {
        value = value * 10 + Int(bytes[end] - 0x30)
        digits += 1
        end += 1
      }
      guard 1...4 ~= digits else { return nil }
    }
  }
}
