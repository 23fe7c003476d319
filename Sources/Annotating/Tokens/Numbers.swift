import Document

extension Tokenizer {
  /// Scans a number with its separators and what is written against it: `1,234.5`, `10:30`, `5th`, `3.5m`, `1990s`.
  mutating func scanNumber() {
    var end = offset
    var isPlain = true
    while end < bytes.count {
      let byte = bytes[end]
      if ASCIITable.wordBits(byte) & 4 != 0 {
        end += 1
      } else if isPlain, isSeparator(byte, at: end) {
        end += 1
      } else if byte < 0x80 {
        guard ASCIITable.wordBits(byte) != 0, !isHalfOfDay(at: end) else { break }
        isPlain = false
        end += 1
      } else {
        let scalar = bytes.scalar(at: end)
        guard Tokenizer.wordBits(scalar.characterClass) != 0 || groups(scalar, at: end) else {
          break
        }
        end += scalar.length
      }
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: "@"), finishEmail(at: end) { return }
    if bytes.has("'s", at: end), !continues(at: end + 2) { end += 2 }
    if isKeycap(at: end) { return emit(.emoji, to: endOfExtenders(from: end)) }
    emit(.number, to: end, .hasDigit)
  }

  /// Whether a mark inside a number separates its parts, as between two digits.
  @inline(__always)
  private func isSeparator(_ byte: UInt8, at offset: Int) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "'"):
      offset + 1 < bytes.count && bytes[offset + 1] &- 0x30 < 10
    default: false
    }
  }

  /// A space without a break, or a raised mark, that groups three digits.
  private func groups(_ scalar: Scalar, at offset: Int) -> Bool {
    switch scalar.point {
    case 0xA0, 0x202F, 0x2009, 0x2019:
      let start = offset + scalar.length
      guard start + 3 <= bytes.count else { return false }
      return (start..<start + 3).allSatisfy { bytes[$0] &- 0x30 < 10 }
        && (start + 3 == bytes.count || bytes[start + 3] &- 0x30 >= 10)
    default: return false
    }
  }

  /// `a.m.` or `p.m.` written against the hour.
  private func isHalfOfDay(at offset: Int) -> Bool {
    guard offset + 2 < bytes.count, bytes[offset + 1] == UInt8(ascii: ".") else { return false }
    let half = bytes[offset] | 0x20
    return (half == UInt8(ascii: "a") || half == UInt8(ascii: "p"))
      && bytes[offset + 2] | 0x20 == UInt8(ascii: "m")
  }

  /// Whether U+20E3 puts the digit before it on a key.
  private func isKeycap(at offset: Int) -> Bool {
    bytes.has("\u{20E3}", at: offset) || bytes.has("\u{FE0F}\u{20E3}", at: offset)
  }
}
