/// A half-open range of UTF-8 byte offsets into one text.
public struct TextRange: Hashable, Sendable, BitwiseCopyable {
  public var lower: UInt32
  public var upper: UInt32

  @inlinable
  public init(_ lower: UInt32, _ upper: UInt32) {
    self.lower = lower
    self.upper = upper
  }

  @inlinable
  public init(_ lower: Int, _ upper: Int) {
    self.init(UInt32(truncatingIfNeeded: lower), UInt32(truncatingIfNeeded: upper))
  }

  /// The number of bytes covered.
  @inlinable public var count: Int { Int(upper) - Int(lower) }
  @inlinable public var isEmpty: Bool { lower >= upper }
  /// The offsets as integers, for subscripting bytes.
  @inlinable public var offsets: Range<Int> { Int(lower)..<Int(upper) }

  @inlinable
  public func contains(_ other: TextRange) -> Bool {
    lower <= other.lower && other.upper <= upper
  }

  @inlinable
  public func overlaps(_ other: TextRange) -> Bool {
    lower < other.upper && other.lower < upper
  }
}

extension TextRange: Comparable {
  /// Earlier starts first; of two that start together, the longer first, so that a parent precedes its children.
  @inlinable
  public static func < (a: TextRange, b: TextRange) -> Bool {
    a.lower != b.lower ? a.lower < b.lower : a.upper > b.upper
  }
}
