/// XXH64 of some bytes, with the seed 0: finds what a disk has spoilt, at several bytes a nanosecond. No defence against people.
///
/// Source: the xxHash specification, `xxhash_spec.md`, section "XXH64 Algorithm Description".
enum Checksum {
  private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5
  )

  static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { of($0) }
  }

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var offset = 0
    var sum = bytes.count >= 32 ? stripes(bytes, &offset) : primes.4
    sum &+= UInt64(bytes.count)
    while offset + 8 <= bytes.count {
      sum = rotated(sum ^ round(0, eight(bytes, offset)), 27) &* primes.0 &+ primes.3
      offset += 8
    }
    if offset + 4 <= bytes.count {
      let four = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      sum = rotated(sum ^ (UInt64(four) &* primes.0), 23) &* primes.1 &+ primes.2
      offset += 4
    }
    while offset < bytes.count {
      sum = rotated(sum ^ (UInt64(bytes[offset]) &* primes.4), 11) &* primes.0
      offset += 1
    }
    return avalanche(sum)
  }

  /// All whole stripes of 32 bytes, in four lanes.
  private static func stripes(_ bytes: UnsafeRawBufferPointer, _ offset: inout Int) -> UInt64 {
    var (a, b, c, d) = (primes.0 &+ primes.1, primes.1, UInt64(0), 0 &- primes.0)
    while offset + 32 <= bytes.count {
      a = round(a, eight(bytes, offset))
      b = round(b, eight(bytes, offset + 8))
      c = round(c, eight(bytes, offset + 16))
      d = round(d, eight(bytes, offset + 24))
      offset += 32
    }
    var sum = rotated(a, 1) &+ rotated(b, 7) &+ rotated(c, 12) &+ rotated(d, 18)
    for lane in [a, b, c, d] { sum = (sum ^ round(0, lane)) &* primes.0 &+ primes.3 }
    return sum
  }

  @inline(__always)
  private static func eight(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotated(lane &+ input &* primes.1, 31) &* primes.0
  }

  @inline(__always)
  private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 {
    word << bits | word >> (64 - bits)
  }

  private static func avalanche(_ sum: UInt64) -> UInt64 {
    var sum = (sum ^ sum >> 33) &* primes.1
    sum = (sum ^ sum >> 29) &* primes.2
    return sum ^ sum >> 32
  }
}

extension UInt64 {
  /// Sixteen hexadecimal digits.
  var hexadecimal: [UInt8] {
    let digits: StaticString = "0123456789abcdef"
    return (0..<16).map { digits.utf8Start[Int(self >> UInt64(60 - 4 * $0) & 15)] }
  }
}
