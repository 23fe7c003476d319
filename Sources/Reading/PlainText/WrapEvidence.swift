/// Whether a text's lines were broken to fit a width, so that line ends inside a block mean nothing.
struct WrapEvidence {
  /// The width in code points; nil where lines end on purpose.
  let width: Int?

  private static let sampledLines = 400
  private static let plausibleWidths = 40...120

  init(_ lines: TextLines) {
    let sample = Array(lines.prefix(Self.sampledLines))
    let lengths = sample.map { lines.length($0) }
    let pairs = sample.indices.dropLast().filter { index in
      !sample[index].isBlank && !sample[index + 1].isBlank
        && sample[index + 1].indent <= sample[index].indent && !lines.beginsItem(sample[index + 1])
        && !lines.isRow(sample[index]) && !lines.isRow(sample[index + 1])
    }
    let widths = pairs.map { lengths[$0] }.sorted()
    let printed = lengths.reduce(0, +)
    let inLongLines = lengths.reduce(0) { $1 > Self.plausibleWidths.upperBound ? $0 + $1 : $0 }
    guard pairs.count >= 3, inLongLines * 2 <= printed,
      // Not the longest line of all: one unbreakable word may stick out.
      case let width = widths[widths.count - 1 - widths.count / 50],
      Self.plausibleWidths.contains(width)
    else {
      self.width = nil
      return
    }
    let full = pairs.count { lengths[$0] + 1 + lines.firstWordLength(sample[$0 + 1]) > width - 2 }
    self.width = full * 10 >= pairs.count * 6 ? width : nil
  }
}
