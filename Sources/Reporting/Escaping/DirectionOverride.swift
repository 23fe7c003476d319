/// U+202D and U+202E, which force a direction on all that follows, so that no page may hold them.
enum DirectionOverride {
  /// Bytes of one in UTF-8.
  static let length = 3

  /// Whether one stands at an index of some UTF-8.
  @inline(__always)
  static func stands<Bytes: Collection<UInt8>>(at index: Int, in utf8: Bytes) -> Bool
  where Bytes.Index == Int {
    utf8[index] == 0xE2 && index + 2 < utf8.endIndex && utf8[index + 1] == 0x80
      && (utf8[index + 2] == 0xAD || utf8[index + 2] == 0xAE)
  }
}
