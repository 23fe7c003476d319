import Document

/// Which code point of a text each of its bytes belongs to: what standards count offsets in, where Copydesk counts bytes.
struct CodePoints {
  private static let stretch = 64

  private let utf8: [UInt8]
  /// Code points before each stretch of bytes; empty where bytes and code points are the same.
  private let before: [Int]
  /// All of the text's.
  let count: Int

  init(_ text: Text) {
    utf8 = text.utf8
    var before: [Int] = []
    var count = 0
    for (offset, byte) in utf8.enumerated() {
      if offset % Self.stretch == 0 { before.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    self.before = count == utf8.count ? [] : before
    self.count = count
  }

  /// The code points that come before a byte, which must begin one or end the text.
  /// - Complexity: O(1).
  subscript(offset: UInt32) -> Int {
    let offset = Int(offset)
    guard !before.isEmpty else { return offset }
    guard offset < utf8.count else { return count }
    let start = offset / Self.stretch * Self.stretch
    return before[offset / Self.stretch] + utf8[start..<offset].count { $0 & 0xC0 != 0x80 }
  }

  /// How many code points a range covers.
  func length(of range: TextRange) -> Int { self[range.upper] - self[range.lower] }
}
