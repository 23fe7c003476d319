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
    ("fr", "il y a trois jours", "il y a trois jours=~2025-04-19"),
    ("fr", "mardi dernier", "mardi dernier=~2025-04-15"),
    ("es", "el 3 de marzo de 2020", "3 de marzo de 2020=2020-03-03"),
    ("es", "hace dos semanas", "hace dos semanas=~2025-04-08"),
    ("it", "tre giorni fa", "tre giorni fa=~2025-04-19"),
    ("pt", "5 de maio de 2021", "5 de maio de 2021=2021-05-05"),
    ("nl", "drie dagen geleden", "drie dagen geleden=~2025-04-19"),
    ("de", "gestern", "gestern=~2025-04-21"),
    ("fr", "hier", "hier=~2025-04-21"),
    ("es", "ayer", "ayer=~2025-04-21"),
    ("it", "ieri", "ieri=~2025-04-21"),
    ("pt", "ontem", "ontem=~2025-04-21"),
    ("nl", "gisteren", "gisteren=~2025-04-21"),
    ("de", "am Montag", "Montag=~2025-04-21"),
    ("es", "el lunes", "lunes=~2025-04-21"),
    ("it", "lunedì", "lunedì=~2025-04-21"),
    ("pt", "na segunda-feira", "segunda-feira=~2025-04-21"),
    ("pt", "na terça-feira passada", "terça-feira passada=~2025-04-15"),
    ("nl", "afgelopen dinsdag", "afgelopen dinsdag=~2025-04-15"),
    ("fr", "l'année dernière", "année dernière=~2024"),
    ("fr", "le mois prochain", "mois prochain=~2025-05"),
    ("es", "el año pasado", "año pasado=~2024"),
    ("es", "el próximo mes", "próximo mes=~2025-05"),
    ("it", "l'anno scorso", "anno scorso=~2024"),
    ("it", "il mese prossimo", "mese prossimo=~2025-05"),
    ("pt", "no ano passado", "ano passado=~2024"),
    ("de", "letztes Jahr", "letztes Jahr=~2024"),
    ("nl", "volgende maand", "volgende maand=~2025-05"),
    ("fr", "en mars 2020", "mars 2020=2020-03"),
    ("pt", "em março de 2020", "março de 2020=2020-03"),
    ("nl", "in maart 2020", "maart 2020=2020-03"),
    ("it", "il 3 maggio 2020", "3 maggio 2020=2020-05-03"),
  ])
  func `dates follow the language's words`(language: String, text: String, expected: String) {
    #expect(dates(text, language: language) == [expected])
  }

  @Test func `a Portuguese ordinal is no weekday`() {
    #expect(dates("a segunda vez", language: "pt") == [])
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
