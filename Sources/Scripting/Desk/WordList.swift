/// Why a word list cannot be read.
struct WordListFault: Error, Hashable {
  /// 1-based; 0 where no line is at fault.
  var line: Int
  var message: String
}

/// A word list as it is written: comments on top, then a term a line, with further columns behind tabs.
///
/// Lines that begin with `#` before the first term are comments: the source and the licence. Where the
/// first line after them begins with the cell `term`, it names the columns; otherwise there is one
/// column, `value`. A list without numbers weighs every term 1.
struct WordList: Sendable {
  struct Row: Sendable {
    /// 1-based.
    var line: Int32
    var term: TermRange
    /// What follows the first tab, up to the end of the line.
    var cells: TermRange
  }

  /// Offsets into the list's bytes.
  struct TermRange: Sendable {
    var lower: Int32
    var upper: Int32
    var offsets: Range<Int> { Int(lower)..<Int(upper) }
  }

  let bytes: [UInt8]
  /// The names of the columns behind the term.
  private(set) var columns: [String] = ["value"]
  private(set) var rows: [Row] = []

  /// The largest list, in bytes.
  static let maximumSize = 256 << 20

  init(_ bytes: [UInt8]) throws(WordListFault) {
    guard bytes.count <= Self.maximumSize else {
      throw WordListFault(line: 0, message: "a word list of more than 256 MB")
    }
    guard Self.isUTF8(bytes) else { throw WordListFault(line: 0, message: "invalid UTF-8") }
    self.bytes = bytes
    readLines()
    takeHeader()
  }

  /// The cell of a row in a column, without white space around it; nil where the row ends before it.
  func cell(_ row: Row, _ column: Int) -> ArraySlice<UInt8>? {
    let range = bytes.withUnsafeBufferPointer { buffer -> Range<Int>? in
      var start = Int(row.cells.lower)
      let end = Int(row.cells.upper)
      guard start < end || column == 0 else { return nil }
      for _ in 0..<column {
        start = Self.tab(in: buffer, start, end) + 1
        guard start <= end else { return nil }
      }
      return Self.trimmed(buffer, start, Self.tab(in: buffer, start, end))
    }
    return range.map { bytes[$0] }
  }

  /// Where the next tab of a stretch is; its end where there is none.
  private static func tab(
    in buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    var tab = start
    while tab < end, buffer[tab] != UInt8(ascii: "\t") { tab &+= 1 }
    return tab
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      guard buffer.contains(where: { $0 >= 0x80 }) else { return true }
      return String(validating: buffer, as: UTF8.self) != nil
    }
  }

  private mutating func readLines() {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line: Int32 = 0
    rows.reserveCapacity(bytes.count / 16)
    bytes.withUnsafeBufferPointer { buffer in
      while start < buffer.count {
        line += 1
        let end = Self.endOfLine(buffer, from: start)
        defer { start = end + 1 }
        if rows.isEmpty, buffer[start] == UInt8(ascii: "#") { continue }
        guard let row = row(buffer, start, end, line) else { continue }
        rows.append(row)
      }
    }
  }

  private static func endOfLine(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < buffer.count, buffer[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  /// The row in a line; nil for an empty one.
  private func row(
    _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ lineEnd: Int, _ line: Int32
  ) -> Row? {
    var end = lineEnd
    while end > start, buffer[end - 1] <= 0x20 { end -= 1 }
    let tab = Self.tab(in: buffer, start, end)
    let term = Self.trimmed(buffer, start, tab)
    guard !term.isEmpty else { return nil }
    return Row(
      line: line, term: TermRange(lower: Int32(term.lowerBound), upper: Int32(term.upperBound)),
      cells: TermRange(lower: Int32(min(tab + 1, end)), upper: Int32(end)))
  }

  private static func trimmed(
    _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Range<Int> {
    var lower = start
    var upper = end
    while lower < upper, buffer[lower] <= 0x20 { lower &+= 1 }
    while upper > lower, buffer[upper - 1] <= 0x20 { upper &-= 1 }
    return lower..<upper
  }

  /// Takes the first row as the columns' names if its term is `term` and its next cell no number.
  private mutating func takeHeader() {
    guard let first = rows.first, bytes[first.term.offsets].elementsEqual("term".utf8) else {
      return
    }
    let names = bytes[first.cells.offsets].split(
      separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
    guard names.first.flatMap(Double.init) == nil else { return }
    columns = names
    rows.removeFirst()
  }
}
