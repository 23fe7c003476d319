/// Turns lines as they were typed or wrapped into paragraphs, each on one line with a blank line between.
///
/// Lines that end on purpose (items of a list, rows of a table, verse) keep their line ends.
struct TextFlow {
  private enum Break { case none, space, line, paragraph }

  /// What must be known of a line to join the next to it.
  private struct Previous {
    var line: TextLines.Line
    var length: Int
    var isRow: Bool
    var endsSentence: Bool
    var isHyphenated: Bool
  }

  private let lines: TextLines
  private let width: Int?
  private(set) var text: [UInt8] = []
  private var previous: Previous?
  private var hasGap = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    lines = TextLines(measuring: bytes)
    width = WrapEvidence(lines).width
    text.reserveCapacity(bytes.count + 16)
    for line in lines {
      if line.isBlank { hasGap = true } else { add(line) }
    }
  }

  private mutating func add(_ line: TextLines.Line) {
    let isRow = width != nil && lines.isRow(line)
    switch lineBreak(before: line, isRow) {
    case .none: break
    case .space: text.append(UInt8(ascii: " "))
    case .line: text.append(UInt8(ascii: "\n"))
    case .paragraph: text.append(contentsOf: "\n\n".utf8)
    }
    text.append(contentsOf: lines.bytes[line.start..<line.end])
    hasGap = false
    previous = Previous(
      line: line, length: width == nil ? 0 : lines.length(line), isRow: isRow,
      endsSentence: width != nil && lines.endsSentence(line),
      isHyphenated: width != nil && lines.isHyphenated(line))
  }

  private func lineBreak(before line: TextLines.Line, _ isRow: Bool) -> Break {
    guard let previous else { return .none }
    guard !hasGap else { return .paragraph }
    guard let width, !isRow, !lines.beginsItem(line) else { return .line }
    guard !previous.isRow else { return .paragraph }
    guard line.indent < previous.line.indent + 2 else { return .paragraph }
    // How much of the width was left, had the next word been set there too.
    let spare = width - previous.length - 1 - lines.firstWordLength(line)
    guard spare < 12, spare < 0 || !previous.endsSentence else { return .paragraph }
    return previous.isHyphenated ? .none : .space
  }
}

extension TextLines {
  fileprivate func endsSentence(_ line: Line) -> Bool {
    var end = line.end
    while end > line.start {
      end -= 1
      switch Unicode.Scalar(bytes[end]) {
      case ")", "\"", "'": continue
      case ".", "!", "?", ":": return true
      default: return false
      }
    }
    return false
  }

  /// Whether a line ends in a hyphen inside a word, which then goes on without a space.
  fileprivate func isHyphenated(_ line: Line) -> Bool {
    guard line.end - line.start >= 2, bytes[line.end - 1] == UInt8(ascii: "-") else { return false }
    return bytes[line.end - 2] | 0x20 >= UInt8(ascii: "a")
  }
}
