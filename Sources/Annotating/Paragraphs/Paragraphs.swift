import Document

/// Tells line breaks that end a thought from those that only fill a page.
///
/// An empty line and a drawn one always end a paragraph. A single break does, unless the text is wrapped: the line before it is as
/// full as lines of this text get, or the next goes on in small letters within prose.
struct ParagraphFinder {
  private let bytes: Bytes
  private let lines: [Line]
  /// The column at which the text is wrapped, as far as its lines show; nil if they are too long for that.
  private let width: Int?

  /// Wider than any page; lines beyond it are whole paragraphs.
  private static let widest = 130
  /// A line shorter than this shows no wrapping by being the longest around.
  private static let narrowest = 36

  private init(_ bytes: Bytes, _ lines: [Line]) {
    self.bytes = bytes
    self.lines = lines
    width = Self.width(of: lines)
  }

  /// The paragraphs of a text, without the white space around them; together they hold all ink.
  static func paragraphs(of bytes: Bytes) -> [TextRange] {
    let finder = ParagraphFinder(bytes, Line.lines(of: bytes))
    var paragraphs: [TextRange] = []
    for index in finder.lines.indices {
      let line = finder.lines[index]
      if index > 0, !finder.breaks(before: index) {
        paragraphs[paragraphs.count - 1].upper = UInt32(truncatingIfNeeded: line.end)
      } else {
        paragraphs.append(TextRange(line.start, line.end))
      }
    }
    return paragraphs
  }

  /// The length that nineteen in twenty of the lines with a successor keep within.
  private static func width(of lines: [Line]) -> Int? {
    var lengths: [Int] = []
    for index in lines.indices.dropFirst() where !lines[index].isFirst {
      lengths.append(lines[index - 1].length)
    }
    guard !lengths.isEmpty else { return nil }
    lengths.sort()
    let width = lengths[(lengths.count - 1) * 19 / 20]
    return width <= widest ? width : nil
  }

  /// Whether a paragraph begins with a line.
  private func breaks(before index: Int) -> Bool {
    let line = lines[index]
    let previous = lines[index - 1]
    if line.isFirst || line.indent > previous.indent + 1 || isListItem(line) { return true }
    if isRule(line) || isRule(previous) { return true }
    if isFull(previous, before: line) { return false }
    return !continues(line, from: index - 1)
  }

  /// Whether the next line's first word would not have fitted onto a line.
  private func isFull(_ line: Line, before next: Line) -> Bool {
    guard let width, line.length >= Self.narrowest else { return false }
    var end = next.start
    while end < next.end, bytes[end] > 0x20 { end += 1 }
    return line.length + 1 + (end - next.start) > width
  }

  /// Whether a line goes on in small letters with what a line before it began and some line will end.
  private func continues(_ line: Line, from previous: Int) -> Bool {
    guard bytes.characterClass(at: line.start) == .lower else { return false }
    return endsOpen(lines[previous]) || blockEndsInStop(from: previous + 1)
  }

  /// Whether a line ends in a mark that leaves its thought open.
  private func endsOpen(_ line: Line) -> Bool {
    ",;-".utf8.contains(bytes[line.end - 1])
  }

  /// Whether the last line of a block, as far as small letters carry it, ends in a stop: lists and tables do not.
  private func blockEndsInStop(from start: Int) -> Bool {
    var last = start
    let limit = min(lines.count, start + 40)
    while last + 1 < limit, !lines[last + 1].isFirst { last += 1 }
    return endsInStop(lines[last])
  }

  private func endsInStop(_ line: Line) -> Bool {
    var end = line.end
    while end > line.start {
      let scalar = bytes.scalar(before: end)
      let kind = scalar.characterClass
      guard kind.isQuote || kind == .closer else { return kind.isTerminator }
      end -= scalar.length
    }
    return false
  }

  /// Whether a line is drawn and not written: `_____`, `-----`, `* * *`.
  private func isRule(_ line: Line) -> Bool {
    guard line.length >= 3 else { return false }
    var offset = line.start
    while offset < line.end {
      let scalar = bytes.scalar(at: offset)
      switch scalar.characterClass {
      case .dash, .connector, .bullet, .space: break
      default: guard "=*~#".utf8.contains(bytes[offset]) else { return false }
      }
      offset += scalar.length
    }
    return true
  }

  /// Whether a line begins with a bullet, a dash and a space, or `1.`, `2)`.
  private func isListItem(_ line: Line) -> Bool {
    let scalar = bytes.scalar(at: line.start)
    switch scalar.characterClass {
    case .bullet: return true
    case .dash: return bytes.characterClass(at: line.start + scalar.length).isBlank
    case .digit:
      var end = line.start
      while end < line.end, bytes[end] &- 0x30 < 10 { end += 1 }
      guard end - line.start <= 2, end + 1 < line.end else { return false }
      return (bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"))
        && bytes[end + 1] == UInt8(ascii: " ")
    default:
      return bytes[line.start] == UInt8(ascii: "*")
        && bytes.characterClass(at: line.start + 1).isBlank
    }
  }
}
