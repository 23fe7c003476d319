/// The manual page, in the macros of man(7), made from the declaration of the commands.
enum ManualPage {
  static var text: String {
    var page = ".TH COPYDESK 1 \"\" \"copydesk \(Version.number)\" \"User Commands\"\n"
    page += section("NAME") + "copydesk \\- analyse news articles with small Lua plugins\n"
    page += section("SYNOPSIS")
    for command in Command.all { page += ".B \(escaped(command.synopsis))\n.br\n" }
    page += section("DESCRIPTION")
    page += paragraph(
      "Copydesk reads news articles, runs plugins on them, each a file of Lua in a sandbox, and prints "
        + "what they find, or merges it into a report. Every number can be traced to the words of the "
        + "article that made it.")
    page += section("COMMANDS")
    for command in Command.all { page += text(of: command) }
    page += section("CONFIGURATION")
    page += paragraph(
      "The nearest copydesk.toml in the working folder or above it sets defaults: plugins, format, jobs, "
        + "encoding, the table limits with seconds, memory and input, and a table options.NAME for each "
        + "plugin. The command line comes first.")
    page += section("EXIT STATUS")
    for row in ExitStatus.table { page += term(row.status, row.meaning) }
    page += section("ENVIRONMENT")
    for row in environment { page += term(row.name, row.doc) }
    return page
  }

  private static let environment: [(name: String, doc: String)] = [
    ("COPYDESK_PLUGIN_PATH", "folders of plugins, separated by colons"),
    ("XDG_DATA_HOME", "plugins of the user are in its copydesk/plugins (default ~/.local/share)"),
    ("NO_COLOR", "if set, nothing is coloured unless --color says so"),
    ("CLICOLOR_FORCE", "if set and not 0, everything is coloured"),
    ("TERM", "with dumb, nothing is coloured and no progress bar drawn"),
    ("TMPDIR", "where standard input is kept while it is read"),
  ]

  private static func text(of command: Command) -> String {
    var text = ".SS \(escaped(command.synopsis))\n" + paragraph("\(command.summary).")
    for words in command.discussion { text += paragraph(words) }
    if let operand = command.operand { text += term(operand.placeholder, operand.doc) }
    for option in command.options {
      text += term(option.synopsis.trimmed, option.doc)
    }
    for example in command.examples {
      text += paragraph("\(example.doc):") + ".PP\n.RS\n.B \(escaped(example.line))\n.RE\n"
    }
    return text
  }

  private static func section(_ name: String) -> String { ".SH \(name)\n" }

  private static func paragraph(_ words: String) -> String { ".PP\n\(escaped(words))\n" }

  private static func term(_ name: String, _ doc: String) -> String {
    ".TP\n.B \(escaped(name))\n\(escaped(doc))\n"
  }

  /// A line that troff prints as it is.
  private static func escaped(_ words: String) -> String {
    var escaped = ""
    for character in words {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "\"": escaped += "\\(dq"
      case "…": escaped += "\\|.\\|.\\|."
      default: escaped.append(character)
      }
    }
    return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
  }
}
