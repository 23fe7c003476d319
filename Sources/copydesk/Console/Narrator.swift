import Document
import Workbench

/// Tells on standard error how a run goes: failures as they come, warnings, what plugins say, progress, and a summary.
///
/// A plugin that fails on every article must not bury everything else: of failures of one kind the first are shown, the
/// rest are counted.
final class Narrator {
  private let terminal: Terminal
  private let isQuiet: Bool
  private var bar: ProgressBar?
  private var kinds: [Kind] = []
  private var lastLine = 0.0
  private(set) var seconds = 0.0

  /// Failures that are one in the eyes of whoever mends them.
  private struct Kind {
    var key: String
    var first: Message
    var count = 0
    var shown = 0
  }

  /// How many failures of one kind are shown.
  private static let shownInputs = 20
  private static let shownErrors = 3
  /// Seconds between lines of progress where there is no terminal.
  private static let lineInterval = 10.0
  /// And between records for programs.
  private static let recordInterval = 1.0

  /// How progress is shown.
  enum Style: String, CaseIterable {
    /// A bar on a terminal, else lines.
    case auto
    case bar, lines
    /// Everything as JSON, one object a line.
    case jsonl
    case none
  }

  private let style: Style
  private let status: StatusFile?
  private var lastRecord = ProgressRecord()
  /// From before a monitor is told that a run goes on until it is told how the run ended, no stop signal comes between.
  private var stop: StopSignal?

  /// - Parameter status: a file for monitors.
  init(
    _ terminal: Terminal, isQuiet: Bool, style: Style = .auto, status: [UInt8]? = nil
  ) throws(WorkbenchError) {
    stop = try StopSignal()
    self.status = if let status { try StatusFile(status) } else { nil }
    self.terminal = terminal
    self.isQuiet = isQuiet
    self.style = style
    let wantsBar = style == .bar || (style == .auto && terminal.canRedraw)
    if wantsBar, !isQuiet { bar = ProgressBar(terminal) }
  }

  /// Whether anybody will see how much is to come.
  var wantsTotals: Bool { (!isQuiet && style != .none) || style == .jsonl || status != nil }

  func tell(_ event: RunEvent) {
    switch event {
    case .progress(let progress): tell(progress)
    case .asked(let progress):
      tell(progress)
      bar?.clear()
      if style == .jsonl { writeRecord() } else { writeLine(progress) }
    case .failure(let failure): tell(failure)
    case .warning(let warning, let source): add(Message(warning, source: source))
    case .anew(let changes):
      add(
        Message(
          .note,
          "\(Choices.list(changes)) since the run began: what depends on it is done again"))
    case .log(let plugin, let source, let line):
      add(Message(log: line, of: plugin, source: source))
    // Who asked for each call gets each, however many are alike.
    case .trace(let plugin, let source, let line):
      write(Message(trace: line, of: plugin, source: source))
    }
  }

  /// Makes room for output on the same terminal.
  func stepAside() {
    bar?.clear()
  }

  /// Begins anew with what is told once: the same failures are news in another run.
  func forget() { kinds = [] }

  func write(_ message: Message) {
    guard !isQuiet || message.severity == .error || message.severity == .trace else { return }
    bar?.clear()
    terminal.write(style == .jsonl ? message.jsonLine : message.rendered(for: terminal))
  }

  /// Warnings and notes can be as many as articles, too.
  private func add(_ message: Message) {
    guard !isQuiet else { return }
    note(message, key: "\(message.severity)\(message.place.dropFirst())\(message.text)", limit: 20)
  }

  private func tell(_ progress: Progress) {
    seconds = progress.seconds
    status?.tell(progress)
    lastRecord.progress = progress
    if bar != nil { bar?.show(progress) }
    let interval = style == .jsonl ? Self.recordInterval : Self.lineInterval
    let isFirst = style == .jsonl && lastLine == 0
    guard bar == nil, isFirst || seconds - lastLine >= interval else { return }
    lastLine = seconds
    if style == .jsonl { return writeRecord() }
    if !isQuiet, style != .none { writeLine(progress) }
  }

  private func writeLine(_ progress: Progress) {
    terminal.write("copydesk: \(ProgressWords(progress).parts.joined(separator: ", "))\n")
  }

  private func writeRecord(_ name: String = "progress") {
    terminal.write(String(decoding: lastRecord.line(name), as: UTF8.self))
  }

  private func tell(_ failure: RunFailure) {
    switch failure {
    case .input(let fault):
      note(Message(failure), key: "input \(fault.code)", limit: Self.shownInputs)
    case .plugin(let error, _):
      let key = "\(error.plugin) \(error.kind) \(error.file ?? "") \(error.line ?? 0)"
      let isFirst = !kinds.contains { $0.key == key }
      note(Message(failure, inFull: isFirst), key: key, limit: Self.shownErrors)
    }
  }

  private func note(_ message: Message, key: String, limit: Int) {
    var index = kinds.firstIndex { $0.key == key }
    if index == nil {
      kinds.append(Kind(key: key, first: message))
      index = kinds.count - 1
    }
    guard let index else { return }
    kinds[index].count += 1
    guard kinds[index].shown < limit else { return }
    kinds[index].shown += 1
    write(message)
  }

  /// Says what was left unsaid, and what became of the inputs.
  func finish(_ result: RunResult, always: Bool = false) {
    bar?.clear()
    for kind in kinds where kind.count > kind.shown {
      write(.more(kind.count - kind.shown, like: kind.first))
    }
    let isOfNothing = result.counts.articles == 0 && !result.counts.hasFailures
    if isOfNothing, result.interruption == nil { write(.nothingFound) }
    for gate in result.gates where gate.holds { write(Message(gate)) }
    end(result.interruption == nil ? .complete : .interrupted)
    if style != .jsonl, always || isWorthSaying(result), !isQuiet {
      terminal.write("copydesk: \(RunSummary(result, seconds).words)\n")
    }
  }

  /// Does the work of a run, and notices if it cannot go to its end.
  func narrate<Result>(_ work: () throws -> Result) throws -> Result {
    do { return try work() } catch {
      bar?.clear()
      end(.failed)
      throw error
    }
  }

  private func end(_ state: ProgressRecord.State) {
    status?.finish(state)
    lastRecord.state = state
    if style == .jsonl { writeRecord("end") }
    stop = nil
  }

  /// A run that went well and did not take long speaks by its output, if it has one.
  private func isWorthSaying(_ result: RunResult) -> Bool {
    result.counts.hasFailures || result.counts.leftOut > 0 || result.gates.contains(where: \.holds)
      || result.interruption != nil
      || result.counts.articles == 0
      || (bar != nil && seconds > 2)
  }
}

/// What became of a run, in a line.
struct RunSummary {
  private let result: RunResult
  private let seconds: Double

  init(_ result: RunResult, _ seconds: Double) {
    self.result = result
    self.seconds = seconds
  }

  var words: String {
    let counts = result.counts
    var parts = [
      "\(Count.of(counts.articles, "article", "articles")) in \(Duration.words(seconds))"
    ]
    if counts.cached > 0 { parts.append("\(Count.grouped(counts.cached)) known before") }
    if counts.leftOut > 0 { parts.append("\(Count.grouped(counts.leftOut)) left out") }
    if counts.skipped > 0 { parts.append("\(Count.grouped(counts.skipped)) skipped") }
    if counts.unreadable > 0 {
      parts.append("\(Count.of(counts.unreadable, "input", "inputs")) could not be read")
    }
    if counts.pluginErrors > 0 { parts.append(errors) }
    let failedGates = result.gates.count(where: \.holds)
    if failedGates > 0 { parts.append(Count.of(failedGates, "gate failed", "gates failed")) }
    if result.interruption != nil { parts.append("stopped before the end") }
    return parts.joined(separator: "; ")
  }

  private var errors: String {
    let counts = result.counts
    let failed = Count.of(counts.pluginErrors, "plugin failure", "plugin failures")
    guard counts.articlesWithErrors > 0 else { return failed }
    return "\(failed) on \(Count.of(counts.articlesWithErrors, "article", "articles"))"
  }
}
