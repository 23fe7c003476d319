/// All rows of a table of text, as a spreadsheet saves it, in memory: for tables that people fill in.
package struct TextTable: Sendable {
  package struct Row: Sendable {
    /// The 1-based number of its first line.
    package var line: Int
    package var cells: [String]
  }

  /// Those with something in them, the header too.
  package private(set) var rows: [Row] = []

  /// Reads bytes in whatever encoding they look like, parted by commas, semicolons or tabs, whichever the first line has most of.
  /// - Throws: the line at fault, where a quotation mark never closes.
  package init(_ bytes: [UInt8]) throws(Fault) {
    let utf8 = Array(Decoder(assumed: nil).decode(bytes[...]).utf8)
    var fault: Fault?
    utf8.withUnsafeBufferPointer { buffer in
      var rows = TableRows(buffer, TableDialect(delimiter: Self.delimiter(of: buffer)))
      var line = 1
      while let row = rows.next() {
        if row == .unclosed {
          fault = Fault(line: line)
          return
        }
        if !rows.isBlank {
          self.rows.append(Row(line: line, cells: rows.fields.map(rows.text)))
        }
        line += rows.lineCount
      }
    }
    if let fault { throw fault }
  }

  /// A quotation mark that never closes.
  package struct Fault: Error, Hashable, Sendable {
    package var line: Int
  }

  private static func delimiter(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var best = (byte: candidates[0], count: 0)
    for candidate in candidates {
      let count = line.count { $0 == candidate }
      if count > best.count { best = (candidate, count) }
    }
    return best.byte
  }
}
