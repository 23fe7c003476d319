import Glibc

/// The lines of a text, without the white space around them.
struct TextLines: Sequence, IteratorProtocol {
  struct Line {
    /// Byte offsets of the line's ink.
    var start: Int
    var end: Int
    /// How far the ink is from the line's start.
    var indent: Int

    var isBlank: Bool { start == end }
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// Whether each byte may be a code point of its own, and whether no line may be a row of a table. Looking once at the whole
  /// text spares most texts to have each of their lines measured.
  private var isASCII = false
  private var hasNoGaps = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Lines that will be measured, all of them and more than once.
  init(measuring bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    isASCII = bytes.endOfASCII(from: 0) == bytes.count
    hasNoGaps = !hasGap(0, bytes.count)
  }

  mutating func next() -> Line? {
    guard position < bytes.count, let base = bytes.baseAddress else { return nil }
    let found = memchr(base + position, 0x0A, bytes.count - position)
    let lineEnd =
      found.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) - base } ?? bytes.count
    var start = position
    var end = lineEnd
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    defer { position = lineEnd + 1 }
    return Line(start: start, end: end, indent: start - position)
  }

  /// The number of code points in a line.
  func length(_ line: Line) -> Int {
    if isASCII { return line.end - line.start }
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var index = line.start
    var continuations = 0
    while index + 8 <= line.end {
      continuations += EightBytes(base, at: index).isContinuation.nonzeroBitCount
      index += 8
    }
    continuations += bytes[index..<line.end].count { $0 & 0xC0 == 0x80 }
    return line.end - line.start - continuations
  }

  func firstWordLength(_ line: Line) -> Int {
    bytes[line.start..<line.end].prefix { $0 > 0x20 }.count { $0 & 0xC0 != 0x80 }
  }

  /// Whether a line opens an item of a list: `- `, `* `, `• `, `– `, `3. `, `(b) `.
  func beginsItem(_ line: Line) -> Bool {
    let ink = bytes[line.start..<line.end]
    let mark = ink.prefix { $0 > 0x20 }
    guard mark.count < ink.count, mark.count <= 4, let first = mark.first else { return false }
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return mark.count == 1
    case 0xE2: return mark.elementsEqual("•".utf8) || mark.elementsEqual("–".utf8)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return mark.last == UInt8(ascii: ".") || mark.last == UInt8(ascii: ")")
    case UInt8(ascii: "("): return mark.last == UInt8(ascii: ")")
    default: return false
    }
  }

  /// Whether a line is a row of a table: it holds two gaps of three spaces, or tabs.
  func isRow(_ line: Line) -> Bool {
    guard !hasNoGaps, hasGap(line.start, line.end) else { return false }
    var gaps = 0
    var spaces = 0
    for byte in bytes[line.start..<line.end] {
      switch byte {
      case 0x20:
        spaces += 1
        if spaces == 3 { gaps += 1 }
      case 0x09: gaps += 2
      default: spaces = 0
      }
      if gaps >= 2 { return true }
    }
    return false
  }

  /// Whether two spaces stand side by side between two offsets, or a tab; nearly no prose has either.
  private func hasGap(_ start: Int, _ end: Int) -> Bool {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return false }
    var index = start
    while index + 8 <= end {
      let eight = EightBytes(base, at: index)
      let spaces = eight.equals(0x20)
      if spaces & (spaces << 8) | eight.equals(0x09) != 0 { return true }
      // Overlapping by one byte, so that no pair is missed.
      index += 7
    }
    while index < end {
      let byte = bytes[index]
      if byte == 0x09 || (byte == 0x20 && index + 1 < end && bytes[index + 1] == 0x20) {
        return true
      }
      index += 1
    }
    return false
  }
}
