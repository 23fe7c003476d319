/// How an input holds its records, where it can be cut between them and each part be read apart.
package enum RecordLayout: Hashable, Sendable {
  /// JSON Lines.
  case lines
  case table(TableLayout)
  /// A JSON list, with the offset behind its bracket, and whether it is a member of an object.
  case list(body: Int, isWrapped: Bool = false)
}

/// Some whole records of an input.
package struct Stretch: Hashable, Sendable {
  package var layout: RecordLayout
  /// The 1-based number of the first line, or of the first element of a list.
  package var firstLine: Int
  /// Whether no record reaches past its line, because one before seemed to reach too far.
  package var isConfined: Bool
  /// Whether the input ends with it.
  package var isLast: Bool
  /// Whether the input holds no record before it: so it has to answer for an input without any.
  package var followsNothing: Bool

  package init(
    _ layout: RecordLayout, firstLine: Int = 1, isConfined: Bool = false, isLast: Bool = true,
    followsNothing: Bool = true
  ) {
    self.layout = layout
    self.firstLine = firstLine
    self.isConfined = isConfined
    self.isLast = isLast
    self.followsNothing = followsNothing
  }
}

extension RecordLayout {
  /// Where the records begin: the offset and the 1-based line.
  package var body: (offset: Int, line: Int) {
    switch self {
    case .lines: (0, 1)
    case .table(let table): (table.body, table.bodyLine)
    case .list(let body, _): (body, 1)
    }
  }

  /// What is said of an input whose bytes hold no record; nil where they hold one. Of a list its end says it.
  func emptiness(of bytes: ArraySlice<UInt8>) -> String? {
    switch self {
    case .lines: bytes.contains { $0 > 0x20 } ? nil : "nothing in it"
    case .table(let table):
      bytes.contains { $0 > 0x20 && !table.dialect.parts($0) } ? nil : "a table without rows"
    case .list: nil
    }
  }

  /// What is not whole after so many bytes is taken for one line that is damaged.
  package var longestRecord: Int {
    switch self {
    case .lines, .list: 0
    case .table: TableRows.longestRow
    }
  }

  /// How many of some bytes are whole records, and how many lines or elements; nil where none ends. A list may end in them.
  package func wholeRecords(
    in bytes: ArraySlice<UInt8>
  ) -> (bytes: Int, lines: Int, hasEnded: Bool)? {
    switch self {
    case .lines:
      guard let last = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return nil }
      return (
        last + 1 - bytes.startIndex, bytes[...last].count { $0 == UInt8(ascii: "\n") }, false
      )
    case .table(let table):
      let whole = bytes.withUnsafeBufferPointer { buffer in
        var rows = TableRows(buffer, table.dialect)
        var whole = (bytes: 0, lines: 0)
        while rows.next() == .whole, rows.hasLineEnd {
          whole = (rows.position, whole.lines + rows.lineCount)
        }
        return whole
      }
      return whole.bytes > 0 ? (whole.bytes, whole.lines, false) : nil
    case .list:
      var elements = JSONElements(bytes, isLast: false)
      var (end, count) = (bytes.startIndex, 0)
      while elements.next() != nil { (end, count) = (elements.position, count + 1) }
      if elements.hasEnded { end = elements.position }
      return end > bytes.startIndex ? (end - bytes.startIndex, count, elements.hasEnded) : nil
    }
  }

  /// The byte at which lines end.
  package var lineEnd: UInt8 {
    switch self {
    case .lines, .list: UInt8(ascii: "\n")
    case .table(let table): table.dialect.lineEnd
    }
  }
}

extension Stretch {
  /// The record, counted from 0 among those that hold anything; its bytes with the line end, its line, and
  /// how many lines it is.
  package func record(
    _ wanted: Int, of bytes: [UInt8]
  ) -> (bytes: Range<Int>, line: Int, lines: Int)? {
    var (seen, line) = (0, firstLine)
    var result: (bytes: Range<Int>, line: Int, lines: Int)?
    bytes.withUnsafeBufferPointer { buffer in
      layout.walk(buffer, isConfined: isConfined) { range, lines, isBlank in
        if !isBlank {
          if seen == wanted { result = (range, line, lines) }
          seen += 1
        }
        line += lines
        return result == nil
      }
    }
    return result
  }
}

extension RecordLayout {
  /// Goes through records while it is told to go on: where each lies with its line end, how many lines it is, whether it holds
  /// anything.
  func walk(
    _ bytes: UnsafeBufferPointer<UInt8>, isConfined: Bool,
    _ goesOn: (_ range: Range<Int>, _ lines: Int, _ isBlank: Bool) -> Bool
  ) {
    switch self {
    case .lines:
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
        guard goesOn(start..<end, 1, !bytes[start..<end].contains { $0 > 0x20 }) else { return }
        start = end
      }
    case .table(let table):
      var rows = TableRows(bytes, table.dialect, isConfined: isConfined)
      while let row = rows.next() {
        let isBlank = row == .whole && rows.isBlank
        guard goesOn(rows.start..<rows.position, rows.lineCount, isBlank) else { return }
      }
    case .list:
      let all = Array(bytes)
      var elements = JSONElements(all[...], isLast: false)
      var start = 0
      while elements.next() != nil {
        guard goesOn(start..<elements.position, 1, false) else { return }
        start = elements.position
      }
    }
  }
}
