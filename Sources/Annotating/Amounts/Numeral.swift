import Document

/// A number read from tokens, in figures or in words, with its scale applied.
struct Numeral {
  var value: Double
  /// The tokens it is made of.
  var tokens: Range<Int>
  /// Whether a word such as "million" is part of it.
  var isScaled = false
  /// What is written against the figures: `m`, `km`, `th`.
  var suffix = ""
  /// Whether it is four plain digits, as years are.
  var isYearLike = false

  /// Multiplies by a scale; "68.6 billion" is whole, though 68.6 is not whole in binary.
  mutating func scale(by scale: Double) {
    value *= scale
    if abs(value - value.rounded()) < 1e-3 { value = value.rounded() }
    isScaled = true
  }
}

/// Reads numerals by a language's habits.
struct NumeralReader {
  let bytes: Bytes
  let tokens: Tokens
  let language: Language
  let words: AmountWords

  /// More tokens than a numeral takes.
  private static let longest = 16

  func term(_ index: Int) -> AmountTerm? {
    guard tokens.kinds[index] == .word else { return nil }
    let range = tokens.ranges[index].offsets
    return words[bytes, tokens.traits[index].contains(.stopped) ? range.dropLast() : range]
  }

  /// The numeral that begins at a token; nil if none does.
  func numeral(at index: Int) -> Numeral? {
    var numeral: Numeral?
    if tokens.kinds[index] == .number {
      numeral = figures(at: index)
    } else if tokens.kinds[index] == .word {
      numeral = spelled(at: index)
    }
    guard var numeral else { return nil }
    applyScales(to: &numeral)
    return numeral
  }

  /// The scales that follow: "1.2 million", "3 mil millones", and the `bn` written against the figures.
  private func applyScales(to numeral: inout Numeral) {
    if let scale = Self.attachedScales[numeral.suffix] {
      numeral.scale(by: scale)
      numeral.suffix = ""
    }
    guard numeral.suffix.isEmpty else { return }
    while numeral.tokens.upperBound < tokens.count, numeral.tokens.count < Self.longest {
      var next = numeral.tokens.upperBound
      if isHyphen(next), next + 1 < tokens.count { next += 1 }
      guard case .scale(let scale)? = term(next), scale >= 1000 || numeral.value < 100,
        tokens.kinds[next] == .word
      else { return }
      numeral.scale(by: scale)
      numeral.isYearLike = false
      numeral.tokens = numeral.tokens.lowerBound..<next + 1
    }
  }

  /// Scales that nothing else is written as; a bare `m` may be metres, and `k` kilos of anything.
  private static let attachedScales: [String: Double] = [
    "bn": 1e9, "tn": 1e12, "trn": 1e12, "mn": 1e6, "mln": 1e6, "bln": 1e9, "mrd": 1e9, "mio": 1e6,
    "k": 1e3,
  ]

  func isHyphen(_ index: Int) -> Bool {
    index < tokens.count && tokens.isAttached(index) && tokens.ranges[index].count == 1
      && bytes[Int(tokens.ranges[index].lower)] == UInt8(ascii: "-")
  }

  // MARK: Figures

  private func figures(at index: Int) -> Numeral? {
    let range = tokens.ranges[index].offsets
    if bytes.characterClass(at: range.lowerBound) == .numeral {
      guard let value = Self.fraction(bytes.scalar(at: range.lowerBound).point) else { return nil }
      return Numeral(value: value, tokens: index..<index + 1)
    }
    guard let (value, end) = figures(range) else { return nil }
    let suffix = String(decoding: bytes[end..<range.upperBound], as: UTF8.self).lowercased()
    var numeral = Numeral(value: value, tokens: index..<index + 1, suffix: suffix)
    numeral.isYearLike = range.count == 4 && suffix.isEmpty && 1800...2100 ~= value
    if suffix.isEmpty { addFraction(to: &numeral) }
    if suffix.isEmpty, language.hasDecimalComma { joinGroups(&numeral) }
    return numeral
  }

  /// The value of digits and separators, and where they end. The last of two kinds of separator is the decimal one;
  /// of one kind, three digits behind it make a group where the language groups by it.
  private func figures(_ range: Range<Int>) -> (Double, Int)? {
    var digits: [UInt8] = []
    var marks: [(mark: UInt8, digits: Int)] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      if byte &- 0x30 < 10 {
        digits.append(byte - 0x30)
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        marks.append((byte, digits.count))
      } else if byte == UInt8(ascii: ":") {
        return nil
      } else if byte >= 0x80 || byte == UInt8(ascii: "'") {
        let scalar = bytes.scalar(at: offset)
        let next = offset + scalar.length
        guard next < range.upperBound, bytes[next] &- 0x30 < 10 else { break }
        offset = next
        continue
      } else {
        break
      }
      offset += 1
    }
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    let whole = digits.count - decimals(marks, digits.count)
    var value = 0.0
    for digit in digits { value = value * 10 + Double(digit) }
    var divisor = 1.0
    for _ in whole..<digits.count { divisor *= 10 }
    return (value / divisor, offset)
  }

  /// How many of the digits stand behind the decimal mark.
  private func decimals(_ marks: [(mark: UInt8, digits: Int)], _ count: Int) -> Int {
    guard let last = marks.last else { return 0 }
    let behind = count - last.digits
    if marks.contains(where: { $0.mark != last.mark }) { return behind }
    if marks.count > 1 { return 0 }
    let groups = language.hasDecimalComma ? UInt8(ascii: ".") : UInt8(ascii: ",")
    return last.mark == groups && behind == 3 && last.digits > 0 ? 0 : behind
  }

  /// "1½", "2 ½"
  private func addFraction(to numeral: inout Numeral) {
    let next = numeral.tokens.upperBound
    guard next < tokens.count, tokens.kinds[next] == .number,
      let fraction = Self.fraction(bytes.scalar(at: Int(tokens.ranges[next].lower)).point)
    else { return }
    numeral.value += fraction
    numeral.tokens = numeral.tokens.lowerBound..<next + 1
  }

  private static func fraction(_ point: UInt32) -> Double? {
    switch point {
    case 0xBC: 0.25
    case 0xBD: 0.5
    case 0xBE: 0.75
    case 0x2153: 1 / 3
    case 0x2154: 2 / 3
    default: nil
    }
  }

  /// "20 000": groups of three digits between spaces.
  private func joinGroups(_ numeral: inout Numeral) {
    guard tokens.ranges[numeral.tokens.lowerBound].count <= 3 else { return }
    while numeral.tokens.upperBound < tokens.count, numeral.tokens.count < 6 {
      let next = numeral.tokens.upperBound
      let range = tokens.ranges[next].offsets
      guard tokens.kinds[next] == .number, range.count == 3,
        range.lowerBound == Int(tokens.ranges[next - 1].upper) + 1,
        range.allSatisfy({ bytes[$0] &- 0x30 < 10 })
      else { return }
      numeral.value = range.reduce(numeral.value) { $0 * 10 + Double(bytes[$1] - 0x30) }
      numeral.isYearLike = false
      numeral.tokens = numeral.tokens.lowerBound..<next + 1
    }
  }

  // MARK: Words

  /// "two hundred and fifty thousand", "twenty-one", "a dozen", "half a million"
  private func spelled(at start: Int) -> Numeral? {
    // Most words are none of a numeral's; one question settles that.
    guard let first = term(start) else { return compound(at: start) }
    switch first {
    case .half: return halfScale(at: start)
    case .one: return oneScale(at: start)
    case .number: return number(at: start)
    default: return nil
    }
  }

  /// "zehntausend", "diecimila", "vijftigduizend": a number and a scale in one word.
  private func compound(at index: Int) -> Numeral? {
    guard let scale = language.compoundScale else { return nil }
    let range = tokens.ranges[index].offsets
    let start = range.upperBound - scale.utf8CodeUnitCount
    guard start > range.lowerBound, bytes.has(scale, at: start),
      case .number(let count)? = words[bytes, range.lowerBound..<start]
    else { return nil }
    return Numeral(value: count * 1000, tokens: index..<index + 1, isScaled: true)
  }

  /// "half a million", up to the scale.
  private func halfScale(at start: Int) -> Numeral? {
    guard start + 2 < tokens.count, case .one? = term(start + 1), case .scale? = term(start + 2)
    else { return nil }
    return Numeral(value: 0.5, tokens: start..<start + 2)
  }

  /// "a million", up to the scale; "a dozen".
  private func oneScale(at start: Int) -> Numeral? {
    guard start + 1 < tokens.count else { return nil }
    switch term(start + 1) {
    case .scale?: return Numeral(value: 1, tokens: start..<start + 1)
    case .number(12)? where isDozen(start + 1): return Numeral(value: 12, tokens: start..<start + 2)
    default: return nil
    }
  }

  private func number(at start: Int) -> Numeral? {
    var index = start
    var current = 0.0
    var found: Numeral?
    loop: while index < tokens.count, index - start < Self.longest {
      switch term(index) {
      case .number(let value)?:
        guard found == nil || current == 0 || current >= 20 && value < 10 || current >= 100 else {
          break loop
        }
        current += value
      case .scale(100)? where found != nil && current > 0 && current < 100: current *= 100
      case .link? where found != nil && current >= 100 && index + 1 < tokens.count:
        guard case .number? = term(index + 1) else { break loop }
        index += 1
        continue
      default:
        guard found != nil, isHyphen(index), index + 1 < tokens.count,
          case .number? = term(index + 1)
        else { break loop }
        index += 1
        continue
      }
      index += 1
      found = Numeral(value: current, tokens: start..<index)
    }
    return found
  }

  private func isDozen(_ index: Int) -> Bool {
    bytes[Int(tokens.ranges[index].lower)] | 0x20 == UInt8(ascii: "d")
  }
}

extension Language {
  /// The word for a thousand that is written together with the number before it.
  fileprivate var compoundScale: StaticString? {
    switch code {
    case "de": "tausend"
    case "it": "mila"
    case "nl": "duizend"
    default: nil
    }
  }
}
