internal import SystemNettle

/// SHA-256 over named contents.
package struct Digest {
  private var context = sha256_ctx()

  package init() {
    nettle_sha256_init(&context)
  }

  /// Adds a name and a content, each behind its length, so that no two sequences run together.
  package mutating func add(_ name: String, _ content: [UInt8]) {
    add(Array(name.utf8))
    add(content)
  }

  /// Adds a part of a content as it is.
  package mutating func add(content: [UInt8]) {
    content.withUnsafeBytes { update($0) }
  }

  private mutating func add(_ bytes: [UInt8]) {
    var count = UInt64(bytes.count).littleEndian
    withUnsafeBytes(of: &count) { update($0) }
    bytes.withUnsafeBytes { update($0) }
  }

  private mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    nettle_sha256_update(
      &context, bytes.count, start.assumingMemoryBound(to: UInt8.self))
  }

  /// The digest in hexadecimal.
  package mutating func finish() -> String {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&context, digest.count, &digest)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
