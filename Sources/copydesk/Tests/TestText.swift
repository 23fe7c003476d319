import Document
import Workbench

/// Results of tests as people read them: a line for each plugin, and of what failed what was expected and what was found.
struct TestText {
  private let terminal: Terminal
  private let isQuiet: Bool

  init(_ terminal: Terminal, isQuiet: Bool) {
    self.terminal = terminal
    self.isQuiet = isQuiet
  }

  func of(_ plugin: TestedPlugin) -> String {
    guard plugin.errors.isEmpty else { return "" }
    var text = ""
    for tested in plugin.cases where !tested.hasPassed { text += failure(tested, plugin) }
    guard !isQuiet else { return text }
    for file in plugin.written { text += "\(file.tamed): \(terminal.styled("written", .cyan))\n" }
    return text + line(of: plugin)
  }

  private func line(of plugin: TestedPlugin) -> String {
    let specs = plugin.cases.count { $0.file != nil }
    let laws = plugin.cases.count - specs
    let failed = plugin.cases.count { !$0.hasPassed }
    let state =
      failed == 0
      ? terminal.styled("ok", .green)
      : terminal.styled("\(failed) of \(plugin.cases.count) failed", .red)
    let seconds = plugin.cases.reduce(0) { $0 + $1.seconds }
    return "\(plugin.path.tamed): \(state), \(Count.of(specs, "spec", "specs")) and "
      + "\(Count.of(laws, "law", "laws")) in \(Int((seconds * 1000).rounded(.up))) ms\n"
  }

  func summary(of plugins: [TestedPlugin]) -> String {
    guard plugins.count > 1, !isQuiet else { return "" }
    let cases = plugins.flatMap(\.cases)
    let failed = cases.count { !$0.hasPassed }
    let state = failed == 0 ? "all" : "\(Count.grouped(cases.count - failed)) of"
    return
      "\(Count.of(plugins.count, "plugin", "plugins")): \(state) \(Count.grouped(cases.count)) passed\n"
  }

  private func failure(_ tested: TestedCase, _ plugin: TestedPlugin) -> String {
    let place = tested.place ?? "\(plugin.path): law"
    var text =
      "\(terminal.styled("failed:", .red)) \(terminal.styled("\(place.tamed):", .bold)) "
      + "\(tested.name.tamed)\n"
    if let error = tested.error { text += describe(error) }
    for difference in tested.differences { text += TextDifference(difference).text(for: terminal) }
    return text
  }

  private func describe(_ error: PluginError) -> String {
    Message(error).rendered(for: terminal).split(separator: "\n").map { "  \($0)\n" }.joined()
  }
}

/// What was expected above what was found, word under word as far as lines go, the words that differ coloured.
struct TextDifference {
  private let difference: Difference
  private static let indent = "    "

  init(_ difference: Difference) {
    self.difference = difference
  }

  func text(for terminal: Terminal) -> String {
    let (expected, found) = changes
    return "  \(difference.place.tamed)\n"
      + lines("expected", expected, .green, terminal) + lines("found", found, .red, terminal)
  }

  private typealias Word = (text: Substring, differs: Bool)

  private func lines(
    _ label: String, _ words: [Word], _ style: Style, _ terminal: Terminal
  ) -> String {
    let label = label + String(repeating: " ", count: 8 - label.count)
    var text = "\(Self.indent)\(terminal.styled(label, .faint))  "
    for run in Self.runs(of: words) {
      let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false).map {
        run.differs ? terminal.styled(String($0).tamed, style) : String($0).tamed
      }
      text += lines.joined(separator: "\n\(Self.indent)          ")
    }
    return text + "\n"
  }

  /// Neighbours that are alike joined to one; blanks between words that differ do too.
  private static func runs(of words: [Word]) -> [(text: String, differs: Bool)] {
    var runs: [(text: String, differs: Bool)] = []
    for (index, word) in words.enumerated() {
      let isBetween =
        word.text == " " && index > 0 && words[index - 1].differs && index + 1 < words.count
        && words[index + 1].differs
      let differs = word.text == " " ? isBetween : word.differs
      if let last = runs.last, last.differs == differs {
        runs[runs.count - 1].text += word.text
      } else {
        runs.append((String(word.text), differs))
      }
    }
    return runs
  }

  /// Both sides by the word, each with whether the other side has it not.
  private var changes: (expected: [Word], found: [Word]) {
    let (a, b) = (Self.words(difference.expected), Self.words(difference.found))
    let common = Self.common(a, b)
    let (inA, inB) = (Set(common.map(\.0)), Set(common.map(\.1)))
    return (
      a.enumerated().map { ($1, !inA.contains($0)) },
      b.enumerated().map { ($1, !inB.contains($0)) }
    )
  }

  /// Words, and between them blanks, brackets of marks and line ends on their own.
  private static func words(_ text: String) -> [Substring] {
    var words: [Substring] = []
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let next = text.index(after: index)
      if " \n]".contains(text[index]) {
        if start < index { words.append(text[start..<index]) }
        words.append(text[index..<next])
        start = next
      } else if text[index] == "[", start < index {
        words.append(text[start..<index])
        start = index
      }
      index = next
    }
    if start < text.endIndex { words.append(text[start...]) }
    return words
  }

  /// The places of a longest common subsequence; of long texts only what they begin and end with alike.
  private static func common(_ a: [Substring], _ b: [Substring]) -> [(Int, Int)] {
    var head = 0
    while head < min(a.count, b.count), a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < min(a.count, b.count) - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] {
      tail += 1
    }
    var pairs = (0..<head).map { ($0, $0) }
    let (rows, columns) = (a.count - head - tail, b.count - head - tail)
    if rows * columns <= 1_000_000 {
      pairs += subsequence(
        Array(a[head..<(head + rows)]), Array(b[head..<(head + columns)])
      ).map { ($0 + head, $1 + head) }
    }
    return pairs + (0..<tail).map { (a.count - 1 - $0, b.count - 1 - $0) }
  }

  private static func subsequence(_ a: [Substring], _ b: [Substring]) -> [(Int, Int)] {
    var lengths = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        lengths[i][j] =
          a[i] == b[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        pairs.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if lengths[i + 1][j] >= lengths[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }
}
