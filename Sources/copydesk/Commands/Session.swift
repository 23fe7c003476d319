import Document
import Glibc
import Workbench

/// One use of the command line: does what the arguments say and returns the exit status.
struct Session {
  let arguments: Arguments
  let console: Terminal
  let isQuiet: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    self.arguments = arguments
    console = Terminal(2, color: try Self.color(arguments))
    isQuiet = arguments.has(.quiet)
  }

  func perform() -> Int32 {
    do {
      switch arguments.command.name {
      case "run": return try completed().run()
      case "report": return try completed().report()
      case "read": return try read()
      case "plugins": return try listPlugins()
      case "check": return try check()
      case "test": return try test()
      case "new": return try new()
      case "sample": return try sampled().sample()
      case "agree": return try agree()
      case "train": return try train()
      case "install": return try install()
      case "remove": return try remove()
      case "update": return try update()
      case "doc": return try showReference()
      case "types": return try writeTypes()
      case "repl": return try converse()
      case "profile": return try profile()
      case "doctor": return try examine()
      case "runs": return try listRuns()
      case "verify": return try verify()
      case "diff": return try diff()
      case "cache": return try cache()
      case "completions": return try printCompletions()
      case "man": return print(ManualPage.text)
      default: return try showHelp()
      }
    } catch {
      for message in Self.messages(of: error) { write(message) }
      return (error as? WorkbenchError).map(Self.status) ?? ExitStatus.usage
    }
  }

  static func messages(of error: any Error) -> [Message] {
    switch error {
    case let error as UsageError: [Message(error)]
    case let error as WorkbenchError: Message.messages(of: error)
    default: [Message(.error, "\(error)")]
    }
  }

  /// The same with what a kept run that is gone on with began with.
  private func completed() throws -> Session {
    try Session(try Resumption.complete(arguments))
  }

  /// Standard output, coloured as standard error is.
  var output: Terminal {
    Terminal(1, color: (try? Self.color(arguments)) ?? .auto)
  }

  /// Prints to standard output, and sees to it that it arrives.
  func print(_ text: String) -> Int32 {
    do {
      try OutputFile().write(Array(text.utf8)[...])
      return ExitStatus.success
    } catch { return fail(error) }
  }

  func fail(_ message: Message) -> Int32 {
    write(message)
    return ExitStatus.usage
  }

  private func write(_ message: Message) {
    let isForPrograms = (try? progressStyle()) == .jsonl
    console.write(isForPrograms ? message.jsonLine : message.rendered(for: console))
  }

  func progressStyle() throws(UsageError) -> Narrator.Style {
    guard let word = try arguments.string(.progress) else { return .auto }
    guard let style = Narrator.Style(rawValue: word) else {
      throw .badChoice(
        .progress, Array(word.utf8), among: Narrator.Style.allCases.map(\.rawValue))
    }
    return style
  }

  private func fail(_ error: WorkbenchError) -> Int32 {
    for message in Message.messages(of: error) { write(message) }
    return Self.status(of: error)
  }

  static func status(of error: WorkbenchError) -> Int32 {
    switch error {
    case .plugins: ExitStatus.plugin
    case .tooManyFailures: ExitStatus.failedTest
    case .outputClosed: ExitStatus.signal(SIGPIPE)
    default: ExitStatus.usage
    }
  }

  static func status(of result: RunResult) -> Int32 {
    if let signal = result.interruption { return ExitStatus.signal(signal) }
    if result.gates.contains(where: \.holds) { return ExitStatus.failedTest }
    return result.counts.hasFailures ? ExitStatus.partial : ExitStatus.success
  }

  private static func color(_ arguments: Arguments) throws(UsageError) -> Terminal.ColorChoice {
    guard let word = try arguments.string(.color) else { return .auto }
    guard let choice = Terminal.ColorChoice(rawValue: word) else {
      throw .badChoice(.color, Array(word.utf8), among: ["auto", "always", "never"])
    }
    return choice
  }
}
