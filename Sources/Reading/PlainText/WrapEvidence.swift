/// Whether a text's lines were broken to fit a width, so that line ends inside a block mean nothing.
struct WrapEvidence {
  /// The width in code points; nil where lines end on purpose.
  let width: Int?

  private static let sampledLines = 200
  private static let plausibleWidths = 40...120

  init(_ lines: TextLines) {
    let sample = Array(lines.prefix(Self.sampledLines))
    let pairs = Self.pairs(in: sample, lines)
    guard pairs.count >= 3 else {
      width = nil
      return
    }
    let widths = pairs.map { lines.length(sample[$0]) }
    // Not the longest line of all: one unbreakable word may stick out.
    let width = widths.sorted()[widths.count - 1 - widths.count / 50]
    guard Self.plausibleWidths.contains(width), Self.isMostlyNarrow(sample, lines) else {
      self.width = nil
      return
    }
    var full = 0
    for (pair, length) in zip(pairs, widths)
    where length + 1 + lines.firstWordLength(sample[pair + 1]) > width - 2 { full += 1 }
    self.width = full * 10 >= pairs.count * 6 ? width : nil
  }

  /// The indices of lines whose paragraph could go on with the next.
  private static func pairs(in sample: [TextLines.Line], _ lines: TextLines) -> [Int] {
    var pairs: [Int] = []
    var isRow = false
    for index in sample.indices.dropLast() {
      let (line, next) = (sample[index], sample[index + 1])
      guard !line.isBlank, !next.isBlank else {
        isRow = false
        continue
      }
      let isNextRow = lines.isRow(next)
      if !isRow, !isNextRow, next.indent <= line.indent, !lines.beginsItem(next) {
        pairs.append(index)
      }
      isRow = isNextRow
    }
    return pairs
  }

  /// Whether lines that no width explains hold less than half of the text.
  private static func isMostlyNarrow(_ sample: [TextLines.Line], _ lines: TextLines) -> Bool {
    var (narrow, wide) = (0, 0)
    for line in sample {
      let length = line.end - line.start
      if length > plausibleWidths.upperBound && lines.length(line) > plausibleWidths.upperBound {
        wide += length
      } else {
        narrow += length
      }
    }
    return wide <= narrow
  }
}
