internal import Document

// Word lists of the plugin's folder: lines that are read in another way than they look.

extension Inspection {
  func checkWordLists() {
    for resource in declarations.resources ?? [] {
      guard let file = resource.value.string, isLexicon(resource.name),
        let bytes = try? package.read(file), let list = try? WordList(bytes)
      else { continue }
      checkLines(of: list, "\(package.path)/\(file)")
    }
  }

  /// Whether `ctx:lexicon` reads the resource.
  private func isLexicon(_ name: String) -> Bool {
    files.contains { file in
      file.scopes.expressions.contains { placed in
        guard case .method(_, let method, let arguments) = placed.part.kind else { return false }
        return method.text == "lexicon" && arguments.contains { $0.string == name }
      }
    }
  }

  private static let maximumFindings = 20

  private func checkLines(of list: WordList, _ path: String) {
    var found = 0
    for line in Self.linesWithoutTerm(list.bytes).prefix(Self.maximumFindings) {
      let place = Diagnostic.Place(line: line.number, words: line.words)
      add(.wordList, path, place, "the line has no term and is passed over", "write the term first")
    }
    for place in UntabbedLines(list).places.prefix(Self.maximumFindings) {
      add(.wordList, path, place, UntabbedLines.message(place), UntabbedLines.remedy)
    }
    for row in list.rows where found < Self.maximumFindings {
      guard let (message, remedy) = fault(of: row, in: list) else { continue }
      found += 1
      let start = row.term.offsets.lowerBound
      let end = max(row.term.offsets.upperBound, row.cells.offsets.upperBound)
      let place = Diagnostic.Place(
        line: Int(row.line), words: String(decoding: list.bytes[start..<end], as: UTF8.self))
      add(.wordList, path, place, message, remedy)
    }
  }

  private static func linesWithoutTerm(_ bytes: [UInt8]) -> [(number: Int, words: String)] {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { index, line in
      guard line.first == UInt8(ascii: "\t"), line.contains(where: { $0 > 0x20 }) else {
        return nil
      }
      return (index + 1, String(decoding: line, as: UTF8.self))
    }
  }

  private func fault(of row: WordList.Row, in list: WordList) -> (String, String)? {
    guard !row.cells.offsets.isEmpty else { return nil }
    let cells = list.bytes[row.cells.offsets].count { $0 == UInt8(ascii: "\t") } + 1
    guard cells > list.columns.count else { return nil }
    return (
      "the line has \(cells) columns behind the term, and the list has \(list.columns.count)",
      "name them in the first line, term and then a name for each column"
    )
  }
}
