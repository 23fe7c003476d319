/// How the rows of a table of text are written.
package struct TableDialect: Hashable, Sendable {
  /// The byte between two fields: a comma, a semicolon, a tab or a bar.
  package var delimiter: UInt8
  /// `\n`, before which a `\r` may stand; or `\r` alone, as old spreadsheets wrote it.
  package var lineEnd = UInt8(ascii: "\n")
  /// Whether spaces before a field do not count.
  package var skipsSpaces = false
  /// Whether `\"` is a quotation mark inside quotation marks, as databases dump it.
  package var hasBackslashes = false

  package init(
    delimiter: UInt8, lineEnd: UInt8 = UInt8(ascii: "\n"), skipsSpaces: Bool = false,
    hasBackslashes: Bool = false
  ) {
    self.delimiter = delimiter
    self.lineEnd = lineEnd
    self.skipsSpaces = skipsSpaces
    self.hasBackslashes = hasBackslashes
  }

  /// Whether a byte is there to part fields.
  func parts(_ byte: UInt8) -> Bool { byte == delimiter || byte == UInt8(ascii: "\"") }
}
