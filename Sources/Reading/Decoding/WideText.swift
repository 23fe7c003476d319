import Glibc

/// Text in code units of two or four bytes.
struct WideText: Sendable {
  var isBigEndian: Bool
  /// 2 for UTF-16, 4 for UTF-32.
  var unitBytes: Int

  /// The same text in UTF-8, and how many units were surrogates without a partner, no code points, or cut short.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], faults: Int) {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count / unitBytes + bytes.count / 8)
    var faults = 0
    var index = 0
    while index + unitBytes <= bytes.count {
      var scalar = unit(bytes, index)
      index += unitBytes
      if unitBytes == 2, 0xD800..<0xDC00 ~= scalar, index + 2 <= bytes.count {
        let low = unit(bytes, index)
        if 0xDC00..<0xE000 ~= low {
          scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
          index += 2
        }
      }
      if Unicode.Scalar(scalar) != nil {
        utf8.append(scalar: scalar)
      } else {
        utf8.appendReplacementCharacter()
        faults += 1
      }
    }
    if index < bytes.count {
      utf8.appendReplacementCharacter()
      faults += 1
    }
    return (utf8, faults)
  }

  @inline(__always)
  private func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
    var unit: UInt32 = 0
    for step in 0..<unitBytes {
      let byte = UInt32(bytes[index + (isBigEndian ? step : unitBytes - 1 - step)])
      unit = unit << 8 | byte
    }
    return unit
  }
}

extension WideText {
  /// Tells UTF-16 without a byte order mark: in most scripts one half of nearly all units is one of two bytes, and that
  /// of spaces and line ends, 0, is among them.
  init?(guessing bytes: UnsafeBufferPointer<UInt8>) {
    let sample = bytes.prefix(4096)
    guard sample.count >= 8, let base = bytes.baseAddress, memchr(base, 0, sample.count) != nil
    else { return nil }
    let units = sample.count / 2
    var counts = [[Int](repeating: 0, count: 256), [Int](repeating: 0, count: 256)]
    for (index, byte) in sample.prefix(units * 2).enumerated() { counts[index & 1][Int(byte)] += 1 }
    let fits = counts.map { half in
      let zeros = half[0]
      let other = half.dropFirst().max() ?? 0
      return zeros * 20 >= units && (zeros + other) * 100 >= units * 92
    }
    guard fits[0] != fits[1], counts[fits[0] ? 1 : 0][0] * 50 <= units else { return nil }
    self.init(isBigEndian: fits[0], unitBytes: 2)
  }
}
