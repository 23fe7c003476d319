extension Text {
  /// Words as white space tells them: stretches of ink that hold a letter, a digit or anything beyond ASCII that is no
  /// punctuation. It needs no layer, and so is the same whatever a run happens to compute.
  /// - Complexity: O(*n*).
  public var wordCount: Int {
    utf8.withUnsafeBufferPointer { bytes in
      var count = 0
      var at = 0
      while at < bytes.count {
        guard Self.beginsWord(bytes, &at) else { continue }
        count += 1
        while at < bytes.count, bytes[at] > 0x20 { at += 1 }
      }
      return count
    }
  }

  /// Whether a word begins at an offset; moves past what does not begin one.
  @inline(__always)
  private static func beginsWord(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Bool {
    let byte = bytes[at]
    // U+2000 to U+207F, all of it punctuation and space, is E2 80 80 to E2 81 BF.
    if byte == 0xE2, at + 2 < bytes.count, bytes[at + 1] & 0xFE == 0x80 {
      at += 3
      return false
    }
    if byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 { return true }
    at += 1
    return false
  }
}
