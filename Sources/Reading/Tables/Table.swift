import Document

/// Reads a table of text: each row below the first an article or a failure of its own, whatever becomes of the others.
struct Table {
  private let layout: TableLayout
  private let reader: RecordReader
  /// What the columns are called, each otherwise than those before it.
  private let names: [String]

  init(layout: TableLayout, reader: RecordReader) {
    self.layout = layout
    self.reader = reader
    names = layout.distinctNames
  }

  /// Reads the rows below the header.
  /// - Parameters:
  ///   - bytes: whole rows.
  ///   - firstLine: the 1-based number of the first line.
  ///   - isFirst: whether they are the first of their input, which say what is wrong with the header.
  ///   - isConfined: whether no field reaches past its line.
  func read(
    _ bytes: ArraySlice<UInt8>, firstLine: Int, isFirst: Bool, isConfined: Bool,
    each: (Result<Article, ReadFailure>) -> Void
  ) {
    if let fault = layout.fault(source: reader.source, map: reader.map) {
      return each(.failure(fault))
    }
    bytes.withUnsafeBufferPointer { buffer in
      var rows = TableRows(buffer, layout.dialect, isConfined: isConfined)
      var line = firstLine
      var warnings = isFirst ? layout.twinWarnings : []
      while let row = rows.next() {
        let place = "\(reader.source):\(line)"
        line += rows.lineCount
        if row == .unclosed {
          each(.failure(.row(place, "a quotation mark that never closes")))
        } else if !rows.isBlank {
          let start = bytes.startIndex
          let slice = bytes[(start + rows.row.lowerBound)..<(start + rows.row.upperBound)]
          each(article(slice, place, warnings))
          warnings = []
        }
      }
    }
  }

  private func article(
    _ row: ArraySlice<UInt8>, _ place: String, _ before: [Warning]
  ) -> Result<Article, ReadFailure> {
    guard row.count <= reader.maximumBytes else {
      return .failure(.tooLarge(row.count, reader.maximumBytes, place))
    }
    let decoded = reader.decoder.decode(row)
    let values = decoded.utf8.withUnsafeBufferPointer { buffer in
      var rows = TableRows(buffer, layout.dialect)
      return rows.next() == .whole ? rows.fields.map(rows.text) : []
    }
    // Some end their rows with a delimiter.
    let count = values.count - (values.last?.isEmpty == true ? 1 : 0)
    guard count <= layout.columns.count else {
      return .failure(
        .row(
          place, "\(values.count) fields, the header has \(layout.columns.count)",
          remedy: "put fields that hold a delimiter in quotation marks"))
    }
    var warnings = before + decoded.warnings
    if values.count < layout.columns.count {
      let message = "\(values.count) fields of \(layout.columns.count)"
      warnings.append(Warning(code: "row", message: message))
    }
    return article(values, place, warnings)
  }

  private func article(
    _ values: [String], _ place: String, _ warnings: [Warning]
  ) -> Result<Article, ReadFailure> {
    var fields = Fields()
    for (name, value) in zip(names, values)
    where !name.isEmpty && !Self.standForNothing.contains(value) {
      fields.append(name, .string(value))
    }
    return reader.row(fields, place, warnings)
  }

  /// How programs write that a field holds nothing.
  private static let standForNothing: Set<String> = ["", "NULL", "\\N", "NaN"]
}

extension ReadFailure {
  fileprivate static func row(
    _ place: String, _ message: String, remedy: String? = nil
  ) -> ReadFailure {
    ReadFailure(source: place, code: "row", message: message, remedy: remedy)
  }
}
