/// How a lexicon cuts a text into words.
enum WordRule: String, CaseIterable, Sendable {
  /// Runs of letters and digits, with apostrophes between them: `don't`, `well` and `known`.
  case words
  /// What stands between white space, without the punctuation around it unless that leaves two
  /// characters or fewer, so that emoticons stay whole.
  case spaced
  /// Single characters beyond ASCII: emoji.
  case characters
}

/// What a lexicon makes of upper and lower case.
enum CaseRule: String, CaseIterable, Sendable {
  /// Unicode case folding: `Straße` and `STRASSE` are one.
  case fold
  /// Unicode lower case.
  case lower
  /// Case matters.
  case keep
}

/// What bytes are, for the scanners: a set of bits each.
enum ByteClass {
  static let space: UInt8 = 1
  static let punctuation: UInt8 = 2
  static let upper: UInt8 = 4
  static let lower: UInt8 = 8
  static let digit: UInt8 = 16
  static let beyondASCII: UInt8 = 32

  /// Letters, digits, and what is beyond ASCII: what words are made of, at a first look.
  static let ink: UInt8 = upper | lower | digit | beyondASCII
}

/// Tables that the scanners look bytes up in; made once.
struct ByteTables: @unchecked Sendable {
  let classes: UnsafePointer<UInt8>
  /// ASCII in lower case, other bytes as they are.
  let lower: UnsafePointer<UInt8>
  /// Every byte as it is.
  let same: UnsafePointer<UInt8>

  static let shared = ByteTables()

  private init() {
    let tables = UnsafeMutablePointer<UInt8>.allocate(capacity: 3 * 256)
    for value in 0..<256 {
      let byte = UInt8(value)
      tables[value] = Self.classify(byte)
      tables[256 + value] = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
      tables[512 + value] = byte
    }
    classes = UnsafePointer(tables)
    lower = classes + 256
    same = classes + 512
  }

  private static func classify(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x09...0x0D, 0x1C...0x20: ByteClass.space
    case 0x30...0x39: ByteClass.digit
    case 0x41...0x5A: ByteClass.upper
    case 0x61...0x7A: ByteClass.lower
    case 0x21...0x7E: ByteClass.punctuation
    case 0x80...0xFF: ByteClass.beyondASCII
    default: 0
    }
  }
}
