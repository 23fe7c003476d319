import Glibc

/// A colour of sRGB, as style sheets write it: `#0b5c8c`.
package struct Color: Hashable, Sendable {
  private let red: UInt8
  private let green: UInt8
  private let blue: UInt8

  /// Takes `#rrggbb` and `#rgb`; nil for anything else.
  package init?(_ text: String) {
    let digits = text.utf8.dropFirst().map { Character(UnicodeScalar($0)).hexDigitValue }
    let known = digits.compactMap(\.self)
    guard text.utf8.first == UInt8(ascii: "#"), known.count == digits.count else { return nil }
    switch known.count {
    case 3: self.init(known.map { UInt8($0 * 17) })
    case 6: self.init(stride(from: 0, to: 6, by: 2).map { UInt8(known[$0] * 16 + known[$0 + 1]) })
    default: return nil
    }
  }

  private init(_ parts: [UInt8]) { (red, green, blue) = (parts[0], parts[1], parts[2]) }

  static let white = Color([255, 255, 255])

  /// `#0b5c8c`.
  package var css: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// How much the lighter of two colours outshines the other, from 1 to 21 (WCAG 2.1, contrast ratio).
  package func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// From 0 for black to 1 for white (WCAG 2.1, relative luminance).
  private var luminance: Double {
    let parts = [red, green, blue].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// The same hue, with as much white in it as it takes to be read on some backgrounds.
  func lightened(until contrast: Double, on backgrounds: [Color]) -> Color {
    (0...20).lazy.map { mixed(with: .white, share: Double($0) / 20) }
      .first { color in backgrounds.allSatisfy { color.contrast(with: $0) >= contrast } } ?? .white
  }

  func mixed(with other: Color, share: Double) -> Color {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8((Double(a) * (1 - share) + Double(b) * share).rounded())
    }
    return Color([mix(red, other.red), mix(green, other.green), mix(blue, other.blue)])
  }
}
