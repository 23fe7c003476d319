internal import CUnicode

/// What stands between white space, without the punctuation around it unless that leaves two characters or fewer.
struct SpacedCursor: WordCursor {
  private static var stop: UInt8 { ByteClass.space | ByteClass.beyondASCII }
  private let source: WordSource
  private var window: ByteWindow
  private var position: Int

  init(_ text: WordSource) {
    source = text
    position = text.start
    window = ByteWindow(text, isSpaced: true)
  }

  @inline(__always)
  mutating func next() -> Word? {
    while position < source.end {
      window.reach(position, in: source)
      let masks = window.masks
      let ahead = ~masks.space &>> window.bit(of: position)
      guard ahead != 0 else {
        position = window.end
        continue
      }
      position &+= ahead.trailingZeroBitCount
      let first = window.bit(of: position)
      let stops = (masks.space | masks.wide) &>> first
      if stops == 0, first > 0, window.end < source.end {
        window.move(to: position, in: source)
        continue
      }
      let count = stops.trailingZeroBitCount
      let behind = first &+ UInt64(truncatingIfNeeded: count)
      guard stops != 0, count > 0, masks.wide &>> behind & 1 == 0 else { return nextByBytes() }
      let start = position
      position &+= count
      return word(from: start, ByteWindow.bits(count, from: first), first)
    }
    return nil
  }

  @inline(__always)
  mutating func next(among keys: KeyIndex, counting shape: inout TextShape) -> Word? {
    while position < source.end {
      window.reach(position, in: source)
      var runs = ByteRuns(
        ~window.masks.space, from: window.bit(of: position), before: window.masks.wide)
      while let run = runs.next() {
        let start = window.offset(of: run.first)
        position = window.offset(of: run.behind)
        let word = word(from: start, run.bits, run.first)
        if word.classes & ByteClass.punctuation != 0 || keys.mayHold(hash: word.hash) {
          return word
        }
        shape.add(word)
      }
      guard runs.isAtEnd, window.goOn(from: &position, in: source, runs.cut) else { return next() }
    }
    return nil
  }

  /// The word of some bytes of the window, the first of which has a bit and stands at an offset.
  @inline(__always)
  private func word(from start: Int, _ bytes: UInt64, _ first: UInt64) -> Word {
    let letters = window.letters(of: bytes)
    let punctuation = bytes & window.masks.print & ~window.ink
    guard punctuation != 0 else { return source.plain(start, position, letters) }
    let inner = bytes & ~punctuation
    let before = UInt64(truncatingIfNeeded: inner.trailingZeroBitCount)
    let behind = UInt64(truncatingIfNeeded: inner.leadingZeroBitCount)
    let lower = Int(truncatingIfNeeded: before &- first)
    let upper = Int(truncatingIfNeeded: 64 &- behind &- first)
    guard inner != 0, upper &- lower > 2 else {
      return source.plain(start, position, letters | ByteClass.punctuation)
    }
    let isWhole = inner == (.max &<< before) & (.max &>> behind)
    return source.plain(
      start &+ lower, start &+ upper, isWhole ? letters : letters | ByteClass.punctuation)
  }

  /// The same for words that are long or have characters beyond ASCII, and for what is between them.
  @inline(never)
  private mutating func nextByBytes() -> Word? {
    guard skipSpace() else { return nil }
    let start = position
    var end = start
    var found: UInt8 = 0
    while end < source.end, source.kind(end) & Self.stop == 0 {
      found |= source.kind(end)
      end &+= 1
    }
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
