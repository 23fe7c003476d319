import Document

/// Items of a list that runs on in one paragraph: "1. Wash. 2. Rinse.", "a) red b) blue", "• this • that".
///
/// A list must begin a sentence; then each next number or letter, written the same way, begins an item.
struct ListMarkers {
  private var expected: UInt32 = 0
  private var isLetter = false
  /// The marks after the number: `.`, `)` or `.)`.
  private var delimiter: [UInt8] = []

  /// Whether a list has begun, whose next item any token may begin.
  var isOpen: Bool { expected > 0 }

  init(_ splitter: SentenceSplitter, at index: Int) {
    follows(splitter, at: index)
  }

  /// Looks whether the sentence that begins at a token begins a list.
  mutating func follows(_ splitter: SentenceSplitter, at index: Int) {
    guard expected == 0, let marker = Self.marker(splitter, at: index) else { return }
    guard marker.isLetter ? marker.value == 1 : marker.value < 100 else { return }
    expected = marker.value + 1
    isLetter = marker.isLetter
    delimiter = marker.delimiter
  }

  /// Whether an item begins at a token.
  mutating func begins(_ splitter: SentenceSplitter, at index: Int, in paragraph: Range<Int>)
    -> Bool
  {
    if splitter.tokens.traits[index].contains(.bullet) {
      return splitter.tokens.traits[index].contains(.spaced)
    }
    guard expected > 0, splitter.tokens.traits[index].contains(.spaced),
      let marker = Self.marker(splitter, at: index), marker.value == expected,
      marker.isLetter == isLetter, marker.delimiter == delimiter
    else { return false }
    if index > paragraph.lowerBound, splitter.tokens.traits[index - 1].contains(.bullet) {
      return false
    }
    expected += 1
    return true
  }

  private struct Marker {
    var value: UInt32
    var isLetter: Bool
    var delimiter: [UInt8]
  }

  /// The number or letter, with its marks and a space behind them, that begins at a token.
  private static func marker(_ splitter: SentenceSplitter, at start: Int) -> Marker? {
    let tokens = splitter.tokens
    var index = start
    if index < tokens.count, tokens.traits[index].contains(.bullet) { index += 1 }
    guard index + 1 < tokens.count, let value = value(splitter, at: index) else { return nil }
    var delimiter: [UInt8] = tokens.traits[index].contains(.stopped) ? [UInt8(ascii: ".")] : []
    index += 1
    while index < tokens.count, tokens.isAttached(index), delimiter.count < 3,
      tokens.kinds[index] == .punctuation
    {
      delimiter += splitter.bytes[tokens.ranges[index].offsets]
      index += 1
    }
    guard index < tokens.count, !tokens.isAttached(index) else { return nil }
    guard [[0x2E], [0x29], [0x2E, 0x29]].contains(delimiter) else { return nil }
    return Marker(value: value.number, isLetter: value.isLetter, delimiter: delimiter)
  }

  /// The number that a token of one or two digits, or one letter, gives to an item.
  private static func value(
    _ splitter: SentenceSplitter, at index: Int
  ) -> (number: UInt32, isLetter: Bool)? {
    let range = splitter.tokens.ranges[index]
    switch splitter.tokens.kinds[index] {
    case .number:
      guard range.count <= 2, let number = splitter.number(at: index) else { return nil }
      return (number, false)
    case .word:
      let byte = splitter.bytes[Int(range.lower)] | 0x20
      let isStopped = splitter.tokens.traits[index].contains(.stopped)
      guard range.count == (isStopped ? 2 : 1), byte &- 0x61 < 26 else { return nil }
      return (UInt32(byte) - 0x60, true)
    default: return nil
    }
  }
}
