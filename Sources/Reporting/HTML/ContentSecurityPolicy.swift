import SystemNettle

/// What a browser may do with a page: apply its one stylesheet and run its one script, known by their hashes, show pictures that are
/// in the page itself where it has any, and nothing else.
enum ContentSecurityPolicy {
  static func allowing(
    stylesheet: String, script: String? = nil, pictures: Bool = false
  ) -> String {
    "default-src 'none'; style-src '\(hash(stylesheet))'; "
      + (script.map { "script-src '\(hash($0))'; " } ?? "") + (pictures ? "img-src data:; " : "")
      + "base-uri 'none'; form-action 'none'"
  }

  /// `sha256-…`, as Content Security Policy Level 3 names inline content.
  private static func hash(_ content: String) -> String {
    "sha256-\(base64(sha256(Array(content.utf8))))"
  }

  private static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    nettle_sha256_update(&context, bytes.count, bytes)
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&context, digest.count, &digest)
    return digest
  }

  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let padded = Array(group) + [0, 0]
      let word = UInt32(padded[0]) << 16 | UInt32(padded[1]) << 8 | UInt32(padded[2])
      for place in 0..<4 {
        let digit = alphabet[Int(word >> UInt32(18 - 6 * place)) & 63]
        result.append(place <= group.count ? digit : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
