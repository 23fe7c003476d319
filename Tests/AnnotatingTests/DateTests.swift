import Document
import Testing

@testable import Annotating

@Suite struct DateTests {
  /// "words=iso" for each date, with `~` before the relative ones.
  private func dates(
    _ text: String, language: String = "en", published: String? = "2025-04-22"
  ) -> [String] {
    let article = annotated(text, [.dates], language: language, published: published)
    guard let layer = article.layers.dates else { return [] }
    return zip(layer.ranges, layer.notes).map {
      "\(article.text[$0])=\($1.isRelative ? "~" : "")\($1.iso)"
    }
  }

  @Test(arguments: [
    ("on April 22, 2025.", ["April 22, 2025=2025-04-22"]),
    ("on 22 April 2025", ["22 April 2025=2025-04-22"]),
    ("the 3rd of May 2019", ["3rd of May 2019=2019-05-03"]),
    ("Tuesday, September 1, 2015", ["Tuesday, September 1, 2015=2015-09-01"]),
    ("since March 2020", ["March 2020=2020-03"]),
    (
      "2025-04-22T10:30:00Z and 2024-12-31",
      ["2025-04-22T10:30:00Z=2025-04-22T10:30Z", "2024-12-31=2024-12-31"]
    ),
    ("on 12/25/2024", ["12/25/2024=2024-12-25"]),
    ("in 2019 (1998)", ["2019=2019", "1998=1998"]),
    ("They may march.", []),
    ("on Feb. 30, 2021", []),
  ])
  func `absolute dates are told as they stand`(text: String, expected: [String]) {
    #expect(dates(text) == expected)
  }

  @Test(arguments: [
    ("He said on Monday", ["Monday=~2025-04-21"]),
    ("on Tuesday", ["Tuesday=~2025-04-22"]),
    ("last Tuesday", ["last Tuesday=~2025-04-15"]),
    ("next Tuesday", ["next Tuesday=~2025-04-29"]),
    ("yesterday and tomorrow", ["yesterday=~2025-04-21", "tomorrow=~2025-04-23"]),
    ("three days ago", ["three days ago=~2025-04-19"]),
    ("last month, next year", ["last month=~2025-03", "next year=~2026"]),
    ("on December 30", ["December 30=~2024-12-30"]),
    ("in May", ["May=~2025-05"]),
  ])
  func `relative dates are told from the day of the story`(text: String, expected: [String]) {
    #expect(dates(text) == expected)
  }

  @Test func `without a day of the story little can be told`() {
    #expect(dates("yesterday, April 22", published: nil) == ["April 22=--04-22"])
  }

  @Test func `the dateline tells before the day of publication`() {
    var article = Article(id: "t", source: "t", text: "It rained on Sunday.")
    article.metadata.language = Sourced("en", from: "test")
    article.metadata.published = Sourced("2025-03-10", from: "test")
    article.metadata.dateline = Sourced(Dateline(places: ["Orr"], date: "--03-03"), from: "test")
    Annotator().annotate(&article, with: [.dates])
    #expect(article.layers.dates?.notes.map(\.iso) == ["2025-03-02"])
  }

  @Test(arguments: [
    ("de", "am 3. März 2020", "3. März 2020=2020-03-03"),
    ("de", "vor drei Tagen", "vor drei Tagen=~2025-04-19"),
    ("de", "am 22.04.2025", "22.04.2025=2025-04-22"),
    ("fr", "le 1er mai 2019", "1er mai 2019=2019-05-01"),
    ("fr", "il y a trois jours", "a trois jours=~2025-04-19"),
    ("fr", "mardi dernier", "mardi dernier=~2025-04-15"),
    ("es", "el 3 de marzo de 2020", "3 de marzo de 2020=2020-03-03"),
    ("es", "hace dos semanas", "hace dos semanas=~2025-04-08"),
    ("it", "tre giorni fa", "tre giorni fa=~2025-04-19"),
    ("pt", "5 de maio de 2021", "5 de maio de 2021=2021-05-05"),
    ("nl", "drie dagen geleden", "drie dagen geleden=~2025-04-19"),
  ])
  func `dates follow the language's words`(language: String, text: String, expected: String) {
    #expect(dates(text, language: language) == [expected])
  }

  @Test func `days and their numbers agree over four centuries`() {
    var day = CalendarDay(1600, 1, 1)
    for number in day.number..<CalendarDay(2000, 1, 1).number {
      day = CalendarDay(number: number)
      #expect(day.number == number && day.isReal)
    }
    #expect(CalendarDay(2025, 4, 22).weekday == 1)
  }
}
