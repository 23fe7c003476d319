// The words of everything that Copydesk says to its user, in one place and one voice: the place first, lower case, the
// remedy last.

import Document
import Glibc
import Workbench

extension Message {
  /// What is wrong with a command line.
  init(_ error: UsageError) {
    switch error {
    case .noCommand:
      self.init(.error, "no command", remedy: "copydesk help lists them")
    case .unknownCommand(let word):
      self = Self.unknownCommand(word)
    case .unknownOption(let word, let command):
      let name = FileName.shown(word)
      let like = Suggestions.like(name, among: command.options.map { "--\($0.name)" })
      self.init(
        .error, "unknown option '\(name)'",
        remedy: Suggestions.question(like) ?? "copydesk \(command.name) --help lists them")
    case .missingValue(let option, _):
      self.init(.error, at: ["--\(option.name)"], "expected \(option.placeholder ?? "a value")")
    case .unwantedValue(let option):
      self.init(.error, at: ["--\(option.name)"], "takes no value")
    case .badValue(let option, let value, let expected):
      self.init(
        .error, at: ["--\(option.name)"], "expected \(expected), found '\(FileName.shown(value))'")
    case .badChoice(let option, let value, let choices):
      let name = FileName.shown(value)
      self.init(
        .error, at: ["--\(option.name)"], "expected \(Choices.words(choices)), found '\(name)'",
        remedy: Suggestions.question(Suggestions.like(name, among: choices)))
    case .badOperand(let word, let expected):
      self.init(.error, "expected \(expected), found '\(FileName.shown(word))'")
    case .missingOperand(let command):
      self = Self.missingOperand(command)
    case .unwantedOperand(let word, let command):
      self.init(
        .error, "unexpected '\(FileName.shown(word))'",
        remedy: "usage: \(command.synopsis)")
    case .noPlugins:
      self.init(
        .error, "no plugins selected",
        remedy: "-p all runs all of them, copydesk plugins lists them")
    case .noTarget:
      self.init(
        .error, "nothing to sample",
        remedy: "name a field, --field topics.topic, or marks, --marks sources.speech")
    case .noKey:
      self.init(
        .error, "no key beside the sheets",
        remedy: "name the one that copydesk sample has written: --key FILE")
    case .conflict(let a, let b):
      self.init(.error, at: ["--\(a.name)"], "cannot go with --\(b.name)")
    case .noStream(let format):
      self.init(
        .error, at: ["--format"], "\(format.rawValue) cannot go to standard output",
        remedy: format.destination == .file
          ? "name a file: --output findings.db" : "name a folder: --output findings/")
    case .missingCompanion(let a, let b):
      self.init(
        .error, at: ["--\(a.name)"], "goes with --\(b.name) only",
        remedy: (b.name == Option.run.name ? "say which run" : "add it")
          + ": --\(b.name) \(b.placeholder ?? "")")
    }
  }

  /// A filter of specs that holds back all of them.
  init(unmatched filter: String, specs: [String]) {
    let like = Suggestions.like(filter, among: specs)
    let names = specs.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    self.init(
      .error, at: ["--\(Option.filter.name)"], "no spec matches '\(filter)'",
      remedy: Suggestions.question(like)
        ?? (specs.isEmpty
          ? "specs stand in the folder tests, or beside name.lua as name.test.lua"
          : "there are specs such as \(names)"))
  }

  private static func unknownCommand(_ word: [UInt8]) -> Message {
    let name = FileName.shown(word)
    let like = Suggestions.like(name, among: Command.all.map(\.name))
    if like.isEmpty, FileName.exists(word) {
      return Message(
        .error, "unknown command '\(name)'",
        remedy: "to analyse a file: copydesk run -p all \(name)")
    }
    return Message(
      .error, "unknown command '\(name)'",
      remedy: Suggestions.question(like) ?? "copydesk help lists them")
  }

  /// Where a plugin of a name lies in the folder at hand: it is not found by its name alone.
  private static func path(ofPlugin name: String) -> String? {
    let endings = ["/plugin.lua": "", ".lua": ".lua", ".tsv": ".tsv", ".toml": ".toml"]
    let ending = endings.first { FileName.exists(Array("\(name)\($0.key)".utf8)) }
    return ending.map { "./\(name)\($0.value)" }
  }

  private static func missingOperand(_ command: Command) -> Message {
    let placeholder = command.operand?.placeholder ?? "an operand"
    let remedy = command.operand.map { "name \($0.doc)" }
    return Message(.error, "expected \(placeholder)", remedy: remedy)
  }

  /// Faults of sheets that are shown; the rest is counted.
  private static let shownFaults = 20

  /// Why a run did not begin or could not end; one message for each fault. Nothing where the reader of the output went.
  static func messages(of error: WorkbenchError) -> [Message] {
    switch error {
    case .plugins(let errors): return errors.map { Message($0) }
    case .selection(let text, let offset, let message):
      let marker = String(repeating: " ", count: text.utf8.prefix(offset).count) + "^"
      return [Message(.error, at: ["--plugins"], message, details: [text, marker])]
    case .expression(let option, let text, let fault):
      // The mark stands below the character at fault, however many bytes come before.
      let before = String(decoding: text.utf8.prefix(fault.offset), as: UTF8.self)
      let marker = String(repeating: " ", count: before.count) + "^"
      return [
        Message(
          .error, at: ["--\(option)"], fault.message, remedy: fault.remedy,
          details: [text, marker])
      ]
    case .unknownPlugin(let name, let suggestions):
      return [
        Message(
          .error, "no plugin or category '\(name)'",
          remedy: path(ofPlugin: name).map { "to name the one that lies here: \($0)" }
            ?? Suggestions.question(suggestions) ?? "copydesk plugins lists them")
      ]
    case .unknownOptionPlugin(let name, let suggestions):
      return [
        Message(
          .error, at: ["--option"], "no plugin '\(name)' in this run",
          remedy: Suggestions.question(suggestions))
      ]
    case .unknownTracedPlugin(let name, let suggestions):
      return [
        Message(
          .error, at: ["--trace"], "no plugin '\(name)' in this run",
          remedy: Suggestions.question(suggestions))
      ]
    case .unknownField(let name, let suggestions):
      return [
        Message(
          .error, at: ["--explain"], "no field '\(name)' in this run",
          remedy: Suggestions.question(suggestions) ?? "copydesk plugins PLUGIN lists fields")
      ]
    case .configuration(let fault): return [Message(fault)]
    case .printing(let message, let remedy):
      return [Message(.error, at: ["--pdf"], message, remedy: remedy)]
    case .training(let message): return [Message(.error, message)]
    case .codes(let faults):
      let shown = faults.prefix(shownFaults).map {
        Message(.error, at: [$0.place], $0.message, remedy: $0.remedy)
      }
      let more = faults.count - shown.count
      return more == 0
        ? shown : shown + [Message(.error, "\(Count.of(more, "more fault", "more faults"))")]
    case .sampling(let place, let message, let remedy):
      return [Message(.error, at: [place], message, remedy: remedy)]
    case .input(let path, let errno):
      return [Message(.error, at: [path == "-" ? "standard input" : path], words(of: errno))]
    case .noFinding(let path, let line):
      return [
        Message(
          .error, at: ["\(path):\(line)"], "is no finding",
          remedy: "name a run or a file of findings in JSON Lines")
      ]
    case .output(let path, let errno):
      return [
        Message(
          .error, at: [path], "cannot be written: \(words(of: errno))",
          remedy: errno == ENOSPC || errno == EDQUOT
            ? "make room; a run that is kept goes on with --resume" : nil)
      ]
    case .database(let path, let message):
      return [Message(.error, at: [path], "cannot be written: \(message)")]
    case .outputClosed, .outdated: return []
    case .run(let folder, let fault): return [Message(fault, of: folder)]
    case .tooManyFailures(let limit):
      return [
        Message(
          .error, "more than \(Count.of(limit, "failure", "failures")), the limit of --max-errors")
      ]
    case .worker(let message): return [Message(.error, at: ["worker"], message)]
    }
  }

  /// What is wrong with a folder that a run is kept in.
  init(_ fault: RunFault, of folder: String) {
    switch fault {
    case .locked(let process):
      self.init(
        .error, at: [folder],
        "another process works on this run" + (process.map { ": \($0)" } ?? ""))
    case .exists:
      self.init(
        .error, at: [folder], "there is a run already",
        remedy: "--resume goes on with it, another --run begins another")
    case .missing:
      self.init(.error, at: [folder], "no run is kept here", remedy: "copydesk runs lists them")
    case .homeless:
      self.init(
        .error, at: [folder], "no place for runs that have a name: $HOME is not set",
        remedy: "name a folder, with a slash")
    case .otherCommand(let command):
      self.init(.error, at: [folder], "a run of copydesk \(command)", remedy: "name another")
    case .differs(let differences):
      self.init(
        .error, at: [folder], "the run was begun with something else",
        remedy: "leave it out to go on as it was begun; another --run begins another",
        details: differences.map { "\($0.name): \($0.then) then, \($0.now) now" })
    case .broken(let message):
      self.init(.error, at: [folder], message)
    }
  }

  init(_ fault: ConfigurationFault) {
    var place = fault.line > 0 ? ["\(fault.file):\(fault.line)"] : [fault.file]
    if let key = fault.key { place.append(key) }
    self.init(.error, at: place, fault.message, remedy: fault.remedy)
  }

  /// An input without an article, or a plugin without a result.
  init(_ failure: RunFailure, inFull: Bool = true) {
    switch failure {
    case .input(let failure):
      self.init(.error, at: [failure.source], failure.message, remedy: failure.remedy)
    case .plugin(let error, let source):
      self.init(error, source: source, inFull: inFull)
    }
  }

  /// What a plugin did wrong: where, the line itself, and how the script got there.
  init(_ error: PluginError, source: String? = nil, inFull: Bool = true) {
    var place = source.map { [$0] } ?? []
    place.append(error.plugin)
    if let file = error.file { place.append(error.line.map { "\(file):\($0)" } ?? file) }
    var details: [String] = []
    if inFull {
      if let line = error.sourceLine { details.append(line.trimmed) }
      details += error.traceback.map { "at \($0)" }
    }
    self.init(.error, at: place, error.message, remedy: error.remedy, details: details)
  }

  /// A run without an article, and without an input that could have been one.
  static let nothingFound = Message(.warning, "the inputs hold no article")

  /// A gate that a run did not pass.
  init(_ gate: GateResult) {
    self.init(.error, at: ["--fail-if", gate.condition], gate.reasons.joined(separator: "; "))
  }

  /// What is wrong with a line at the console, or with the plugin that it called.
  init(console error: PluginError) {
    self.init(error)
    place = [error.file.map { file in error.line.map { "\(file):\($0)" } ?? file } ?? ""]
  }

  init(_ warning: Document.Warning, source: String?) {
    self.init(.warning, at: source.map { [$0] } ?? [], warning.message)
  }

  init(log line: String, of plugin: String, source: String?) {
    self.init(.note, at: [source, plugin].compactMap(\.self), line.withTabsAsSpaces)
  }

  init(trace line: String, of plugin: String, source: String?) {
    self.init(.trace, at: [source, plugin].compactMap(\.self), line)
  }

  /// Further failures of a kind that was shown before.
  static func more(_ count: Int, like message: Message) -> Message {
    Message(
      .error, at: message.place,
      "\(message.text) (and \(Count.of(count, "more", "more")) like it)")
  }

  private static func words(of errno: Int32) -> String { FileName.words(of: errno) }
}

/// Alternatives as people say them.
enum Choices {
  /// `text, json or csv`.
  static func words(_ choices: [String]) -> String { list(choices, "or") }

  /// `text, json and csv`.
  static func list(_ words: [String], _ last: String = "and") -> String {
    guard let end = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(last) \(end)"
  }
}

/// Numbers as people read them.
enum Count {
  /// `1 article`, `21,268 articles`.
  static func of(_ count: Int, _ one: String, _ many: String) -> String {
    "\(grouped(count)) \(count == 1 ? one : many)"
  }

  /// `0 bytes`, `812 bytes`, `1.5 kB`, `64.0 MB`, in powers of 1024.
  static func bytes(_ bytes: Int) -> String {
    guard bytes >= 1024 else { return of(bytes, "byte", "bytes") }
    var (size, unit) = (Double(bytes) / 1024, "kB")
    for larger in ["MB", "GB", "TB"] where size >= 1024 { (size, unit) = (size / 1024, larger) }
    let tenths = Int((size * 10).rounded())
    return "\(grouped(tenths / 10)).\(tenths % 10) \(unit)"
  }

  /// With commas between the thousands.
  static func grouped(_ count: Int) -> String { count.grouped() }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
