extension InkScanner {
  /// A time of day with its zone, as ISO 8601 from `T` on: `10:30 a.m. EDT`, `15:01:01.79`, `um 9.40 Uhr`, `T09:30Z`.
  mutating func time() -> String? {
    attempt { scanner in
      scanner.skipBeforeTime()
      guard let (hour, _) = scanner.number(2), hour < 25 else { return nil }
      guard scanner.skip(":") || scanner.skip(".") || scanner.skip("h") else { return nil }
      guard case (let minute, 2)? = scanner.number(2), minute < 60 else { return nil }
      let second = scanner.seconds()
      guard let hour = scanner.hour(of: hour) else { return nil }
      _ = scanner.attempt { $0.skipUhr() }
      var time = "T\(Self.two(hour)):\(Self.two(minute))"
      if let second { time += ":" + Self.two(second) }
      return time + (scanner.zone() ?? "")
    }
  }

  private mutating func skipBeforeTime() {
    skipSpace()
    for mark in [",", "-", "|", "·"] as [StaticString] where skip(mark) { break }
    skipSpace()
    if peek == UInt8(ascii: "T"), position + 1 < ink.endIndex, 0x30...0x39 ~= ink[position + 1] {
      position += 1
    } else if skipWord(["at", "um", "à", "a", "las", "alle", "às", "om"]) {
      skipSpace()
    }
  }

  private mutating func seconds() -> Int? {
    attempt { scanner in
      guard scanner.skip(":"), case (let second, 2)? = scanner.number(2), second < 61 else {
        return nil
      }
      if scanner.skip(".") {
        while let byte = scanner.peek, 0x30...0x39 ~= byte { scanner.position += 1 }
      }
      return second
    }
  }

  private mutating func skipUhr() -> Void? {
    skipSpace()
    return skipWord(["uhr", "hrs"]) ? () : nil
  }

  /// The hour of 24, after `a.m.` or `p.m.` where they follow.
  private mutating func hour(of hour: Int) -> Int? {
    let half = attempt { scanner -> UInt8? in
      scanner.skipSpace()
      guard let letter = scanner.peek.map({ $0 | 0x20 }),
        letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p")
      else { return nil }
      scanner.position += 1
      _ = scanner.skip(".")
      guard scanner.skip("m") || scanner.skip("M") else { return nil }
      _ = scanner.skip(".")
      return letter
    }
    guard let half else { return hour }
    guard (1...12).contains(hour) else { return nil }
    return hour % 12 + (half == UInt8(ascii: "p") ? 12 : 0)
  }

  /// `Z`, `+02:00` and the like, or the abbreviation of a zone; nothing of one that does not tell its offset.
  private mutating func zone() -> String? {
    attempt { scanner in
      scanner.skipSpace()
      if let offset = scanner.offset() {
        scanner.skipZoneName()
        return offset
      }
      let isBracketed = scanner.skip("(")
      guard let name = scanner.word()?.string.uppercased(),
        let offset = Self.zones[name] ?? (Self.vagueZones.contains(name) ? "" : nil)
      else { return nil }
      if isBracketed { _ = scanner.skip(")") }
      return scanner.offset() ?? offset
    }
  }

  /// The zone's name in brackets behind its offset, as mail has it: `+0200 (CEST)`.
  private mutating func skipZoneName() {
    _ = attempt { scanner -> Void? in
      scanner.skipSpace()
      guard scanner.skip("(") else { return nil }
      while let byte = scanner.peek, byte != UInt8(ascii: ")") { scanner.position += 1 }
      return scanner.skip(")") ? () : nil
    }
  }

  /// Two figures, whatever follows.
  private mutating func twoDigits() -> Int? {
    let figures = rest.prefix(2)
    guard figures.count == 2, figures.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    position += 2
    return figures.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private mutating func offset() -> String? {
    attempt { scanner in
      let sign = scanner.skip("+") ? "+" : scanner.skip("-") ? "-" : nil
      guard let sign, let hours = scanner.twoDigits(), hours < 15 else { return nil }
      _ = scanner.skip(":")
      let minutes = scanner.twoDigits() ?? 0
      return hours == 0 && minutes == 0
        ? "Z" : "\(sign)\(Self.two(hours)):\(Self.two(minutes))"
    }
  }

  private static let zones = [
    "Z": "Z", "UTC": "Z", "GMT": "Z", "EST": "-05:00", "EDT": "-04:00", "CDT": "-05:00",
    "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "BST": "+01:00",
    "CET": "+01:00", "CEST": "+02:00", "MEZ": "+01:00", "MESZ": "+02:00", "EET": "+02:00",
    "EEST": "+03:00", "MSK": "+03:00", "JST": "+09:00", "KST": "+09:00", "AEST": "+10:00",
    "AEDT": "+11:00", "SAST": "+02:00", "PKT": "+05:00",
  ]

  /// In summer and winter, or on two continents.
  private static let vagueZones: Set<String> = ["ET", "CT", "MT", "PT", "CST", "IST"]

  private static func two(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}

extension PublicationDate {
  /// Reads a date with or without a time from a string that holds nothing else.
  init?(printed string: String) {
    var string = string
    let found = string.withUTF8 { buffer -> PublicationDate? in
      var scanner = InkScanner(Ink(base: buffer, bounds: 0..<buffer.count).trimmed)
      guard var date = scanner.date() else { return nil }
      date.time = scanner.time()
      // `Mon Mar  9 08:00:00 2026`, as C prints it.
      if date.year == nil, date.time != nil { date.year = scanner.year() }
      guard date.year != nil, date.isReal else { return nil }
      scanner.skipSpace()
      return scanner.isAtEnd ? date : nil
    }
    guard let found else { return nil }
    self = found
  }

  /// The date of a number of seconds, or milliseconds, since 1970 in UTC.
  init?(epoch: Int64) {
    let seconds = epoch >= 100_000_000_000 ? epoch / 1000 : epoch
    guard (0..<7_258_118_400).contains(seconds) else { return nil }
    let (days, rest) = Int(seconds).quotientAndRemainder(dividingBy: 86_400)
    // Howard Hinnant's days-to-civil algorithm: years begin in March, eras last 400 years.
    let shifted = days + 719_468
    let (era, dayOfEra) = shifted.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, time: "T\(time.joined(separator: ":"))Z")
  }
}
