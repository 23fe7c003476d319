/// Tells Markdown on which a parser spends time that grows with the square of its length: thousands of brackets in one
/// paragraph, of cells in one row; or memory beyond a worker's, for millions of pieces. No writer makes such, so it is read as
/// plain text.
enum Intricacy {
  private static let brackets = 2000
  private static let cells = 1000
  private static let addresses = 4000
  /// Of which cmark-gfm keeps each in some 200 bytes, and makes up to twice as many as are counted here.
  private static let pieces = 2_000_000

  static func isExcessive(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var paragraph = (brackets: 0, addresses: 0)
    var pieces = 0
    for line in TextLines(utf8) {
      // A block, and the words in it.
      if !line.isBlank { pieces += 2 }
      if line.isBlank || beginsBlock(utf8[line.start]) { paragraph = (0, 0) }
      var cells = 0
      for byte in utf8[line.start..<line.end] {
        switch byte {
        case UInt8(ascii: "["):
          paragraph.brackets += 1
          pieces += 1
        case UInt8(ascii: "@"): paragraph.addresses += 1
        case UInt8(ascii: "|"):
          cells += 1
          pieces += 1
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "&"),
          UInt8(ascii: "<"), UInt8(ascii: "!"), UInt8(ascii: "~"), UInt8(ascii: ":"),
          UInt8(ascii: "w"), UInt8(ascii: "\\"):
          pieces += 1
        default: break
        }
      }
      if pieces > Self.pieces { return true }
      if paragraph.brackets > brackets || paragraph.addresses > addresses || cells > Self.cells {
        return true
      }
    }
    return false
  }

  /// Whether a line's first byte ends the paragraph above it: an item, a heading.
  private static func beginsBlock(_ byte: UInt8) -> Bool {
    "-*+#".utf8.contains(byte) || 0x30...0x39 ~= byte
  }
}
