import SystemNettle

/// A digest as WARC and mail write it: `sha1:` and base 32 or hexadecimal digits.
struct Digest {
  private let algorithm: String
  private let digits: String

  init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    algorithm = text[..<colon].lowercased().filter { $0 != "-" }
    digits = text[text.index(after: colon)...].lowercased().filter { $0 != "=" }
  }

  /// Whether it is that of some bytes; true where it cannot be told.
  func fits(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let hash = nettle_lookup_hash(algorithm) else { return true }
    let digest = Self.digest(of: bytes, by: hash.pointee)
    if digits.utf8.count == digest.count * 2 { return digits == Self.base16(digest) }
    return digits.utf8.count != (digest.count * 8 + 4) / 5 || digits == Self.base32(digest)
  }

  private static func digest(of bytes: ArraySlice<UInt8>, by hash: nettle_hash) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(hash.digest_size))
    withUnsafeTemporaryAllocation(byteCount: Int(hash.context_size), alignment: 16) { context in
      hash.`init`(context.baseAddress)
      bytes.withUnsafeBufferPointer { hash.update(context.baseAddress, $0.count, $0.baseAddress) }
      hash.digest(context.baseAddress, digest.count, &digest)
    }
    return digest
  }

  private static func base16(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func base32(_ bytes: [UInt8]) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    var result: [UInt8] = []
    var (bits, count) = (0, 0)
    for byte in bytes {
      bits = bits << 8 | Int(byte)
      count += 8
      while count >= 5 {
        count -= 5
        result.append(letters[bits >> count & 31])
      }
    }
    if count > 0 { result.append(letters[bits << (5 - count) & 31]) }
    return String(decoding: result, as: UTF8.self)
  }
}
