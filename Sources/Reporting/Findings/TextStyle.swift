import Document

/// How a readable summary looks on a terminal.
package struct TextStyle: Hashable, Sendable {
  /// Columns that a line may take.
  package var width: Int
  package var hasColor: Bool

  package init(width: Int = 80, hasColor: Bool = false) {
    self.width = max(width, 40)
    self.hasColor = hasColor
  }

  /// Kinds of words, by the look they get where there is colour.
  enum Paint: String {
    case plain = ""
    case title = "1"
    case plugin = "1;36"
    case dim = "2"
    case mark = "1;4"
    case bar = "36"
    case warning = "33"
    case failure = "31"
  }

  func painted(_ text: String, _ paint: Paint) -> String {
    hasColor ? text.rendered(by: paint.rawValue) : text
  }

  /// A marked word: painted, or in brackets where there is no colour.
  func marked(_ text: String) -> String {
    hasColor ? painted(text, .mark) : "[\(text)]"
  }

  /// A bar for a value on a scale, as wide as the scale says, in eighths of a column.
  func bar(_ value: Double, on scale: ClosedRange<Double>, columns: Int) -> String {
    guard value.isFinite, columns > 0 else { return "" }
    let unit = Double(columns) / (scale.upperBound - scale.lowerBound)
    let clamped = min(max(value, scale.lowerBound), scale.upperBound)
    let zero = Int((-scale.lowerBound * unit).rounded())
    if clamped < 0 {
      let full = min(zero, max(1, Int((-clamped * unit).rounded())))
      return String(repeating: " ", count: zero - full)
        + painted(String(repeating: "▒", count: full), .bar)
    }
    let eighths = Int((clamped * unit * 8).rounded())
    let tail = eighths % 8 == 0 ? "" : String(Self.eighths[eighths % 8])
    let full = String(repeating: "█", count: eighths / 8) + tail
    return String(repeating: " ", count: zero) + painted(full, .bar)
  }

  private static let eighths = Array(" ▏▎▍▌▋▊▉")
}
