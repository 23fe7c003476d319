import CWorld

/// The coasts and borders of the world, in degrees; see `.ci/world-outline`.
struct WorldOutline {
  struct Line {
    var isCoast: Bool
    var points: [(longitude: Double, latitude: Double)]
  }

  let lines: [Line]

  init() {
    let bytes = UnsafeBufferPointer(
      start: copydesk_world_outline(), count: copydesk_world_outline_size())
    lines = bytes.split(separator: UInt8(ascii: "\n")).compactMap { Self.line($0) }
  }

  /// `C 392 -47 -4 -18`: the kind, a place, and steps from place to place, in tenths of a degree.
  private static func line(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Line? {
    guard let kind = bytes.first, kind != UInt8(ascii: "#") else { return nil }
    let numbers = bytes.dropFirst().split(separator: UInt8(ascii: " ")).compactMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
    var (x, y) = (0, 0)
    var points: [(longitude: Double, latitude: Double)] = []
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      x += numbers[index]
      y += numbers[index + 1]
      points.append((Double(x) / 10, Double(y) / 10))
    }
    return Line(isCoast: kind == UInt8(ascii: "C"), points: points)
  }
}
