/// The help of a command, made from its declaration.
struct HelpPage {
  private let command: Command
  private let terminal: Terminal
  private static let width = 80

  init(_ command: Command, _ terminal: Terminal) {
    self.command = command
    self.terminal = terminal
  }

  var text: String {
    var text = "\(command.summary).\n\n\(title("Usage")) \(command.synopsis)\n"
    for paragraph in command.discussion {
      text += "\n" + Self.wrapped(paragraph, indent: 0)
    }
    if let operand = command.operand {
      text += "\n" + Self.table([(operand.placeholder, operand.doc)], terminal)
    }
    text += "\n\(title("Options"))\n"
    text += Self.table(command.options.map { ($0.synopsis, $0.doc) }, terminal)
    guard !command.examples.isEmpty else { return text }
    text += "\n\(title("Examples"))\n"
    for example in command.examples {
      text += "  \(terminal.styled("# \(example.doc)", .faint))\n  \(example.line)\n"
    }
    return text
  }

  /// The help of the whole.
  static func overview(_ terminal: Terminal) -> String {
    let page = HelpPage(.help, terminal)
    var text = "Copydesk analyses news articles with small Lua plugins and writes reports.\n\n"
    text += "\(page.title("Usage")) copydesk COMMAND [OPTION…] …\n\n\(page.title("Commands"))\n"
    text += table(Command.all.map { ($0.name, $0.summary) }, terminal)
    text += "\n\(page.title("Options"))\n"
    text += table(
      [
        ("-h, --help", "show this help; after a command, that command's"),
        ("-V, --version", "show the version"),
      ], terminal)
    text += "\nTo begin: copydesk run -p all article.txt\n"
    return text
  }

  private func title(_ words: String) -> String { terminal.styled("\(words):", .bold) }

  /// Terms and what they mean, in two columns.
  private static func table(_ rows: [(term: String, doc: String)], _ terminal: Terminal) -> String {
    let column = min(rows.map(\.term.count).max() ?? 0, 28)
    var text = ""
    for row in rows {
      let doc = wrapped(row.doc, indent: column + 4).dropFirst(column + 4)
      let pad = max(0, column - row.term.count)
      let term = "  \(terminal.styled(row.term, .cyan))"
      if row.term.count > column {
        text += "\(term)\n\(String(repeating: " ", count: column + 4))\(doc)"
      } else {
        text += "\(term)\(String(repeating: " ", count: pad + 2))\(doc)"
      }
    }
    return text
  }

  /// Lines of a width, each begun with spaces.
  private static func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    lines.append(line)
    return lines.map { "\(margin)\($0)\n" }.joined()
  }
}

extension Option {
  /// `-p, --plugins SELECTION`
  var synopsis: String {
    let long = "--\(name)" + (placeholder.map { " \($0)" } ?? "")
    return short.map { "-\($0), \(long)" } ?? "    \(long)"
  }
}
