/// The runs of set bits in a window, one by one, up to the first byte that wants a closer look.
struct ByteRuns {
  struct Run {
    let first: UInt64
    /// The bit behind the last.
    let behind: UInt64

    @inline(__always)
    var bits: UInt64 { 1 &<< behind &- 1 &<< first }
  }

  private var starts: UInt64
  private var ends: UInt64
  private let limit: Int

  /// - Parameters:
  ///   - position: a bit that no run holds together with the one before it.
  ///   - special: bytes that want a closer look: runs that have or touch one from there on are not told.
  @inline(__always)
  init(_ bits: UInt64, from position: UInt64, before special: UInt64) {
    let open = ~0 as UInt64 &<< position
    starts = bits & ~(bits &<< 1) & open
    ends = ~bits & bits &<< 1 & open &<< 1
    limit = (special & open).trailingZeroBitCount
  }

  @inline(__always)
  mutating func next() -> Run? {
    let behind = ends.trailingZeroBitCount
    guard behind < limit else { return nil }
    let first = starts.trailingZeroBitCount
    starts &= starts &- 1
    ends &= ends &- 1
    return Run(
      first: UInt64(truncatingIfNeeded: first), behind: UInt64(truncatingIfNeeded: behind))
  }

  /// Whether nothing in the window wants a closer look, so that at its end the runs were.
  @inline(__always)
  var isAtEnd: Bool { limit == 64 }

  /// The bit where a run begins that the end of the window cuts.
  @inline(__always)
  var cut: UInt64? { starts == 0 ? nil : UInt64(truncatingIfNeeded: starts.trailingZeroBitCount) }
}
