/// Eight bytes of a text looked at in one step; most words, and stretches without a line break, are done in one or two.
struct EightBytes {
  private let bytes: UInt64

  private static let high: UInt64 = 0x8080_8080_8080_8080
  private static let each: UInt64 = 0x0101_0101_0101_0101

  /// The bytes from an offset with at least eight behind it.
  @inline(__always)
  init(_ text: Bytes, at offset: Int) {
    bytes = UInt64(
      littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(
        fromByteOffset: offset, as: UInt64.self))
  }

  /// The high bit of each byte that is an ASCII letter.
  @inline(__always)
  private var letters: UInt64 {
    let small = (bytes | Self.each &* 0x20) & ~Self.high
    let atLeastA = small &+ Self.each &* (0x80 - 0x61)
    let beyondZ = small &+ Self.each &* (0x80 - 0x7B)
    return atLeastA & ~beyondZ & ~bytes & Self.high
  }

  /// How many ASCII letters the bytes begin with, and of which case: 1 small, 2 capital, as in `ASCIITable.wordBits`.
  @inline(__always)
  var leadingLetters: (count: Int, seen: UInt8) {
    let letters = letters
    let others = ~letters & Self.high
    let count = others.trailingZeroBitCount >> 3
    // All bits below the first that is no letter; all bits where there is none.
    let leading = others == 0 ? UInt64.max : (others & (0 &- others)) &- 1
    let small = bytes << 2 & letters & leading
    let capital = ~(bytes << 2) & letters & leading
    return (count, (small != 0 ? 1 : 0) | (capital != 0 ? 2 : 0))
  }

  /// Whether all are ASCII and none is a control such as a line break.
  @inline(__always)
  var isPlain: Bool {
    // Adding 0x60 carries into the high bit of what is 0x20 or more.
    (bytes & Self.high) == 0 && (bytes &+ Self.each &* 0x60) & Self.high == Self.high
  }
}
