import Document
import Workbench

// Lines for the console itself, which begin with a colon.

extension Conversation {
  /// A line for the console itself: `:load sentiment`.
  struct Order {
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
  mutating func perform(_ order: Order) throws -> Bool {
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
      "Lua is run as in a plugin's analyze; article, ctx and desk are there, and what a\n"
      + "line assigns or declares stays.\n\n"
      + rows.map { row in
        "  \(row[0])\(String(repeating: " ", count: 15 - row[0].count))\(row[1])\n"
      }.joined()
  }

  static func proposals(for line: String, _ desk: ConsoleDesk) -> [String] {
    guard line.first == ":" else { return desk.complete(line) }
    return orders.map(\.name).filter { $0.hasPrefix(line) }
  }
}
