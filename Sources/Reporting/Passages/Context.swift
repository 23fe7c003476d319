import Document

/// Words of a text with what stands before and after them, in one line.
struct Context: Hashable, Sendable {
  var before: String
  var words: String
  var after: String

  /// - Parameter radius: bytes on either side, less where a paragraph ends; words are not cut.
  /// - Returns: nil where the range does not lie in the text.
  init?(of range: TextRange, in text: Text, radius: Int) {
    guard text.holds(range) else { return nil }
    let bytes = text.utf8
    let lower = Self.start(before: Int(range.lower), in: bytes, radius)
    let upper = Self.end(after: Int(range.upper), in: bytes, radius)
    before = Self.line(bytes[lower..<Int(range.lower)])
    words = Self.words(bytes[range.offsets])
    after = Self.line(bytes[Int(range.upper)..<upper])
  }

  /// Marked words in one line; of a whole page of them the beginning.
  private static func words(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.count > maximumWords else { return line(bytes) }
    var end = bytes.startIndex + maximumWords
    while bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return line(bytes[..<end]) + "…"
  }

  private static let maximumWords = 1000

  /// White space folded; the spaces beside the words are kept.
  private static func line(_ bytes: ArraySlice<UInt8>) -> String {
    Printable.string(String(decoding: bytes, as: UTF8.self))
  }

  private static func start(before offset: Int, in bytes: [UInt8], _ radius: Int) -> Int {
    let limit = max(0, offset - radius)
    var start = offset
    var space = offset
    while start > limit, !isBreak(before: start, bytes) {
      start -= 1
      if bytes[start] == UInt8(ascii: " ") { space = start + 1 }
    }
    return start == 0 || isBreak(before: start, bytes) ? start : whole(space, offset, limit, bytes)
  }

  /// A boundary near the limit where there is no space to cut at, as in Chinese.
  private static func whole(_ space: Int, _ offset: Int, _ limit: Int, _ bytes: [UInt8]) -> Int {
    guard offset - space < (offset - limit) / 2 else { return space }
    var start = limit
    while start < offset, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return start
  }

  private static func end(after offset: Int, in bytes: [UInt8], _ radius: Int) -> Int {
    let limit = min(bytes.count, offset + radius)
    var end = offset
    var space = offset
    while end < limit, !isBreak(before: end + 1, bytes) {
      if bytes[end] == UInt8(ascii: " ") { space = end }
      end += 1
    }
    if end == bytes.count || isBreak(before: end + 1, bytes) { return end }
    if space - offset >= (limit - offset) / 2 { return space }
    while end > offset, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  /// Whether an empty line, which parts paragraphs, ends or begins here.
  private static func isBreak(before offset: Int, _ bytes: [UInt8]) -> Bool {
    guard offset >= 2, bytes[offset - 1] == UInt8(ascii: "\n") else { return false }
    return bytes[offset - 2] == UInt8(ascii: "\n")
      || (offset < bytes.count && bytes[offset] == UInt8(ascii: "\n"))
  }
}
