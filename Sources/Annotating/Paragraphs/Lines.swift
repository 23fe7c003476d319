/// A line of a text without the white space around it; never empty.
struct Line {
  var start: Int
  var end: Int
  /// The columns of white space before it.
  var indent: Int
  /// Whether an empty line, or the start of the text, comes before it.
  var isFirst: Bool

  var length: Int { end - start }
}

extension Line {
  /// The lines of a text that hold ink.
  static func lines(of bytes: Bytes) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var isFirst = true
    while start < bytes.count {
      let (end, next) = lineEnd(in: bytes, from: start)
      if let line = trimmed(bytes, start, end, isFirst) {
        lines.append(line)
        isFirst = false
      } else {
        isFirst = true
      }
      start = next
    }
    return lines
  }

  /// Where the line that holds an offset ends, and where the next begins.
  private static func lineEnd(in bytes: Bytes, from start: Int) -> (end: Int, next: Int) {
    var offset = start
    while offset < bytes.count {
      if offset + 8 <= bytes.count, EightBytes(bytes, at: offset).isPlain {
        offset += 8
        continue
      }
      let byte = bytes[offset]
      if byte == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A {
        return (offset, offset + 2)
      }
      if byte &- 0x0A < 4 { return (offset, offset + 1) }
      if byte == 0xC2 || byte == 0xE2 {
        let scalar = bytes.scalar(at: offset)
        if scalar.characterClass == .lineBreak { return (offset, offset + scalar.length) }
      }
      offset += 1
    }
    return (offset, offset)
  }

  private static func trimmed(_ bytes: Bytes, _ start: Int, _ end: Int, _ isFirst: Bool) -> Line? {
    var first = start
    while first < end {
      let scalar = bytes.scalar(at: first)
      guard scalar.characterClass == .space else { break }
      first += scalar.length
    }
    guard first < end else { return nil }
    var last = end
    while true {
      let scalar = bytes.scalar(before: last)
      guard scalar.characterClass == .space else { break }
      last -= scalar.length
    }
    return Line(start: first, end: last, indent: first - start, isFirst: isFirst)
  }
}
