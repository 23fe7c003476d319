/// One step through bytes that should be UTF-8: a code point, or the bytes that cannot belong to any.
struct UTF8Step {
  /// How many bytes the step takes: those of the code point, or the longest start of one that was cut short.
  let length: Int
  /// The code point; nil where the bytes are invalid.
  let scalar: UInt32?

  /// Looks at the bytes at an index, by table 3-7 of the Unicode standard: no overlong forms, no surrogates.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    let lead = bytes[index]
    switch lead {
    case 0..<0x80: self.init(length: 1, scalar: UInt32(lead))
    case 0xC2...0xDF: self.init(bytes, index, continuations: 1, UInt32(lead & 0x1F), 0x80...0xBF)
    case 0xE0: self.init(bytes, index, continuations: 2, 0, 0xA0...0xBF)
    case 0xED: self.init(bytes, index, continuations: 2, 0xD, 0x80...0x9F)
    case 0xE1...0xEF:
      self.init(bytes, index, continuations: 2, UInt32(lead & 0x0F), 0x80...0xBF)
    case 0xF0: self.init(bytes, index, continuations: 3, 0, 0x90...0xBF)
    case 0xF1...0xF3:
      self.init(bytes, index, continuations: 3, UInt32(lead & 0x07), 0x80...0xBF)
    case 0xF4: self.init(bytes, index, continuations: 3, 4, 0x80...0x8F)
    default: self.init(length: 1, scalar: nil)
    }
  }

  private init(length: Int, scalar: UInt32?) {
    self.length = length
    self.scalar = scalar
  }

  @inline(__always)
  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, continuations: Int, _ leadBits: UInt32,
    _ second: ClosedRange<UInt8>
  ) {
    var scalar = leadBits
    for step in 1...continuations {
      guard index + step < bytes.count else {
        self.init(length: step, scalar: nil)
        return
      }
      let byte = bytes[index + step]
      guard step == 1 ? second.contains(byte) : byte & 0xC0 == 0x80 else {
        self.init(length: step, scalar: nil)
        return
      }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    self.init(length: continuations + 1, scalar: scalar)
  }
}
