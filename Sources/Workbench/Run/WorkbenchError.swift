package import Document

/// Why a run did not begin or could not end.
package enum WorkbenchError: Error, Sendable {
  /// The plugins have faults, all of them listed.
  case plugins([PluginError])
  /// A selection that cannot be read: what is wrong at a byte offset of it.
  case selection(String, offset: Int, message: String)
  /// A condition given by an option, which cannot be read or asks for what is not there.
  case expression(_ option: String, String, Expression.Fault)
  /// A name that no plugin or category has, and the names most like it.
  case unknownPlugin(String, suggestions: [String])
  /// An option for a plugin that does not run or does not exist, and the plugins most like it.
  case unknownOptionPlugin(String, suggestions: [String])
  /// A plugin to trace that does not run, and the plugins most like it.
  case unknownTracedPlugin(String, suggestions: [String])
  /// A field that no plugin of the run declares, and those most like it.
  case unknownField(String, suggestions: [String])
  /// Articles that nothing can be learned from, or a folder that nothing can be written to.
  case training(String)
  /// A sample that cannot be drawn, or codes of it that cannot be read: the option or file at fault, if one is, and why.
  case sampling(_ place: String, String, remedy: String?)
  /// Coded sheets, with all that is wrong with them.
  case codes([CodedSheets.Fault])
  /// A setting of the configuration file.
  case configuration(ConfigurationFault)
  /// An input without which there is no run, such as standard input, with `errno`.
  case input(path: String, errno: Int32)
  /// A file holds something else than findings, with the 1-based line.
  case noFinding(_ path: String, _ line: Int)
  /// A file or folder of the output, with `errno`.
  case output(path: String, errno: Int32)
  /// A database of the output, in SQLite's words.
  case database(path: String, message: String)
  /// Whoever read the output has gone: not worth a message.
  case outputClosed
  /// What is being analysed has changed meanwhile, so that nobody wants the rest: not worth a message.
  case outdated
  /// A folder that a run is kept in, and what is wrong with it.
  case run(String, RunFault)
  /// More failed than the run was to bear.
  case tooManyFailures(limit: Int)
  /// A PDF that cannot be printed.
  case printing(String, remedy: String?)
  /// Worker processes cannot be started or die before their first article.
  case worker(String)
}

/// What is wrong in a configuration file.
package struct ConfigurationFault: Error, Hashable, Sendable {
  package var file: String
  /// 1-based.
  package var line: Int
  /// The key at fault, dotted: `limits.seconds`; nil where the line is no setting at all.
  package var key: String?
  package var message: String
  package var remedy: String?

  package init(
    file: String, line: Int, key: String? = nil, message: String, remedy: String? = nil
  ) {
    self.file = file
    self.line = line
    self.key = key
    self.message = message
    self.remedy = remedy
  }
}

extension Refusal {
  var error: WorkbenchError {
    switch self {
    case .plugins(let errors): .plugins(errors)
    case .unknownPlugin(let name, let suggestions):
      .unknownPlugin(name, suggestions: suggestions)
    case .selection(let text, let offset, let message):
      .selection(text, offset: offset, message: message)
    case .broken(let message): .worker(message)
    }
  }
}
