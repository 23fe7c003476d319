/// What a word says in an amount.
enum AmountTerm: Sendable {
  /// A number in words, below a hundred.
  case number(Double)
  /// Multiplies what comes before it: hundred, million.
  case scale(Double)
  /// "a" before a scale: "a million", "half a million".
  case one
  case half
  /// Makes a share of the number before it, and no count: "two thirds".
  case fraction
  /// Joins a number to what it counts, or its parts: "millions d'euros", "two hundred and five".
  case link
  case percent
  /// A currency, by its ISO 4217 code.
  case currency(String)
  /// A currency that many countries have; which one, the nation's adjective tells. Else the code, if any is usual.
  case sharedCurrency(String, usual: String?)
  /// The country of a currency, by the first two letters of its code.
  case nation(String)
  /// A unit of measure, by the name that `Amount.unit` gives it.
  case unit(String)
  /// Of people, living or dead: "at least 18 dead".
  case person(String)
}

/// A language's words for amounts.
///
/// Lists are lines of `term: word word …`, where a term is `1000` (a number below 100, or a scale from it), `%`, `USD`,
/// `USD?` (usual for a shared name), `US-` (a nation), `=km` (a unit), `people` or `dead`, `one`, `half`, `fraction`, `link`.
struct AmountWords: Sendable {
  private let map: WordMap<AmountTerm>

  init(_ text: String) {
    var entries: [(word: String, value: AmountTerm)] = []
    for line in (text + "\n" + Self.international).split(separator: "\n") {
      let sides = line.split(separator: ":", maxSplits: 1)
      guard sides.count == 2 else { continue }
      for word in sides[1].split(separator: " ") {
        entries.append((String(word), Self.term(sides[0], of: word)))
      }
    }
    map = WordMap(entries) { first, _ in first }
  }

  private static func term(_ name: Substring, of word: Substring) -> AmountTerm {
    if let value = Double(name) { return value < 100 ? .number(value) : .scale(value) }
    switch name {
    case "%": return .percent
    case "one": return .one
    case "half": return .half
    case "fraction": return .fraction
    case "link": return .link
    case "people": return .person(String(word))
    default: break
    }
    switch name.last {
    case "-": return .nation(String(name.dropLast()))
    case "?":
      let parts = name.dropLast().split(separator: "/")
      return .sharedCurrency(String(parts[0]), usual: parts.count > 1 ? String(parts[1]) : nil)
    default: return name.first == "=" ? .unit(String(name.dropFirst())) : .currency(String(name))
    }
  }

  subscript(bytes: Bytes, range: Range<Int>) -> AmountTerm? { map[bytes, range] }

  /// The words of a language that has a profile; English ones for others.
  static func of(_ language: Language) -> AmountWords {
    language.choose(
      english: english, german: german, french: french, spanish: spanish, italian: italian,
      portuguese: portuguese, dutch: dutch)
  }

  /// Codes and symbols that all languages share.
  private static let international = """
    USD: usd us$
    EUR: eur
    GBP: gbp
    JPY: jpy
    CNY: cny rmb
    CHF: chf
    AUD: aud
    CAD: cad
    NZD: nzd
    HKD: hkd
    SGD: sgd
    INR: inr
    RUB: rub
    BRL: brl
    MXN: mxn
    ZAR: zar
    SEK: sek
    NOK: nok
    DKK: dkk
    PLN: pln
    CZK: czk
    HUF: huf
    TRY: try
    KRW: krw
    ILS: ils
    SAR: sar
    AED: aed
    KZT: kzt
    UAH: uah
    THB: thb
    IDR: idr
    MYR: myr
    PHP: php
    VND: vnd
    EGP: egp
    NGN: ngn
    KES: kes
    ARS: ars
    CLP: clp
    COP: cop
    =km: km
    =m: m
    =cm: cm
    =mm: mm
    =km/h: km/h kmh kph
    =kg: kg
    =g: g
    =t: t
    =ha: ha
    =mph: mph
    =kW: kw
    =MW: mw
    =GW: gw
    =TW: tw
    =kWh: kwh
    =MWh: mwh
    =GWh: gwh
    =TWh: twh
    =°C: °c
    =°F: °f
    """
}
