internal import CUnicode

/// What 64 bytes of a text are, from some place on: words are found in it without a look at each of their letters.
struct ByteWindow {
  /// Whether the walk is over words between spaces, or else over runs of letters and figures.
  private let isSpaced: Bool
  private(set) var masks = copydesk_byte_masks()
  private var start: Int

  init(_ source: WordSource, isSpaced: Bool) {
    self.isSpaced = isSpaced
    start = source.start
    move(to: start, in: source)
  }

  var end: Int { start &+ 64 }

  /// The bit of a byte inside the window.
  @inline(__always)
  func bit(of offset: Int) -> UInt64 { UInt64(truncatingIfNeeded: offset &- start) }

  /// Where in the text a bit's byte stands.
  @inline(__always)
  func offset(of bit: UInt64) -> Int { start &+ Int(truncatingIfNeeded: bit) }

  /// Moves behind the window, or to a run that its end cuts; false where that run is longer than a window, or ends the text.
  @inline(__always)
  mutating func goOn(from position: inout Int, in source: WordSource, _ cut: UInt64?) -> Bool {
    guard let cut else {
      position = end
      return true
    }
    guard cut > 0, end < source.end else { return false }
    position = offset(of: cut)
    move(to: position, in: source)
    return true
  }

  /// Sees to it that a byte, which is not before the window, is inside.
  @inline(__always)
  mutating func reach(_ offset: Int, in source: WordSource) {
    if offset &- start >= 64 { move(to: offset, in: source) }
  }

  @inline(never)
  mutating func move(to offset: Int, in source: WordSource) {
    start = offset
    if isSpaced {
      copydesk_mask_spaced(source.text + offset, source.end &- offset, &masks)
    } else {
      copydesk_mask_runs(source.text + offset, source.end &- offset, &masks)
    }
  }

  /// The letters and figures of ASCII.
  var ink: UInt64 { masks.upper | masks.lower | masks.digit }

  /// The bits of bytes that follow each other; fewer than 64.
  @inline(__always)
  static func bits(_ count: Int, from first: UInt64) -> UInt64 {
    (1 &<< UInt64(truncatingIfNeeded: count) &- 1) &<< first
  }

  /// The classes of some bytes, figures apart, which no lookup asks for.
  @inline(__always)
  func letters(of bytes: UInt64) -> UInt8 {
    (masks.upper & bytes != 0 ? ByteClass.upper : 0)
      | (masks.lower & bytes != 0 ? ByteClass.lower : 0)
  }
}
