/// An option as it is declared once: the parser, `--help`, the man page and the completions are made from it.
struct Option: Sendable {
  /// Without its dashes: `plugins`.
  var name: String
  var short: Character?
  /// What stands for its value in help; nil: a flag, which takes none.
  var placeholder: String?
  /// A sentence without a full stop.
  var doc: String
  var isRepeatable: Bool
  var completion: Completion

  init(
    _ name: String, short: Character? = nil, _ placeholder: String? = nil, doc: String,
    isRepeatable: Bool = false, completion: Completion = .nothing
  ) {
    self.name = name
    self.short = short
    self.placeholder = placeholder
    self.doc = doc
    self.isRepeatable = isRepeatable
    self.completion = completion
  }

  var takesValue: Bool { placeholder != nil }
}

/// What a shell can propose for a value.
enum Completion: Sendable {
  case nothing, files, folders, plugins, commands
  case words([String])
}

/// What a command takes besides options.
struct Operand: Sendable {
  /// As help shows it: `INPUT…`.
  var placeholder: String
  var doc: String
  /// How many there must and may be.
  var count: ClosedRange<Int>
  var completion: Completion

  init(
    _ placeholder: String, doc: String, count: ClosedRange<Int> = 1...Int.max,
    completion: Completion = .files
  ) {
    self.placeholder = placeholder
    self.doc = doc
    self.count = count
    self.completion = completion
  }
}

/// A command as it is declared once.
struct Command: Sendable {
  var name: String
  /// What it does, beginning with a verb, without a full stop.
  var summary: String
  /// Paragraphs of help.
  var discussion: [String]
  var operand: Operand?
  var options: [Option]
  var examples: [Example]

  /// A command line and what it does.
  struct Example: Sendable {
    var line: String
    var doc: String
  }

  init(
    _ name: String, summary: String, discussion: [String] = [], operand: Operand? = nil,
    options: [Option] = [], examples: [Example] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.operand = operand
    self.options = options + Option.everywhere
    self.examples = examples
  }

  /// `copydesk run [OPTION…] INPUT…`
  var synopsis: String {
    let operand =
      switch self.operand {
      case let operand? where operand.count.lowerBound == 0: " [\(operand.placeholder)]"
      case let operand?: " \(operand.placeholder)"
      case nil: ""
      }
    return "copydesk \(name) [OPTION…]\(operand)"
  }
}
