internal import Glibc

/// Rounds to decimals as if the number were written out in full; a half goes to the even digit.
///
/// The naive way, multiplying and rounding, errs for numbers such as 1.005, which is a little less than it seems.
/// - Parameter digits: -15…15; negative ones round before the point.
func rounded(_ number: Double, digits: Int) -> Double {
  guard number.isFinite, abs(number) < 1e15 else { return number }
  let scale = powersOfTen[abs(digits)]
  let scaled = digits >= 0 ? number * scale : number / scale
  guard abs(scaled) < 4_503_599_627_370_496 else { return number }
  let near = scaled.rounded(.toNearestOrEven)
  // Far from a half the error of the multiplication cannot matter.
  if abs(abs(scaled - near) - 0.5) > abs(scaled) * 1e-15 + 1e-15 {
    return digits >= 0 ? near / scale : near * scale
  }
  return roundedInFull(number, digits, scale)
}

private func roundedInFull(_ number: Double, _ digits: Int, _ scale: Double) -> Double {
  guard digits >= 0 else {
    // Whole numbers and their halves are exact.
    return (number / scale).rounded(.toNearestOrEven) * scale
  }
  return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
    guard let start = buffer.baseAddress else { return number }
    let count = withVaList([Int32(digits), number]) { vsnprintf(start, 400, "%.*f", $0) }
    guard count > 0, count < 400 else { return number }
    return strtod(start, nil)
  }
}
