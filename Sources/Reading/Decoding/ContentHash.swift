import SystemNettle

/// SHA-256 in hexadecimal.
enum ContentHash {
  static func of(_ bytes: ArraySlice<UInt8>) -> String {
    var context = sha256_ctx()
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_init(&context)
    bytes.withUnsafeBufferPointer { buffer in
      nettle_sha256_update(&context, buffer.count, buffer.baseAddress)
    }
    nettle_sha256_digest(&context, digest.count, &digest)
    return hexadecimal(digest)
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits: StaticString = "0123456789abcdef"
    return String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
      for (index, byte) in bytes.enumerated() {
        buffer[index * 2] = digits.utf8Start[Int(byte >> 4)]
        buffer[index * 2 + 1] = digits.utf8Start[Int(byte & 15)]
      }
      return bytes.count * 2
    }
  }
}
