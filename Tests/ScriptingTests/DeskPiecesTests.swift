import Testing

@testable import Scripting

@Suite struct DeskPiecesTests {
  @Test(
    arguments: [
      ("2025-04-22", "2025-04-22"), ("20250422", "2025-04-22"), ("2025", "2025-01-01"),
      ("2025-04", "2025-04-01"), ("2025-04-22T09:30", "2025-04-22T09:30:00"),
      ("2025-04-22 09:30:15.25+02:00", "2025-04-22T09:30:15+02:00"),
      ("2025-04-22T09:30:15Z", "2025-04-22T09:30:15Z"),
      ("2025-04-22T093015-0530", "2025-04-22T09:30:15-05:30"),
      ("2024-02-29", "2024-02-29"), ("0001-01-01", "0001-01-01"),
      ("2025-02-29", nil), ("2025-13-01", nil), ("2025-4-2", nil), ("2025-04-", nil),
      ("2025-04-22T", nil), ("2025-04-22T25:00", nil), ("2025-04-22x", nil), ("", nil),
      ("April 22", nil), ("0000-01-01", nil), ("202504", nil),
    ] as [(String, String?)])
  func `reads dates by ISO 8601`(text: String, expected: String?) {
    #expect(CivilDate(iso: text)?.iso == expected)
  }

  @Test func `counts days`() throws {
    let first = try #require(CivilDate(iso: "1970-01-01"))
    #expect(first.days == 0)
    #expect(first.weekday == 4)
    let leap = try #require(CivilDate(iso: "2024-02-28")?.adding(days: 2))
    #expect(leap.iso == "2024-03-01")
    #expect(leap.dayOfYear == 61)
    #expect(first.adding(days: .max) == nil)
    #expect(CivilDate(iso: "9999-12-31")?.adding(days: 1) == nil)
  }

  @Test func `every day has a date of its own`() throws {
    let start = try #require(CivilDate(iso: "0001-01-01")).days
    let end = try #require(CivilDate(iso: "9999-12-31")).days
    for days in stride(from: start, through: end, by: 97) {
      let (year, month, day) = CivilDate(days: days).components
      #expect(CivilDate(year: year, month: month, day: day)?.days == days)
    }
  }

  @Test func `writes dates by a pattern`() throws {
    let date = try #require(CivilDate(iso: "2025-04-02T15:07:09Z"))
    #expect(date.formatted("%A, %B %e, %Y") == "Wednesday, April 2, 2025")
    #expect(date.formatted("%a %d %b %y %j %u") == "Wed 02 Apr 25 092 3")
    #expect(date.formatted("%F %T %I %p 100 %%") == "2025-04-02 15:07:09 03 PM 100 %")
    #expect(date.formatted("%Q") == nil)
    #expect(date.formatted("%") == nil)
  }

  @Test(
    arguments: [
      (2.5, 0, 2), (3.5, 0, 4), (-2.5, 0, -2), (1.005, 2, 1), (2.675, 2, 2.67), (0.125, 2, 0.12),
      (0.30000000000000004, 4, 0.3), (1234.5, -2, 1200), (1250, -2, 1200), (1e300, 2, 1e300),
      (0.5, 15, 0.5), (-0.00004, 4, -0.0),
    ] as [(Double, Int, Double)])
  func `rounds as if numbers were written in full`(number: Double, digits: Int, expected: Double) {
    #expect(rounded(number, digits: digits) == expected)
  }

  @Test(arguments: [
    ("en", "running", "run"), ("english", "governments", "govern"), ("de", "häuser", "haus"),
    ("fr", "continuellement", "continuel"), ("ru", "новости", "новост"), ("en", "", ""),
  ])
  func `stems words by language`(language: String, word: String, expected: String) throws {
    let stemmer = try #require(Stemmer(language: language))
    let stem = Array(word.utf8).withUnsafeBufferPointer { word in
      stemmer.stem(word) { String(decoding: $0, as: UTF8.self) }
    }
    #expect(stem == expected)
  }

  @Test func `every listed language has a stemmer`() {
    for (code, name) in Stemmer.languages {
      #expect(Stemmer(language: code) != nil, "\(name)")
    }
    #expect(Stemmer(language: "tlh") == nil)
  }
}
