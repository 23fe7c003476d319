import Document
import Workbench

// The commands that look into runs that are kept.

extension Session {
  func listRuns() throws -> Int32 {
    let runs =
      try arguments.operands.isEmpty ? KeptRun.all : arguments.operands.map { try KeptRun($0) }
    if runs.isEmpty { console.write("no runs are kept\n") }
    let rows = runs.map { run in
      [
        run.name.tamed, run.state.rawValue, run.created, run.command, Count.grouped(run.outcomes),
        Count.grouped(run.failures), run.plugins.joined(separator: ", "),
      ]
    }
    return print(
      Columns(
        ["run", "state", "begun", "command", "outcomes", "failures", "plugins"], rows,
        rightAligned: [4, 5]
      ).text)
  }

  func verify() throws -> Int32 {
    let run = try KeptRun(arguments.operands[0])
    if !run.isOfThisBuild {
      console.write(
        Message(.note, at: [run.name], "another build of the program has found this")
          .rendered(for: console))
    }
    let result = try Workbench().verify(
      run, sample: try sample(), jobs: try Settings(arguments).jobs()
    ) { event in
      if case .warning(let warning, let source) = event {
        console.write(Message(warning, source: source).rendered(for: console))
      }
    }
    for source in result.different.prefix(Self.shownDifferences) {
      console.write(
        Message(.error, at: [source], "other findings than the run's").rendered(for: console))
    }
    let more = result.different.count - Self.shownDifferences
    if more > 0 {
      console.write(
        Message(
          .error, "other findings for \(Count.of(more, "more input", "more inputs")), too",
          remedy: "copydesk diff compares two runs article by article"
        ).rendered(for: console))
    }
    if let signal = result.interruption { return ExitStatus.signal(signal) }
    var words = "\(Count.of(result.same, "outcome", "outcomes")) found again"
    if !result.different.isEmpty { words += "; \(Count.grouped(result.different.count)) not" }
    if result.unknown > 0 {
      words += "; \(Count.of(result.unknown, "input has", "inputs have")) changed or is not done"
    }
    let printed = print(words + "\n")
    return printed == ExitStatus.success && !result.different.isEmpty
      ? ExitStatus.failedTest : printed
  }

  /// Differences that are shown one by one; the rest is counted.
  private static let shownDifferences = 20

  private func sample() throws(UsageError) -> Int? {
    if arguments.has(.all) {
      if arguments.has(.sample) { throw .conflict(.all, .sample) }
      return nil
    }
    guard let bytes = arguments.bytes(.sample) else { return 500 }
    guard let sample = Int(String(decoding: bytes, as: UTF8.self)), sample > 0 else {
      throw .badValue(.sample, bytes, expected: "a number from 1 on")
    }
    return sample
  }

  func diff() throws -> Int32 {
    let isForPrograms = try arguments.string(.changeFormat) == "jsonl"
    let file = OutputFile()
    var counts: [String: Int] = [:]
    let comparison = try Comparison(arguments.operands[0], arguments.operands[1]) {
      change throws(WorkbenchError) in
      for part in change.parts { counts[ChangeWords.name(part), default: 0] += 1 }
      let text = isForPrograms ? ChangeWords.json(change) : ChangeWords(change, output).text
      try file.write(Array(text.utf8)[...])
    }
    if !isForPrograms {
      try file.write(Array(ChangeWords.summary(comparison, counts).utf8)[...])
    }
    let isSame = comparison.changed + comparison.onlyOld + comparison.onlyNew == 0
    return isSame ? ExitStatus.success : ExitStatus.failedTest
  }
}

/// What has changed in an article's findings, in words.
struct ChangeWords {
  private let change: FindingsChange
  private let terminal: Terminal

  init(_ change: FindingsChange, _ terminal: Terminal) {
    self.change = change
    self.terminal = terminal
  }

  var text: String {
    var text = terminal.styled(change.source.tamed, .bold)
    if !change.title.isEmpty { text += "  \(change.title.tamed)" }
    text += "\n"
    for part in change.parts { text += "  \(Self.name(part))  \(Self.words(part))\n" }
    return text
  }

  /// `sentiment.compound`, as counted at the end.
  static func name(_ part: FindingsChange.Part) -> String {
    switch part.kind {
    case .plugin: part.plugin
    case .outcome: "outcome"
    default: "\(part.plugin).\(part.name)"
    }
  }

  static func words(_ part: FindingsChange.Part) -> String {
    switch part.kind {
    case .field, .skipped: values(part.old, part.new)
    case .layer: marks(part)
    case .error: "\(message(part.old)) → \(message(part.new))"
    case .plugin: part.old == nil ? "only in the second" : "only in the first"
    case .outcome: "\(kind(part.old)) → \(kind(part.new))"
    }
  }

  /// Numbers to six digits behind the point, unless that hides what has changed.
  private static func values(_ old: Value?, _ new: Value?) -> String {
    let (before, after) = (short(old), short(new))
    return before == after && old != new
      ? "\(text(old)) → \(text(new))" : "\(before) → \(after)"
  }

  private static func marks(_ part: FindingsChange.Part) -> String {
    let (old, new) = (part.old?.list ?? [], part.new?.list ?? [])
    let (before, after) = (Set(old), Set(new))
    return "\(Count.of(old.count { !after.contains($0) }, "mark", "marks")) gone, "
      + "\(new.count { !before.contains($0) }) new"
  }

  private static func message(_ error: Value?) -> String {
    error?["message"]?.string?.tamed ?? "no error"
  }

  private static func kind(_ outcome: Value?) -> String {
    outcome?["plugins"] != nil ? "findings" : outcome?["error"] != nil ? "unreadable" : "skipped"
  }

  static func short(_ value: Value?) -> String {
    let text =
      if case .number(let number)? = value, abs(number) >= 1e-3, abs(number) < 1e9 {
        text(.number((number * 1e6).rounded() / 1e6))
      } else {
        text(value)
      }
    return text.count > 60 ? "\(text.prefix(57))…" : text
  }

  private static func text(_ value: Value?) -> String {
    guard let value else { return "nothing" }
    return JSONWriter.text(value)
  }

  static func json(_ change: FindingsChange) -> String {
    var json = JSONWriter()
    json.beginObject()
    json.key("source")
    json.value(change.source)
    json.key("title")
    json.value(change.title)
    json.key("changes")
    json.beginArray()
    for part in change.parts {
      json.value(
        [
          "plugin": .string(part.plugin), "kind": .string(part.kind.rawValue),
          "name": .string(part.name), "old": part.old ?? .null, "new": part.new ?? .null,
        ] as Fields)
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  static func summary(_ comparison: Comparison, _ counts: [String: Int]) -> String {
    var text =
      "\(Count.grouped(comparison.changed)) of "
      + "\(Count.of(comparison.articles, "article", "articles")) changed\n"
    for (name, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      text += "  \(name)  \(Count.grouped(count))\n"
    }
    if comparison.onlyOld > 0 {
      text += "\(Count.of(comparison.onlyOld, "input", "inputs")) only in the first\n"
    }
    if comparison.onlyNew > 0 {
      text += "\(Count.of(comparison.onlyNew, "input", "inputs")) only in the second\n"
    }
    return text
  }
}

/// Words in columns, under a line of headings.
struct Columns {
  private let rows: [[String]]
  private let rightAligned: Set<Int>

  init(_ headings: [String], _ rows: [[String]], rightAligned: Set<Int> = []) {
    self.rows = rows.isEmpty ? [] : [headings] + rows
    self.rightAligned = rightAligned
  }

  var text: String {
    guard let headings = rows.first else { return "" }
    let widths = headings.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return rightAligned.contains(column) ? padding + cell : cell + padding
      }
      return cells.joined(separator: "  ").trimmed + "\n"
    }.joined()
  }
}
