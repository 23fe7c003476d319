/// Looks at bytes of text eight at a time; each answer has the high bit of a byte set where it is true of that byte.
///
/// Sums never carry from one byte to the next, so the answers are exact for every byte.
struct EightBytes {
  let word: UInt64

  static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  @inline(__always)
  init(_ base: UnsafeRawPointer, at index: Int) {
    word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  @inline(__always)
  var isNotASCII: UInt64 { word & ~Self.low }

  /// Bytes that continue a code point.
  @inline(__always)
  var isContinuation: UInt64 { word & ~(word << 1) & ~Self.low }

  @inline(__always)
  func equals(_ byte: UInt8) -> UInt64 {
    let other = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return ~(((other & Self.low) &+ Self.low) | other) & ~Self.low
  }

  /// Control characters of ASCII, DEL apart.
  @inline(__always)
  var isControl: UInt64 { ~(((word & Self.low) &+ 0x6060_6060_6060_6060) | word) & ~Self.low }

  /// Bytes that are neither printable ASCII nor `\n` nor a tab.
  @inline(__always)
  var isOdd: UInt64 {
    let isPrintable = ((word & Self.low) &+ 0x6060_6060_6060_6060) & ~equals(0x7F)
    return (word | ~(isPrintable | equals(0x0A) | equals(0x09))) & ~Self.low
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The index of the first byte at or after another of which something is true, looked for eight bytes at a time; the
  /// count where there is none.
  /// - Parameters:
  ///   - marks: says it of eight bytes, as the answers of `EightBytes` do.
  ///   - isSuch: says the same of one byte, for the last few.
  @inline(__always)
  func firstIndex(
    from start: Int, marks: (EightBytes) -> UInt64, isSuch: (UInt8) -> Bool
  ) -> Int {
    var index = start
    guard let base = UnsafeRawPointer(baseAddress) else { return count }
    while index + 8 <= count {
      let found = marks(EightBytes(base, at: index))
      guard found == 0 else { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count, !isSuch(self[index]) { index += 1 }
    return index
  }
}
