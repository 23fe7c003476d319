import Workbench

/// How it is told which lines of plugins ran.
enum CoverageStyle {
  case summary, listing
  /// A file for programs.
  case file([UInt8])
}

/// Which lines of plugins' files ran, as people and programs read it.
struct CoverageText {
  private let files: [FileCoverage]
  private let terminal: Terminal

  init(_ files: [FileCoverage], _ terminal: Terminal) {
    self.files = files
    self.terminal = terminal
  }

  /// `hedges/plugin.lua: 18 of 20 lines ran, 90 %; not 31, 40–42`, a line for each file.
  var summary: String {
    files.map { file in
      let share = file.counts.isEmpty ? 100 : 100 * file.run / file.counts.count
      let missed = Self.ranges(file.missed)
      let style: Style = missed.isEmpty ? .green : .yellow
      return "\(file.file.tamed): \(file.run) of \(file.counts.count) lines ran, "
        + terminal.styled("\(share) %", style) + (missed.isEmpty ? "" : "; not \(missed)") + "\n"
    }.joined()
  }

  /// The files with how often each line ran, those that did not with a mark.
  var listing: String {
    files.map { file in
      let lines = file.lines.enumerated().map { index, words in
        line(index + 1, words, file.counts[index + 1])
      }
      return "\(terminal.styled(file.file.tamed, .bold))\n\(lines.joined())"
    }.joined(separator: "\n")
  }

  private func line(_ number: Int, _ words: String, _ count: Int?) -> String {
    let mark = count.map { $0 == 0 ? "!" : "\($0)" } ?? ""
    let pad = String(repeating: " ", count: max(0, 7 - mark.count))
    let tame = words.split(separator: "\t", omittingEmptySubsequences: false).map {
      String($0).tamed
    }.joined(separator: "  ")
    let text = tame.isEmpty ? "" : "  \(tame)"
    return pad + (count == 0 ? terminal.styled(mark + text, .red) : mark + text) + "\n"
  }

  /// The tracefile of LCOV: `SF` names a file, `DA` has a line and its count, `LF` and `LH` sum up.
  var lcov: String {
    files.map { file in
      let lines = file.counts.sorted { $0.key < $1.key }.map { "DA:\($0.key),\($0.value)\n" }
      return "TN:\nSF:\(file.file)\n\(lines.joined())LF:\(file.counts.count)\nLH:\(file.run)\n"
        + "end_of_record\n"
    }.joined()
  }

  /// `3, 7–9`
  private static func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound == number - 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }.joined(separator: ", ")
  }
}
