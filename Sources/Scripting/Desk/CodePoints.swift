/// Reads the code point at an offset of valid UTF-8, and how many bytes it takes.
@inline(__always)
func decode(
  _ text: UnsafePointer<UInt8>, at offset: Int, before end: Int
) -> (scalar: UInt32, count: Int) {
  let first = UInt32(text[offset])
  let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  guard offset + count <= end else { return (first, 1) }
  switch count {
  case 1: return (first, 1)
  case 2: return ((first & 0x1F) << 6 | tail(text[offset + 1]), 2)
  case 3:
    return ((first & 0x0F) << 12 | tail(text[offset + 1]) << 6 | tail(text[offset + 2]), 3)
  default:
    let high = (first & 0x07) << 18 | tail(text[offset + 1]) << 12
    return (high | tail(text[offset + 2]) << 6 | tail(text[offset + 3]), 4)
  }
}

@inline(__always)
private func tail(_ byte: UInt8) -> UInt32 { UInt32(byte & 0x3F) }

/// Whether a code point beyond ASCII is white space, by Unicode's property.
func isSpace(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
  default: false
  }
}

/// Whether a code point beyond ASCII is part of words: a letter, a mark or a digit of some script.
///
/// The blocks of punctuation, symbols and emoji are told by their ranges; the rest are letters.
func isWordScalar(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x80...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7: false
  case 0x200C, 0x200D: true
  case 0x2000...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x2E00...0x2E7F: false
  case 0x3000...0x3004, 0x3008...0x3020, 0x3030: false
  case 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20: false
  case 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFFF, 0x1F000...0x1FAFF: false
  default: true
  }
}

/// Whether a word has cased letters and all of them are capitals.
func isUppercase(_ text: UnsafePointer<UInt8>, _ range: Range<Int>) -> Bool {
  var hasCapital = false
  var offset = range.lowerBound
  while offset < range.upperBound {
    let (value, count) = decode(text, at: offset, before: range.upperBound)
    offset += count
    guard let scalar = Unicode.Scalar(value) else { continue }
    if scalar.properties.isLowercase || scalar.properties.generalCategory == .titlecaseLetter {
      return false
    }
    hasCapital = hasCapital || scalar.properties.isUppercase
  }
  return hasCapital
}
