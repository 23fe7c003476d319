import Document

/// Finds money, percentages, measures and counts: a numeral, and what stands around it.
struct AmountFinder {
  let numerals: NumeralReader
  var amounts = Layer<Amount>()
  /// Whether the text writes pounds with their sign, so that "50 pounds" is money.
  lazy var hasPoundSigns = numerals.bytes.indices.contains {
    numerals.bytes.has("£", at: $0)
  }

  private init(_ numerals: NumeralReader) { self.numerals = numerals }

  /// The amounts of a text, in order; none overlap.
  static func amounts(in manuscript: inout Manuscript) -> Layer<Amount> {
    let tokens = manuscript.tokens
    let reader = NumeralReader(
      bytes: manuscript.bytes, tokens: tokens, language: manuscript.language,
      words: AmountWords.of(manuscript.language))
    var finder = AmountFinder(reader)
    var index = 0
    while index < tokens.count { index = finder.find(at: index) }
    return finder.amounts
  }

  var bytes: Bytes { numerals.bytes }
  var tokens: Tokens { numerals.tokens }

  /// Adds the amount that begins at a token, if one does.
  /// - Returns: the token to go on with.
  mutating func find(at index: Int) -> Int {
    switch tokens.kinds[index] {
    case .symbol:
      guard let sign = CurrencySign(self.numerals, at: index) else { return index + 1 }
      return money(sign.code, from: sign.start, numeralAt: index + 1) ?? index + 1
    case .word:
      if let code = code(at: index), let next = money(code, from: index, numeralAt: index + 1) {
        return next
      }
    case .number: break
    default: return index + 1
    }
    guard let numeral = numerals.numeral(at: index) else { return index + 1 }
    return amount(of: numeral)
  }

  // MARK: Money

  /// The ISO 4217 code that a token is, in capitals.
  func code(at index: Int) -> String? {
    guard tokens.traits[index].contains(.allCapitals), tokens.ranges[index].count == 3,
      case .currency(let code)? = numerals.term(index)
    else { return nil }
    return code
  }

  /// Money whose currency comes first: `$5 million`.
  mutating func money(_ code: String, from start: Int, numeralAt index: Int) -> Int? {
    guard index < tokens.count, tokens.kinds[index] == .number,
      var numeral = numerals.numeral(at: index), !isBroken(index)
    else { return nil }
    if let scale = Self.moneyScales[numeral.suffix] {
      numeral.scale(by: scale)
    } else if !numeral.suffix.isEmpty {
      return nil
    }
    var end = numeral.tokens.upperBound
    if end < tokens.count, case .sharedCurrency? = numerals.term(end) { end += 1 }
    append(start..<end, Amount(kind: .money, value: numeral.value, unit: code))
    return end
  }

  /// What a letter against figures multiplies by, where a currency leaves no doubt.
  static let moneyScales: [String: Double] = ["m": 1e6, "b": 1e9, "t": 1e12, "": 1]

  func isBroken(_ index: Int) -> Bool { tokens.traits[index].contains(.broken) }

  // MARK: What follows a numeral

  mutating func amount(of numeral: Numeral) -> Int {
    var numeral = numeral
    let first = numeral.tokens.lowerBound
    let next = numeral.tokens.upperBound
    guard !isReference(before: first) else { return next }
    if !numeral.suffix.isEmpty { return measure(withSuffix: numeral) }
    var index = next
    if numerals.isHyphen(index), index + 1 < tokens.count { index += 1 }
    var linked = index
    if linked + 1 < tokens.count, case .link? = numerals.term(linked) { linked += 1 }
    if index < tokens.count, numeral.isScaled || !isBroken(index) {
      if let end = percent(numeral, at: index) { return end }
      if let end = money(numeral, at: index == linked || !numeral.isScaled ? index : linked) {
        return end
      }
      if let end = measure(numeral, at: index) { return end }
      if index == next,
        let end = count(numeral, at: index == linked || !numeral.isScaled ? index : linked)
      {
        return end
      }
    }
    if numeral.isScaled {
      numeral.suffix = ""
      append(numeral.tokens, Amount(kind: .count, value: numeral.value, unit: ""))
    }
    return next
  }

  /// "No. 5", "p. 12", "Article 5": names, not amounts.
  func isReference(before index: Int) -> Bool {
    guard index > 0, tokens.traits[index - 1].contains(.stopped), !isBroken(index) else {
      return false
    }
    let range = tokens.ranges[index - 1].offsets.dropLast()
    return numerals.language.words.traits(of: bytes, range).contains(.reference)
  }

  /// `20km`, `5m`
  mutating func measure(withSuffix numeral: Numeral) -> Int {
    let next = numeral.tokens.upperBound
    var suffix = numeral.suffix
    let last = bytes[Int(tokens.ranges[numeral.tokens.upperBound - 1].upper) - 1]
    if suffix.utf8.count == 1, last < 0x61 { return next }  // "3G"
    let unit: AmountTerm? = suffix.withUTF8 { numerals.words[$0, 0..<$0.count] }
    if suffix == "m", next < tokens.count,
      let end = people(numeral.value * 1e6, numeral.tokens, at: next)
    {
      return end
    }
    if case .unit(let name)? = unit {
      append(numeral.tokens, Amount(kind: .measure, value: numeral.value, unit: name))
    }
    return next
  }

  mutating func percent(_ numeral: Numeral, at index: Int) -> Int? {
    let range = tokens.ranges[index].offsets
    var end: Int?
    if bytes[range.lowerBound] == UInt8(ascii: "%") {
      end = index + 1
    } else if case .percent? = numerals.term(index) {
      end = index + 1
    } else if index + 1 < tokens.count, tokens.kinds[index] == .word, isPerCent(index) {
      end = index + 2
    }
    guard var end else { return nil }
    var unit = "%"
    if end < tokens.count, bytes.has("point", at: Int(tokens.ranges[end].lower)) {
      unit = "percentage point"
      end += 1
    }
    let kind: Amount.Kind = unit == "%" ? .percent : .measure
    append(
      signed(numeral).lowerBound..<end,
      Amount(kind: kind, value: signedValue(numeral), unit: unit))
    return end
  }

  /// "per cent", "por ciento", "per cento", "pour cent"
  func isPerCent(_ index: Int) -> Bool {
    let first = tokens.ranges[index].offsets
    let second = tokens.ranges[index + 1].offsets
    return ["per", "por", "pour"].contains(String(decoding: bytes[first], as: UTF8.self))
      && ["cent", "cento", "ciento"].contains(String(decoding: bytes[second], as: UTF8.self))
  }

  /// `5 €`, `5 million US dollars`, `20 francs suisses`
  mutating func money(_ numeral: Numeral, at index: Int) -> Int? {
    if tokens.kinds[index] == .symbol {
      guard let sign = CurrencySign(numerals, at: index), !isFollowedByNumber(index) else {
        return nil
      }
      append(
        numeral.tokens.lowerBound..<index + 1,
        Amount(kind: .money, value: numeral.value, unit: sign.code))
      return index + 1
    }
    switch numerals.term(index) {
    case .currency(let code)?:
      guard
        tokens.ranges[index].count != 3 || code.lowercased() != lowercased(index)
          || tokens.traits[index].contains(.allCapitals)
      else { return nil }
      append(
        numeral.tokens.lowerBound..<index + 1,
        Amount(kind: .money, value: numeral.value, unit: code))
      return index + 1
    case .nation(let nation)?: return shared(numeral, nation: nation, at: index + 1)
    case .sharedCurrency?: return shared(numeral, nation: nil, at: index)
    default:
      // "Hong Kong dollars", "South African rand"
      guard index + 1 < tokens.count, tokens.traits[index].contains(.capital),
        case .nation(let nation)? = numerals.term(index + 1)
      else { return nil }
      return shared(numeral, nation: nation, at: index + 2)
    }
  }

  func isFollowedByNumber(_ index: Int) -> Bool {
    index + 1 < tokens.count && tokens.kinds[index + 1] == .number && tokens.isAttached(index + 1)
  }

  func lowercased(_ index: Int) -> String {
    String(decoding: bytes[tokens.ranges[index].offsets], as: UTF8.self).lowercased()
  }

  mutating func shared(_ numeral: Numeral, nation: String?, at index: Int) -> Int? {
    guard index < tokens.count else { return nil }
    var nation = nation
    var end = index + 1
    let code: String
    switch numerals.term(index) {
    case .currency(let name)?: code = name
    case .sharedCurrency(let family, let usual)?:
      if nation == nil, end < tokens.count, case .nation(let following)? = numerals.term(end) {
        nation = following
        end += 1
      }
      guard let found = nation.map({ Self.code($0 + family) }) ?? usual else { return nil }
      if end < tokens.count, case .currency(found)? = numerals.term(end) {
        nation = ""  // "pounds sterling"
        end += 1
      }
      if family == "P", nation == nil, !numeral.isScaled, !hasPoundSigns {
        append(
          numeral.tokens.lowerBound..<end,
          Amount(kind: .measure, value: numeral.value, unit: "pound"))
        return end
      }
      code = found
    default: return nil
    }
    append(
      numeral.tokens.lowerBound..<end, Amount(kind: .money, value: numeral.value, unit: code))
    return end
  }

  /// The code of a nation's currency, where it is not the nation's letters and the currency's own.
  static func code(_ letters: String) -> String {
    ["MXP": "MXN", "ARP": "ARS", "TRL": "TRY", "LBL": "LBP", "ZAR": "ZAR"][letters] ?? letters
  }

  // MARK: Signs

  /// A minus written against a numeral that begins after a space.
  func hasMinus(_ numeral: Numeral) -> Bool {
    let first = numeral.tokens.lowerBound
    guard first > 0, tokens.isAttached(first), !tokens.isAttached(first - 1) else { return false }
    let scalar = bytes.scalar(at: Int(tokens.ranges[first - 1].lower))
    return tokens.ranges[first - 1].count == scalar.length
      && (scalar.point == 0x2D || scalar.point == 0x2212)
  }

  func signed(_ numeral: Numeral) -> Range<Int> {
    hasMinus(numeral) ? numeral.tokens.lowerBound - 1..<numeral.tokens.upperBound : numeral.tokens
  }

  func signedValue(_ numeral: Numeral) -> Double {
    hasMinus(numeral) ? -numeral.value : numeral.value
  }

  mutating func append(_ range: Range<Int>, _ amount: Amount) {
    let text = TextRange(
      tokens.ranges[range.lowerBound].lower, tokens.ranges[range.upperBound - 1].upper)
    if let last = amounts.ranges.last, last.upper > text.lower { return }
    amounts.append(text, amount)
  }
}
