import Document

// The sheet as a table that spreadsheets open, with an empty column for codes.

extension CodingSheet {
  package static let unitColumn = "unit"
  package static let codeColumn = "code"
  package static let commentColumn = "comment"
  package static let coderColumn = "coder"
  /// Characters of a cell; spreadsheets take some more.
  fileprivate static let longestCell = 30_000

  /// With a byte order mark, by which spreadsheets know UTF-8.
  package var csv: [UInt8] {
    var output: [UInt8] = [0xEF, 0xBB, 0xBF]
    let hasFindings = units.contains { !$0.finding.isEmpty }
    let columns =
      [Self.unitColumn, "title", "published", "publisher", "text"]
      + (hasFindings ? ["finding"] : []) + [Self.codeColumn, Self.commentColumn]
    CSVField.append(row: columns.map(Value.string), to: &output)
    for unit in units {
      var row = [unit.id, unit.title, unit.published, unit.publisher, unit.cell]
      if hasFindings { row.append(unit.finding) }
      CSVField.append(row: (row + ["", ""]).map(Value.string), to: &output)
    }
    return output
  }
}

extension CodingSheet.Unit {
  /// The text in a cell, marked words in double brackets.
  fileprivate var cell: String {
    let text = paragraphs.map { stretches in
      stretches.map { $0.isMarked ? "[[\($0.words)]]" : $0.words }.joined()
    }.joined(separator: "\n\n")
    return text.count <= CodingSheet.longestCell
      ? text : "\(text.prefix(CodingSheet.longestCell - 1))…"
  }
}
