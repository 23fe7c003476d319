import Document

/// Reads a rule sheet that is written as a table: a term a line, further columns behind tabs, settings in comments on top.
struct RuleTable {
  private(set) var sheet = RuleSheet()
  private(set) var faults: [RuleSheet.Fault] = []
  /// Nil until the first row, which may name them.
  private var columns: [String]?
  private var line = 0
  /// Where terms stood, for those that come twice.
  private var known: [String: RuleSheet.Rule] = [:]

  private static let columns = ["term", "weight", "value", "tags", "tag", "case", "note"]

  init(_ text: String) {
    var text = text[...]
    if text.first == "\u{FEFF}" { text.removeFirst() }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      self.line += 1
      let words = line.last == "\r" ? line.dropLast() : line
      read(String(words))
    }
  }

  private mutating func read(_ words: String) {
    guard words.contains(where: { !$0.isWhitespace }) else { return }
    // Behind the first row a '#' is a term's own.
    if columns == nil, words.hasPrefix("#") { return readComment(words.dropFirst()) }
    let cells = words.split(separator: "\t", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    guard let columns else { return readHeader(cells, words) }
    readRow(cells, columns, words)
  }

  /// `# language: en`; other comments are for people.
  private mutating func readComment(_ words: Substring) {
    guard let colon = words.firstIndex(of: ":") else { return }
    let name = String(words[..<colon]).trimmed
    let isKnown = RuleSettings.names.contains(name)
    // Prose has colons too; what is nearly a setting is a misspelt one.
    let isNear =
      name.first?.isLowercase == true && !Suggestions.like(name, among: RuleSettings.names).isEmpty
    guard isKnown || isNear else { return }
    let value = String(words[words.index(after: colon)...]).trimmed
    do throws(RuleSettings.Fault) {
      try RuleSettings.take(name, .string(value), into: &sheet)
    } catch {
      faults.append(
        RuleSheet.Fault(line: line, column: 3, message: error.message, remedy: error.remedy))
    }
  }

  private mutating func readHeader(_ cells: [String], _ words: String) {
    guard cells[0] == "term" else {
      let hasWeight = cells.count < 2 || cells[1].isEmpty || Double(cells[1]) != nil
      columns = hasWeight ? ["term", "weight", "tags"] : ["term", "tags"]
      return readRow(cells, columns ?? [], words)
    }
    for (number, cell) in cells.enumerated() where !Self.columns.contains(cell) {
      fault(
        number, words, "there is no column '\(cell)'",
        Suggestions.question(Suggestions.like(cell, among: Self.columns))
          ?? "columns are term, weight, tags, case and note")
    }
    columns = cells
  }

  private mutating func readRow(_ cells: [String], _ columns: [String], _ words: String) {
    guard cells.count <= columns.count else {
      return fault(columns.count, words, "one cell too many", "name its column in the first line")
    }
    guard !cells[0].isEmpty else { return fault(0, words, "the term is missing") }
    do throws(RuleSheet.Fault) {
      var rule = try RuleSheet.Rule(
        written: cells[0], keepsCase: sheet.keepsCase, line: line, column: 1)
      for (number, cell) in cells.enumerated().dropFirst() where !cell.isEmpty {
        rule.column = Self.column(number, in: words)
        try take(cell, columns[number], into: &rule)
      }
      rule.column = 1
      add(rule)
    } catch { faults.append(error) }
  }

  private func take(
    _ cell: String, _ column: String, into rule: inout RuleSheet.Rule
  ) throws(RuleSheet.Fault) {
    switch column {
    case "weight", "value":
      guard let weight = Double(cell), weight.isFinite else {
        throw RuleSheet.Fault(
          line: line, column: rule.column, message: "expected a number, found '\(cell)'",
          remedy: "name the columns in the first line: term, weight, tags")
      }
      rule.weight = weight
    case "tags", "tag":
      for tag in cell.split(separator: ",") { try rule.add(tag: String(tag).trimmed) }
    case "case":
      guard let keeps = RuleSheet.keepsCase(cell) else {
        throw RuleSheet.Fault(
          line: line, column: rule.column, message: "expected keep or fold, found '\(cell)'")
      }
      rule.keepsCase = keeps
    default: break
    }
  }

  private mutating func add(_ rule: RuleSheet.Rule) {
    if let other = known[rule.written], other.keepsCase == rule.keepsCase {
      if other.weight == rule.weight, other.tags == rule.tags { return }
      return faults.append(
        RuleSheet.Fault(
          line: line, column: 1, message: "'\(rule.written)' stands on line \(other.line) already",
          remedy: "keep one of the two"))
    }
    known[rule.written] = rule
    sheet.rules.append(rule)
  }

  private mutating func fault(
    _ cell: Int, _ words: String, _ message: String, _ remedy: String? = nil
  ) {
    faults.append(
      RuleSheet.Fault(
        line: line, column: Self.column(cell, in: words), message: message, remedy: remedy))
  }

  /// Where a cell begins, in characters from 1.
  private static func column(_ cell: Int, in words: String) -> Int {
    var (column, tabs) = (1, 0)
    for character in words {
      if tabs == cell { break }
      column += 1
      if character == "\t" { tabs += 1 }
    }
    return column
  }
}
