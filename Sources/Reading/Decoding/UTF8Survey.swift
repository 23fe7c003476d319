/// What one pass over bytes says of them as UTF-8, and as an older encoding of western Europe where they are not.
struct UTF8Survey {
  /// Well-formed sequences of more than one byte.
  private(set) var sequences = 0
  /// Places where the bytes are not UTF-8; bytes that no code point begins with count one by one.
  private(set) var faults = 0
  /// Where the first of those places is; 0 where there is none.
  private(set) var firstFault = 0
  /// Bytes at those places that Windows-1252 leaves undefined.
  private(set) var undefined = 0
  /// Whether the only fault is a character that the end of the input cuts short.
  private(set) var isOnlyCutShort = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = bytes.endOfASCII(from: 0)
    while index < bytes.count {
      let step = UTF8Step(bytes, at: index)
      if step.scalar != nil { sequences += 1 } else { note(step.length, at: index, in: bytes) }
      index = bytes.endOfASCII(from: index + step.length)
    }
  }

  var isValid: Bool { faults == 0 }
  var isASCII: Bool { isValid && sequences == 0 }

  private mutating func note(_ length: Int, at index: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    if faults == 0 { firstFault = index }
    isOnlyCutShort =
      faults == 0 && length > 0 && index + length == bytes.count
      && bytes[index] >= 0xC2 && bytes[index] <= 0xF4
    faults += 1
    for byte in bytes[index..<index + length] where Windows1252.isUndefined(byte) { undefined += 1 }
  }

  /// Whether the faults are damage to UTF-8, rather than signs that it never was.
  ///
  /// In text of an older encoding well-formed sequences are rare accidents (`É»`). Bytes that Windows-1252 does not
  /// define beside even one such sequence are damage, too.
  /// Encodings of many bytes a character have both, too.
  var isDamagedUTF8: Bool { isMostlyUTF8 || sequences > 0 && undefined > 0 }

  /// Whether it is UTF-8, or damaged UTF-8, although an encoding is declared. Those of many bytes a character look like damage,
  /// which therefore counts against the ones of western Europe alone.
  func isUTF8(despite declared: SourceEncoding) -> Bool {
    declared.isOther ? isMostlyUTF8 : isDamagedUTF8
  }

  /// Whether it is UTF-8 with few faults, or none.
  var isMostlyUTF8: Bool {
    isValid || isOnlyCutShort || sequences > 0 && sequences * 2 >= faults
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The index of the first byte at or after another that is not ASCII.
  func endOfASCII(from start: Int) -> Int {
    firstIndex(from: start, marks: \.isNotASCII) { $0 >= 0x80 }
  }
}
