import Document
import Reading
import Reporting

/// What coders said of the units of a sample, read from their sheets and checked against its key.
package struct CodedSheets {
  /// What one coder said of one unit.
  enum Code: Hashable {
    case number(Double)
    /// In the order of the codebook; none where no label fits.
    case labels([Int])
    case unsure
  }

  /// In the order in which they came.
  private(set) var coders: [String] = []
  /// By unit of the key, by coder; nil where it was not coded.
  private(set) var codes: [[Code?]]
  /// All that is wrong, as far as it is shown.
  private(set) var faults: [Fault] = []

  /// What is wrong with a sheet.
  package struct Fault: Hashable, Sendable {
    /// `sheet.csv:12`.
    package var place: String
    package var message: String
    package var remedy: String?
  }

  /// The key's, or with the labels that were allowed in their place.
  let codebook: Codebook
  private let places: [String: Int]
  private var labels: [String: Int] = [:]

  init(_ key: SampleKey, labels replaced: [String] = []) {
    var book = key.codebook
    if !replaced.isEmpty { book.labels = replaced }
    codebook = book
    places = Dictionary(
      key.units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    codes = key.units.map { _ in [] }
    for (place, label) in book.labels.enumerated() { labels[Self.folded(label)] = place }
  }

  /// Adds the codes of a sheet; one that has a column of coders may be of several.
  mutating func read(_ path: Path) throws(WorkbenchError) {
    let bytes: [UInt8]
    do { bytes = try Descriptor.contents(of: path) } catch {
      throw .input(path: path.shown, errno: error.errno)
    }
    let table: TextTable
    do { table = try TextTable(bytes) } catch {
      return add("\(path.shown):\(error.line)", "a quotation mark that never closes")
    }
    guard let header = table.rows.first else {
      return add(path.shown, "is empty", "name a sheet that copydesk sample has written")
    }
    let names = header.cells.map { $0.lowercased().filter { !$0.isWhitespace } }
    guard let unit = names.firstIndex(of: CodingSheet.unitColumn),
      let code = names.firstIndex(of: CodingSheet.codeColumn)
    else {
      let wanted = [CodingSheet.unitColumn, CodingSheet.codeColumn].first { !names.contains($0) }
      return add(
        "\(path.shown):\(header.line)", "has no column '\(wanted ?? "")'",
        "it needs the columns 'unit' and 'code', as copydesk sample writes them")
    }
    let sheet = Sheet(
      path: path.shown, unit: unit, code: code,
      coder: names.firstIndex(of: CodingSheet.coderColumn),
      name: String(decoding: path.stem, as: UTF8.self))
    var lines: [String: Int] = [:]
    for row in table.rows.dropFirst() { read(row, of: sheet, &lines) }
  }

  private struct Sheet {
    var path: String
    var unit: Int
    var code: Int
    var coder: Int?
    var name: String
  }

  private mutating func read(_ row: TextTable.Row, of sheet: Sheet, _ lines: inout [String: Int]) {
    let place = "\(sheet.path):\(row.line)"
    func cell(_ column: Int?) -> String {
      guard let column, column < row.cells.count else { return "" }
      return Self.bare(row.cells[column])
    }
    let id = cell(sheet.unit)
    guard let unit = places[id.lowercased()] else {
      return add(
        place, "no unit '\(id)' in the key",
        "the sheet is of another sample, or the column was changed")
    }
    let name = cell(sheet.coder).isEmpty ? sheet.name : cell(sheet.coder)
    if let line = lines.updateValue(row.line, forKey: "\(name)\n\(id)") {
      return add(
        place, "unit '\(id)' was coded in line \(line) already", "leave one of the two")
    }
    let words = cell(sheet.code)
    guard !words.isEmpty else { return }
    guard let code = code(words) else {
      let parts = codebook.answer == .many ? Self.parts(words) : [words]
      let wrong = parts.first { labels[Self.folded($0)] == nil && $0 != Codebook.none } ?? words
      return add(
        place, "'\(wrong)' is no code",
        codebook.answer == .number
          ? "expected \(codebook.rule)"
          : Suggestions.question(Suggestions.like(wrong, among: codebook.labels))
            ?? "expected \(codebook.rule)")
    }
    let coder = coder(name)
    if codes[unit][coder] != nil {
      return add(
        place, "unit '\(id)' was coded by '\(name)' in another sheet",
        "give coders different names, in the column 'coder' or by their files")
    }
    codes[unit][coder] = code
  }

  private mutating func coder(_ name: String) -> Int {
    if let known = coders.firstIndex(of: name) { return known }
    coders.append(name)
    for unit in codes.indices { codes[unit].append(nil) }
    return coders.count - 1
  }

  private mutating func add(_ place: String, _ message: String, _ remedy: String? = nil) {
    faults.append(Fault(place: place, message: message, remedy: remedy))
  }

  // MARK: Codes

  private func code(_ words: String) -> Code? {
    if words == Codebook.unsure { return .unsure }
    switch codebook.answer {
    case .number:
      // Spreadsheets of half the world write a decimal comma, and some a minus of their own.
      let plain = words.map { $0 == "," ? "." : $0 == "−" ? "-" : $0 }
      guard let number = Double(String(plain)), number.isFinite else { return nil }
      return .number(number)
    case .one:
      if words == Codebook.none { return codebook.allowsNone ? .labels([]) : nil }
      return labels[Self.folded(words)].map { .labels([$0]) }
    case .many:
      if words == Codebook.none { return .labels([]) }
      let parts = Self.parts(words)
      let found = parts.compactMap { labels[Self.folded($0)] }
      guard !parts.isEmpty, found.count == parts.count else { return nil }
      return .labels(Array(Set(found)).sorted())
    }
  }

  private static func parts(_ words: String) -> [String] {
    words.split(separator: Codebook.separator).map { bare(String($0)) }.filter { !$0.isEmpty }
  }

  /// Without the white space around it, and without the apostrophe that keeps spreadsheets from calculating.
  private static func bare(_ cell: String) -> String {
    var rest = cell[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    if rest.first == "'", rest.count > 1 { rest.removeFirst() }
    return String(rest)
  }

  /// Labels are the same in capital and small letters.
  private static func folded(_ label: String) -> String { label.lowercased() }
}
