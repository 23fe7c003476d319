internal import CUnicode

/// Runs of letters and digits, with apostrophes between them.
struct RunCursor: WordCursor {
  private static var plainInk: UInt8 { ByteClass.ink & ~ByteClass.beyondASCII }
  private let source: WordSource
  private var window: ByteWindow
  private var position: Int

  init(_ text: WordSource) {
    source = text
    position = text.start
    window = ByteWindow(text, isSpaced: false)
  }

  @inline(__always)
  mutating func next() -> Word? {
    while position < source.end {
      window.reach(position, in: source)
      let ink = window.ink
      let ahead = (ink | window.masks.wide) &>> window.bit(of: position)
      guard ahead != 0 else {
        position = window.end
        continue
      }
      position &+= ahead.trailingZeroBitCount
      let first = window.bit(of: position)
      let count = (~(ink &>> first)).trailingZeroBitCount
      let behind = first &+ UInt64(truncatingIfNeeded: count)
      if behind == 64, first > 0, window.end < source.end {
        window.move(to: position, in: source)
        continue
      }
      let joints = window.masks.wide | window.masks.apostrophe
      guard count > 0, behind < 64, joints &>> behind & 1 == 0 else { return nextByBytes() }
      let start = position
      position &+= count
      let letters = window.letters(of: ByteWindow.bits(count, from: first))
      return source.plain(start, position, letters)
    }
    return nil
  }

  @inline(__always)
  mutating func next(among keys: KeyIndex, counting shape: inout TextShape) -> Word? {
    while position < source.end {
      window.reach(position, in: source)
      let special = window.masks.wide | window.masks.apostrophe
      var runs = ByteRuns(window.ink, from: window.bit(of: position), before: special)
      while let run = runs.next() {
        let word = source.plain(
          window.offset(of: run.first), window.offset(of: run.behind), window.letters(of: run.bits))
        position = word.upper
        if keys.mayHold(hash: word.hash) { return word }
        shape.add(word)
      }
      guard runs.isAtEnd, window.goOn(from: &position, in: source, runs.cut) else { return next() }
    }
    return nil
  }

  /// The same for runs that are long, or have an apostrophe or a letter beyond ASCII, and for what is between them.
  @inline(never)
  private mutating func nextByBytes() -> Word? {
    guard skipToRun() else { return nil }
    let start = position
    var found: UInt8 = 0
    while position < source.end {
      let kind = source.kind(position)
      if kind & Self.plainInk != 0 {
        position &+= 1
      } else if kind & ByteClass.beyondASCII != 0 {
        let count = source.inkBeyondASCII(position)
        if count == 0 { break }
        position &+= count
      } else if source.text[position] == UInt8(ascii: "'"), source.isInk(position + 1) {
        position &+= 1
      } else {
        break
      }
      found |= kind
    }
    return found & ByteClass.beyondASCII == 0
      ? source.plain(start, position, found) : source.converted(start, position, found)
  }

  private mutating func skipToRun() -> Bool {
    while position < source.end {
      let kind = source.kind(position)
      if kind & Self.plainInk != 0 { return true }
      guard kind & ByteClass.beyondASCII != 0 else {
        position &+= 1
        continue
      }
      let count = source.inkBeyondASCII(position)
      if count > 0 { return true }
      position &+= source.characterLength(position)
    }
    return false
  }
}
