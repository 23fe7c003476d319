import Glibc

/// Round numbers along an axis.
struct Ticks: Hashable {
  let lower: Double
  let upper: Double
  let values: [Double]
  /// Digits after the point that tell the values apart.
  let digits: Int

  /// Round ends around the numbers, and about so many round steps between.
  init(around range: ClosedRange<Double>, steps: Int = 4) {
    var (low, high) = (range.lowerBound, range.upperBound)
    if !(high > low) {
      let margin = low == 0 ? 1 : abs(low) / 2
      (low, high) = (low - margin, high + margin)
    }
    let step = Self.step(for: (high - low) / Double(steps))
    let first = (low / step).rounded(.down)
    let last = max(first + 1, (high / step).rounded(.up))
    lower = first * step
    upper = last * step
    values = stride(from: first, through: min(last, first + 20), by: 1).map { $0 * step }
    digits = max(0, min(9, Int((-log10(step) + 1e-9).rounded(.up))))
  }

  /// How far along the axis a number lies, 0…1.
  func place(of value: Double) -> Double { (value - lower) / (upper - lower) }

  func label(_ value: Double) -> String { Figures.shown(value, digits: digits, minus: "−") }

  /// The next of 1, 2 or 5 times a power of ten.
  private static func step(for raw: Double) -> Double {
    guard raw.isFinite, raw > 1e-300 else { return 1 }
    let power = pow(10, log10(raw).rounded(.down))
    let factor = raw / power
    return power * (factor <= 1.0001 ? 1 : factor <= 2.0001 ? 2 : factor <= 5.0001 ? 5 : 10)
  }
}
