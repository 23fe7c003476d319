import Document

/// What rules and models ask of tokens, in columns beside them: a hash of the word in lower case and its shape.
struct WordColumns {
  let ranges: [TextRange]
  let kinds: [TokenKind]
  /// Hashes of the words in lower case; equal words have equal hashes.
  private(set) var hashes: [WordHash] = []
  private(set) var shapes: [WordShape] = []

  var count: Int { ranges.count }

  init(_ bytes: Bytes, _ tokens: Tokens) {
    ranges = tokens.ranges
    kinds = tokens.kinds
    hashes.reserveCapacity(ranges.count)
    shapes.reserveCapacity(ranges.count)
    for range in ranges {
      var reader = WordReader()
      reader.read(bytes, range)
      hashes.append(reader.hash)
      shapes.append(reader.shape)
    }
  }

  /// The tokens that begin inside a range of the text.
  /// - Complexity: O(log *n*).
  func indices(in range: TextRange) -> Range<Int> {
    let first = ranges.firstIndex(beginningAt: range.lower)
    return first..<Swift.max(first, ranges.firstIndex(beginningAt: range.upper))
  }

  /// Whether a token follows the one before it without white space.
  func isAttached(_ index: Int) -> Bool {
    index > 0 && ranges[index].lower == ranges[index - 1].upper
  }

  /// The stretch of text from one token to another, both included.
  func range(_ tokens: Range<Int>) -> TextRange {
    TextRange(ranges[tokens.lowerBound].lower, ranges[tokens.upperBound - 1].upper)
  }
}

/// A hash of a word in lower case, the same on every machine and in every run.
struct WordHash: Hashable, Sendable {
  var value: UInt32

  init(_ value: UInt32) { self.value = value }

  /// The hash of a word given in lower case.
  init(_ word: String) {
    var reader = WordReader()
    var word = word
    word.withUTF8 { reader.read($0, TextRange(0, $0.count)) }
    self = reader.hash
  }

  /// The hash of two things in order.
  @inline(__always)
  func joined(_ other: WordHash) -> WordHash {
    WordHash(((value ^ 0x9E37_79B9) &* 0x85EB_CA6B).byteSwapped ^ other.value &* 0xC2B2_AE35)
  }
}

/// What a word looks like.
struct WordShape: OptionSet, Hashable, Sendable {
  let rawValue: UInt8
  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The first letter is a capital.
  static let capital = Self(rawValue: 1)
  static let lowerCase = Self(rawValue: 2)
  static let digit = Self(rawValue: 4)
  /// A capital letter after the first.
  static let innerCapital = Self(rawValue: 8)
  /// A hyphen, stop or apostrophe inside.
  static let compound = Self(rawValue: 16)
  static let beyondASCII = Self(rawValue: 32)
  /// One letter, with or without a stop.
  static let initial = Self(rawValue: 64)

  /// Two capitals or more and no small letter: `UN`, `U.S.`
  var isAllCapitals: Bool { contains([.capital, .innerCapital]) && !contains(.lowerCase) }
  var isCapitalized: Bool { contains(.capital) }
}

/// Reads the bytes of one word into its hash and shape.
struct WordReader {
  private var state: UInt32 = 0x811C_9DC5
  private(set) var shape: WordShape = []
  private var letters = 0

  /// The hash of what was read, its bits well mixed.
  var hash: WordHash {
    var value = state
    value ^= value >> 16
    value = value &* 0x7FEB_352D
    value ^= value >> 15
    value = value &* 0x846C_A68B
    return WordHash(value ^ value >> 16)
  }

  mutating func read(_ bytes: Bytes, _ range: TextRange) {
    var offset = Int(range.lower)
    let end = Int(range.upper)
    while offset < end {
      let byte = bytes[offset]
      if byte < 0x80 {
        ascii(byte)
        offset += 1
      } else {
        offset += wide(bytes, offset, end)
      }
    }
    if letters == 1 { shape.insert(.initial) }
  }

  @inline(__always)
  private mutating func ascii(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      shape.insert(.lowerCase)
      letters += 1
      take(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      shape.insert(letters == 0 ? .capital : .innerCapital)
      letters += 1
      take(byte | 0x20)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      shape.insert(.digit)
      take(byte)
    default:
      shape.insert(.compound)
      take(byte)
    }
  }

  /// Takes a character beyond ASCII; capitals of Latin-1, Latin Extended-A and Cyrillic are lower-cased.
  private mutating func wide(_ bytes: Bytes, _ offset: Int, _ end: Int) -> Int {
    let lead = bytes[offset]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard offset + length <= end else {
      take(lead)
      return 1
    }
    if lead == 0xE2, bytes[offset + 1] == 0x80 {
      shape.insert(.compound)
      // The typographic apostrophe counts as the plain one.
      take(bytes[offset + 2] == 0x99 ? 0x27 : bytes[offset + 2])
      return 3
    }
    shape.insert(.beyondASCII)
    if length == 2 {
      letter(UInt32(lead & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F))
    } else {
      letters += 1
      shape.insert(.lowerCase)
      for index in 0..<length { take(bytes[offset + index]) }
    }
    return length
  }

  private mutating func letter(_ point: UInt32) {
    let small = point.lowerCased
    if small != point {
      shape.insert(letters == 0 ? .capital : .innerCapital)
    } else {
      shape.insert(.lowerCase)
    }
    letters += 1
    take(UInt8(truncatingIfNeeded: small >> 8))
    take(UInt8(truncatingIfNeeded: small))
  }

  @inline(__always)
  private mutating func take(_ byte: UInt8) {
    state = (state ^ UInt32(byte)) &* 0x0100_0193
  }
}

extension UInt32 {
  /// The small letter of a capital among the code points that two bytes spell.
  fileprivate var lowerCased: UInt32 {
    switch self {
    case 0xC0...0xDE where self != 0xD7: self + 0x20
    case 0x100...0x137, 0x14A...0x177: self | 1
    case 0x139...0x148, 0x179...0x17E: self + (self & 1)
    case 0x391...0x3A9: self + 0x20
    case 0x400...0x40F: self + 0x50
    case 0x410...0x42F: self + 0x20
    case 0x460...0x52F: self | 1
    default: self
    }
  }
}
