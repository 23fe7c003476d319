import Document

/// A date as precise as its source gives it: `2025`, `2025-04`, `2025-04-22`, `2025-04-22T09:30:00Z`.
struct PublicationDate: Hashable, CustomStringConvertible {
  /// Nil where it is not printed and nothing else tells it.
  var year: Int?
  var month: Int?
  var day: Int?
  /// ISO 8601 from `T` on, as `T09:30`, `T09:30:00Z`, `T09:30:00+02:00`.
  var time: String?

  init(year: Int?, month: Int?, day: Int?, time: String? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.time = time
  }

  var description: String {
    guard let month else { return year.map { Self.padded($0, 4) } ?? "" }
    let start = year.map { Self.padded($0, 4) } ?? "-"
    guard let day else { return "\(start)-\(Self.padded(month, 2))" }
    return "\(start)-\(Self.padded(month, 2))-\(Self.padded(day, 2))\(time ?? "")"
  }

  /// Whether there is such a day.
  var isReal: Bool {
    guard let month else { return true }
    guard (1...12).contains(month) else { return false }
    guard let day else { return true }
    return day >= 1 && day <= CalendarMonth.length(of: month, in: year)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension PublicationDate {
  /// Reads ISO 8601 as the web writes it: `2025-04-22`, `2025-04-22 09:30:00+0200`, `20250422T093000Z`.
  init?(iso string: String) {
    var scanner = Digits(string)
    scanner.skipSpace()
    guard let year = scanner.number(4), (1400...2200).contains(year) else { return nil }
    self.init(year: year, month: nil, day: nil)
    let isCompact = !scanner.skip("-") && !scanner.skip("/")
    if let month = scanner.number(2) {
      self.month = month
      if isCompact || scanner.skip("-") || scanner.skip("/") {
        guard let day = scanner.number(2) else { return nil }
        self.day = day
      } else if isCompact {
        return nil
      }
    }
    guard isReal else { return nil }
    if scanner.skip("T") || scanner.skip("t") || scanner.skip(" ") {
      if !scanner.isAtEnd {
        guard day != nil, let time = scanner.time() else { return nil }
        self.time = time
      }
    }
    guard scanner.isAtEnd else { return nil }
  }
}

/// Reads numbers of fixed width.
private struct Digits {
  private let utf8: [UInt8]
  private var position = 0

  init(_ string: String) {
    utf8 = Array(string.utf8)
  }

  var isAtEnd: Bool { utf8[position...].allSatisfy { $0 <= 0x20 } }

  mutating func skipSpace() {
    while position < utf8.count, utf8[position] <= 0x20 { position += 1 }
  }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < utf8.count, utf8[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func number(_ width: Int) -> Int? {
    guard position + width <= utf8.count else { return nil }
    var number = 0
    for byte in utf8[position..<position + width] {
      guard 0x30...0x39 ~= byte else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    position += width
    return number
  }

  /// `09:30[:15[.123]]` or `0930[15]`, and a zone: `Z`, `+02:00`, `+0200`, `+02`.
  mutating func time() -> String? {
    skipSpace()
    guard let hour = number(2), hour < 25, skip(":") || true, let minute = number(2), minute < 60
    else { return nil }
    var time = "T" + Self.two(hour) + ":" + Self.two(minute)
    if skip(":") || (position < utf8.count && 0x30...0x39 ~= utf8[position]) {
      guard let second = number(2), second < 61 else { return nil }
      time += ":" + Self.two(second)
      if skip(".") || skip(",") {
        while position < utf8.count, 0x30...0x39 ~= utf8[position] { position += 1 }
      }
    }
    skipSpace()
    return zone().map { time + $0 }
  }

  private mutating func zone() -> String? {
    if isAtEnd { return "" }
    if skip("Z") || skip("z") { return "Z" }
    let sign = skip("+") ? "+" : skip("-") ? "-" : nil
    guard let sign else { return nil }
    guard let hours = number(2), hours < 15 else { return nil }
    _ = skip(":")
    let minutes = number(2) ?? 0
    return hours == 0 && minutes == 0 ? "Z" : sign + Self.two(hours) + ":" + Self.two(minutes)
  }

  private static func two(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
