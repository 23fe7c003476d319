/// Windows-1252 and the part it shares with Latin-1.
enum Windows1252 {
  /// The code points of the bytes 0x80 to 0x9F; 0 where there is none.
  private static let upper: InlineArray<32, UInt16> = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  static func isUndefined(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x81, 0x8D, 0x8F, 0x90, 0x9D: true
    default: false
    }
  }

  /// The same text in UTF-8.
  /// - Parameter isLatin1: whether 0x80 to 0x9F are control characters, as in Latin-1, and not punctuation.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, isLatin1: Bool) -> [UInt8] {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    var index = 0
    while index < bytes.count {
      let end = bytes.endOfASCII(from: index)
      utf8.append(contentsOf: bytes[index..<end])
      index = end
      while index < bytes.count, bytes[index] >= 0x80 {
        utf8.append(scalar: scalar(of: bytes[index], isLatin1))
        index += 1
      }
    }
    return utf8
  }

  /// The code point of a byte of Windows-1252.
  static func scalar(of byte: UInt8) -> UInt32 { scalar(of: byte, false) }

  private static func scalar(of byte: UInt8, _ isLatin1: Bool) -> UInt32 {
    guard byte < 0xA0, !isLatin1 else { return UInt32(byte) }
    let scalar = UInt32(upper[Int(byte) - 0x80])
    return scalar == 0 ? UInt32(byte) : scalar
  }
}

extension [UInt8] {
  /// Adds the UTF-8 of a code point that is no surrogate.
  mutating func append(scalar: UInt32) {
    switch scalar {
    case ..<0x80:
      append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      appendContinuation(scalar)
    case ..<0x10000:
      append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      appendContinuation(scalar >> 6)
      appendContinuation(scalar)
    default:
      append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      appendContinuation(scalar >> 12)
      appendContinuation(scalar >> 6)
      appendContinuation(scalar)
    }
  }

  private mutating func appendContinuation(_ bits: UInt32) {
    append(0x80 | UInt8(truncatingIfNeeded: bits & 0x3F))
  }

  /// Adds U+FFFD, which stands for what could not be read.
  mutating func appendReplacementCharacter() {
    append(0xEF)
    append(0xBF)
    append(0xBD)
  }
}
