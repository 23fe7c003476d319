extension Text {
  /// Words as white space tells them: stretches of ink that hold a letter, a digit or anything beyond ASCII that is no
  /// punctuation. It needs no layer, and so is the same whatever a run happens to compute.
  /// - Complexity: O(*n*).
  public var wordCount: Int {
    utf8.withUnsafeBufferPointer { bytes in
      guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
      var counter = WordCounter(bytes: bytes)
      while counter.offset + 8 <= bytes.count {
        counter.add(base.loadUnaligned(fromByteOffset: counter.offset, as: UInt64.self))
      }
      var last: UInt64 = 0
      for (place, byte) in bytes[counter.offset...].enumerated() {
        last |= UInt64(byte) << UInt64(8 * place)
      }
      counter.add(UInt64(littleEndian: last))
      return counter.count
    }
  }
}

/// Counts words eight bytes at a time, for a third of what it costs to look at each byte.
///
/// A stretch of ink is a row of bytes FF. To add 1 to any byte of it carries out of its end and nowhere else, so one addition
/// puts a mark behind each stretch that holds a byte of a word, even where the stretch goes on in the next eight bytes.
private struct WordCounter {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var offset = 0
  private(set) var count = 0
  private var carry: UInt64 = 0
  /// The first bytes of the next eight, as far as they end a punctuation mark that these begin.
  private var muted: UInt64 = 0

  private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Takes the next eight bytes; those beyond the end are zero.
  @inline(__always)
  mutating func add(_ word: UInt64) {
    let word = UInt64(littleEndian: word)
    var marks = (word | Self.alphanumeric(word)) & ~Self.low & ~muted
    muted = 0
    let punctuation = Self.e2(word)
    if punctuation != 0 { mutePunctuation(punctuation, &marks) }
    let ink = (((word & Self.low) &+ Self.ones &* 0x5F) | word) & ~Self.low
    let stretches = (ink >> 7) &* 0xFF
    let (sum, overflow) = stretches.addingReportingOverflow(marks >> 7)
    let (ends, laterOverflow) = sum.addingReportingOverflow(carry)
    // Multiplied by ones, the bytes of a word add up in the highest.
    count += Int(((ends & ~stretches & Self.ones) &* Self.ones) >> 56)
    carry = overflow || laterOverflow ? 1 : 0
    offset += 8
  }

  /// U+2000 to U+207F, all of it punctuation and space, is E2 80 80 to E2 81 BF.
  private mutating func mutePunctuation(_ starts: UInt64, _ marks: inout UInt64) {
    var starts = starts
    while starts != 0 {
      let place = starts.trailingZeroBitCount / 8
      starts &= starts - 1
      let start = offset + place
      guard start + 2 < bytes.count, bytes[start + 1] & 0xFE == 0x80 else { continue }
      marks &= ~(0xFF_FFFF << UInt64(8 * place))
      if place > 5 { muted = 0xFF_FFFF >> UInt64(8 * (8 - place)) }
    }
  }

  /// The high bits of letters and digits of ASCII; those of other bytes may be anything.
  @inline(__always)
  private static func alphanumeric(_ word: UInt64) -> UInt64 {
    let ascii = word & low
    let small = ascii | ones &* 0x20
    let isDigit = (ascii &+ ones &* 0x50) & ~(ascii &+ ones &* 0x46)
    let isLetter = (small &+ ones &* 0x1F) & ~(small &+ ones &* 0x05)
    return isDigit | isLetter
  }

  /// The high bits of bytes E2.
  @inline(__always)
  private static func e2(_ word: UInt64) -> UInt64 {
    let other = word ^ (ones &* 0xE2)
    return ~(((other & low) &+ low) | other) & ~low
  }
}
