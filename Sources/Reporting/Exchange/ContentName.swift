import Document
import SystemNettle

/// Names that stand for contents: SHA-256, in hexadecimal.
enum ContentName {
  static func of(_ bytes: [UInt8]) -> String {
    var hash = RunningHash()
    hash.add(bytes)
    return hash.hexadecimal
  }

  /// An identifier for an article that no two contents share, and one content keeps wherever it lies.
  /// - Parameter hash: the article's; an article that has none is named by its id.
  static func urn(hash: String, id: String) -> String {
    "urn:copydesk:\(hash.isEmpty ? of(Array(id.utf8)) : hash)"
  }
}

/// A hash over bytes that come one after the other.
struct RunningHash {
  private var context = sha256_ctx()

  init() {
    nettle_sha256_init(&context)
  }

  mutating func add(_ bytes: [UInt8]) {
    nettle_sha256_update(&context, bytes.count, bytes)
  }

  /// The digits over all that was added.
  var hexadecimal: String {
    var context = context
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&context, digest.count, &digest)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
