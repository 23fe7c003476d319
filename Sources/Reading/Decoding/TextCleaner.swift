import Document

/// Mends valid UTF-8 for reading: line ends become `\n`, control characters are left out and counted.
///
/// In prose, spaces that only typography tells apart become U+0020, and invisible break hints go. A text that a record
/// gives (`isVerbatim`) keeps them, so that its offsets stay true.
struct TextCleaner {
  let isVerbatim: Bool
  private(set) var nuls = 0
  private(set) var controls = 0
  /// Whether a code point was seen that normalisation form C might not leave alone.
  private(set) var mayNeedNormalization = false

  init(isVerbatim: Bool) {
    self.isVerbatim = isVerbatim
  }

  mutating func clean(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let end = endOfPlain(bytes, from: index)
      result.append(contentsOf: bytes[index..<end])
      index = end
      if index < bytes.count { index += mend(bytes, index, &result) }
    }
    return result
  }

  /// What was left out, for people.
  var warnings: [Warning] {
    var warnings: [Warning] = []
    if nuls > 0 {
      warnings.append(Warning(code: "nul", message: "\(counted(nuls, "NUL character")) left out"))
    }
    if controls > 0 {
      warnings.append(
        Warning(code: "control", message: "\(counted(controls, "control character")) left out"))
    }
    return warnings
  }

  /// The index of the next byte that `mend` must see.
  private mutating func endOfPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var index = start
    while true {
      index = bytes.endOfPrintable(from: index)
      guard index < bytes.count, bytes[index] >= 0x80 else { return index }
      let step = UTF8Step(bytes, at: index)
      guard let scalar = step.scalar, !needsMending(scalar) else { return index }
      if Self.isSuspect(scalar) { mayNeedNormalization = true }
      index += step.length
    }
  }

  private func needsMending(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80..<0xA0: true
    case ..<0x1680: !isVerbatim && (scalar == 0xA0 || scalar == 0xAD)
    case 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:
      !isVerbatim
    default: false
    }
  }

  /// Writes what stands for the character at an index.
  /// - Returns: how many bytes it took.
  private mutating func mend(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ result: inout [UInt8]
  ) -> Int {
    let step = UTF8Step(bytes, at: index)
    let newline = UInt8(ascii: "\n")
    switch step.scalar ?? 0xFFFD {
    case 0: nuls += 1
    case 0x0D:
      result.append(newline)
      if index + 1 < bytes.count, bytes[index + 1] == newline { return 2 }
    case 0x0B, 0x85, 0x2028: result.append(newline)
    case 0x0C, 0x2029:
      result.append(newline)
      if !isVerbatim { result.append(newline) }
    case 0..<0x20, 0x7F..<0xA0: controls += 1
    case 0xAD, 0x200B, 0x2060, 0xFEFF: break
    case 0xFFFD: result.appendReplacementCharacter()
    default: result.append(UInt8(ascii: " "))
    }
    return step.length
  }

  /// Whether ICU must be asked: letters with their marks below U+0300, punctuation, currency signs, and the common letters of
  /// Cyrillic, Vietnamese, Chinese, Japanese and Korean are in form C whatever stands beside them.
  @inline(__always)
  private static func isSuspect(_ scalar: UInt32) -> Bool {
    switch scalar {
    case ..<0x300, 0x400...0x482, 0x1E00...0x1EFF, 0x2010...0x205F, 0x20A0...0x20BF,
      0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0x1F300...0x1FAFF:
      false
    default: true
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The index of the first byte at or after another that is neither printable ASCII nor `\n` nor a tab.
  fileprivate func endOfPrintable(from start: Int) -> Int {
    firstIndex(from: start, marks: \.isOdd) { byte in
      !(byte &- 0x20 <= 0x5E || byte == 0x0A || byte == 0x09)
    }
  }
}
