import Document
import Testing

@testable import Annotating

@Suite struct AmountTests {
  /// "words=value unit" for each amount, the value as Swift prints it.
  private func amounts(_ text: String, language: String = "en") -> [String] {
    let article = annotated(text, [.amounts], language: language)
    guard let layer = article.layers.amounts else { return [] }
    return zip(layer.ranges, layer.notes).map {
      "\(article.text[$0])=\($1.value) \($1.unit) \($1.kind.rawValue)"
    }
  }

  @Test(arguments: [
    ("It cost $5 million.", ["$5 million=5000000.0 USD money"]),
    ("trade of $1 billion", ["$1 billion=1000000000.0 USD money"]),
    ("£3.5m and US$1,250.75", ["£3.5m=3500000.0 GBP money", "US$1,250.75=1250.75 USD money"]),
    (
      "A$2bn or EUR 40 million",
      ["A$2bn=2000000000.0 AUD money", "EUR 40 million=40000000.0 EUR money"]
    ),
    ("20 million Australian dollars", ["20 million Australian dollars=20000000.0 AUD money"]),
    (
      "two hundred and fifty thousand euros",
      ["two hundred and fifty thousand euros=250000.0 EUR money"]
    ),
    ("a 300-million-yen deal", ["300-million-yen=300000000.0 JPY money"]),
    ("lost 50 pounds", ["50 pounds=50.0 pound measure"]),
    ("up 2% and down 3.1 percent", ["2%=2.0 % percent", "3.1 percent=3.1 % percent"]),
    ("fell 0.5 percentage points", ["0.5 percentage points=0.5 percentage point measure"]),
    ("0.33 ounces, two thirds of it", ["0.33 ounces=0.33 ounce measure"]),
    ("68.6 billion pounds sterling, 3G", ["68.6 billion pounds sterling=68600000000.0 GBP money"]),
    ("two per cent", ["two per cent=2.0 % percent"]),
    ("It was -5 °C, or −5°C.", ["-5 °C=-5.0 °C measure", "−5°C=-5.0 °C measure"]),
    ("ran 20km in 3½ hours", ["20km=20.0 km measure", "3½ hours=3.5 hour measure"]),
    ("a 15-year-old", ["15-year=15.0 year measure"]),
    ("two million people fled", ["two million people=2000000.0 people count"]),
    ("at least 18 dead", ["18 dead=18.0 dead count"]),
    (
      "5m people and 12 wooden houses",
      ["5m people=5000000.0 people count", "12 wooden houses=12.0 houses count"]
    ),
    ("twenty-one soldiers", ["twenty-one soldiers=21.0 soldiers count"]),
    ("half a million voters", ["half a million voters=500000.0 voters count"]),
    ("in 2019 voters chose No. 5 on April 22 at 10:30, the 5th of the 1990s", []),
  ])
  func `English amounts have their values`(text: String, expected: [String]) {
    #expect(amounts(text) == expected)
  }

  @Test(arguments: [
    ("de", "€ 1,2 Milliarden", "€ 1,2 Milliarden=1200000000.0 EUR money"),
    ("de", "1.250,50 Euro", "1.250,50 Euro=1250.5 EUR money"),
    ("de", "18 Tote", "18 Tote=18.0 tote count"),
    ("de", "rund 3,5 Prozent", "3,5 Prozent=3.5 % percent"),
    ("fr", "2 millions d'euros", "2 millions d'euros=2000000.0 EUR money"),
    ("fr", "20 000 personnes", "20 000 personnes=20000.0 personnes count"),
    ("fr", "30 francs suisses", "30 francs suisses=30.0 CHF money"),
    ("es", "tres mil millones de dólares", "tres mil millones de dólares=3000000000.0 USD money"),
    ("es", "el 5 por ciento", "5 por ciento=5.0 % percent"),
    ("it", "1,5 miliardi di euro", "1,5 miliardi di euro=1500000000.0 EUR money"),
    ("pt", "R$ 2 milhões", "R$ 2 milhões=2000000.0 BRL money"),
    ("nl", "twaalf miljoen euro", "twaalf miljoen euro=12000000.0 EUR money"),
    ("de", "zehntausend Menschen", "zehntausend Menschen=10000.0 menschen count"),
    ("it", "diecimila manifestanti", "diecimila manifestanti=10000.0 manifestanti count"),
    ("nl", "tienduizend mensen", "tienduizend mensen=10000.0 mensen count"),
    ("fr", "au moins 18 morts", "18 morts=18.0 morts count"),
    ("es", "al menos 18 muertos", "18 muertos=18.0 muertos count"),
    ("it", "almeno 18 morti", "18 morti=18.0 morti count"),
    ("pt", "pelo menos 18 mortos", "18 mortos=18.0 mortos count"),
    ("nl", "minstens 18 doden", "18 doden=18.0 doden count"),
    ("de", "2,5 Millionen Menschen", "2,5 Millionen Menschen=2500000.0 menschen count"),
    ("es", "2,5 millones de personas", "2,5 millones de personas=2500000.0 personas count"),
    ("it", "2,5 milioni di persone", "2,5 milioni di persone=2500000.0 persone count"),
    ("pt", "2,5 milhões de pessoas", "2,5 milhões de pessoas=2500000.0 pessoas count"),
    ("fr", "3,5 pour cent", "3,5 pour cent=3.5 % percent"),
    ("it", "il 3,5 per cento", "3,5 per cento=3.5 % percent"),
    ("pt", "3,5 por cento", "3,5 por cento=3.5 % percent"),
    ("nl", "12 procent", "12 procent=12.0 % percent"),
  ])
  func `amounts follow the language's habits`(language: String, text: String, expected: String) {
    #expect(amounts(text, language: language) == [expected])
  }
}
