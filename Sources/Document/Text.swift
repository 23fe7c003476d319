/// An immutable text: valid UTF-8 in Unicode normalisation form C.
///
/// Who makes a `Text` vouches for both; `Reading` decodes, repairs and normalises before it does.
public struct Text: Hashable, Sendable {
  public let utf8: [UInt8]

  @inlinable
  public init(utf8: [UInt8]) {
    self.utf8 = utf8
  }

  /// The text of a string that is in form C already, such as a literal.
  @inlinable
  public init(_ string: String) {
    self.init(utf8: Array(string.utf8))
  }

  @inlinable public var count: Int { utf8.count }
  @inlinable public var isEmpty: Bool { utf8.isEmpty }
  @inlinable public var range: TextRange { TextRange(0, utf8.count) }
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// The words of a range, which must lie inside the text on character boundaries.
  @inlinable
  public subscript(range: TextRange) -> String {
    String(decoding: utf8[range.offsets], as: UTF8.self)
  }

  /// Whether an offset lies between two code points, or at either end.
  @inlinable
  public func isBoundary(_ offset: Int) -> Bool {
    offset == utf8.count || (offset >= 0 && offset < utf8.count && utf8[offset] & 0xC0 != 0x80)
  }

  /// Whether a range lies inside the text and cuts no code point.
  @inlinable
  public func holds(_ range: TextRange) -> Bool {
    range.lower <= range.upper && isBoundary(Int(range.lower)) && isBoundary(Int(range.upper))
  }
}

extension Text: ExpressibleByStringLiteral, CustomStringConvertible {
  public init(stringLiteral value: String) { self.init(value) }
  public var description: String { string }
}
