import Document

/// A date by ISO 8601 as people give it, of any precision: `2026`, `2026-03-09`, `2026-03-09T10:30`.
package struct WrittenDate {
  private static let form = Array("0000-00-00T00:00:00".utf8)
  /// Where a date may end.
  private static let ends = [4, 7, 10, 13, 16, 19]

  /// How to write one.
  static let remedy = "write it as 2026-03-09, 2026-03 or 2026-03-09T10:30"

  private let bytes: [UInt8]

  /// Nil where it is of another form, or there is no such day or time.
  package init?(_ text: some Collection<UInt8>) {
    bytes = Array(text)
    guard Self.ends.contains(bytes.count), isOfForm, hasDay, hasTime else { return nil }
  }

  /// The same with the zone that may stand behind a time, `Z` or `+01:00`, and fractions of a second.
  init?(zoned text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count > 10 else {
      self.init(bytes)
      return
    }
    var time = bytes[10...]
    if time.last == UInt8(ascii: "Z") {
      time.removeLast()
    } else if let sign = time.lastIndex(where: {
      $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
    }) {
      guard Self(Array("2000-01-01T".utf8) + time[(sign + 1)...]) != nil else { return nil }
      time = time[..<sign]
    }
    if let point = time.firstIndex(of: UInt8(ascii: ".")) {
      guard time[(point + 1)...].allSatisfy(Self.isDigit) else { return nil }
      time = time[..<point]
    }
    self.init(bytes[..<10] + time)
  }

  private var isOfForm: Bool {
    zip(bytes, Self.form).allSatisfy { byte, form in
      form == UInt8(ascii: "0") ? Self.isDigit(byte) : byte == form
    }
  }

  private var hasDay: Bool {
    let month = number(5..<7) ?? 1
    guard (1...12).contains(month) else { return false }
    let length = CalendarMonth.length(of: month, in: number(0..<4))
    return (1...length).contains(number(8..<10) ?? 1)
  }

  /// A minute may have a leap second.
  private var hasTime: Bool {
    (number(11..<13) ?? 0) < 24 && (number(14..<16) ?? 0) < 60 && (number(17..<19) ?? 0) <= 60
  }

  /// Nil where the date is not so precise.
  private func number(_ range: Range<Int>) -> Int? {
    guard range.upperBound <= bytes.count else { return nil }
    return Int(String(decoding: bytes[range], as: UTF8.self))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
