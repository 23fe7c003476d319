/// SHA-256 in hexadecimal.
enum ContentHash {
  static func of(_ bytes: ArraySlice<UInt8>) -> String { ContentDigest(of: bytes).hexadecimal }
}
