import Document
import Testing

@testable import Reading

struct DatelineTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let places: [String]
    let date: String?
    let agency: String?

    init(_ text: String, _ places: [String], _ date: String? = nil, _ agency: String? = nil) {
      self.text = text
      self.places = places
      self.date = date
      self.agency = agency
    }

    var testDescription: String { text }
  }

  static let styles = [
    Case("WASHINGTON (AP) — |The bill passed.", ["WASHINGTON"], nil, "AP"),
    Case("HARLAN FALLS (Northwire) — |A dam broke.", ["HARLAN FALLS"], nil, "Northwire"),
    Case("COLUMBUS, Ohio (AP) — |The river rose.", ["COLUMBUS"], nil, "AP"),
    Case("BOGOTA, Colombia — |Coffee fell.", ["BOGOTA"]),
    Case("LONDON, Feb 26 (Reuters) - |Tin rose.", ["LONDON"], "--02-26", "Reuters"),
    Case("SÃO PAULO, Feb. 26, 2024 (AFP) - |Coffee rose.", ["SÃO PAULO"], "2024-02-26", "AFP"),
    Case("PARIS/BERLIN, 3 March — |Ministers met.", ["PARIS", "BERLIN"], "--03-03"),
    Case("WEST BEND, Wis., March 16 - |Profit rose.", ["WEST BEND"], "--03-16"),
    Case("WASHINGTON, D.C., March 3, 2026 — |The bill passed.", ["WASHINGTON"], "2026-03-03"),
    Case("ST. LOUIS, April 2 - |The arch opened.", ["ST. LOUIS"], "--04-02"),
    Case("PORT-SELWYN, 4 mars 2026 – |Les bacs sont à quai.", ["PORT-SELWYN"], "2026-03-04"),
    Case(
      "Lorenz, March 3, 2026 – The Coastal Times: |President Marchetti met him.", ["Lorenz"],
      "2026-03-03", "The Coastal Times"),
    Case("Berlin (dpa) - |Der Bundestag tagt.", ["Berlin"], nil, "dpa"),
    Case("BERLIN (dpa/AFP) – |Der Bundestag tagt.", ["BERLIN"], nil, "dpa/AFP"),
    Case("LORENZ, 13. März 2026 – |Nach drei Tagen.", ["LORENZ"], "2026-03-13"),
    Case("PARIS, 4 mars (Reuters) - |La Bourse monte.", ["PARIS"], "--03-04", "Reuters"),
    Case("Paris, le 4 mars 2026 – |La Bourse monte.", ["Paris"], "2026-03-04"),
    Case("Madrid, 4 mar (EFE).- |La bolsa sube.", ["Madrid"], "--03-04", "EFE"),
    Case(
      "MADRID, 4 de marzo de 2026 (EUROPA PRESS) - |La bolsa.", ["MADRID"], "2026-03-04",
      "EUROPA PRESS"),
    Case("(ANSA) - ROMA, 4 MAR - |Il governo.", ["ROMA"], "--03-04", "ANSA"),
    Case("BEIJING, March 3 (Xinhua) -- |China said.", ["BEIJING"], "--03-03", "Xinhua"),
    Case("MOSCOW, March 3. /TASS/. |The ministry said.", ["MOSCOW"], "--03-03", "TASS"),
    Case("TOKYO, March 3, Kyodo - |Stocks fell.", ["TOKYO"], "--03-03", "Kyodo"),
    Case("New Delhi, Mar 3 (PTI) |The court ruled.", ["New Delhi"], "--03-03", "PTI"),
    Case("NEW DELHI: |The court ruled.", ["NEW DELHI"]),
    Case("SYDNEY, Sep 25: |The captain said.", ["SYDNEY"], "--09-25"),
    Case("LONDON, Aug. 28. - |Late goals.", ["LONDON"], "--08-28"),
    Case("LONDON--(BUSINESS WIRE)--|Gannet plc said.", ["LONDON"], nil, "BUSINESS WIRE"),
    Case(
      "NEW YORK, March 3, 2026 /PRNewswire/ -- |Gannet said.", ["NEW YORK"], "2026-03-03",
      "PRNewswire"),
    Case("London (CNN)|The minister quit.", ["London"], nil, "CNN"),
    Case("SPACE.com - TORONTO, Canada -- |A rocket flew.", ["TORONTO"], nil, "SPACE.com"),
    Case("BOSTON —|Crowds cheered.", ["BOSTON"]),
    Case("HARRISBURG — |Crowds cheered.", ["HARRISBURG"]),
    Case("PORT SELWYN, March 14 – |Ninety-third minute.", ["PORT SELWYN"], "--03-14"),
    Case(
      "LONDON | Mon Mar 3, 2014 8:00am EST (Reuters) - |Tin rose.", ["LONDON"], "2014-03-03",
      "Reuters"),
    Case("Dec 29 (Reuters) - |Tin rose.", [], "--12-29", "Reuters"),
    Case("FRANKFURT, April 2 -\n    |Bonds fell.", ["FRANKFURT"], "--04-02"),
    Case("WASHINGTON, 3 March — |“No,” she said.", ["WASHINGTON"], "--03-03"),
    Case("WIEN, 3. März (APA) - |42 Züge standen.", ["WIEN"], "--03-03", "APA"),
  ]

  @Test(arguments: styles)
  func `a dateline is read in every agency's style`(_ example: Case) throws {
    let parts = example.text.split(separator: "|", omittingEmptySubsequences: false).map(
      String.init)
    let start = parts.dropLast().joined(separator: "|")
    let dateline = try #require(Self.dateline(of: start + (parts.last ?? "")))
    #expect(dateline.places == example.places)
    #expect(dateline.date == example.date)
    #expect(dateline.agency == example.agency)
    #expect(dateline.range == TextRange(0, start.utf8.count))
  }

  @Test(arguments: [
    "Paris, the capital — and the suburbs around it — woke to snow.",
    "London – Where it all began.",
    "London is a city. Paris, March 3 was another.",
    "NATO — the alliance that never sleeps — slept.",
    "ANALYSIS — Why the minister went.",
    "UPDATE: The minister has gone.",
    "CLINTON: Thank you very much.",
    "SEC. RUMSFELD: As you know, we will stop here.",
    "CHAMPIONSHIP SERIES: The home side won again.",
    "CBC SPORTS ONLINE - The running back is expected to rest.",
    "STOCKS in the north fell - led by shares in tin.",
    "IBM - The company said it would.",
    "AFP - The government is warning of tough action.",
    "Jane Roe (Labour) — The member for Eastwick.",
    "Jane Roe (born 1950) is a painter - and a good one.",
    "By Monday, March 3 - the day of the vote - all was quiet.",
    "Mr. Smith — The man nobody knew.",
    "Eastwick, a town of 400 (2020 census) - The bells rang.",
    "Dallas, November 22, 1963 – the day that would not end.",
    "“PARIS — The end of a dream,” read the poster.",
    "WHAT WE KNOW — The facts so far.",
    "TIN PRICES EDGE HIGHER - Tin prices rose.",
    "BREAKING — Minister resigns.",
    "PARIS, TEXAS — the film — is back.",
    "In Berlin (dpa) nobody worked.",
    "Apple (AAPL) - The shares fell.",
    "March 3 was a Tuesday.",
    "BRAZIL 2 - Argentina 1",
    "I — The first chapter.",
    "COVID-19 — What to know.",
    "",
  ])
  func `no dateline is seen where there is none`(_ text: String) {
    #expect(Self.dateline(of: text) == nil)
  }

  @Test(arguments: [
    ("2026-03-09", "--03-05", "2026-03-05"),
    ("2026-01-02", "--12-30", "2025-12-30"),
    ("2025-12-30", "--01-02", "2026-01-02"),
  ])
  func `another date tells the year that is not printed`(
    _ known: String, _ printed: String, _ whole: String
  ) throws {
    let bytes = Array("PARIS, \(Self.english(printed)) (AFP) - The snow came.".utf8)
    let dateline = bytes.withUnsafeBufferPointer { Dateline(in: $0, dates: [known]) }
    #expect(try #require(dateline).date == whole)
  }

  private static func english(_ date: String) -> String {
    ["--03-05": "March 5", "--12-30": "Dec 30", "--01-02": "Jan. 2"][date] ?? ""
  }

  private static func dateline(of text: String) -> Dateline? {
    Array(text.utf8).withUnsafeBufferPointer { Dateline(in: $0, dates: []) }
  }
}
