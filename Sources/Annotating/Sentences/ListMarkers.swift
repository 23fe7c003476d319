import Document

/// Items of a list that runs on in one paragraph: "1. Wash. 2. Rinse.", "a) red b) blue", "• this • that".
///
/// A list must begin a sentence; then each next number or letter, written the same way, begins an item.
struct ListMarkers {
  private var expected: UInt32 = 0
  private var isLetter = false
  /// The marks after the number: `.`, `)` or `.)`.
  private var delimiter: [UInt8] = []

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
    guard index + 1 < tokens.count else { return nil }
    let range = tokens.ranges[index]
    let value: UInt32
    let isLetter = tokens.kinds[index] == .word
    let byte = splitter.bytes[Int(range.lower)]
    if isLetter {
      guard range.count == 1, byte | 0x20 &- 0x61 < 26 else { return nil }
      value = UInt32(byte | 0x20) - 0x60
    } else {
      guard tokens.kinds[index] == .number, range.count <= 2 else { return nil }
      guard let number = splitter.number(at: index) else { return nil }
      value = number
    }
    var delimiter: [UInt8] = []
    var next = index + 1
    while next < tokens.count, tokens.isAttached(next), delimiter.count < 3,
      tokens.kinds[next] == .punctuation
    {
      delimiter += splitter.bytes[tokens.ranges[next].offsets]
      next += 1
    }
    guard next < tokens.count, !tokens.isAttached(next) else { return nil }
    guard [[0x2E], [0x29], [0x2E, 0x29]].contains(delimiter) else { return nil }
    return Marker(value: value, isLetter: isLetter, delimiter: delimiter)
  }
}
