import Document
import Glibc

/// What the start of a table says of all its rows.
package struct TableLayout: Hashable, Sendable {
  package var dialect: TableDialect
  /// The names in the first row.
  package var columns: [String]
  /// Where the rows below it begin: the offset and the 1-based line.
  package var body = 0
  package var bodyLine = 1

  package init(dialect: TableDialect, columns: [String]) {
    self.dialect = dialect
    self.columns = columns
  }
}

extension TableLayout {
  /// Why no row can become an article; nil if rows can.
  func fault(source: String, map: FieldMap) -> ReadFailure? {
    if let (name, suggestions) = map.missing(among: distinctNames) {
      return ReadFailure(
        source: source, code: "no-column", message: "no column '\(name)'",
        remedy: Suggestions.question(suggestions) ?? "there are \(list)")
    }
    guard !map.makeArticles(of: columns) else { return nil }
    return ReadFailure(
      source: source, code: "no-article", message: "no column for a title or a text",
      remedy: "--map text=COLUMN says which; there are \(list)")
  }

  /// The columns' names, those that were there before with the number of their place behind: `tag`, `tag 2`.
  var distinctNames: [String] {
    var counts: [String: Int] = [:]
    return columns.map { name in
      counts[name, default: 0] += 1
      let count = counts[name] ?? 1
      return count == 1 || name.isEmpty ? name : "\(name) \(count)"
    }
  }

  /// What is said of columns that are called alike.
  var twinWarnings: [Warning] {
    zip(columns, distinctNames).filter { $0 != $1 }.map { name, distinct in
      let message = "another column is called '\(name)'; it is read as '\(distinct)'"
      return Warning(code: "column", message: message)
    }
  }

  private var list: String {
    let names = columns.filter { !$0.isEmpty }.prefix(12).joined(separator: ", ")
    return columns.count > 12 ? names + ", …" : names
  }
}

/// Tells a table with a header row by its first rows.
///
/// Prose has commas, too: without a table's name an input is one only if its first row names a title or a text and nearly
/// all rows have as many fields.
struct TableSketch {
  private let sample: ArraySlice<UInt8>
  private let isWhole: Bool
  private let isNamed: Bool
  private let decoder: Decoder
  private let map: FieldMap

  private static let names = ["csv", "tsv", "tab", "psv"]
  private static let delimiters = [",", "\t", ";", "|"].map { UInt8(ascii: $0) }
  private static let sampleBytes = 64 << 10
  private static let sampleRows = 200

  /// - Parameters:
  ///   - bytes: the input or its beginning.
  ///   - fileExtension: of the input's name, in lower case.
  init(_ bytes: ArraySlice<UInt8>, fileExtension: String, _ decoder: Decoder, _ map: FieldMap) {
    sample = bytes.prefix(Self.sampleBytes)
    isWhole = sample.count == bytes.count
    isNamed = Self.names.contains(fileExtension)
    self.decoder = decoder
    self.map = map
  }

  /// The layout of the table; nil if there is none.
  var layout: TableLayout? {
    let mark = sample.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let (named, skipped) = namedDelimiter(in: sample.dropFirst(mark))
    let candidates = named.map { [$0] } ?? Self.delimiters
    return sample.dropFirst(mark + skipped).withUnsafeBufferPointer { rest in
      // Of the many inputs that are prose, nothing more is looked at than that no mark parts names in the first line.
      let header = rest.prefix(isNamed ? 0 : rest.lineEnd)
      let best = candidates.lazy.filter { isNamed || header.contains($0) }
        .compactMap { Draft(rest, delimiter: $0, self) }
        .max {
          ($0.known, $0.agreement, $0.columns.count) < ($1.known, $1.agreement, $1.columns.count)
        }
      guard let best, best.isConvincing(isNamed: isNamed) else { return nil }
      var layout = TableLayout(dialect: best.dialect, columns: best.columns)
      layout.body = mark + skipped + best.headerEnd
      layout.bodyLine = 1 + (skipped > 0 ? 1 : 0) + best.headerLines
      return layout
    }
  }

  /// `sep=;` in the first line, which spreadsheets write and hide; and how long that line is.
  private func namedDelimiter(in bytes: ArraySlice<UInt8>) -> (UInt8?, Int) {
    guard bytes.starts(with: "sep=".utf8),
      let end = bytes.firstIndex(of: UInt8(ascii: "\n")), end - bytes.startIndex <= 6
    else { return (nil, 0) }
    return (bytes[bytes.startIndex + 4], end + 1 - bytes.startIndex)
  }
}

extension TableSketch {
  /// The sample read with one delimiter.
  fileprivate struct Draft {
    var dialect: TableDialect
    private(set) var columns: [String] = []
    private(set) var headerEnd = 0
    private(set) var headerLines = 0
    /// How many of the columns' names mean something.
    private(set) var known = 0
    /// Whether one of them holds a title or a text.
    private var hasArticles = false
    private var rows = 0
    private var matching = 0

    /// How many of ten rows have as many fields as the first.
    var agreement: Int { rows == 0 ? 0 : matching * 10 / rows }

    init?(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, _ sketch: TableSketch) {
      dialect = TableDialect(delimiter: delimiter)
      if !bytes.contains(UInt8(ascii: "\n")) { dialect.lineEnd = UInt8(ascii: "\r") }
      dialect.hasBackslashes = bytes.haveBackslashes(before: delimiter)
      guard readHeader(bytes, sketch), sketch.isNamed || hasArticles else { return nil }
      countRows(bytes, isWhole: sketch.isWhole)
    }

    private mutating func readHeader(
      _ bytes: UnsafeBufferPointer<UInt8>, _ sketch: TableSketch
    ) -> Bool {
      var rows = TableRows(bytes, dialect)
      guard rows.next() == .whole, rows.position < bytes.count || sketch.isWhole else {
        return false
      }
      dialect.skipsSpaces = bytes[rows.row].havePadding(behind: dialect.delimiter)
      headerEnd = rows.position
      headerLines = rows.lineCount
      let header = sketch.decoder.decode(Array(bytes[rows.row])[...])
      guard !header.isWide else { return false }
      columns = header.utf8.withUnsafeBufferPointer { header in
        var rows = TableRows(header, dialect)
        guard rows.next() == .whole else { return [] }
        return rows.fields.map { rows.text($0).trimmingSpace }
      }
      known = columns.count(where: sketch.map.knows)
      hasArticles = sketch.map.makeArticles(of: columns)
      return !columns.allSatisfy(\.isEmpty)
    }

    private mutating func countRows(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) {
      var table = TableRows(UnsafeBufferPointer(rebasing: bytes[headerEnd...]), dialect)
      while rows < TableSketch.sampleRows, let row = table.next() {
        // What the sample has cut off says nothing.
        if !isWhole, table.position == bytes.count - headerEnd { return }
        guard !table.isBlank else { continue }
        rows += 1
        if row == .whole, table.fields.count == columns.count { matching += 1 }
      }
    }

    func isConvincing(isNamed: Bool) -> Bool {
      guard areNames else { return false }
      guard isNamed else {
        return columns.count > 1 && hasArticles && rows > 0 && agreement >= 9
          && (known > 1 || rows > 1)
      }
      return hasArticles || (columns.count > 1 && (known > 0 || agreement >= 5))
    }

    /// Whether the header's fields can be names: short, no sentences.
    private var areNames: Bool {
      columns.allSatisfy { name in
        name.utf8.count <= 64 && !name.utf8.contains(UInt8(ascii: "\n"))
          && ![".", "!", "?"].contains(name.suffix(1))
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the first line ends.
  fileprivate var lineEnd: Int { firstIndex { $0 == 0x0A || $0 == 0x0D } ?? count }

  /// Whether there are quotation marks behind backslashes, where neither the end of a field nor a doubled mark explains them.
  fileprivate func haveBackslashes(before delimiter: UInt8) -> Bool {
    guard let base = baseAddress, memchr(base, Int32(UInt8(ascii: "\\")), count) != nil else {
      return false
    }
    var index = 0
    while index + 2 < count {
      if self[index] == UInt8(ascii: "\\"), self[index + 1] == UInt8(ascii: "\"") {
        let next = self[index + 2]
        if next != delimiter, next != UInt8(ascii: "\""), next >= 0x20 { return true }
      }
      index += 1
    }
    return false
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Whether a space follows each delimiter.
  fileprivate func havePadding(behind delimiter: UInt8) -> Bool {
    let places = indices.filter { self[$0] == delimiter }
    return !places.isEmpty
      && places.allSatisfy { $0 + 1 < endIndex && self[$0 + 1] == UInt8(ascii: " ") }
  }
}
