/// Reads a decimal number that fills some bytes, such as `-1.5`; nil where they are none.
///
/// Exact: digits that fit a double are divided by an exact power of ten, all else goes the long way.
func decimalNumber(_ bytes: ArraySlice<UInt8>) -> Double? {
  var index = bytes.startIndex
  let isNegative = bytes.first == UInt8(ascii: "-")
  if isNegative || bytes.first == UInt8(ascii: "+") { index += 1 }
  var mantissa: UInt64 = 0
  var digits = 0
  var decimals = 0
  var sawPoint = false
  while index < bytes.endIndex {
    let byte = bytes[index]
    if byte == UInt8(ascii: "."), !sawPoint {
      sawPoint = true
    } else if byte &- UInt8(ascii: "0") < 10 {
      mantissa = mantissa &* 10 &+ UInt64(byte - UInt8(ascii: "0"))
      digits += 1
      if sawPoint { decimals += 1 }
    } else {
      return longDecimalNumber(bytes)
    }
    index += 1
  }
  guard digits > 0 else { return nil }
  guard digits <= 15 else { return longDecimalNumber(bytes) }
  let value = Double(mantissa) / powersOfTen[decimals]
  return isNegative ? -value : value
}

private func longDecimalNumber(_ bytes: ArraySlice<UInt8>) -> Double? {
  // `Double` also reads hexadecimal, `inf` and `nan`, which no list means.
  let allowed = bytes.allSatisfy { byte in
    byte &- UInt8(ascii: "0") < 10 || "+-.eE".utf8.contains(byte)
  }
  guard allowed, let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else {
    return nil
  }
  return value
}

/// The powers of ten that a double holds exactly.
let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]
