/// What stands between white space, without the punctuation around it unless that leaves two characters or fewer.
struct SpacedCursor: WordCursor {
  private static var stop: UInt8 { ByteClass.space | ByteClass.beyondASCII }
  private let source: WordSource
  private var position: Int

  init(_ text: WordSource) {
    source = text
    position = text.start
  }

  @inline(__always)
  mutating func next() -> Word? {
    guard skipSpace() else { return nil }
    let start = position
    let (end, found) = endOfASCII(from: start)
    if end < source.end, source.kind(end) & ByteClass.beyondASCII != 0,
      source.spaceBeyondASCII(end) == 0
    {
      let (word, end) = source.spacedWordBeyondASCII(from: start)
      position = end
      return word
    }
    position = end
    guard found & ByteClass.punctuation != 0 else { return source.plain(start, end, found) }
    var lower = start
    var upper = end
    while lower < upper, source.isPunctuation(lower) { lower &+= 1 }
    while upper > lower, source.isPunctuation(upper &- 1) { upper &-= 1 }
    return upper &- lower > 2
      ? source.plain(lower, upper, found) : source.plain(start, end, found)
  }

  /// Where the first space or character beyond ASCII stands, or the end, and the classes of the bytes before it.
  @inline(__always)
  private func endOfASCII(from start: Int) -> (end: Int, found: UInt8) {
    let bytes = UnsafeRawPointer(source.text)
    var offset = start
    var found: UInt8 = 0
    while offset &+ 8 <= source.end {
      let eight = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let (count, classes) = Self.ink(in: UInt64(littleEndian: eight))
      found |= classes
      offset &+= count
      if count < 8 { break }
    }
    // The last bytes of a text; and control characters that are no space.
    while offset < source.end {
      let kind = source.kind(offset)
      if kind & Self.stop != 0 { break }
      found |= kind
      offset &+= 1
    }
    return (offset, found)
  }

  /// How many of eight bytes come before the first blank, control character or byte beyond ASCII, and their classes, figures
  /// apart, which no lookup asks for.
  @inline(__always)
  private static func ink(in eight: UInt64) -> (count: Int, classes: UInt8) {
    let high: UInt64 = 0x8080_8080_8080_8080
    // Bytes below 0x80 never carry into the next; of the others only that they are beyond ASCII is looked at.
    let ascii = eight & ~high
    let stops = (~(ascii &+ 0x5F5F_5F5F_5F5F_5F5F) | eight) & high
    let before = ((stops & (0 &- stops)) &- 1) & high
    let capitals = (ascii &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(ascii &+ 0x2525_2525_2525_2525) & before
    let small = (ascii &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(ascii &+ 0x0505_0505_0505_0505) & before
    let figures = (ascii &+ 0x5050_5050_5050_5050) & ~(ascii &+ 0x4646_4646_4646_4646) & before
    let others = before & ~(capitals | small | figures)
    let classes =
      (capitals != 0 ? ByteClass.upper : 0) | (small != 0 ? ByteClass.lower : 0)
      | (others != 0 ? ByteClass.punctuation : 0)
    return (stops.trailingZeroBitCount &>> 3, classes)
  }

  @inline(__always)
  private mutating func skipSpace() -> Bool {
    while position < source.end {
      let kind = source.kind(position)
      if kind & Self.stop == 0 { return true }
      if kind & ByteClass.space != 0 {
        position &+= 1
        continue
      }
      let count = source.spaceBeyondASCII(position)
      if count == 0 { return true }
      position &+= count
    }
    return false
  }
}
