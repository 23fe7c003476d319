/// A code point and the number of bytes that spell it.
struct Scalar {
  var point: UInt32
  var length: Int

  @inline(__always)
  var characterClass: CharacterClass { .of(point) }
}

/// Valid UTF-8, borrowed from the article that is being annotated.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension Bytes {
  /// The code point that begins at an offset.
  @inline(__always)
  func scalar(at offset: Int) -> Scalar {
    let lead = UInt32(self[offset])
    if lead < 0x80 { return Scalar(point: lead, length: 1) }
    let second = continuation(offset + 1)
    if lead < 0xE0 { return Scalar(point: (lead & 0x1F) << 6 | second, length: 2) }
    let third = continuation(offset + 2)
    if lead < 0xF0 {
      return Scalar(point: (lead & 0x0F) << 12 | second << 6 | third, length: 3)
    }
    let high = (lead & 0x07) << 18 | second << 12
    return Scalar(point: high | third << 6 | continuation(offset + 3), length: 4)
  }

  @inline(__always)
  private func continuation(_ offset: Int) -> UInt32 { UInt32(self[offset]) & 0x3F }

  /// The code point that ends just before an offset greater than zero.
  func scalar(before offset: Int) -> Scalar {
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }

  /// The class of the character at an offset; a space at the end of the text and beyond it.
  @inline(__always)
  func characterClass(at offset: Int) -> CharacterClass {
    offset < count ? scalar(at: offset).characterClass : .space
  }

  /// Whether the bytes at an offset are those of a literal.
  @inline(__always)
  func has(_ literal: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + literal.utf8CodeUnitCount <= count else { return false }
    for index in 0..<literal.utf8CodeUnitCount
    where self[offset + index] != literal.utf8Start[index] { return false }
    return true
  }
}
