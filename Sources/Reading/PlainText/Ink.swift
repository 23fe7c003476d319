/// A stretch of UTF-8 inside a buffer, such as one paragraph of a story's head.
typealias Ink = Slice<UnsafeBufferPointer<UInt8>>

extension Ink {
  var string: String { String(decoding: self, as: UTF8.self) }

  /// The same without white space at either end.
  var trimmed: Ink {
    var slice = self
    while let first = slice.first, first <= 0x20 { slice.removeFirst() }
    while let last = slice.last, last <= 0x20 { slice.removeLast() }
    return slice
  }

  /// The same without ASCII punctuation at either end.
  var trimmedPunctuation: Ink {
    var slice = self
    while let first = slice.first, first < 0x80, (first | 0x20) &- 0x61 >= 26 {
      slice.removeFirst()
    }
    while let last = slice.last, last < 0x80, (last | 0x20) &- 0x61 >= 26 { slice.removeLast() }
    return slice
  }

  /// The stretches between white space.
  var words: [Ink] { split { $0 <= 0x20 } }

  /// The first code point.
  var firstScalar: Unicode.Scalar? { scalar(at: startIndex)?.scalar }

  /// The code point at an index, and its length in bytes; nil at the end.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard index < endIndex else { return nil }
    if base[index] < 0x80 { return (Unicode.Scalar(base[index]), 1) }
    let step = UTF8Step(base, at: index)
    return step.scalar.flatMap(Unicode.Scalar.init).map { ($0, step.length) }
  }

  /// Whether a letter that can be either is a capital at the start.
  var isCapitalized: Bool { firstScalar?.isUppercase ?? false }

  /// Whether there are letters and none of them is small.
  var isAllCapitals: Bool {
    var hasLetter = false
    var index = startIndex
    while index < endIndex, self[index] < 0x80 {
      switch self[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): return false
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): hasLetter = true
      default: break
      }
      index += 1
    }
    while let (scalar, length) = scalar(at: index) {
      if scalar.isLowercase { return false }
      if scalar.isUppercase { hasLetter = true }
      index += length
    }
    return hasLetter
  }

  /// The number of code points.
  var length: Int { count { $0 & 0xC0 != 0x80 } }

  /// Whether the last character, closing quotation marks and brackets apart, ends a sentence.
  var endsSentence: Bool {
    var slice = self
    while let last = slice.last {
      if last == UInt8(ascii: ")") || last == UInt8(ascii: "\"") || last == UInt8(ascii: "'") {
        slice.removeLast()
      } else if slice.ends(with: "”") || slice.ends(with: "’") {
        slice.removeLast(3)
      } else {
        break
      }
    }
    return slice.last.map { ".!?".utf8.contains($0) } ?? false || slice.ends(with: "…")
  }

  func ends(with suffix: StaticString) -> Bool {
    suffix.withUTF8Buffer { count >= $0.count && self[(endIndex - $0.count)...].elementsEqual($0) }
  }

  func starts(with prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer {
      count >= $0.count && self[..<(startIndex + $0.count)].elementsEqual($0)
    }
  }

  /// Whether two stretches have the same letters and digits in the same order, whatever their case, spaces and punctuation.
  func isSame(as other: Ink) -> Bool {
    var (mine, others) = (startIndex, other.startIndex)
    while true {
      let (a, b) = (nextSignificant(&mine), other.nextSignificant(&others))
      guard a == b else { return false }
      if a == nil { return true }
    }
  }

  /// The next letter or digit, small. Bytes of other scripts count as they are; punctuation of U+2000 to U+207F does not.
  private func nextSignificant(_ index: inout Int) -> UInt8? {
    while index < endIndex {
      let byte = self[index]
      index += 1
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): return byte | 0x20
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        return byte
      case 0xE2 where index + 1 < endIndex && 0x80...0x81 ~= self[index]: index += 2
      case 0x80...: return byte
      default: break
      }
    }
    return nil
  }

  /// The first stretch before white space.
  var firstWord: Ink { prefix { $0 > 0x20 } }

  /// Whether a year might be in it: four figures in a row.
  var hasFourDigits: Bool {
    // Of four bytes side by side one is looked at; where it is no figure, the four are no year.
    var index = startIndex + 3
    while index < endIndex {
      if isFigure(at: index) {
        var (start, end) = (index, index + 1)
        while start > startIndex, isFigure(at: start - 1) { start -= 1 }
        while end < endIndex, isFigure(at: end) { end += 1 }
        if end - start >= 4 { return true }
      }
      index += 4
    }
    return false
  }

  private func isFigure(at index: Int) -> Bool { base[index] &- 0x30 < 10 }

  /// The text in small letters.
  var lowered: String { contains { $0 >= 0x80 } ? string.lowercased() : folded }

  /// The stretch in small ASCII letters; other characters as they are.
  var folded: String {
    String(unsafeUninitializedCapacity: count) { buffer in
      for (offset, byte) in enumerated() {
        buffer[offset] = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
      }
      return count
    }
  }
}

extension Unicode.Scalar {
  var isUppercase: Bool {
    value < 0x80 ? value &- 0x41 < 26 : properties.isUppercase
  }

  var isLowercase: Bool {
    value < 0x80 ? value &- 0x61 < 26 : properties.isLowercase
  }

  var isLetter: Bool {
    value < 0x80 ? (value | 0x20) &- 0x61 < 26 : properties.isAlphabetic
  }

  var isDigit: Bool { ("0"..."9").contains(self) }
}
