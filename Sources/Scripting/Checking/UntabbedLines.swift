package import Document

/// Lines of a word list in which spaces stand where a tab was meant, as far as they show it: all of such a line is its term.
struct UntabbedLines {
  private let hasTabs: Bool
  private let isNumbered: Bool
  private let rows: [Row]

  private struct Row {
    var line: Int
    var text: String
    var words: [Substring]

    /// Whether the last of several words is a number, as in `might 0.5`.
    var endsInNumber: Bool { words.count > 1 && Double(words[words.count - 1])?.isFinite == true }
    /// Whether columns are lined up by spaces.
    var hasGap: Bool { text.utf8.count > words.reduce(words.count - 1) { $0 + $1.utf8.count } }
    /// Whether it names columns, as a first line may.
    var isHeader: Bool { words.count > 1 && words[0] == "term" }
  }

  init(_ list: WordList) {
    hasTabs = list.rows.contains { !$0.cells.offsets.isEmpty }
    rows = list.rows.filter(\.cells.offsets.isEmpty).map { row in
      let text = String(decoding: list.bytes[row.term.offsets], as: UTF8.self)
      return Row(line: Int(row.line), text: text, words: text.split(separator: " "))
    }
    isNumbered = !hasTabs && rows.drop(while: \.isHeader).allSatisfy(\.endsInNumber)
  }

  /// Where they are.
  var places: [Diagnostic.Place] {
    rows.enumerated().filter { index, row in
      row.hasGap || (hasTabs || isNumbered) && row.endsInNumber || index == 0 && row.isHeader
    }.map { Diagnostic.Place(line: $1.line, words: $1.text) }
  }

  static func message(_ place: Diagnostic.Place) -> String {
    "all of \(quoted(place.words)) is the term, for the line has no tab"
  }

  static let remedy = "part columns by tabs"
}

extension PluginHost {
  /// Lines of a list of rules, written as a table, that are read in another way than they look.
  package static func inspect(rules bytes: [UInt8], path: String) -> [Diagnostic] {
    guard let list = try? WordList(bytes) else { return [] }
    return UntabbedLines(list).places.map { place in
      Diagnostic(
        Rule.wordList.severity, Rule.wordList.rawValue, file: path, place: place,
        UntabbedLines.message(place), remedy: UntabbedLines.remedy)
    }
  }
}
