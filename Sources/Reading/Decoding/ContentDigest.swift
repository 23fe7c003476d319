import SystemNettle

/// SHA-256 of some bytes.
package struct ContentDigest: Hashable, Sendable {
  private var a: UInt64 = 0
  private var b: UInt64 = 0
  private var c: UInt64 = 0
  private var d: UInt64 = 0

  package init(of bytes: ArraySlice<UInt8>) {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    bytes.withUnsafeBufferPointer { buffer in
      nettle_sha256_update(&context, buffer.count, buffer.baseAddress)
    }
    withUnsafeMutableBytes(of: &self) { digest in
      nettle_sha256_digest(
        &context, digest.count, digest.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }
  }

  /// Its first eight bytes.
  package var prefix: UInt64 { UInt64(bigEndian: a) }

  /// Its bytes in hexadecimal, 64 digits.
  package func write(to output: inout [UInt8]) {
    withUnsafeBytes(of: self) { bytes in
      let digits: StaticString = "0123456789abcdef"
      for byte in bytes {
        output.append(digits.utf8Start[Int(byte >> 4)])
        output.append(digits.utf8Start[Int(byte & 15)])
      }
    }
  }

  package var hexadecimal: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    write(to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }
}
