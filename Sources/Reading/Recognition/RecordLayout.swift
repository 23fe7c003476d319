/// How an input holds its records, where it can be cut between them and each part be read apart.
package enum RecordLayout: Hashable, Sendable {
  /// JSON Lines.
  case lines
  case table(TableLayout)
}

/// Some whole records of an input.
package struct Stretch: Hashable, Sendable {
  package var layout: RecordLayout
  /// The 1-based number of the first line.
  package var firstLine: Int
  /// Whether no record reaches past its line, because one before seemed to reach too far.
  package var isConfined: Bool

  package init(_ layout: RecordLayout, firstLine: Int = 1, isConfined: Bool = false) {
    self.layout = layout
    self.firstLine = firstLine
    self.isConfined = isConfined
  }
}

extension RecordLayout {
  /// Where the records begin: the offset and the 1-based line.
  package var body: (offset: Int, line: Int) {
    switch self {
    case .lines: (0, 1)
    case .table(let table): (table.body, table.bodyLine)
    }
  }

  /// What is not whole after so many bytes is taken for one line that is damaged.
  package var longestRecord: Int {
    switch self {
    case .lines: 0
    case .table: TableRows.longestRow
    }
  }

  /// How many of some bytes are whole records, and how many lines; nil where none ends.
  package func wholeRecords(in bytes: [UInt8]) -> (bytes: Int, lines: Int)? {
    switch self {
    case .lines:
      guard let last = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return nil }
      return (last + 1, bytes[...last].count { $0 == UInt8(ascii: "\n") })
    case .table(let table):
      let whole = bytes.withUnsafeBufferPointer { buffer in
        var rows = TableRows(buffer, table.dialect)
        var whole = (bytes: 0, lines: 0)
        while rows.next() == .whole, rows.hasLineEnd {
          whole = (rows.position, whole.lines + rows.lineCount)
        }
        return whole
      }
      return whole.bytes > 0 ? whole : nil
    }
  }

  /// The byte at which lines end.
  package var lineEnd: UInt8 {
    switch self {
    case .lines: UInt8(ascii: "\n")
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
  fileprivate func walk(
    _ bytes: UnsafeBufferPointer<UInt8>, isConfined: Bool,
    _ goesOn: (_ range: Range<Int>, _ lines: Int, _ isBlank: Bool) -> Bool
  ) {
    guard case .table(let table) = self else {
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
        guard goesOn(start..<end, 1, !bytes[start..<end].contains { $0 > 0x20 }) else { return }
        start = end
      }
      return
    }
    var rows = TableRows(bytes, table.dialect, isConfined: isConfined)
    while let row = rows.next() {
      let isBlank = row == .whole && rows.isBlank
      guard goesOn(rows.start..<rows.position, rows.lineCount, isBlank) else { return }
    }
  }
}
