import Document
import Glibc
import Workbench

extension Session {
  /// `copydesk repl`: a line of Lua after the other, about an article and with a plugin.
  func converse() throws -> Int32 {
    let settings = try Settings(arguments)
    var request = try settings.request(needsPlugins: false)
    request.options = try settings.optionsOfPlugins()
    let desk = try ConsoleDesk(request)
    var conversation = try Conversation(desk, output, console, isQuiet: isQuiet)
    if let plugins = try arguments.string(.plugins) { try conversation.load(plugins) }
    if let article = arguments.operands.first { try conversation.open(article) }
    return try conversation.run()
  }
}

/// The loop at the terminal; what lines mean is the worker's affair.
struct Conversation {
  private let desk: ConsoleDesk
  private let output: Terminal
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
  }

  /// Where earlier sessions' lines are kept.
  private static var history: [UInt8]? { Workbench.stateFile("history") }

  mutating func run() throws -> Int32 {
    // The interrupt key is the editor's; what runs is ended by its limit.
    signal(SIGINT, SIG_IGN)
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

  private func show(_ answer: ConsoleDesk.Answer) {
    for text in answer.lines {
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        output.write(columns.map { String($0).tamed }.joined(separator: "  ") + "\n")
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

  private func write(_ message: Message) { errors.write(message.rendered(for: errors)) }

  private func description(of name: String) -> String {
    switch Workbench.reference.find(name) {
    case .section(let section): return reference.text(of: section)
    case .entry(let entry, let section): return reference.text(of: entry, in: section)
    case .entries(let entries): return reference.list(entries)
    case .nothing(let suggestions):
      let like = Suggestions.question(suggestions).map { "; \($0)" } ?? ""
      return "nothing is known of '\(name.tamed)'\(like)\n"
    }
  }

  // MARK: Orders

  /// A line for the console itself: `:load sentiment`.
  private struct Order {
    let name: String
    let rest: String

    /// Nil where the line is Lua.
    init?(_ line: String) {
      let line = line.trimmed
      guard line.first == ":" else { return nil }
      let words = line.split(separator: " ", maxSplits: 1)
      name = String(words[0])
      rest = words.count > 1 ? String(words[1]).trimmed : ""
    }
  }

  private static let orders: [(name: String, operand: String, doc: String)] = [
    (":article", " PATH", "read an article and put it on the table"),
    (":load", " PLUGIN", "load a plugin, by name or path; again after a change"),
    (":run", "", "have it look at the article, and show what it finds"),
    (":time", " LUA", "run a line and say how long it took"),
    (":layers", "", "what the article holds, by layer"),
    (":doc", " NAME", "the reference of a name; describe(value) tells that of a value"),
    (":help", "", "this list"),
    (":quit", "", "leave; so does the end of input"),
  ]

  /// False to leave.
  private mutating func perform(_ order: Order) throws -> Bool {
    switch order.name {
    case ":quit", ":q": return false
    case ":help": output.write(help)
    case ":article": try open(Array(order.rest.utf8))
    case ":load": try load(order.rest)
    case ":run": show(try desk.run(width: output.width))
    case ":layers": showLayers(try desk.layers())
    case ":doc": output.write(description(of: order.rest))
    case ":time":
      let answer = try desk.evaluate(order.rest)
      show(answer)
      output.write("\((answer.seconds * 1e6).rounded() / 1e3) ms\n")
    default:
      let like = Suggestions.like(order.name, among: Self.orders.map(\.name))
      write(
        Message(
          .error, "unknown order '\(order.name)'",
          remedy: Suggestions.question(like) ?? ":help lists them"))
    }
    return true
  }

  mutating func open(_ article: [UInt8]) throws {
    guard !article.isEmpty else {
      return write(Message(.error, at: [":article"], "expected a path"))
    }
    show(try desk.open(article))
  }

  mutating func load(_ plugin: String) throws {
    guard !plugin.isEmpty else {
      return write(Message(.error, at: [":load"], "expected a plugin"))
    }
    do throws(WorkbenchError) { show(try desk.load(plugin)) } catch {
      for message in Message.messages(of: error) { write(message) }
    }
  }

  private func showLayers(_ answer: ConsoleDesk.Answer) {
    if answer.lines.isEmpty { output.write("no article; :article PATH\n") }
    let rows = answer.lines.map { $0.split(separator: " ").map(String.init) }
    output.write(Columns(["layer", "items"], rows, rightAligned: [1]).text)
  }

  private var help: String {
    let rows = Self.orders.map { ["\($0.name)\($0.operand)", $0.doc] }
    return
      "Lua is run as in a plugin's analyze; article, ctx and desk are there, and names that are\n"
      + "assigned without local stay.\n\n"
      + rows.map { row in
        "  \(row[0])\(String(repeating: " ", count: 15 - row[0].count))\(row[1])\n"
      }.joined()
  }

  private static func proposals(for line: String, _ desk: ConsoleDesk) -> [String] {
    guard line.first == ":" else { return desk.complete(line) }
    return orders.map(\.name).filter { $0.hasPrefix(line) }
  }
}
