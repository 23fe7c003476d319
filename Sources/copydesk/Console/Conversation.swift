import Document
import Workbench

/// The loop at the terminal; what lines mean is the worker's affair.
struct Conversation {
  let desk: ConsoleDesk
  let output: Terminal
  private let errors: Terminal
  private let lines: LineReader
  private let isQuiet: Bool
  private let reference: ReferencePage
  /// The lines of something that is not whole yet.
  private var begun: [String] = []

  init(_ desk: ConsoleDesk, _ output: Terminal, _ errors: Terminal, isQuiet: Bool) throws {
    self.desk = desk
    self.output = output
    self.errors = errors
    self.isQuiet = isQuiet
    reference = ReferencePage(Workbench.reference, output)
    lines = LineReader(history: Self.history) { text in Self.proposals(for: text, desk) }
    // While a line is typed the interrupt key is the editor's; while one runs it ends that.
    if lines.isTerminal { desk.isInterrupted = LineReader.wasInterrupted }
  }

  /// Where earlier sessions' lines are kept.
  private static var history: [UInt8]? { Workbench.stateFile("history") }

  mutating func run() throws -> Int32 {
    if lines.isTerminal, !isQuiet {
      output.write("copydesk \(Version.number); :help lists what there is besides Lua\n")
    }
    while true {
      switch lines.next(begun.isEmpty ? "> " : ">> ") {
      case .end:
        if lines.isTerminal { output.write("\n") }
        if !begun.isEmpty { try finish() }
        return ExitStatus.success
      case .interrupted: begun = []
      case .text(let line):
        if begun.isEmpty, line.trimmed.isEmpty { continue }
        lines.remember(line)
        if begun.isEmpty, let order = Order(line) {
          guard try perform(order) else { return ExitStatus.success }
        } else {
          try take(line)
        }
      }
    }
  }

  // MARK: Lua

  /// Takes a line of Lua; one that is the beginning of something waits for the rest.
  private mutating func take(_ line: String) throws {
    let answer = try desk.evaluate((begun + [line]).joined(separator: "\n"))
    guard answer.isIncomplete, lines.isTerminal || !line.isEmpty else {
      begun = []
      return show(answer)
    }
    begun.append(line)
  }

  /// Runs what is there, whole or not.
  private mutating func finish() throws {
    let answer = try desk.evaluate(begun.joined(separator: "\n"))
    begun = []
    show(answer)
  }

  func show(_ answer: ConsoleDesk.Answer) {
    for text in answer.lines {
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        output.write(String(line).withTabsAsSpaces.tamed + "\n")
      }
    }
    for name in answer.described { output.write(description(of: name)) }
    for error in answer.errors { write(Message(console: error)) }
    if let failure = answer.failure { write(Message(.input(failure))) }
    if let refusal = answer.refusal {
      for message in Message.messages(of: refusal) { write(message) }
    }
    if answer.hasLostState {
      write(Message(.note, "a new state was opened: what had been given a name is gone"))
    }
  }

  func write(_ message: Message) { errors.write(message.rendered(for: errors)) }

  func description(of name: String) -> String {
    switch Workbench.reference.find(name) {
    case .section(let section): return reference.text(of: section)
    case .entry(let entry, let section): return reference.text(of: entry, in: section)
    case .entries(let entries): return reference.list(entries)
    case .nothing(let suggestions):
      if let absence = Workbench.absence(of: name) {
        return "plugins have no '\(name.tamed)': \(absence.reason)\n"
      }
      let like = Suggestions.question(suggestions).map { "; \($0)" } ?? ""
      return "nothing is known of '\(name.tamed)'\(like)\n"
    }
  }
}
