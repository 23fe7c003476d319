import Document

/// A figure that a page's share button leaves behind the last full stop: `…between the two cities.138`.
enum TrailingCounter {
  /// Takes the figure off, where nothing else can be meant.
  /// - Returns: a warning that says so.
  static func remove(from text: inout [UInt8]) -> Warning? {
    let figures = text.suffix(7).reversed().prefix { 0x30...0x39 ~= $0 }.count
    guard (1...6).contains(figures), isGlued(figures, to: text) else { return nil }
    let figure = String(decoding: text.suffix(figures), as: UTF8.self)
    text.removeLast(figures)
    return Warning(
      code: "crumb", message: "a counter behind the last full stop, \(figure), was left out")
  }

  /// Whether the figures follow a full stop that itself follows a word, without a space; footnotes do that too, but more than
  /// once.
  private static func isGlued(_ figures: Int, to text: [UInt8]) -> Bool {
    var rest = text.dropLast(figures)
    for mark: StaticString in ["”", "\"", "’"] where endsWith(mark, rest) {
      rest.removeLast(mark.utf8CodeUnitCount)
    }
    guard rest.last.map({ ".!?".utf8.contains($0) }) == true else { return false }
    let word = rest.dropLast().suffix(3)
    guard word.count == 3, word.allSatisfy({ 0x61...0x7A ~= $0 }) else { return false }
    return !hasFootnote(rest)
  }

  private static func endsWith(_ mark: StaticString, _ text: ArraySlice<UInt8>) -> Bool {
    mark.withUTF8Buffer { text.suffix($0.count).elementsEqual($0) }
  }

  /// Whether a full stop between a small letter and a figure occurs elsewhere.
  private static func hasFootnote(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      guard bytes.count > 3 else { return false }
      for index in 1..<bytes.count - 1
      where bytes[index] == 0x2E && 0x30...0x39 ~= bytes[index + 1]
        && 0x61...0x7A ~= bytes[index - 1]
      {
        return true
      }
      return false
    }
  }
}
