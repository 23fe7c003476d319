import Document

/// A currency's sign with the letters of its country, if any are written against it: `$`, `US$`, `R$`.
struct CurrencySign {
  /// By ISO 4217; a bare `$` is the United States'.
  let code: String
  /// The token of the country's letters, or of the sign.
  let start: Int

  init?(_ numerals: NumeralReader, at index: Int) {
    let tokens = numerals.tokens
    let range = tokens.ranges[index].offsets
    let scalar = numerals.bytes.scalar(at: range.lowerBound)
    guard scalar.length == range.count, let sign = Self.codes[scalar.point] else { return nil }
    guard index > 0, tokens.isAttached(index), tokens.kinds[index - 1] == .word else {
      code = sign
      start = index
      return
    }
    let letters = String(decoding: numerals.bytes[tokens.ranges[index - 1].offsets], as: UTF8.self)
    code = (scalar.point == 0x24 ? Self.dollars[letters] : nil) ?? sign
    start = index - 1
  }

  private static let codes: [UInt32: String] = [
    0x24: "USD", 0x20AC: "EUR", 0xA3: "GBP", 0xA5: "JPY", 0x20B9: "INR", 0x20BD: "RUB",
    0x20A9: "KRW",
    0x20BA: "TRY", 0x20B4: "UAH", 0x20AA: "ILS", 0x20AB: "VND", 0xE3F: "THB", 0x20A6: "NGN",
    0x20B1: "PHP", 0x20B8: "KZT", 0x20A1: "CRC", 0x20B2: "PYG", 0x20B5: "GHS", 0x20BE: "GEL",
    0x58F: "AMD", 0x20BC: "AZN", 0x9F3: "BDT", 0x17DB: "KHR",
  ]

  private static let dollars = [
    "US": "USD", "U.S.": "USD", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "Can": "CAD",
    "NZ": "NZD",
    "HK": "HKD", "S": "SGD", "NT": "TWD", "R": "BRL", "Mex": "MXN", "MX": "MXN", "AR": "ARS",
    "CLP": "CLP",
    "COP": "COP", "J": "JMD", "TT": "TTD", "BZ": "BZD", "N": "NAD", "Z": "ZWL", "FJ": "FJD",
  ]
}
